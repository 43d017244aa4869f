//! Clicks and disclosures inside the unchanging parts of the page: one
//! listener each on the widget's root, which leave when this is dropped.
//!
//! `data-go` says where a link or button leads (`card:12`, `part:3`,
//! `trace:part-2/reach`, `report:1:12`); `data-copy` copies the text before it.

use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Element, Event};

use crate::report::Link;
use crate::state::Trace;
use crate::views::{Outward, Reader};

/// The listeners of one widget.
pub struct Clicks {
    root: Element,
    click: Closure<dyn FnMut(Event)>,
    toggle: Closure<dyn FnMut(Event)>,
}

impl Clicks {
    /// Listens inside `root`.
    ///
    /// # Errors
    /// The browser's, where it refuses listeners.
    pub fn new(root: &Element, reader: Reader) -> Result<Self, JsValue> {
        let click = Closure::<dyn FnMut(Event)>::new(move |event| clicked(reader, &event));
        let toggle = Closure::<dyn FnMut(Event)>::new(move |event| toggled(reader, &event));
        root.add_event_listener_with_callback("click", click.as_ref().unchecked_ref())?;
        // `toggle` does not bubble; it is caught on its way down.
        let capture = AddEventListenerOptions::new();
        capture.set_capture(true);
        root.add_event_listener_with_callback_and_add_event_listener_options(
            "toggle",
            toggle.as_ref().unchecked_ref(),
            &capture,
        )?;
        Ok(Self { root: root.clone(), click, toggle })
    }
}

impl Drop for Clicks {
    fn drop(&mut self) {
        // Removing a listener that was added cannot fail.
        let _ = self
            .root
            .remove_event_listener_with_callback("click", self.click.as_ref().unchecked_ref());
        let _ = self.root.remove_event_listener_with_callback_and_bool(
            "toggle",
            self.toggle.as_ref().unchecked_ref(),
            true,
        );
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
    match (kind, to.split_once(':')) {
        ("card", _) => {
            if let Ok(card) = to.parse() {
                reader.visit(card);
            }
        }
        ("part", _) => {
            if let Ok(part) = to.parse() {
                reader.go_to(part);
            }
        }
        ("trace", _) => {
            if let Some(trace) = Trace::from_id(to, reader.report_now()) {
                reader.unfold(trace);
            }
        }
        ("report", Some((report, card))) => {
            if let (Ok(report), Ok(card)) = (report.parse(), card.parse()) {
                reader.follow(Link { report, card });
            }
        }
        _ => {}
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
    }
}
