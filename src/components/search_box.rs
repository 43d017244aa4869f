//! The search field, and what stands around it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::chips::Chips;
use super::corrections::Corrections;
use super::result_status::ResultStatus;
use super::sort_menu::SortMenu;
use crate::i18n::Message;
use crate::report::Edition;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, follow, hook, on_event, with_element};

/// Search field, button of the filter sheet, number of results, order and chips.
#[component]
pub fn SearchBox(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    view! {
        <div class="search-area">
            <div class="search" part="search" role="search">
                <label class="field">
                    <span class="hidden">{Message::Search.get(lang)}</span>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="9" cy="9" r="5.5"></circle><path d="M13 13l4 4"></path></svg>
                    <SearchField store edition/>
                </label>
                <button type="button" class="open-facets" popovertarget="facets">
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 6h14M6 10h8M8.5 14h3"></path></svg>
                    {Message::Filters.get(lang)}
                </button>
                <ResultStatus store edition/>
                <SortMenu store edition/>
            </div>
            <Chips store edition/>
            <Corrections store edition/>
        </div>
    }
    .boxed()
}

/// The field. Every input is a search, also while a syllable is being composed: Samsung's keyboard
/// ends a composition only with the word.
#[component]
fn SearchField(store: Store, edition: Edition) -> BoxedView {
    view! {
        <input
            type="search"
            placeholder=Message::SearchHint.get(edition.lang)
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="search"
            use:with_element=hook(move |field| show_query(store, field.unchecked_into()))
            on:focus=move |_| store.dispatch(Action::PrepareSearch)
            on:input=on_event(move |event| {
                store.dispatch(Action::SetQuery(event_target::<HtmlInputElement>(&event).value()));
            })
        />
    }
    .boxed()
}

/// Keeps the field in step with the query, and writes only where they differ: writing would move
/// the cursor, and disturb a syllable that is being composed.
fn show_query(store: Store, field: HtmlInputElement) {
    follow(move || {
        let route = store.route.read();
        if field.value() != route.query {
            field.set_value(&route.query);
        }
    });
}
