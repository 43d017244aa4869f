//! From the files an editor writes to a library that cannot be wrong.
//!
//! `build.rs` runs this before anything is compiled; a report with faults
//! does not build, and every fault is listed at once. None of it is in the
//! shipped program.

mod card;
mod errata;
mod fault;
mod figure;
mod names;
mod parsed;
mod read;
mod report;
#[cfg(all(test, feature = "schema"))]
mod schema;
pub mod source;
mod sum;
mod terms;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::Path;

pub use fault::Fault;
pub use terms::search_terms;

use crate::report::Library;
use fault::Faults;
use names::Names;

/// The files of one report, as found or as a test writes them.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Name of the folder; the report's id.
    pub name: String,
    /// File names and their texts, parts in order.
    pub files: Vec<(String, String)>,
}

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
/// All faults of all files.
pub fn library(folders: &[Folder]) -> Result<Library, Vec<Fault>> {
    let faults = Faults::default();
    let sources: Vec<_> =
        folders.iter().filter_map(|folder| parsed::parse(&faults, folder)).collect();
    if folders.is_empty() {
        faults.file(".").fault("no report folder found");
    }
    let names = Names::of(&sources);
    let reports = sources.iter().map(|source| report::build(&faults, source, &names)).collect();
    let faults = faults.into_vec();
    if faults.is_empty() { Ok(Library { reports }) } else { Err(faults) }
}
