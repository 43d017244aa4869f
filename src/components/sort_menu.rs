//! The order of the cards.

use leptos::prelude::*;
use maud::html;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::i18n::Message;
use crate::report::Edition;
use crate::state::Sort;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, follow, hook, lazy_html, on_event, with_element};

/// A list of orders.
#[component]
pub fn SortMenu(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    let options = lazy_html(move || {
        html! { @for sort in Sort::ALL { option value=(sort.id()) { (name(sort).get(lang)) } } }
    });
    let choose = on_event(move |event| {
        let chosen = event_target::<HtmlSelectElement>(&event).value();
        if let Some(sort) = Sort::from_id(&chosen) {
            store.dispatch(Action::SetSort(sort));
        }
    });
    let show = hook(move |list| {
        let list: HtmlSelectElement = list.unchecked_into();
        follow(move || list.set_value(store.route.read().sort.id()));
    });
    view! {
        <label class="order">
            <span class="hidden">{Message::Sort.get(lang)}</span>
            <select inner_html=options on:change=choose use:with_element=show></select>
        </label>
    }
    .boxed()
}

fn name(sort: Sort) -> Message {
    match sort {
        Sort::Report => Message::SortReport,
        Sort::Size => Message::SortSize,
        Sort::Date => Message::SortDate,
    }
}
