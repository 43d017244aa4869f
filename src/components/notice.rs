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
    view! { <p class="notice" role="status">{derive(text)}</p> }.boxed()
}
