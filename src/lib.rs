//! A corporate report as one element, `<report-widget>`.
//!
//! Three circles, kept apart by Cargo features (see ARCHITECTURE.md):
//! the core (`report`, `bundle`, `number`, `search`, `state`, `table`, `words`)
//! knows nothing of the page; `views` draw it; `embed` and `prerender` bring it
//! to a browser or to HTML.

#[macro_use]
mod said;

pub mod report;

pub mod bundle;
pub mod hangul;
pub mod number;
pub mod search;
pub mod state;
pub mod table;
pub mod words;

#[cfg(feature = "views")]
pub mod views;

#[cfg(all(feature = "embed", target_family = "wasm"))]
mod browser;
#[cfg(all(feature = "embed", target_family = "wasm"))]
pub mod embed;

#[cfg(all(test, not(target_family = "wasm")))]
mod check;
