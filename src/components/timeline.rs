//! The dates of all documents on one line of time, behind a disclosure. Its years are the filter
//! by year.

use std::sync::Arc;

use leptos::prelude::*;
use report_text::join;

use super::chart_slot::TimelineSlot;
use super::controls::aria;
use super::trace::is_open;
use crate::i18n::{self, Message};
use crate::report::Lang;
use crate::report::{Edition, Facet};
use crate::search::Index;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, derive, on_click, on_event};

/// The timeline, whose drawing is loaded when it is opened; nothing where a report has no dates.
#[component]
pub fn Timeline(store: Store, edition: Edition) -> Option<BoxedView> {
    let lang = edition.lang;
    let has_dates = edition.report.cards.iter().any(|card| !card.dates.is_empty());
    let index = store.index();
    let years: Vec<_> = (0..index.all_choices().len())
        .filter(|at| index.all_choices()[*at].0 == Facet::Year)
        .map(|at| view! { <YearChip store lang index=Arc::clone(&index) at/> }.boxed())
        .collect();
    let chosen = move || {
        let route = store.route.read();
        let years = route.filters.iter().filter(|(facet, _)| *facet == Facet::Year);
        join(&mut years.map(|(_, year)| year), " ")
    };
    has_dates.then(|| {
        view! {
            <details
                class="timeline-section"
                on:toggle=on_event(move |event| store.dispatch(Action::TimelineToggled(is_open(&event))))
            >
                <summary><h3>{Message::Timeline.get(lang)}</h3></summary>
                <div class="years" role="group" aria-label=Message::ChooseYears.get(lang)>
                    <p class="small" aria-hidden="true">{Message::ChooseYears.get(lang)}</p>
                    {years}
                    <button
                        type="button"
                        class="to-cards"
                        hidden=derive(move || chosen().is_empty())
                        on:click=on_click(move || store.dispatch(Action::ShowResults))
                    >
                        {derive(move || i18n::show_cards(store.count(), lang))}
                    </button>
                </div>
                <TimelineSlot open=derive(move || store.ui.read().timeline_open) years=derive(chosen)/>
            </details>
        }
        .boxed()
    })
}

/// A year that can be chosen.
#[component]
fn YearChip(store: Store, lang: Lang, index: Arc<Index>, at: usize) -> BoxedView {
    let choice = &index.all_choices()[at].1;
    let (year, name) = (choice.id.to_string(), choice.name(lang).to_owned());
    let pressed = {
        let year = year.clone();
        move || store.filters.read().is_chosen(Facet::Year, &year)
    };
    let count = move || store.filters.read().count_at(at).to_string();
    view! {
        <button
            type="button"
            class="chip"
            data-year=year.clone()
            aria-pressed=aria(derive(pressed))
            on:click=on_click(move || store.dispatch(Action::ToggleFilter(Facet::Year, year.clone())))
        >
            {name}
            <span class="n">{derive(count)}</span>
        </button>
    }
    .boxed()
}
