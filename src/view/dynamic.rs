//! One type for everything that changes in a view, and one for every listener, effect and hook.
//!
//! Each closure has a type of its own, and Leptos compiles its code for attributes, texts, events
//! and effects once for each of them. Boxed, they share it; that saves about 10 kB over the whole
//! page (measured after Brotli).

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::graph::Source;
use web_sys::{Element, Event, MouseEvent};

use super::BoxedView;

/// A value that is derived from signals, and derived again when they change.
pub type Dynamic<T> = Box<dyn FnMut() -> T + Send>;

/// A value for a view that follows the signals it reads.
pub fn derive<T: 'static>(value: impl FnMut() -> T + Send + 'static) -> Dynamic<T> {
    Resumed::followed_by(Box::new(value))
}

/// Notified when a view that was put aside is shown again: it ignored all changes meanwhile, so all that
/// follows signals in it follows this as well.
#[derive(Clone, Copy)]
pub struct Resumed(Trigger);

impl Resumed {
    /// For a view that is about to be made.
    #[must_use]
    pub fn new() -> Self {
        Self(Trigger::new())
    }

    /// Makes it that of all that is made under the current owner.
    pub fn provide(self) {
        provide_context(self);
    }

    /// Lets everything in the view run again.
    pub fn notify(self) {
        self.0.notify();
        // As when the store changes a signal: those that are still there follow it anew.
        self.0.clear_subscribers();
    }

    fn followed_by<T: 'static>(mut value: Dynamic<T>) -> Dynamic<T> {
        match use_context::<Self>() {
            Some(Self(resumed)) => Box::new(move || {
                resumed.track();
                value()
            }),
            None => value,
        }
    }
}

impl Default for Resumed {
    fn default() -> Self {
        Self::new()
    }
}

/// What a control does when it is pressed.
pub type Handler = Box<dyn Fn() + Send>;

/// A handler for a control.
pub fn handler(work: impl Fn() + Send + 'static) -> Handler {
    Box::new(work)
}

/// A listener for `on:click`.
pub fn on_click(work: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| work())
}

/// A listener for any other event, such as `on:toggle` and `on:input`.
pub fn on_event(work: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(work)
}

/// Makes the row of a list from its key.
pub type Row = Arc<dyn Fn(u32) -> BoxedView + Send + Sync>;

/// What is done with an element when it is made or hydrated: `use:with_element=hook(..)`.
pub type Hook = Rc<dyn Fn(Element)>;

/// A hook for `use:with_element`.
pub fn hook(work: impl Fn(Element) + 'static) -> Hook {
    Rc::new(work)
}

/// Gives an element to a hook, in the browser alone.
#[allow(clippy::needless_pass_by_value, reason = "a directive of Leptos is called like this")]
pub fn with_element(element: Element, hook: Hook) {
    hook(element);
}

/// Runs `work` now, and again whenever a signal that it read changes. For what leaves the view; a
/// value of the view is derived.
pub fn follow(work: impl FnMut() + 'static) {
    let mut work: Box<dyn FnMut()> = Box::new(work);
    let resumed = use_context::<Resumed>();
    Effect::new(move |_| {
        if let Some(Resumed(resumed)) = resumed {
            resumed.track();
        }
        work();
    });
}
