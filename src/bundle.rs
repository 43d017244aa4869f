//! The reports the program carries: packed by the build, read once.

use std::sync::OnceLock;

use crate::report::Library;
use crate::report::codec;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The digest of the files that the reports were packed from; `frozen.rs` says how it is taken.
pub const DATA: &str = env!("REPORT_WIDGET_DATA");

/// Written by `build.rs` from `assets/reports/` after every check passed.
static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.numbers"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.txt"));

/// The index terms and synonyms of all reports, which a browser loads when
/// somebody is about to search: [`crate::search::Index::add_terms`] takes them.
/// They are no part of the program that readers load.
#[cfg(not(target_family = "wasm"))]
pub const SEARCH_TERMS: &str = include_str!(concat!(env!("OUT_DIR"), "/search-terms.txt"));

/// All reports of this bundle.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| codec::decode(NUMBERS, TEXTS))
}
