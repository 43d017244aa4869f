//! Views with an owner of their own, and owners that are used again.
//!
//! An owner of Leptos 0.8 keeps a record of each child until it is cleaned up itself, also of those
//! that are gone. The rows of a list come and go for as long as its page is read, so the owner of a
//! row that went is taken for one that comes.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::untrack;
use leptos::reactive::owner::{Owner, WeakOwner};

use super::{BoxedState, BoxedView};

/// Owners below the owner that was current when the pool was made.
#[derive(Clone)]
pub struct OwnerPool {
    /// It keeps what holds this pool, so the pool must not keep it.
    parent: WeakOwner,
    free: Arc<Mutex<Vec<Owner>>>,
}

impl OwnerPool {
    /// A pool with no owner yet.
    ///
    /// # Panics
    /// Outside a component, which is where an owner is.
    #[must_use]
    pub fn new() -> Self {
        let parent = Owner::current().expect("a pool of owners is made by a component").downgrade();
        Self { parent, free: Arc::default() }
    }

    /// Makes a view under an owner of the pool.
    ///
    /// # Panics
    /// After the component that made the pool is gone.
    pub fn make(&self, make: impl FnOnce() -> BoxedState) -> OwnedState {
        let free = self.free().pop();
        let owner = free.unwrap_or_else(|| {
            let parent = self.parent.upgrade().expect("a pool lives as long as its component");
            parent.with(Owner::new)
        });
        let state = owner.with(|| untrack(make));
        OwnedState { state: Some(state), owner, pool: self.clone() }
    }

    fn free(&self) -> MutexGuard<'_, Vec<Owner>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for OwnerPool {
    fn default() -> Self {
        Self::new()
    }
}

/// A view on the page with its owner, which is cleaned up and given back when the view goes.
pub struct OwnedState {
    /// Always there, until it is dropped.
    state: Option<BoxedState>,
    owner: Owner,
    pool: OwnerPool,
}

impl OwnedState {
    /// The view.
    ///
    /// # Panics
    /// Never: the view is taken out only when this is dropped.
    #[must_use]
    pub fn state(&self) -> &BoxedState {
        self.state.as_ref().expect("a view that was not dropped")
    }

    /// The view, to be taken off the page or put on it.
    ///
    /// # Panics
    /// Never: the view is taken out only when this is dropped.
    pub fn state_mut(&mut self) -> &mut BoxedState {
        self.state.as_mut().expect("a view that was not dropped")
    }

    /// What its signals and effects belong to.
    pub fn owner(&self) -> &Owner {
        &self.owner
    }

    /// A view of which this is the state.
    #[must_use]
    pub fn boxed(self) -> BoxedState {
        BoxedState::new(self.state().element().clone(), self)
    }
}

impl Drop for OwnedState {
    fn drop(&mut self) {
        // First the elements, then the signals that they follow.
        self.state = None;
        self.owner.cleanup();
        self.owner.resume();
        self.pool.free().push(self.owner.clone());
    }
}

/// A view under an owner of the pool.
#[must_use]
pub fn owned(pool: OwnerPool, view: impl FnOnce() -> BoxedView + Send + 'static) -> BoxedView {
    BoxedView::new(move |standing| pool.make(|| view().make(standing)).boxed())
}
