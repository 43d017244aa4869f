//! Writes workbooks: headers with help, drop-down lists, formats.

use report_validation::Folder;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, Note, Workbook, Worksheet, XlsxError,
};

use crate::csv_sheets;
use crate::diagnostic::Bilingual;
use crate::export::{CellValue, ExportError, Tables, tables};
use crate::layout::{Column, Kind, OWN_UNITS, Sheet, UNITS, sheet_position, units};

/// Rows below the header that have drop-down lists and formats.
const PREPARED_ROWS: u32 = 2000;

/// The XLSX file of a report.
///
/// # Errors
/// When the folder has no `report.json`, a file is no JSON, or a text cannot stand in a cell.
pub fn export(folder: &Folder) -> Result<Vec<u8>, ExportError> {
    Ok(workbook(&tables(folder)?)?)
}

/// The CSV texts of a report, by file name.
///
/// # Errors
/// As those of [`export`].
pub fn export_csv(folder: &Folder) -> Result<Vec<(String, String)>, ExportError> {
    let tables = tables(folder)?;
    let texts = tables.layout.iter().zip(tables.rows).map(|(sheet, rows)| {
        let header = sheet.columns.iter().map(|column| column.header.clone()).collect();
        let text = |cell: &CellValue| match cell {
            CellValue::Text(text) => csv_sheets::guarded(text),
            CellValue::Empty | CellValue::Number(_) => cell.text().to_owned(),
        };
        let rows = rows.iter().map(|row| row.iter().map(text).collect());
        let rows: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
        (format!("{}.csv", sheet.name), csv_sheets::write(&rows))
    });
    Ok(texts.collect())
}

fn workbook(tables: &Tables) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same report gives the same bytes, whenever it is written.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for (sheet, rows) in tables.layout.iter().zip(&tables.rows) {
        write_sheet(workbook.add_worksheet(), tables, sheet, rows)?;
    }
    write_units(workbook.add_worksheet(), tables)?;
    workbook.save_to_buffer()
}

fn header_format() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0x00F4_C400)).set_text_wrap()
}

fn write_sheet(
    worksheet: &mut Worksheet,
    tables: &Tables,
    sheet: &Sheet,
    rows: &[Vec<CellValue>],
) -> Result<(), XlsxError> {
    worksheet.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    for (position, column) in (0_u16..).zip(&sheet.columns) {
        let format = format(column.kind);
        worksheet.set_column_width(position, width(column.kind))?;
        worksheet.set_column_format(position, &format)?;
        worksheet.write_string_with_format(0, position, &column.header, &header_format())?;
        let Bilingual { ko, en } = column.help();
        let help = format!("{ko}\n{en}");
        let note = Note::new(help).add_author_prefix(false).set_width(320).set_height(120);
        worksheet.insert_note(0, position, &note)?;
        if let Some(validation) = validation(column, tables)? {
            worksheet.add_data_validation(1, position, PREPARED_ROWS, position, &validation)?;
        }
        for (row, cells) in (1_u32..).zip(rows) {
            match &cells[usize::from(position)] {
                CellValue::Empty => {}
                CellValue::Text(text) => {
                    worksheet.write_string_with_format(row, position, text, &format)?;
                }
                CellValue::Number(decimal) => {
                    let number: f64 = decimal.parse().unwrap_or_default();
                    let format = match column.kind {
                        Kind::Decimal => &format.clone().set_num_format(digits_of(decimal)),
                        _ => &format,
                    };
                    worksheet.write_number_with_format(row, position, number, format)?;
                }
            }
        }
    }
    Ok(())
}

fn write_units(worksheet: &mut Worksheet, tables: &Tables) -> Result<(), XlsxError> {
    worksheet.set_name(UNITS)?.set_freeze_panes(1, 0)?;
    worksheet.set_column_width(0, 18)?;
    for (position, header) in (0_u16..).zip(["unit", "ko", "en"]) {
        worksheet.write_string_with_format(0, position, header, &header_format())?;
    }
    let mut row = 1;
    for cells in units() {
        for (position, text) in (0_u16..).zip(cells) {
            worksheet.write_string(row, position, text)?;
        }
        row += 1;
    }
    // A drop-down list has one range of cells, so the declared units follow the built-in ones.
    for id in own_units(tables) {
        worksheet.write_string(row, 0, id)?;
        row += 1;
    }
    Ok(())
}

/// The ids of the units that the report declares.
fn own_units(tables: &Tables) -> impl Iterator<Item = &str> {
    let rows = sheet_position(OWN_UNITS).map_or(&[][..], |position| &tables.rows[position]);
    rows.iter().filter_map(|cells| cells.first().map(CellValue::text))
}

/// The number format that shows all digits of a decimal.
fn digits_of(decimal: &str) -> String {
    let fraction = decimal.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let point = if fraction == 0 { "" } else { "." };
    format!("#,##0{point}{}", "0".repeat(fraction))
}

/// Text stays text, whatever it looks like.
fn format(kind: Kind) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match kind {
        Kind::Decimal => format,
        Kind::Whole(_) => format.set_num_format("0"),
        Kind::Reference(target) if target.column().0 == "Parts" => format.set_num_format("0"),
        Kind::Text | Kind::Lines | Kind::Ids => format.set_num_format("@").set_text_wrap(),
        _ => format.set_num_format("@"),
    }
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Text => 40.0,
        Kind::Verbatim | Kind::Lines => 28.0,
        Kind::Whole(_) | Kind::Flag => 9.0,
        _ => 18.0,
    }
}

/// The drop-down list or limits of a column, with its help.
fn validation(column: &Column, tables: &Tables) -> Result<Option<DataValidation>, XlsxError> {
    let any = DataValidation::new();
    let validation = match column.kind {
        Kind::Reference(target) => any.allow_list_formula(list(tables.layout, target.column())),
        // Several ids may stand in the cell, so others than those of the list are not refused.
        Kind::Ids => {
            any.allow_list_formula(list(tables.layout, ("Terms", "id"))).show_error_message(false)
        }
        // Further ones of the sheet OwnUnits may be typed as well.
        Kind::Choice(crate::layout::Choice::Unit) => {
            let last = units().count() + own_units(tables).count() + 1;
            any.allow_list_formula(Formula::new(format!("={UNITS}!$A$2:$A${last}")))
                .show_error_message(false)
        }
        Kind::Choice(choice) => any.allow_list_strings(&choice.words())?,
        Kind::Flag => any.allow_list_strings(&["yes"])?,
        Kind::Whole(limit) => any.allow_whole_number(DataValidationRule::Between(
            1,
            i32::try_from(limit).unwrap_or(i32::MAX),
        )),
        _ => return Ok(None),
    };
    let Bilingual { ko, en } = column.help();
    let error = format!("{ko} / {en}");
    let error: String = error.chars().take(LONGEST_MESSAGE).collect();
    Ok(Some(validation.set_error_message(error)?))
}

/// The longest message of a drop-down list, by Excel's rule.
const LONGEST_MESSAGE: usize = 255;

/// The cells of a column as a range.
fn list(layout: &[Sheet], (sheet, header): (&str, &str)) -> Formula {
    let position = sheet_position(sheet).and_then(|position| layout[position].position(header));
    let column = u32::try_from(position.unwrap_or_default()).unwrap_or_default();
    let cell = crate::diagnostic::CellPosition { row: 0, column }.to_string();
    let letters = cell.trim_end_matches(|letter: char| letter.is_ascii_digit());
    Formula::new(format!("={sheet}!${letters}$2:${letters}${}", PREPARED_ROWS + 1))
}
