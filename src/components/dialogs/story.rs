//! The report in short: one number on a screen, with what it is made of and where it comes from.

use leptos::prelude::*;
use maud::{Markup, html};
use report_text::text;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::frame::DialogFrame;
use crate::components::controls::{Button, plain_key};
use crate::components::links::card_link;
use crate::components::proportion::Proportion;
use crate::html::{mixed, number};
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::search::story;
use crate::state::Trace;
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, handler, lazy_html};

/// The story: a list of screens, which snap into place as they are scrolled.
#[component]
pub fn StoryDialog(store: Store) -> BoxedView {
    let edition = untrack(|| store.edition());
    let screens = story(edition.report);
    let count = screens.len();
    let screens: Vec<_> = (1_usize..)
        .zip(screens)
        .map(|(no, trace)| {
            let subject = match trace {
                Trace::Headline { .. } => ExportSubject::Headline(trace),
                Trace::Figure(at) => ExportSubject::Card(at.card),
            };
            let press = handler(move || {
                store.dispatch(Action::OpenDialog(Dialog::Export(subject.clone())));
            });
            view! {
                <li>
                    <div inner_html=lazy_html(move || html! {
                        p.n { (text!(no, " / ", count)) }
                        (screen(edition, trace))
                    })></div>
                    <Button class="export" text=Message::Share.get(edition.lang) press/>
                </li>
            }
            .built()
        })
        .collect();
    let content = view! {
        <ol class="screens" tabindex="0" aria-labelledby="story-title" on:keydown=turn()>{screens}</ol>
    }
    .built();
    view! { <DialogFrame store class="story-dialog" title=Message::Story.get(edition.lang) content/> }
        .built()
}

/// One number: label, value, what it is made of, and its source.
fn screen(edition: Edition, trace: Trace) -> Markup {
    let Edition { report, lang, .. } = edition;
    let (figure, proportion, source) = match trace {
        Trace::Headline { .. } => {
            let Some((part, headline)) = trace.headline(report) else { return html! {} };
            let id = trace.id(report).unwrap_or_default();
            let source = html! { a href=(text!("#", id)) { (part.title.get(lang)) } };
            (&headline.figure, Proportion::of_headline(edition, headline), source)
        }
        Trace::Figure(at) => {
            let Some((card, figure)) = trace.figure(report) else { return html! {} };
            (figure, Proportion::of_card(edition, at.card), card_link(card, lang))
        }
    };
    html! {
        p.label { b { (mixed(figure.label.get(lang), lang)) } }
        p.value { (number(figure, lang)) }
        @if let Some(proportion) = proportion { p.small { (proportion.drawn()) } }
        p.small { (source) ", " span.whole { (i18n::page(figure.page, lang)) } }
    }
}

/// A listener that turns to the next screen, the one before, the first or the last.
fn turn() -> Box<dyn FnMut(KeyboardEvent)> {
    Box::new(|event| {
        let scroller = event_target::<Element>(&event).closest(".screens");
        let Ok(Some(scroller)) = scroller else { return };
        let Ok(screens) = scroller.query_selector_all("li") else { return };
        let screen = |at: u32| screens.item(at)?.dyn_into::<Element>().ok();
        let last = screens.length().saturating_sub(1);
        // The first screen whose middle is in sight.
        let top = scroller.get_bounding_client_rect().top();
        let is_past = |at: &u32| {
            let area = screen(*at).map(|screen| screen.get_bounding_client_rect());
            area.is_some_and(|area| area.top() + area.height() / 2.0 < top)
        };
        let here = (0..last).find(|at| !is_past(at)).unwrap_or(last);
        let to = match plain_key(&event).as_str() {
            "ArrowDown" | "ArrowRight" => (here + 1).min(last),
            "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(screen) = screen(to) {
            screen.scroll_into_view();
        }
    })
}
