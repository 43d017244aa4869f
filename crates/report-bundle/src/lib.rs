//! The reports that the program carries: validated and packed by the build script, decoded once.
//!
//! ```
//! let report = report_bundle::library().report("white-paper-2022").expect("it is shipped");
//! assert_eq!(report.pages, 57);
//! ```

use std::sync::OnceLock;

use report_model::{Library, codec};

/// The digest of the files that the reports were packed from; `report_validation::data_digest` says
/// how it is taken.
pub const DATA: &str = env!("REPORT_WIDGET_DATA");

/// Written by the build script from `assets/reports/`.
static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.numbers"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.txt"));

/// The index terms and synonyms of all reports, which a browser loads when somebody is about to
/// search: `report_search::Index::add_terms` takes them. They are no part of the program that
/// readers load.
#[cfg(not(target_family = "wasm"))]
pub const SEARCH_TERMS: &str = include_str!(concat!(env!("OUT_DIR"), "/search-terms.txt"));

/// All reports of this bundle.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| codec::decode(NUMBERS, TEXTS))
}
