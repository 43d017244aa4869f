//! Views that are kept while they are not shown.
//!
//! A keyed list throws away the rows that leave it. While somebody types, cards leave a result and
//! come back with the next letter; made anew each time they cost more than everything else
//! together. So a card that leaves is put into a cache with its elements and its reactive owner,
//! which is paused meanwhile, and is taken from there when it comes back.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::{LocalStorage, StoredValue};
use leptos::tachys::view::Mountable;

use super::{BoxedState, BoxedView, OwnedState, OwnerPool, Resumed};

/// How many views are kept at most. The oldest goes first.
const CAPACITY: usize = 200;

/// A cache of views by their keys, for as long as its owner lives.
#[derive(Clone, Copy)]
pub struct ViewCache {
    entries: StoredValue<Rc<RefCell<Vec<Kept>>>, LocalStorage>,
    /// The owners of the views.
    owners: StoredValue<OwnerPool>,
}

/// A view that is not shown at present.
struct Kept {
    key: u32,
    shown: Shown,
}

/// A view with what it needs to live.
struct Shown {
    view: OwnedState,
    resumed: Resumed,
}

impl ViewCache {
    /// An empty cache, which belongs to the present owner.
    ///
    /// # Panics
    /// Outside a component, which is where an owner is.
    #[must_use]
    pub fn new() -> Self {
        Self {
            entries: StoredValue::new_local(Rc::default()),
            owners: StoredValue::new(OwnerPool::new()),
        }
    }

    /// The view with this key: the one that is kept, or one made anew.
    ///
    /// # Panics
    /// After the component that made the cache is gone.
    pub fn view(self, key: u32, make: impl FnOnce() -> BoxedView + Send + 'static) -> BoxedView {
        BoxedView::new(move |standing| {
            let entries = self.entries.get_value();
            let found = entries.borrow().iter().position(|kept| kept.key == key);
            let found = found.map(|at| entries.borrow_mut().remove(at).shown);
            let shown = if let Some(shown) = found {
                shown.view.owner().resume();
                shown.resumed.notify();
                shown
            } else {
                let mut resumed = None;
                let view = self.owners.get_value().make(|| {
                    resumed.insert(Resumed::new()).provide();
                    make().make(standing)
                });
                Shown { view, resumed: resumed.expect("made with the view") }
            };
            let element = shown.view.state().element().clone();
            BoxedState::new(element, PutBack { key, shown: Some(shown), entries })
        })
    }
}

impl Default for ViewCache {
    fn default() -> Self {
        Self::new()
    }
}

/// Puts a view back into the cache when its row goes.
struct PutBack {
    key: u32,
    shown: Option<Shown>,
    entries: Rc<RefCell<Vec<Kept>>>,
}

impl Drop for PutBack {
    fn drop(&mut self) {
        let Some(mut shown) = self.shown.take() else { return };
        shown.view.state_mut().unmount();
        shown.view.owner().pause();
        let mut entries = self.entries.borrow_mut();
        if entries.len() == CAPACITY {
            entries.remove(0);
        }
        entries.push(Kept { key: self.key, shown });
    }
}
