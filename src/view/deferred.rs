//! Content that is worked on only when somebody opens it.
//!
//! A report has hundreds of numbers, each with its trace; most readers open a few. In the
//! prerendered page all of them stand as plain text, for reading without a program, for
//! find-in-page and for print. Here they stay plain text until they are opened, and are hydrated
//! then. Where nothing was prerendered they are built at the same moment, or earlier when the page
//! is idle or about to be printed.

use std::sync::Arc;

use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
use super::with_element;
use super::{BoxedView, Dynamic, IntoBoxed};

/// How much of deferred content is needed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// None of it.
    Nothing,
    /// It has to be there to be found or printed; nobody touches it.
    Present,
    /// Somebody opened it.
    Interactive,
}

/// Makes deferred content.
pub type Content = Arc<dyn Fn() -> BoxedView + Send + Sync>;

#[cfg_attr(
    feature = "ssr",
    allow(clippy::needless_pass_by_value, reason = "only the page in a browser keeps the content")
)]
/// An element whose content is hydrated, or built, when it is needed.
#[component]
pub fn Deferred(
    /// Class of the element.
    class: &'static str,
    /// How much of the content is needed.
    need: Dynamic<Need>,
    /// Makes the content, at most once.
    content: Content,
) -> BoxedView {
    #[cfg(feature = "ssr")]
    {
        drop(need);
        view! { <div class=class>{content()}</div> }.boxed()
    }
    #[cfg(not(feature = "ssr"))]
    {
        let waiting = std::cell::RefCell::new(Some((need, content)));
        let make = super::hook(move |element| {
            if let Some((need, content)) = waiting.take() {
                make_when_needed(element, need, content);
            }
        });
        view! { <div class=class use:with_element=make></div> }.boxed()
    }
}

#[cfg_attr(
    feature = "ssr",
    allow(clippy::needless_pass_by_value, reason = "only the page in a browser makes the content")
)]
/// An element whose content nobody can use without the program: the prerendered page has it empty.
#[component]
pub fn ProgramOnly(
    /// Class of the element.
    class: &'static str,
    /// Makes the content, once.
    content: Content,
) -> BoxedView {
    #[cfg(feature = "ssr")]
    {
        drop(content);
        view! { <div class=class></div> }.boxed()
    }
    #[cfg(not(feature = "ssr"))]
    {
        let need = super::derive(|| Need::Interactive);
        view! { <Deferred class need content/> }.boxed()
    }
}

#[cfg(not(feature = "ssr"))]
fn make_when_needed(element: web_sys::Element, mut need: Dynamic<Need>, content: Content) {
    // An effect disposes of what it made when it runs again; the content belongs to the component.
    let owner = leptos::reactive::owner::Owner::current().expect("a component has an owner");
    // It keeps the effect, so the effect must not keep it.
    let owner = owner.downgrade();
    let mut made = None;
    super::follow(move || {
        if made.is_some() {
            return;
        }
        let Some(owner) = owner.upgrade() else { return };
        let is_needed = match need() {
            Need::Nothing => false,
            Need::Present => element.first_element_child().is_none(),
            Need::Interactive => true,
        };
        if is_needed {
            made = Some(owner.with(|| untrack(|| super::attach(&element, content()))));
        }
    });
}
