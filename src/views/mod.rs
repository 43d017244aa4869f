//! What the reader sees, one component a file, in the order of the page.
//!
//! Views show; they compute nothing. Each writes HTML for one
//! [`moment::Moment`] of the reader, so the page in the browser and the
//! prerendered one are the same text. They know no window and no document:
//! the edge finds what changes by its hooks, follows `data-go`, and calls the
//! verbs of `Reader`, the one thing here with signals.

pub mod card;
#[cfg(feature = "prerender")]
pub mod charts;
pub mod edition;
pub mod errata;
mod facets;
mod figure;
mod footer;
mod hero;
pub mod markup;
pub mod moment;
mod nav;
#[cfg(feature = "embed")]
mod outside;
pub mod page;
pub mod places;
#[cfg(feature = "embed")]
pub mod reader;
pub mod results;
pub mod search;
#[cfg(feature = "embed")]
mod topbar;
mod trace;

#[cfg(feature = "embed")]
pub use reader::{Offer, Outward, Reader};

/// The joined style sheets of all views, for the style of a prerendered page;
/// in the browser they are a file, `report-widget.css`.
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

/// The rules for paper, which that file holds too.
pub const PRINT: &str = include_str!(concat!(env!("OUT_DIR"), "/print.css"));
