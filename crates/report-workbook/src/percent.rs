//! Which cells are shown as a percentage: they hold 0.45 where people see and typed 45%. calamine
//! does not tell number formats, so they are read here.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::raw::RawSheet;
use crate::xml::{attribute, elements};

/// Number formats that every workbook has: `0%` and `0.00%`.
const BUILT_IN: [&str; 2] = ["9", "10"];

/// Marks the numbers that are shown as percentages. Of a workbook that cannot be read this way none
/// is marked; reading its cells says why.
pub(crate) fn mark(bytes: &[u8], sheets: &mut [RawSheet]) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return };
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).ok()?.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    };
    let styles = part("xl/styles.xml").map(|xml| styles(&xml)).unwrap_or_default();
    if !styles.contains(&true) {
        return;
    }
    let mut paths = HashMap::new();
    if let Some(xml) = part("xl/_rels/workbook.xml.rels") {
        elements(&xml, |_, element| {
            if let Some(pair) = attribute(element, "Id").zip(attribute(element, "Target")) {
                paths.insert(pair.0, pair.1);
            }
        });
    }
    let mut ids = HashMap::new();
    if let Some(xml) = part("xl/workbook.xml") {
        elements(&xml, |name, element| {
            if name == "sheet" {
                ids.extend(attribute(element, "name").zip(attribute(element, "id")));
            }
        });
    }
    for sheet in sheets.iter_mut().filter(|sheet| !sheet.rows.is_empty()) {
        let Some(target) = ids.get(&sheet.name).and_then(|id| paths.get(id)) else { continue };
        let path = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        };
        if let Some(xml) = part(&path) {
            mark_sheet(&xml, &styles, sheet);
        }
    }
}

/// Of each cell format, whether it shows a percentage.
fn styles(xml: &[u8]) -> Vec<bool> {
    let mut percent: HashSet<String> = BUILT_IN.map(str::to_owned).into();
    let mut styles = Vec::new();
    let mut is_cell_format = false;
    elements(xml, |name, element| match name {
        "numFmt" => {
            if let Some((id, code)) =
                attribute(element, "numFmtId").zip(attribute(element, "formatCode"))
            {
                if code.contains('%') {
                    percent.insert(id);
                } else {
                    percent.remove(&id);
                }
            }
        }
        "cellXfs" => is_cell_format = true,
        "xf" if is_cell_format => {
            styles.push(attribute(element, "numFmtId").is_some_and(|id| percent.contains(&id)));
        }
        "cellStyles" | "dxfs" => is_cell_format = false,
        _ => {}
    });
    styles
}

fn mark_sheet(xml: &[u8], styles: &[bool], sheet: &mut RawSheet) {
    // Rows and cells without a name follow the one before.
    let (mut row, mut column) = (0, 0);
    elements(xml, |name, element| match name {
        "row" => {
            let given = attribute(element, "r").and_then(|row| row.parse().ok());
            row = given.unwrap_or(row + 1);
            column = 0;
        }
        "c" => {
            let given = attribute(element, "r").and_then(|name| column_of(&name));
            column = given.unwrap_or(column + 1);
            let style = attribute(element, "s").and_then(|style| style.parse::<usize>().ok());
            if style.and_then(|style| styles.get(style)) == Some(&true) {
                sheet.mark_percentage(row, column);
            }
        }
        _ => {}
    });
}

/// The column of a cell such as `AB12`, counted from 1.
fn column_of(name: &str) -> Option<u32> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    letters
        .map(|letter| u32::from(letter.to_ascii_uppercase() - b'A') + 1)
        .try_fold(0_u32, |column, digit| column.checked_mul(26)?.checked_add(digit))
}
