//! How many cards were found: at once for those who see it, and after a pause for those who hear it.

use leptos::prelude::*;

use crate::i18n;
use crate::report::Edition;
use crate::report::Lang;
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, derive};

/// The number of results, and the live region that announces it. When the region changes is the
/// element's to say: at every keystroke it would be noise.
#[component]
pub fn ResultStatus(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    view! {
        <div class="result-status">
        <p
            class="count"
            aria-hidden="true"
            data-result-count=derive(move || store.count().to_string())
            data-of=edition.report.cards.len().to_string()
        >
            {derive(move || i18n::cards(store.count(), lang))}
        </p>
        <p class="announcement hidden" role="status">{derive(move || spoken(store, lang))}</p>
        </div>
    }
    .boxed()
}

/// The number of results, and the words that are offered.
fn spoken(store: Store, lang: Lang) -> String {
    let ui = store.ui.read();
    let offered = ui.settled.corrections.iter().map(|it| i18n::did_you_mean(&it.query, lang));
    offered.fold(ui.settled.status.clone(), |spoken, offer| spoken + ". " + &offer)
}
