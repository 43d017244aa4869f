//! The one keyed list that all lists of the page are.

use std::sync::Mutex;

use leptos::prelude::*;
use leptos::tachys::view::keyed::keyed;

use super::{Dynamic, Row};

/// A keyed list: a row keeps its elements for as long as its key is there.
///
/// All lists share this one, since each type of rows and keys is compiled anew. It is `<For>` but for
/// the owners of its rows: the owner of a row that went is used again ([`super::OwnerPool`]).
#[component]
pub fn List(
    /// The keys of the rows, in order.
    each: Dynamic<Vec<u32>>,
    /// Makes a row from its key.
    row: Row,
) -> impl IntoView {
    // A list is derived from `Fn`; only one effect ever calls it.
    let each = Mutex::new(each);
    #[cfg(not(feature = "ssr"))]
    let row: Row = {
        let pool = super::OwnerPool::new();
        std::sync::Arc::new(move |key| {
            let row = row.clone();
            super::owned(pool.clone(), move || row(key))
        })
    };
    move || {
        let keys = each.lock().map(|mut each| each()).unwrap_or_default();
        let row = row.clone();
        keyed(keys, |key| *key, move |_, key| (drop::<usize>, row(key)))
    }
}
