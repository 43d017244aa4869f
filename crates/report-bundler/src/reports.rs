//! The reports of a bundle: checked, and packed for the program.

use report_model::{Library, section};
use report_validation::{Diagnostic, Folder, library, search_terms};

/// Synonyms that hold for every report.
pub const SYNONYMS: &str = include_str!("../../../assets/synonyms.json");

/// The reports of a bundle.
#[derive(Debug)]
pub struct Reports {
    /// All reports, the one that is shown by default first.
    pub library: &'static Library,
    /// The same as a section of the program's file.
    pub section: Vec<u8>,
    /// Index terms and synonyms, as the browser loads them.
    pub search_terms: String,
}

impl Reports {
    /// Validates the files of each report. The library stays in memory until the program ends, as the
    /// texts of every report do.
    ///
    /// # Errors
    /// All diagnostics of all files.
    pub fn of(folders: &[Folder]) -> Result<Self, Vec<Diagnostic>> {
        let library = library(folders)?;
        let search_terms = search_terms(folders, &library, SYNONYMS)?;
        let section = section::encode(&library);
        Ok(Self { library: Box::leak(Box::new(library)), section, search_terms })
    }
}
