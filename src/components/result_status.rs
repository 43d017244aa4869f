//! How many cards were found: at once for those who see it, and after a pause for those who hear it.

use leptos::prelude::*;

use crate::edition::Edition;
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, derive};
use crate::words;

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
            {derive(move || words::cards(store.count(), lang))}
        </p>
        <p class="told hidden" role="status">{derive(move || store.ui.read().status.clone())}</p>
        </div>
    }
    .boxed()
}
