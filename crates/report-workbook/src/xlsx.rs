//! Reads XLSX. The file is inspected before it is parsed, and cells are read one by one, so that
//! memory is bounded whatever the file says of itself.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxFormulaMetadata};

use crate::cell::Cell;
use crate::date::ExcelDate;
use crate::diagnostic::{CellPosition, Diagnostic, SheetPlace};
use crate::inspect::inspect;
use crate::layout::{UNITS, sheet_position};
use crate::percent;
use crate::problem::{file, sheet};
use crate::raw::{CELL_COST, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, RawSheet};

/// The sheets of a workbook.
///
/// # Errors
/// The one thing that is wrong with the file as a whole.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<RawSheet>, Diagnostic> {
    inspect(bytes)?;
    let damaged = |_| Diagnostic::file(file::damaged());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut text_left = MOST_TEXT;
    let mut sheets = Vec::new();
    for metadata in workbook.sheets_metadata().to_vec() {
        let mut found = RawSheet {
            is_hidden: metadata.visible != SheetVisible::Visible,
            name: metadata.name,
            ..RawSheet::default()
        };
        let is_read = sheet_position(&found.name).is_some() && found.name != UNITS;
        if is_read && metadata.typ == SheetType::WorkSheet {
            read_sheet(&mut workbook, &mut found, &mut text_left)?;
        }
        sheets.push(found);
    }
    percent::mark(bytes, &mut sheets);
    Ok(sheets)
}

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

fn read_sheet(
    workbook: &mut Workbook,
    found: &mut RawSheet,
    text_left: &mut usize,
) -> Result<(), Diagnostic> {
    let name = found.name.clone();
    let whole = |problem| Some(Diagnostic::new(SheetPlace::sheet(&name), problem));
    let mut cells = match workbook.worksheet_cells_reader(&name) {
        Ok(cells) => cells,
        Err(error) => {
            found.problem = whole(sheet::unreadable(&error.to_string()));
            return Ok(());
        }
    };
    loop {
        let record = match cells.next_cell_with_formula_metadata() {
            Ok(Some(record)) => record,
            Ok(None) => break,
            Err(error) => {
                found.problem = whole(sheet::unreadable(&error.to_string()));
                return Ok(());
            }
        };
        let (row, column) = record.pos;
        let Some(cell) = cell(&record.value, record.formula.as_ref()) else { continue };
        if row >= MOST_ROWS {
            found.problem = whole(sheet::too_many_rows(MOST_ROWS));
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            found.problem = whole(sheet::too_many_columns(MOST_COLUMNS));
            return Ok(());
        }
        let text = if let Cell::Text(text) = &cell { text.len() } else { 0 };
        *text_left = text_left
            .checked_sub(text + CELL_COST)
            .ok_or_else(|| Diagnostic::file(file::too_large("text", MOST_TEXT as u64 >> 20)))?;
        found.put(row, column, cell);
    }
    drop(cells);
    match workbook.merge_cells_by_sheet_name(&name) {
        Ok(merged) => {
            let first = |range: calamine::Dimensions| CellPosition {
                row: range.start.0,
                column: range.start.1,
            };
            found.merged = merged.into_iter().map(first).collect();
        }
        Err(error) => found.problem = whole(sheet::unreadable(&error.to_string())),
    }
    Ok(())
}

/// What the cell holds; none if it is empty.
fn cell(value: &DataRef, formula: Option<&XlsxFormulaMetadata>) -> Option<Cell> {
    if let Some(
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. },
    ) = formula
        && refers_to_another_workbook(formula)
    {
        return Some(Cell::ExternalFormula);
    }
    Some(match value {
        DataRef::Empty => return formula.map(|_| Cell::FormulaWithoutValue),
        // Whole numbers are read as floats, so this is never met; a float is what Excel has.
        #[allow(clippy::cast_precision_loss, reason = "spreadsheets keep floats only")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::Text(text.clone())
        }
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(value) => Cell::Boolean(*value),
        DataRef::DateTime(date) => {
            let (year, month, day, hours, minutes, seconds, milliseconds) = date.to_ymd_hms_milli();
            let time = u32::from(hours) + u32::from(minutes) + u32::from(seconds);
            let has_time =
                date.is_duration() || time > 0 || milliseconds > 0 || date.as_f64() < 1.0;
            Cell::Date(ExcelDate { year, month, day, has_time })
        }
        DataRef::Error(error) => Cell::Error(error.to_string()),
    })
}

/// `[1]Sheet1!A1`: a formula names other workbooks by a number in brackets.
fn refers_to_another_workbook(formula: &str) -> bool {
    formula.match_indices('[').any(|(at, _)| {
        let digits = formula[at + 1..].chars().take_while(char::is_ascii_digit).count();
        digits > 0 && formula[at + 1 + digits..].starts_with(']')
    })
}
