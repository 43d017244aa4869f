//! Filters: a column on wide screens, a sheet over the page on phones. Each value says how many
//! cards choosing it would give.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use super::controls::{Toggle, aria};
use crate::i18n::{self, Message};
use crate::report::Lang;
use crate::report::{Edition, Facet};
use crate::search::Index;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, ProgramOnly, derive, handler, on_click, on_event};

/// Filters with more values than this show so many, and those that are chosen, until more are
/// asked for.
const FOLDED: usize = 8;

/// All filters. On narrow screens the browser's own popover shows them, so that Escape and a tap
/// outside need no code.
#[component]
pub fn Filters(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    let groups = Arc::new(move || view! { <FilterGroups store lang/> }.boxed());
    view! {
        <section
            class="facets"
            part="facets"
            id="facets"
            popover="auto"
            aria-label=Message::Filters.get(lang)
            on:toggle=on_event(|event| return_focus(&event_target(&event)))
        >
            <p class="title" aria-hidden="true">{Message::Filters.get(lang)}</p>
            <ProgramOnly class="groups" content=groups/>
            <button type="button" class="done" popovertarget="facets" popovertargetaction="hide">
                {derive(move || i18n::show_cards(store.count(), lang))}
            </button>
        </section>
    }
    .boxed()
}

/// One filter below the other, those that the report has values for.
#[component]
pub fn FilterGroups(store: Store, lang: Lang) -> BoxedView {
    let index = store.index();
    let groups: Vec<_> = Facet::ALL
        .into_iter()
        .filter(|facet| index.all_choices().iter().any(|(of, _)| of == facet))
        .map(|facet| view! { <FilterGroup store lang facet index=Arc::clone(&index)/> }.built())
        .collect();
    view! { <div>{groups}</div> }.built()
}

/// The values of one filter.
#[component]
fn FilterGroup(store: Store, lang: Lang, facet: Facet, index: Arc<Index>) -> BoxedView {
    let name = i18n::facet(facet, lang);
    let values: Vec<_> = (0..index.all_choices().len())
        .filter(|at| index.all_choices()[*at].0 == facet)
        .map(|at| view! { <FilterValue store lang index=Arc::clone(&index) at/> }.built())
        .collect();
    let is_long = values.len() > FOLDED;
    let folded = move || is_long && store.ui.read().unfolded != Some(facet);
    let more = is_long.then(|| {
        let text = derive(move || Message::More.get(lang).to_owned());
        let pressed = derive(move || !folded());
        let press = handler(move || store.dispatch(Action::FoldFilter(facet)));
        view! { <Toggle class="unfold" text pressed press/> }.built()
    });
    view! {
        <details open=matches!(facet, Facet::Brand | Facet::Theme)>
            <summary>{name}</summary>
            <div class=derive(move || if folded() { "values folded" } else { "values" }) role="group" aria-label=name>
                {values}
                {more}
            </div>
        </details>
    }
    .built()
}

/// A value that can be chosen: pressed when it is, dimmed where choosing it would give nothing.
#[component]
fn FilterValue(
    store: Store,
    lang: Lang,
    index: Arc<Index>,
    /// Its place among all choices of the report.
    at: usize,
) -> BoxedView {
    let (facet, choice) = &index.all_choices()[at];
    let (facet, id, name) = (*facet, choice.id.to_string(), choice.name(lang).to_owned());
    let count = move || store.filters.read().count_at(at);
    let chosen = {
        let id = id.clone();
        move || store.filters.read().is_chosen(facet, &id)
    };
    view! {
        <button
            type="button"
            data-facet=facet.id()
            data-value=id.clone()
            class=derive(move || if count() == 0 { "empty" } else { "" })
            aria-pressed=aria(derive(chosen))
            on:click=on_click(move || store.dispatch(Action::ToggleFilter(facet, id.clone())))
        >
            <span class="name">{name}</span>
            <span class="n">{derive(move || count().to_string())}</span>
        </button>
    }
    .built()
}

/// When the sheet closes and the focus would go with it, it goes back to the button that opened it.
fn return_focus(sheet: &Element) {
    use wasm_bindgen::JsCast;
    let Some(page) = sheet.closest(".widget").ok().flatten() else { return };
    let find = |selector| page.query_selector(selector).ok().flatten();
    if find(":focus:not(.facets *), .facets:popover-open").is_none()
        && let Some(button) = find(".open-facets")
        && let Ok(button) = button.dyn_into::<HtmlElement>()
    {
        // Where focus is refused the page is still right.
        let _ = button.focus();
    }
}
