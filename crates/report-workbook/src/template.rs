//! The workbook that a report team starts from: a small report of a company that does not exist.

use report_validation::Folder;

use crate::write::export;

/// The JSON files of the example.
const FILES: [(&str, &str); 2] = [
    ("report.json", include_str!("../template/report.json")),
    ("part-1.json", include_str!("../template/part-1.json")),
];

/// An XLSX file with one small example report, which is valid as it is.
///
/// # Panics
/// Never: a test reads it.
#[must_use]
pub fn template() -> Vec<u8> {
    let files = FILES.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
    let folder = Folder { name: "example-report".to_owned(), files };
    export(&folder).expect("the example can be written")
}
