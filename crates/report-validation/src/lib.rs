//! From the files that editors write to a library that cannot be wrong.
//!
//! The build script of `report-bundle` runs this: a report with faults does not build, and every
//! fault is listed at once, as a [`Diagnostic`]. None of it is in the program.
//!
//! ```
//! use report_validation::{Folder, library};
//!
//! let folder = Folder { name: "empty".to_owned(), files: Vec::new() };
//! let diagnostics = library(&[folder]).expect_err("it has no files");
//! assert_eq!(diagnostics[0].to_string(), "empty/report.json: the file is missing");
//! ```

mod card;
pub mod data_digest;
mod details;
mod diagnostic;
mod document;
mod errata;
mod figure;
mod frameworks;
mod links;
mod parsed;
mod problem;
mod read;
mod references;
mod report;
#[cfg(all(test, feature = "schema"))]
mod schema;
mod source;
mod sum;
mod terms;
#[cfg(test)]
mod tests;
mod units;

use std::fs;
use std::io;
use std::path::Path;

use report_model::Library;

use diagnostic::Diagnostics;
use references::CardIds;

pub use diagnostic::Diagnostic;
pub use links::without_outside_links;
pub use problem::Problem;
pub use read::language;
pub use terms::search_terms;

/// The files of one report, as found or as a test writes them.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Name of the folder; the report's id.
    pub name: String,
    /// File names and their texts, parts in order.
    pub files: Vec<(String, String)>,
}

/// Of the reports in this repository, the one that is shown by default.
pub const FIRST: &str = "white-paper-2022";

/// Reads all report folders of a directory, in alphabetical order but for
/// `first`, the report shown by default.
///
/// # Errors
/// The file system's, when a file cannot be read.
pub fn folders(directory: &Path, first: &str) -> io::Result<Vec<Folder>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let mut files = Vec::new();
            for file in fs::read_dir(entry.path())? {
                let path = file?.path();
                if path.extension().is_some_and(|extension| extension == "json") {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    files.push((name, fs::read_to_string(&path)?));
                }
            }
            files.sort_by_key(|(name, _)| (name.len(), name.clone()));
            found.push(Folder { name: entry.file_name().to_string_lossy().into_owned(), files });
        }
    }
    found.sort_by_key(|folder| (folder.name != first, folder.name.clone()));
    Ok(found)
}

/// Checks the folders and makes the library of them.
///
/// # Errors
/// All diagnostics of all files.
pub fn library(folders: &[Folder]) -> Result<Library, Vec<Diagnostic>> {
    let diagnostics = Diagnostics::default();
    let sources: Vec<_> =
        folders.iter().filter_map(|folder| parsed::parse(&diagnostics, folder)).collect();
    if folders.is_empty() {
        diagnostics.file(".").error(Problem::NoReport);
    }
    let card_ids = CardIds::of(&sources);
    let reports =
        sources.iter().map(|source| report::build(&diagnostics, source, &card_ids)).collect();
    let diagnostics = diagnostics.into_vec();
    if diagnostics.is_empty() {
        Ok(Library { digest: digest(folders).leak(), reports })
    } else {
        Err(diagnostics)
    }
}

/// [`data_digest::digest`] of files that are read already.
fn digest(folders: &[Folder]) -> String {
    let lines = folders.iter().flat_map(|folder| {
        let line = |(name, text): &(String, String)| {
            data_digest::line(&format!("{}/{name}", folder.name), text.as_bytes())
        };
        folder.files.iter().map(line)
    });
    data_digest::of(lines.collect())
}
