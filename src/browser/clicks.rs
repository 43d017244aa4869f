//! Clicks, words typed and disclosures inside the page: one listener each on
//! the widget's root, which leave when this is dropped.
//!
//! `data-go` says where a link or button leads (`card:12`, `part:3`,
//! `trace:part-2/reach`, `report:1:12`) or what it does (`toggle:brand:makers`,
//! `speak:en`, `clear:`); what only the page around the widget can do
//! (`share:`) is asked of it. `data-copy` copies the text before it.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

use super::drawing::{Field, focus, hook};
use crate::report::{Lang, Link};
use crate::search::Facet;
use crate::state::{Sort, Trace};
use crate::views::{Outward, Reader};

type Listener = Closure<dyn FnMut(Event)>;

/// The listeners of one widget.
pub struct Clicks {
    root: Element,
    listeners: [(&'static str, Listener); 3],
}

impl Clicks {
    /// Listens inside `root`.
    ///
    /// # Errors
    /// The browser's, where it refuses listeners.
    pub fn new(root: &Element, reader: Reader) -> Result<Self, JsValue> {
        let listen = |follow: fn(Reader, &Event)| {
            Closure::<dyn FnMut(Event)>::new(move |event| follow(reader, &event))
        };
        let listeners =
            [("click", listen(clicked)), ("input", listen(entered)), ("toggle", listen(toggled))];
        for (name, listener) in &listeners {
            // `toggle` does not bubble; it is caught on its way down.
            root.add_event_listener_with_callback_and_bool(
                name,
                listener.as_ref().unchecked_ref(),
                true,
            )?;
        }
        Ok(Self { root: root.clone(), listeners })
    }
}

impl Drop for Clicks {
    fn drop(&mut self) {
        for (name, listener) in &self.listeners {
            // Removing a listener that was added cannot fail.
            let _ = self.root.remove_event_listener_with_callback_and_bool(
                name,
                listener.as_ref().unchecked_ref(),
                true,
            );
        }
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn clicked(reader: Reader, event: &Event) {
    let Some(element) = target(event) else { return };
    if let Ok(Some(link)) = element.closest("[data-go]")
        && let Some(way) = link.get_attribute("data-go")
    {
        event.prevent_default();
        go(reader, &way);
    } else if let Ok(Some(button)) = element.closest("[data-copy]")
        && let Some(text) = button.previous_element_sibling().and_then(|text| text.text_content())
    {
        reader.wish(Outward::Copy(text));
    }
}

/// Follows a way such as `card:12`.
fn go(reader: Reader, way: &str) {
    let Some((kind, to)) = way.split_once(':') else { return };
    let number = to.parse::<u32>().ok();
    match (kind, number, to.split_once(':')) {
        ("card", Some(card), _) => reader.visit(card),
        ("part", Some(part), _) => reader.go_to(u8::try_from(part).unwrap_or(0)),
        ("trace", _, _) => {
            if let Some(trace) = Trace::from_id(to, reader.report_now()) {
                reader.unfold(trace);
            }
        }
        ("report", _, Some((report, card))) => {
            if let (Ok(report), Ok(card)) = (report.parse(), card.parse()) {
                reader.follow(Link { report, card });
            }
        }
        ("turn", Some(report), _) => reader.turn_to(u16::try_from(report).unwrap_or(0)),
        ("speak", _, _) => reader.speak(Lang::from_tag(to).unwrap_or_default()),
        ("toggle", _, Some((facet, id))) => {
            if let Some(facet) = Facet::from_id(facet) {
                reader.toggle(facet, id);
            }
        }
        ("out", Some(position), _) => reader.take(position as usize),
        ("errata", Some(position), _) => reader.choose_errata(position as usize),
        ("more", _, _) => reader.show_more(),
        ("earlier", _, _) => reader.show_earlier(),
        ("clear", _, _) => reader.clear(),
        ("cite", _, _) => reader.cite(),
        _ => reader.wish(Outward::Ask(way.to_owned())),
    }
}

/// Something was typed, or another order chosen.
fn entered(reader: Reader, event: &Event) {
    let Some(element) = target(event) else { return };
    let value = element.unchecked_ref::<Field>().value();
    match Sort::from_id(&value).filter(|_| element.local_name() == "select") {
        Some(sort) => reader.sort(sort),
        None => reader.look_for(&value),
    }
}

/// A disclosure was opened or closed, by whatever means: remember it.
fn toggled(reader: Reader, event: &Event) {
    let Some(element) = target(event) else { return };
    let open = element.has_attribute("open");
    if let Some(id) = element.get_attribute("data-trace") {
        if let Some(trace) = Trace::from_id(&id, reader.report_now()) {
            reader.ask(trace, open);
        }
    } else if let Some(index) = element.get_attribute("data-index") {
        if let Ok(card) = index.parse() {
            reader.opened_or_closed(card, open);
        }
    } else if element.has_attribute("data-errata") {
        reader.show_errata(open);
    } else if element.has_attribute("popover")
        && let Ok(Some(page)) = element.closest(".widget")
        && hook(&page, ":focus:not(.facets *), .facets:popover-open").is_none()
        && let Some(button) = hook(&page, ".open-facets")
    {
        // The sheet of filters went, and the focus would go with it: back to what opened it.
        focus(&button);
    }
}
