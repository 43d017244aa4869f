//! Other words for a query that finds little, each one press away.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n;
use crate::report::Edition;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, List, derive, on_click};

/// The list of words that may have been meant. They are offered, never searched for silently.
#[component]
pub fn Corrections(store: Store, edition: Edition) -> BoxedView {
    let count = move || store.ui.read().settled.corrections.len();
    let keys = move || {
        let ui = store.ui.read();
        ui.settled.corrections.iter().map(|correction| text_key(&correction.query)).collect()
    };
    let button = move |key| {
        let ui = store.ui.read_untracked();
        let corrections = &ui.settled.corrections;
        let found = corrections.iter().find(|correction| text_key(&correction.query) == key);
        let (query, cards) = found.map_or((String::new(), 0), |it| (it.query.clone(), it.cards));
        view! { <CorrectionButton store edition query cards/> }.boxed()
    };
    view! {
        <ul class="corrections" hidden=derive(move || count() == 0)>
            <List each=derive(keys) row=Arc::new(button)/>
        </ul>
    }
    .boxed()
}

/// The question whether these words were meant, and how many cards they find.
#[component]
fn CorrectionButton(store: Store, edition: Edition, query: String, cards: usize) -> BoxedView {
    let lang = edition.lang;
    let question = i18n::did_you_mean(&query, lang);
    view! {
        <li>
            <button
                type="button"
                class="chip"
                on:click=on_click(move || store.dispatch(Action::ApplyCorrection(query.clone())))
            >
                {question + " "}
                <span class="n">{i18n::cards(cards, lang)}</span>
            </button>
        </li>
    }
    .boxed()
}

/// The key of a text in a list: a digest (FNV-1a).
pub fn text_key(text: &str) -> u32 {
    text.bytes()
        .fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
