//! The one keyed list that all lists of the page are.

use std::sync::Mutex;

use leptos::prelude::*;

use super::{Dynamic, Row};

/// A keyed list: a row keeps its elements for as long as its key is there.
///
/// `<For>` is compiled anew for every type of its rows and keys, so all lists share this one.
#[component]
pub fn List(
    /// The keys of the rows, in order.
    each: Dynamic<Vec<u32>>,
    /// Makes a row from its key.
    row: Row,
) -> impl IntoView {
    // `<For>` asks for `Fn`; only one effect ever calls it.
    let each = Mutex::new(each);
    let each = move || each.lock().map(|mut each| each()).unwrap_or_default();
    view! { <For each key=|key| *key children=move |key| row(key)/> }
}
