//! What the components are made of: views of one type, values that change, lists, and content
//! that is deferred or kept.

#[cfg(not(feature = "ssr"))]
mod attach;
mod boxed;
mod deferred;
mod dynamic;
mod lazy_html;
mod list;
#[cfg(not(feature = "ssr"))]
mod owned;
#[cfg(not(feature = "ssr"))]
mod view_cache;

#[cfg(not(feature = "ssr"))]
pub use attach::attach;
pub use boxed::{BoxedState, BoxedView, IntoBoxed};
pub use deferred::{Content, Deferred, DeferredProps, Need, ProgramOnly, ProgramOnlyProps};
pub use dynamic::{
    Dynamic, Handler, Hook, Resumed, Row, derive, follow, handler, hook, on_click, on_event,
    with_element,
};
pub use lazy_html::{LazyHtml, lazy_html};
pub use list::{List, ListProps};
#[cfg(not(feature = "ssr"))]
pub use owned::{OwnedState, OwnerPool, owned};
#[cfg(not(feature = "ssr"))]
pub use view_cache::ViewCache;
