//! What the reader sees, one component a file, in the order of the page.
//!
//! Views show and call verbs; they compute nothing. They take the report as
//! `&'static` data and the language as a plain value: when either changes,
//! [`widget::Widget`] draws anew. They know no window and no document: what
//! has to leave the widget goes through [`Reader::outward`].

pub mod card;
pub mod errata;
pub mod facets;
pub mod figure;
pub mod footer;
pub mod hero;
pub mod nav;
pub mod reader;
pub mod results;
pub mod search;
pub mod topbar;
pub mod trace;
pub mod widget;

pub use reader::{Outward, Reader};
pub use widget::Widget;

/// The joined style sheets of all views, for a constructable style sheet or a
/// prerendered `<style>`.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));
