//! From the built program and a publisher's reports to the delivery: files in, files out.
//!
//! The template is what the build of the program leaves: the program without reports, its modules, the
//! style sheet and the page. [`bundle`] puts the reports in and adds everything that depends on them.
//! The app writes the pages; it is handed in as a [`Renderer`], so that this crate knows no Leptos.
//!
//! ```
//! use report_bundler::Reports;
//!
//! let diagnostics = Reports::of(&[]).err().expect("there is no report");
//! assert_eq!(diagnostics[0].to_string(), ".: no report folder found");
//! ```

pub mod archive;
mod attach;
mod bundle;
mod compress;
mod copies;
mod digest;
mod error;
mod headers;
mod hosts;
mod integrity;
mod lists;
mod pages;
mod policy;
mod reports;
mod single;
mod wordpress;

use std::collections::BTreeMap;

pub use bundle::{Profile, Progress, Renderer, bundle};
pub use copies::compressed_copies;
pub use digest::{sha256, sha384};
pub use error::TemplateError;
pub use headers::{Headers, HeadersError};
pub use hosts::MEDIA_TYPES;
pub use integrity::PLACEHOLDER;
pub use lists::worker;
pub use reports::{Reports, SYNONYMS};
pub use wordpress::wordpress_plugin;

/// A folder: the contents of its files by their paths in it, with slashes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Files of the template and of the delivery that are known by name.
pub mod names {
    /// The module that registers the element, as hosts know it.
    pub const ELEMENT: &str = "report-widget.js";
    /// wasm-bindgen's module, which the element imports when it is needed.
    pub const PROGRAM: &str = "report-widget-program.js";
    /// The WebAssembly, which the program's module is made for.
    pub const CODE: &str = "report-widget_bg.wasm";
    /// The style sheet, which the element fetches while the program loads.
    pub const SHEET: &str = "report-widget.css";
    /// Of the template alone: the script of the single file. Its ending keeps it from being minified
    /// twice.
    pub const SINGLE_SCRIPT: &str = "report-widget.html.mjs";
    /// The delivery as one page.
    pub const SINGLE: &str = "report-widget.html";
    /// What readers load on demand: the charts, one file for each language, when they open what has
    /// one.
    pub const CHARTS: [&str; 2] = ["report-widget-charts-en.json", "report-widget-charts-ko.json"];
    /// Index terms and synonyms, loaded when a reader is about to search.
    pub const SEARCH_TERMS: &str = "report-widget-search.txt";
    /// The version of the program, and the digest of the reports.
    pub const VERSION: &str = "VERSION";
    /// What hosts send with which path.
    pub const HEADERS: &str = "_headers";
}
