//! The dialogs: what stands in each, and the frame around all of them.

mod embed;
mod export;
mod frame;
pub mod subject;

use std::sync::Arc;

use leptos::prelude::*;

use self::embed::EmbedDialog;
use self::export::ExportDialog;
use crate::store::Store;
use crate::store::dialog::Dialog;
use crate::view::{BoxedView, IntoBoxed, List, derive};

/// The dialog that is open, if there is one.
#[component]
pub fn DialogHost(
    /// The state of the widget.
    store: Store,
) -> BoxedView {
    let keys = move || vec![0; usize::from(store.ui.read().dialog.is_some())];
    let dialog = move |_| {
        let open = store.ui.read_untracked().dialog.clone();
        match open.map(|open| open.dialog) {
            Some(Dialog::Export(subject)) => view! { <ExportDialog store subject/> }.boxed(),
            Some(Dialog::Embed) | None => view! { <EmbedDialog store/> }.boxed(),
        }
    };
    view! { <div class="dialogs"><List each=derive(keys) row=Arc::new(dialog)/></div> }.boxed()
}
