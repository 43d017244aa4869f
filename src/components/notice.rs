//! What stays at the bottom of the window: what is chosen to be compared, and a short message for
//! everyone, screen readers included.

use std::sync::Arc;

use leptos::prelude::*;

use super::compare_bar::{CompareBar, CompareBarProps};
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, List, derive};

/// The bar while cards are chosen, and below it the message while there is one.
#[component]
pub fn Notices(store: Store) -> BoxedView {
    let text = move || {
        let lang = store.lang.get();
        store.ui.read().notice.map_or("", |message| message.get(lang))
    };
    let bars = move || vec![0; usize::from(!store.ui.read().chosen.is_empty())];
    let bar = Arc::new(move |_| CompareBar(CompareBarProps { store }));
    // It stays in the accessibility tree, since a status is announced only where it was before.
    let class = derive(move || if text().is_empty() { "notice empty" } else { "notice" });
    view! {
        <div class="notices">
            <List each=derive(bars) row=bar/>
            <p class=class role="status">{derive(text)}</p>
        </div>
    }
    .boxed()
}
