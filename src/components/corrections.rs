//! Other words for a query that finds little, each one press away.

use std::sync::Arc;

use leptos::prelude::*;

use super::controls::Offer;
use crate::i18n;
use crate::report::{Edition, section};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, List, derive, handler};

/// The list of words that may have been meant. They are offered, never searched for silently.
#[component]
pub fn Corrections(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    let count = move || store.ui.read().settled.corrections.len();
    let keys = move || {
        let ui = store.ui.read();
        ui.settled.corrections.iter().map(|correction| text_key(&correction.query)).collect()
    };
    let button = move |key| {
        let ui = store.ui.read_untracked();
        let corrections = &ui.settled.corrections;
        let found = corrections.iter().find(|correction| text_key(&correction.query) == key);
        let (query, count) = found.map_or((String::new(), 0), |it| (it.query.clone(), it.cards));
        let (text, cards) = (i18n::did_you_mean(&query, lang), i18n::cards(count, lang));
        let press = handler(move || store.dispatch(Action::ApplyCorrection(query.clone())));
        view! { <Offer text cards press/> }.boxed()
    };
    view! {
        <ul class="corrections" hidden=derive(move || count() == 0)>
            <List each=derive(keys) row=Arc::new(button)/>
        </ul>
    }
    .boxed()
}

/// The key of a text in a list.
pub fn text_key(text: &str) -> u32 {
    section::checksum(text.as_bytes())
}
