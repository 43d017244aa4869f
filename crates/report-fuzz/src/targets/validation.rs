//! JSON files of reports.

use report_model::section;
use report_validation::{Folder, library, search_terms};

use crate::files;

/// Checks a report. What is accepted can be packed and is read as the same; what is refused has a
/// reason with a file.
pub(crate) fn run(input: &[u8]) {
    let folders = [Folder { name: "example-co-2025".to_owned(), files: files::texts(input) }];
    match library(&folders) {
        Ok(library) => {
            let read = section::decode(&section::encode(&library)).expect("it was just packed");
            assert_eq!(format!("{read:?}"), format!("{library:?}"));
            drop(search_terms(&folders, &library, "[]"));
        }
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty());
            assert!(
                diagnostics.iter().all(|diagnostic| !diagnostic.problem.to_string().is_empty())
            );
        }
    }
}
