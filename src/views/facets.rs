//! Filters: a column on wide screens, a sheet over the page on phones. Each
//! value says how many cards choosing it would give.

use leptos::prelude::*;

use super::Reader;
use super::topbar::pressed;
use crate::report::Lang;
use crate::search::{Choice, Facet};
use crate::words;

/// All filters. On narrow screens the browser's own popover shows them, so
/// that Escape, a tap outside and the way back of the focus need no code.
#[component]
pub fn Facets(
    /// The reader.
    reader: Reader,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let groups = Facet::ALL.map(|facet| view! { <Group reader facet lang/> });
    let found = move || words::show_cards(reader.results.with(|results| results.cards.len()), lang);
    view! {
        <section
            class="facets"
            part="facets"
            id="facets"
            popover="auto"
            aria-label=words::FILTERS.get(lang)
            hidden=!reader.live
        >
            <div class="groups">{groups.collect_view()}</div>
            <button type="button" class="done" popovertarget="facets" popovertargetaction="hide">
                {found}
            </button>
        </section>
    }
}

/// The values of one filter.
#[component]
fn Group(
    /// The reader.
    reader: Reader,
    /// The filter.
    facet: Facet,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let choices = reader.choices(facet);
    let open = matches!(facet, Facet::Brand | Facet::Theme);
    let name = words::facet(facet).get(lang);
    let buttons = choices.into_iter().map(|choice| view! { <Value reader facet choice lang/> });
    view! {
        <details open=open>
            <summary>{name}</summary>
            <div class="values" role="group" aria-label=name>{buttons.collect_view()}</div>
        </details>
    }
}

/// One value: pressed when chosen, dimmed when it would give nothing.
#[component]
fn Value(
    /// The reader.
    reader: Reader,
    /// The filter.
    facet: Facet,
    /// The value.
    choice: Choice,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let name = choice.name(lang).to_owned();
    let id = StoredValue::new(choice.id);
    let chosen = Memo::new(move |_| {
        id.with_value(|id| reader.state.with(|state| state.filters.is_chosen(facet, id)))
    });
    let count = Memo::new(move |_| {
        id.with_value(|id| reader.results.with(|results| results.count(facet, id)))
    });
    view! {
        <button
            type="button"
            data-facet=facet.id()
            data-value=id.get_value()
            aria-pressed=move || pressed(chosen.get())
            class:empty=move || count.get() == 0
            on:click=move |_| {
                reader.drawn.set(super::reader::FIRST_DRAWN);
                id.with_value(|id| reader.state.update(|state| state.toggle(facet, id)));
            }
        >
            <span class="name">{name}</span>
            " "
            <span class="n">{move || count.get()}</span>
        </button>
    }
}
