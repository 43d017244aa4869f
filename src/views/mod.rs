//! What the reader sees, one component a file, in the order of the page.
//!
//! Views show and call verbs; they compute nothing. They take the report as
//! `&'static` data and the language as a plain value: when either changes,
//! [`widget::Widget`] draws anew. They know no window and no document: what
//! has to leave the widget goes through [`Reader::outward`].

mod card;
mod edition;
mod errata;
mod facets;
mod figure;
mod footer;
mod hero;
pub mod markup;
mod nav;
pub mod reader;
mod results;
mod search;
mod topbar;
mod trace;
mod widget;

pub use reader::{Outward, Reader};
pub use widget::Widget;

/// The joined style sheets of all views, for a constructable style sheet or a
/// prerendered `<style>`.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));
