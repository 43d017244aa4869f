//! The reports that the program's file carries. A native build has the shipped reports embedded:
//! validated and packed by the build script, decoded once. The program in the browser has none: its
//! page hands it the custom section of its file, to which `report-bundler` attached them.
//!
//! ```
//! let report = report_bundle::library().report("white-paper-2022").expect("it is shipped");
//! assert_eq!(report.pages, 57);
//! ```

use std::sync::OnceLock;

use report_model::Library;
use report_model::section::{self, SectionError};

/// The shipped reports as a section; written by the build script from `assets/reports/`.
#[cfg(any(not(target_family = "wasm"), feature = "embedded"))]
pub static SECTION: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.section"));

/// The index terms and synonyms of all reports, which a browser loads when somebody is about to
/// search: `report_search::Index::add_terms` takes them. They are no part of the program that
/// readers load.
#[cfg(not(target_family = "wasm"))]
pub const SEARCH_TERMS: &str = include_str!(concat!(env!("OUT_DIR"), "/search-terms.txt"));

static LIBRARY: OnceLock<Library> = OnceLock::new();

/// Decodes the reports of a section, unless there are reports already.
///
/// # Errors
/// When the section is empty, of an unknown version or damaged.
pub fn load(section: &[u8]) -> Result<(), SectionError> {
    if LIBRARY.get().is_none() {
        let library = section::decode(section)?;
        LIBRARY.get_or_init(|| library);
    }
    Ok(())
}

/// All reports of this bundle.
///
/// # Panics
/// In a browser, before [`load`] succeeded.
#[must_use]
pub fn library() -> &'static Library {
    #[cfg(not(target_family = "wasm"))]
    load(SECTION).expect("the build script packed this section");
    LIBRARY.get().expect("the reports are loaded before a widget is mounted")
}
