//! Sheets as CSV texts, one for each sheet: `Figures.csv`.

use csv::{ReaderBuilder, WriterBuilder};

use crate::cell::Cell;
use crate::diagnostic::{Diagnostic, SheetPlace};
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
                        found.put(row, column, Cell::Text(unguarded(text).to_owned()));
                    }
                }
                continue;
            }
        };
        found.problem = Some(Diagnostic::new(SheetPlace::sheet(&found.name), problem));
        break;
    }
    found
}

/// What a formula begins with for one spreadsheet program or another.
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A text as a cell of a CSV file. A spreadsheet program would run what begins like a formula; after an
/// apostrophe it does not. Apostrophes that stand there already get one more, so that [`unguarded`]
/// gives the same text back.
pub(crate) fn guarded(text: &str) -> String {
    let is_formula = text.trim_start_matches('\'').starts_with(FORMULA_STARTS);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

/// Reads what [`guarded`] wrote; spreadsheet programs know the apostrophe too.
fn unguarded(text: &str) -> &str {
    let is_formula = text.trim_start_matches('\'').starts_with(FORMULA_STARTS);
    text.strip_prefix('\'').filter(|_| is_formula).unwrap_or(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_begins_like_a_formula_is_guarded_and_read_back() {
        for (text, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("'quoted'", "'quoted'"),
            ("1+1=2", "1+1=2"),
            ("=1+1", "'=1+1"),
            ("-5 people", "'-5 people"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("'=1+1", "''=1+1"),
            ("''+1", "'''+1"),
        ] {
            assert_eq!(guarded(text), expected);
            assert_eq!(unguarded(expected), text);
        }
        // What people typed themselves is read as it stands.
        assert_eq!(unguarded("=1+1"), "=1+1");
    }
}
