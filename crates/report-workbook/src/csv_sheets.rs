//! Sheets as CSV texts, one for each sheet: `Figures.csv`.

use csv::{ReaderBuilder, WriterBuilder};

use crate::cell::Cell;
use crate::diagnostic::{Diagnostic, Place};
use crate::problem::{file, sheet};
use crate::raw::{MOST_COLUMNS, MOST_ROWS, MOST_TEXT, RawSheet};

/// The sheets of these CSV texts, given by file name.
///
/// # Errors
/// When there is more text than a workbook may have.
pub(crate) fn sheets(files: &[(String, String)]) -> Result<Vec<RawSheet>, Diagnostic> {
    let size: usize = files.iter().map(|(_, text)| text.len()).sum();
    if size > MOST_TEXT {
        return Err(Diagnostic::file(file::too_large("text", MOST_TEXT as u64 >> 20)));
    }
    Ok(files.iter().map(|(name, text)| read(name, text)).collect())
}

fn read(name: &str, text: &str) -> RawSheet {
    let name = name.strip_suffix(".csv").unwrap_or(name).to_owned();
    let mut found = RawSheet { name, ..RawSheet::default() };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for (row, record) in (0..).zip(reader.records()) {
        let problem = match record {
            Err(error) => sheet::unreadable(&error.to_string()),
            Ok(_) if row >= MOST_ROWS => sheet::too_many_rows(MOST_ROWS),
            Ok(record) if record.len() > MOST_COLUMNS as usize => {
                sheet::too_many_columns(MOST_COLUMNS)
            }
            Ok(record) => {
                for (column, text) in (0..).zip(&record) {
                    if !text.is_empty() {
                        found.put(row, column, Cell::Text(text.to_owned()));
                    }
                }
                continue;
            }
        };
        found.problem = Some(Diagnostic::new(Place::sheet(&found.name), problem));
        break;
    }
    found
}

/// The text of a sheet with these rows.
pub(crate) fn write(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("a vector takes all rows, which are equally long");
    }
    let bytes = writer.into_inner().expect("a vector takes all bytes");
    String::from_utf8(bytes).expect("texts in UTF-8 give a text in UTF-8")
}
