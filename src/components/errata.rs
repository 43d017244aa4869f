//! All places where the document says different things, by part and kind.

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};

use super::controls::Toggle;
use super::discrepancies::erratum;
use super::links::card_link;
use super::trace::is_open;
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::state::ErrataFilter;
use crate::state::errata::{PlacedErratum, choices, listed};
use crate::store::{Action, Store};
use crate::view::{BoxedView, Deferred, IntoBoxed, Need, derive, handler, lazy_html, on_event};

/// The list of a report's errata; nothing where there are none.
#[component]
pub fn ErrataSection(store: Store, edition: Edition) -> Option<BoxedView> {
    let (report, lang) = (edition.report, edition.lang);
    let count = listed(report, ErrataFilter::default()).len();
    if count == 0 {
        return None;
    }
    let open = move || store.route.read().errata;
    let need = derive(move || match open() {
        true => Need::Interactive,
        false if store.is_all_filled() => Need::Present,
        false => Need::Nothing,
    });
    let content = Arc::new(move || view! { <ErrataList store edition/> }.boxed());
    let section = view! {
        <section class="errata" id="errata">
            <details
                data-errata=""
                open=derive(open)
                on:toggle=on_event(move |event| store.dispatch(Action::ErrataToggled(is_open(&event))))
            >
                <summary inner_html=lazy_html(move || html! {
                    h3 { (Message::Errata.get(lang)) } span.n { (count) }
                })></summary>
                <Deferred class="errata-content" need content/>
            </details>
        </section>
    };
    Some(section.boxed())
}

/// The errata that are listed, and what they can be filtered by.
#[component]
fn ErrataList(store: Store, edition: Edition) -> BoxedView {
    let (report, lang) = (edition.report, edition.lang);
    let count = move || listed(report, store.ui.read().errata_filter).len();
    let toggles: Vec<_> = choices(report)
        .into_iter()
        .map(|choice| {
            let kind = choice.kind.map(|kind| i18n::erratum_kind(kind, lang).to_owned());
            let part = choice.part.map(|part| i18n::part(part, lang));
            let text = kind.or(part).unwrap_or_default();
            let text = derive(move || text.clone());
            let pressed = derive(move || store.ui.read().errata_filter.has(choice));
            let press = handler(move || store.dispatch(Action::FilterErrata(choice)));
            view! { <Toggle class="chip" text pressed press/> }.boxed()
        })
        .collect();
    let rows = move || {
        let rows = listed(report, store.ui.read().errata_filter);
        html! { @for placed in rows { (row(edition, placed)) } }.into_string()
    };
    view! {
        <div>
            <p class="lead">{Message::ErrataLead.get(lang)}</p>
            <div class="kinds" role="group" aria-label=Message::Filters.get(lang)>{toggles}</div>
            <p class="small" role="status" data-errata-count=derive(move || count().to_string())>
                {derive(move || i18n::places(count(), lang))}
            </p>
            <ul inner_html=derive(rows)></ul>
        </div>
    }
    .boxed()
}

fn row(edition: Edition, placed: PlacedErratum) -> Markup {
    let (report, lang) = (edition.report, edition.lang);
    let kind = placed.erratum.kind;
    html! {
        li data-kind=(kind.id()) {
            p.place {
                span.kind { (i18n::erratum_kind(kind, lang)) " " }
                @match (placed.card, placed.part) {
                    (Some(index), _) => {
                        @let card = &report.cards[index as usize];
                        (card_link(card, lang)) ", " (i18n::page(card.page, lang))
                    }
                    (None, Some(no)) => { (i18n::part(no, lang)) }
                    (None, None) => { (report.name.get(lang)) }
                }
            }
            (erratum(placed.erratum, lang))
        }
    }
}
