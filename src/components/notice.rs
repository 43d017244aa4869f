//! A short message for everyone, screen readers included.

use leptos::prelude::*;

use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, derive};

/// The message, while there is one.
#[component]
pub fn Notice(store: Store) -> BoxedView {
    let text = move || {
        let lang = store.lang.get();
        store.ui.read().notice.map_or("", |message| message.get(lang))
    };
    // It stays in the accessibility tree, since a status is announced only where it was before.
    let class = derive(move || if text().is_empty() { "notice empty" } else { "notice" });
    view! { <p class=class role="status">{derive(text)}</p> }.boxed()
}
