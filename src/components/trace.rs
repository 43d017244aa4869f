//! The trace of a number: where it comes from. It unfolds under the number like a receipt.

use leptos::prelude::*;
use maud::{Markup, html};
use web_sys::Element;

use super::details::details;
use crate::html::{citation, fact, page_link, quotes};
use crate::i18n::{self, Message};
use crate::number::{digits, stated};
use crate::report::Edition;
use crate::report::{Figure, Report, Text};
use crate::state::Trace;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, follow, hook, on_event, with_element};

/// A disclosure that opens the trace of a number. Whether it is open is the route's to say.
#[component]
pub fn Disclosure(
    store: Store,
    report: &'static Report,
    /// Class of the disclosure.
    class: &'static str,
    /// The number.
    trace: Trace,
    /// What can be pressed: a `<summary>`.
    summary: BoxedView,
    /// What unfolds.
    content: BoxedView,
) -> BoxedView {
    let id = trace.id(report).unwrap_or_default();
    view! {
        <details
            class=class
            data-trace=id
            use:with_element=hook(move |details| show_open(store, trace, details))
            on:toggle=on_event(move |event| store.dispatch(Action::TraceToggled(trace, is_open(&event))))
        >
            {summary}
            {content}
        </details>
    }
    .boxed()
}

/// Keeps the disclosure in step with the store. Hydration takes attributes as they stand, and a
/// trace may be hydrated long after it was opened; so the attribute is written by an effect. What a reader
/// toggled comes to the store a moment later: until then another change must not undo it.
fn show_open(store: Store, trace: Trace, details: Element) {
    let mut shown = None;
    follow(move || {
        let is_open = store.is_trace_open(trace);
        if shown.replace(is_open) != Some(is_open) {
            // The name of the attribute is valid.
            let _ = details.toggle_attribute_with_force("open", is_open);
        }
    });
}

/// Whether the `<details>` of a `toggle` event is open.
pub fn is_open(event: &web_sys::Event) -> bool {
    event_target::<web_sys::HtmlDetailsElement>(event).open()
}

/// Exact value, printed forms, place, basis and note.
pub fn facts(
    edition: Edition,
    figure: &Figure,
    section: Option<Text>,
    basis: Option<Text>,
) -> Markup {
    let Edition { report, lang, .. } = edition;
    let [before, after] = i18n::place(report, section, lang);
    let (digits, words) = (digits(figure.value), stated(figure, lang));
    html! {
        div {
            dt { (Message::Exact.get(lang)) }
            dd.exact {
                @if words.contains(&digits) {
                    span.digits { (words) }
                } @else {
                    // Both are the same number: a screen reader says it once.
                    span.digits aria-hidden="true" { (digits) }
                    " " (words)
                }
            }
        }
        div { dt { (Message::Printed.get(lang)) } dd { (quotes(&figure.printed)) } }
        div {
            dt { (Message::Place.get(lang)) }
            dd {
                (citation(&before, lang)) (page_link(report, figure.page, lang)) (citation(&after, lang))
            }
        }
        @for (name, text) in [(Message::Basis, basis), (Message::Note, figure.note)] {
            @if let Some(text) = text { (fact(name.get(lang), text.get(lang), lang)) }
        }
        (details(report, figure, lang))
    }
}
