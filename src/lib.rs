//! A corporate report as one element, `<report-widget>`.
//!
//! The core is crates (`crates/*`), which know no page; here they have short names.
//! The app (`store`, `components`) is a Leptos front end: the feature `csr` makes the program of
//! it, `ssr` the prerendered pages. `element` is the program's edge to the browser.

pub use report_export as export;
pub use report_i18n as i18n;
pub use report_model as report;
pub use report_numbers as number;
pub use report_search as search;
pub use report_state as state;
pub use report_state::location;

pub mod bundle;
pub mod element_ids;

#[cfg(feature = "app")]
pub mod components;
#[cfg(feature = "app")]
pub mod html;
#[cfg(feature = "app")]
pub mod store;
#[cfg(feature = "app")]
pub mod view;

#[cfg(feature = "ssr")]
pub mod charts;
#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(all(feature = "csr", target_family = "wasm"))]
pub mod element;
