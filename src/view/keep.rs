//! Views that are kept while they are not shown.
//!
//! A keyed list throws away the rows that leave it. While somebody types, cards leave a result and
//! come back with the next letter; made anew each time they cost more than everything else
//! together. So a card that leaves is put into a cache with its elements and its reactive owner,
//! which is paused meanwhile, and is taken from there when it comes back.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::{LocalStorage, Owner, StoredValue, WeakOwner};
use leptos::tachys::view::Mountable;

use super::{BoxedState, BoxedView};

/// How many views are kept at most. The oldest goes first.
const CAPACITY: usize = 200;

/// A cache of views by their keys, for as long as its owner lives.
#[derive(Clone, Copy)]
pub struct ViewCache {
    entries: StoredValue<Rc<RefCell<Vec<Kept>>>, LocalStorage>,
    /// The owner under which the views live. It keeps this cache, so this must not keep it.
    owner: StoredValue<WeakOwner>,
}

/// A view that is not shown at present.
struct Kept {
    key: u32,
    view: Shown,
}

/// A view with what it needs to live.
struct Shown {
    // Dropped in this order: first the elements, then the owner of their signals.
    state: BoxedState,
    owner: Owner,
    /// Notified when the view is shown again: it ignored all changes meanwhile.
    resumed: Trigger,
}

impl ViewCache {
    /// An empty cache, which belongs to the present owner.
    ///
    /// # Panics
    /// Outside a component, which is where an owner is.
    #[must_use]
    pub fn new() -> Self {
        let owner = Owner::current().expect("a cache of views is made by a component");
        Self {
            entries: StoredValue::new_local(Rc::default()),
            owner: StoredValue::new(owner.downgrade()),
        }
    }

    /// The view with this key: the one that is kept, or one made anew. `make` is given a trigger to
    /// track in all that changes while the view is not shown.
    ///
    /// # Panics
    /// After the component that made the cache is gone.
    pub fn view(
        self,
        key: u32,
        make: impl FnOnce(Trigger) -> BoxedView + Send + 'static,
    ) -> BoxedView {
        BoxedView::new(move |standing| {
            let entries = self.entries.get_value();
            let found = entries.borrow().iter().position(|kept| kept.key == key);
            let found = found.map(|at| entries.borrow_mut().remove(at).view);
            let view = if let Some(view) = found {
                view.owner.resume();
                view.resumed.notify();
                view
            } else {
                let owner = self.owner.with_value(WeakOwner::upgrade);
                let owner = owner.expect("a cache lives as long as its component").with(Owner::new);
                owner.with(|| {
                    let resumed = Trigger::new();
                    let state = untrack(|| make(resumed).make(standing));
                    Shown { state, owner: owner.clone(), resumed }
                })
            };
            let element = view.state.element().clone();
            BoxedState::new(element, PutBack { key, view: Some(view), entries })
        })
    }
}

impl Default for ViewCache {
    fn default() -> Self {
        Self::new()
    }
}

/// A view whose owner is cleaned up when the view goes, whoever else may hold the owner.
#[must_use]
pub fn cleaned_up(view: BoxedView) -> BoxedView {
    let owner = Owner::current();
    BoxedView::new(move |standing| {
        let state = view.make(standing);
        let element = state.element().clone();
        BoxedState::new(element, CleanedUp { _state: state, owner })
    })
}

struct CleanedUp {
    _state: BoxedState,
    owner: Option<Owner>,
}

impl Drop for CleanedUp {
    fn drop(&mut self) {
        if let Some(owner) = &self.owner {
            owner.cleanup();
        }
    }
}

/// Puts a view back into the cache when its row goes.
struct PutBack {
    key: u32,
    view: Option<Shown>,
    entries: Rc<RefCell<Vec<Kept>>>,
}

impl Drop for PutBack {
    fn drop(&mut self) {
        let Some(mut view) = self.view.take() else { return };
        view.state.unmount();
        view.owner.pause();
        let mut entries = self.entries.borrow_mut();
        if entries.len() == CAPACITY {
            entries.remove(0);
        }
        entries.push(Kept { key: self.key, view });
    }
}
