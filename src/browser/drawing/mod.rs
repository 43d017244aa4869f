//! Keeps the page in step with the reader. The page is written as one text;
//! from then on, one effect changes in place whatever differs from the moment
//! before, so that the search field, opened cards and the focus stay. Only
//! another report or language has the page written anew.

mod cards;
mod controls;
mod errata;
mod hooks;

use leptos::reactive::computed::Memo;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::prelude::*;
use web_sys::Element;

use self::cards::Cards;
use self::controls::Controls;
use self::errata::Errata;
use self::hooks::focused_way;
pub use self::hooks::{Field, focus, hook};
use crate::views::Reader;
use crate::views::edition::Edition;

/// The page of one widget, kept in step until this is dropped.
pub struct Drawing {
    _page: RenderEffect<()>,
}

impl Drawing {
    /// Writes the page into `widget`, and keeps it in step.
    pub fn new(widget: Element, reader: Reader) -> Self {
        let edition = Memo::new_with_compare(
            move |_| reader.edition(),
            |before, now| !matches!((before, now), (Some(before), Some(now)) if before.is(*now)),
        );
        let mut inside = None;
        Self {
            _page: follow(Box::new(move || {
                let edition = edition.get();
                drop(inside.take());
                write(&widget, reader);
                inside = Some(keep_in_step(&widget, reader, edition));
            })),
        }
    }
}

/// Runs `work` at once, and again whenever something it asked for changes.
/// One type for all effects: each other one would cost readers a kilobyte.
pub fn follow(mut work: Box<dyn FnMut()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| work())
}

fn write(widget: &Element, reader: Reader) {
    let way = focused_way(widget);
    let (lang, html) = reader.page();
    // An attribute of an element can always be set.
    let _ = widget.set_attribute("lang", lang);
    widget.set_inner_html(&html);
    if let Some(found) = way.and_then(|way| hook(widget, &way)) {
        focus(&found);
    }
    let trace = reader.state.with_untracked(|state| state.trace);
    if let Some(id) = trace.and_then(|trace| trace.id(reader.report_now()))
        && let Some(trace) = hook(widget, &said!("[data-trace=\"", id, "\"]"))
    {
        let _ = trace.set_attribute("open", "");
    }
}

fn keep_in_step(widget: &Element, reader: Reader, edition: Edition) -> Option<RenderEffect<()>> {
    let mut controls = Controls::find(widget)?;
    let mut errata = Errata::find(widget);
    let mut cards = None;
    let widget = widget.clone();
    Some(follow(Box::new(move || {
        reader.look(&mut |moment| {
            // Another page is on its way.
            if !moment.edition.is(edition) {
                return;
            }
            match &mut cards {
                None => cards = Cards::find(&widget, moment),
                Some(cards) => cards.update(moment, &|| reader.ways_out(moment)),
            }
            controls.update(moment);
            if let Some(errata) = &mut errata {
                errata.update(moment);
            }
        });
    })))
}
