//! The dialogs: what stands in each, and the frame around all of them.

mod compare;
mod embed;
mod export;
mod frame;
mod story;
pub mod subject;

use std::sync::Arc;

use leptos::prelude::*;

use self::compare::CompareDialog;
use self::embed::EmbedDialog;
use self::export::ExportDialog;
use self::story::StoryDialog;
use crate::store::Store;
use crate::store::dialog::Dialog;
use crate::view::{BoxedView, IntoBoxed, List, derive};

/// The dialog that is open, if there is one, over the one that it was opened from.
#[component]
pub fn DialogHost(
    /// The state of the widget.
    store: Store,
) -> BoxedView {
    let keys = move || {
        let ui = store.ui.read();
        let open = ui.dialog.iter();
        open.flat_map(|open| open.opener.iter().chain([&open.dialog])).map(key).collect()
    };
    let dialog = move |of| {
        let open = store.ui.read_untracked().dialog.clone();
        let open = open.into_iter().flat_map(|open| [Some(open.dialog), open.opener]);
        match open.flatten().find(|dialog| key(dialog) == of) {
            Some(Dialog::Export(subject)) => view! { <ExportDialog store subject/> }.boxed(),
            Some(Dialog::Compare) => view! { <CompareDialog store/> }.boxed(),
            Some(Dialog::Story) => view! { <StoryDialog store/> }.boxed(),
            Some(Dialog::Embed) | None => view! { <EmbedDialog store/> }.boxed(),
        }
    };
    view! { <div class="dialogs"><List each=derive(keys) row=Arc::new(dialog)/></div> }.boxed()
}

/// The key of a dialog in the list of those that are open.
fn key(dialog: &Dialog) -> u32 {
    match dialog {
        Dialog::Embed => 0,
        Dialog::Export(_) => 1,
        Dialog::Compare => 2,
        Dialog::Story => 3,
    }
}
