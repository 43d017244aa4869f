//! Workbooks of report teams.

use std::io::{Cursor, Write};

use report_workbook::{Diagnostic, Folder, Locale, Workbook, export_csv, import};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::files;

/// Any bytes as an XLSX file.
pub(crate) fn run_file(input: &[u8]) {
    check(import(Workbook::Xlsx(input)));
}

/// The parts of an XLSX file, which are put together: a change of the file itself breaks its archive
/// long before the XML is read.
pub(crate) fn run_parts(input: &[u8]) {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files::read(input) {
        // A name that stands twice is refused by the writer already.
        if archive.start_file(name, stored).is_ok() {
            archive.write_all(&content).expect("a vector takes it");
        }
    }
    let bytes = archive.finish().expect("a vector takes it").into_inner();
    check(import(Workbook::Xlsx(&bytes)));
}

/// CSV texts.
pub(crate) fn run_csv(input: &[u8]) {
    check(import(Workbook::Csv(&files::texts(input))));
}

/// What is refused has a reason in both languages, and what is read can be written and read again.
fn check(read: Result<Folder, Vec<Diagnostic>>) {
    match read {
        Ok(folder) => {
            if let Ok(sheets) = export_csv(&folder) {
                let again =
                    import(Workbook::Csv(&sheets)).expect("what is exported can be imported");
                assert_eq!(again.files, folder.files);
            }
        }
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty());
            for diagnostic in diagnostics {
                assert!(!diagnostic.message(Locale::Ko).is_empty());
                assert!(!diagnostic.message(Locale::En).is_empty());
            }
        }
    }
}
