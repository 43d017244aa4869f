//! Search field, result count, order, and the chips of chosen filters.

use leptos::prelude::*;

use super::Reader;
use crate::report::Lang;
use crate::search::Facet;
use crate::state::{Sort, ViewState};
use crate::words;

/// The search field and what stands around it.
#[component]
pub fn SearchBar(
    /// The reader.
    reader: Reader,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let query = move || reader.state.with(|state| state.query.clone());
    let look = move |event| {
        let words = event_target_value(&event);
        reader.drawn.set(super::reader::FIRST_DRAWN);
        reader.state.update(|state| state.look_for(&words));
    };
    let found = move || reader.results.with(|results| results.cards.len());
    let orders = [
        (Sort::Report, words::SORT_REPORT),
        (Sort::Size, words::SORT_SIZE),
        (Sort::Date, words::SORT_DATE),
    ];
    let options = orders.map(|(sort, name)| {
        let chosen = move || reader.state.with(|state| state.sort == sort);
        view! { <option value=sort.id() prop:selected=chosen>{name.get(lang)}</option> }
    });
    let order = move |event| {
        let id = event_target_value(&event);
        if let Some((sort, _)) = orders.into_iter().find(|(sort, _)| sort.id() == id) {
            reader.state.update(|state| state.sort = sort);
        }
    };
    view! {
        <div class="search" part="search" role="search" hidden=!reader.live>
            <label class="field">
                <span class="hidden">{words::SEARCH.get(lang)}</span>
                <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="9" cy="9" r="5.5"/><path d="M13 13l4 4"/></svg>
                <input
                    type="search"
                    placeholder=words::SEARCH_HINT.get(lang)
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    prop:value=query
                    on:input=look
                />
            </label>
            <button type="button" class="open-facets" popovertarget="facets">
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 6h14M6 10h8M8.5 14h3"/></svg>
                {words::FILTERS.get(lang)}
            </button>
            <p class="count" data-result-count=move || found().to_string()>
                {move || words::cards(found(), lang)}
            </p>
            <label class="order">
                <span class="hidden">{words::SORT.get(lang)}</span>
                <select on:change=order>{options.collect_view()}</select>
            </label>
        </div>
        <Chips reader lang/>
    }
}

/// The chosen filters, each removable, and one clear-all.
#[component]
fn Chips(
    /// The reader.
    reader: Reader,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let chosen = move || {
        reader.state.with(|state| {
            state.filters.iter().map(|(facet, id)| (facet, id.to_owned())).collect::<Vec<_>>()
        })
    };
    let nothing = move || {
        reader.state.with(|state| state.filters.is_empty() && state.query.trim().is_empty())
    };
    let name = move |facet: Facet, id: &str| {
        let choices = reader.choices(facet);
        choices
            .iter()
            .find(|choice| choice.id == id)
            .map_or_else(String::new, |choice| choice.name(lang).to_owned())
    };
    let chip = move |(facet, id): (Facet, String)| {
        let shown = name(facet, &id);
        let label =
            format!("{} {}: {}", words::facet(facet).get(lang), shown, words::REMOVE.get(lang));
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    aria-label=label
                    on:click=move |_| reader.state.update(|state| state.toggle(facet, &id))
                >
                    {shown}
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg>
                </button>
            </li>
        }
    };
    view! {
        <div class="chips" hidden=nothing>
            <ul aria-label=words::CHOSEN.get(lang)>
                <For each=chosen key=Clone::clone children=chip/>
            </ul>
            <button type="button" class="clear" on:click=move |_| reader.state.update(ViewState::clear)>
                {words::CLEAR.get(lang)}
            </button>
        </div>
    }
}
