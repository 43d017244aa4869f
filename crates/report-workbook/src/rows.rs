//! From the cells of a sheet to its rows: each a JSON object by the paths of the layout.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use crate::cell::{self, Cell};
use crate::diagnostic::{Diagnostic, SheetPlace, nearest};
use crate::layout::{
    Choice, Kind, LANGUAGES, OWN_UNITS, SHEETS, Sheet, UNITS, sheet_position, sheets,
};
use crate::problem;
use crate::raw::RawSheet;

/// The rows of a workbook, by sheet of the layout.
#[derive(Debug)]
pub(crate) struct Rows {
    /// The sheets of a workbook in its languages.
    pub(crate) layout: &'static [Sheet],
    pub(crate) sheets: BTreeMap<usize, SheetRows>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Whether a number was refused, so that sums cannot be checked.
    pub(crate) has_refused_number: bool,
    /// The languages of the report.
    languages: Vec<String>,
    /// The units that the report declares.
    units: Vec<String>,
}

/// The rows of a sheet.
#[derive(Debug, Default)]
pub(crate) struct SheetRows {
    /// Where the columns of the layout stand, by header.
    pub(crate) columns: HashMap<&'static str, u32>,
    pub(crate) rows: Vec<Row>,
}

/// A row that is not empty.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Its position in the sheet.
    pub(crate) position: u32,
    /// What belongs into the data.
    pub(crate) object: Map<String, Value>,
    /// Ids and references as they were typed, by header.
    pub(crate) keys: HashMap<&'static str, String>,
}

/// Reads all sheets.
pub(crate) fn read(raw: &[RawSheet]) -> Rows {
    let languages = languages(raw);
    let mut found = Rows {
        layout: sheets(&languages),
        sheets: BTreeMap::new(),
        diagnostics: Vec::new(),
        has_refused_number: false,
        languages,
        units: own_units(raw),
    };
    for sheet in raw {
        let name = sheet.name.trim();
        let Some(position) = sheet_position(name) else {
            if name != UNITS && !name.starts_with('_') {
                let mut diagnostic =
                    Diagnostic::new(SheetPlace::sheet(&sheet.name), problem::sheet::unknown(name));
                diagnostic.nearest = nearest(name, SHEETS.iter().map(|sheet| sheet.name));
                found.diagnostics.push(diagnostic);
            }
            continue;
        };
        if found.sheets.contains_key(&position) {
            found
                .diagnostics
                .push(Diagnostic::new(SheetPlace::sheet(name), problem::sheet::twice()));
            continue;
        }
        let rows = read_sheet(&found.layout[position], sheet, &mut found);
        found.sheets.insert(position, rows);
    }
    if found.sheets.is_empty() {
        found.diagnostics.insert(0, Diagnostic::file(problem::file::no_sheets()));
        return found;
    }
    for (position, sheet) in SHEETS.iter().enumerate() {
        if sheet.is_required && !found.sheets.contains_key(&position) {
            found
                .diagnostics
                .push(Diagnostic::new(SheetPlace::sheet(sheet.name), problem::sheet::missing()));
        }
    }
    found
}

/// The languages that the first row of the sheet `Report` names, which every sheet has columns for. What
/// is no language is found when the report is checked.
fn languages(raw: &[RawSheet]) -> Vec<String> {
    let cell = || {
        let rows = &raw.iter().find(|sheet| sheet.name.trim() == "Report")?.rows;
        let is_named = |cell: &Cell| matches!(cell, Cell::Text(text) if text.trim() == "languages");
        let (column, _) = rows.get(&0)?.iter().find(|(_, cell)| is_named(cell))?;
        match rows.range(1..).find_map(|(_, row)| row.get(column))? {
            Cell::Text(text) => Some(text.clone()),
            _ => None,
        }
    };
    let named: Vec<String> =
        cell().iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    if named.is_empty() { LANGUAGES.map(str::to_owned).into() } else { named }
}

/// The ids of the sheet of declared units, which other sheets can name.
fn own_units(raw: &[RawSheet]) -> Vec<String> {
    let ids = || {
        let rows = &raw.iter().find(|sheet| sheet.name.trim() == OWN_UNITS)?.rows;
        let is_id = |cell: &Cell| matches!(cell, Cell::Text(text) if text.trim() == "id");
        let (column, _) = rows.get(&0)?.iter().find(|(_, cell)| is_id(cell))?;
        Some(rows.range(1..).filter_map(|(_, row)| typed(row.get(column)?)).collect())
    };
    ids().unwrap_or_default()
}

fn read_sheet(sheet: &'static Sheet, raw: &RawSheet, found: &mut Rows) -> SheetRows {
    let name = sheet.name;
    if let Some(problem) = &raw.problem {
        found.diagnostics.push(problem.clone());
        return SheetRows::default();
    }
    if raw.is_hidden {
        found.diagnostics.push(Diagnostic::new(SheetPlace::sheet(name), problem::sheet::hidden()));
    }
    for cell in &raw.merged {
        let place = SheetPlace::cell(name, cell.row, cell.column);
        found.diagnostics.push(Diagnostic::new(place, problem::sheet::merged()));
    }
    let header = raw.rows.get(&0);
    let columns = read_header(sheet, header, found);
    let is_named = |column: &u32| header.is_some_and(|header| header.contains_key(column));
    let mut rows = Vec::new();
    for (&row, cells) in raw.rows.range(1..) {
        let is_blank = |cell: &Cell| matches!(cell, Cell::Text(text) if text.trim().is_empty());
        for (&column, cell) in cells {
            if !is_named(&column) && !is_blank(cell) {
                let place = SheetPlace::cell(name, row, column);
                found
                    .diagnostics
                    .push(Diagnostic::new(place, problem::sheet::value_without_column()));
            }
        }
        let has_value = |column: &u32| cells.get(column).is_some_and(|cell| !is_blank(cell));
        if columns.values().any(has_value) {
            rows.push(read_row(sheet, &columns, row, cells, found));
        }
    }
    SheetRows { columns, rows }
}

fn read_header(
    sheet: &'static Sheet,
    header: Option<&BTreeMap<u32, Cell>>,
    found: &mut Rows,
) -> HashMap<&'static str, u32> {
    let mut columns = HashMap::new();
    for (&column, cell) in header.into_iter().flatten() {
        let place = SheetPlace::cell(sheet.name, 0, column);
        let given = match cell {
            Cell::Text(text) => text.trim().to_owned(),
            other => format!("{other:?}"),
        };
        if given.is_empty() || given.starts_with('_') {
            continue;
        }
        let problem = if let Some(position) = sheet.position(&given) {
            let header = sheet.columns[position].header.as_str();
            if columns.insert(header, column).is_none() {
                continue;
            }
            Diagnostic::new(place, problem::sheet::column_twice(&given))
        } else {
            let known = sheet.columns.iter().map(|column| column.header.as_str());
            Diagnostic {
                nearest: nearest(&given, known),
                ..Diagnostic::new(place, problem::sheet::unknown_column(&given))
            }
        };
        found.diagnostics.push(problem);
    }
    // A sheet that nobody has begun needs no columns, unless a report cannot do without it.
    if header.is_some() || sheet.is_required {
        for column in sheet.columns.iter().filter(|column| column.is_needed(&found.languages)) {
            if !columns.contains_key(column.header.as_str()) {
                let problem = problem::sheet::missing_column(&column.header);
                found.diagnostics.push(Diagnostic::new(SheetPlace::sheet(sheet.name), problem));
            }
        }
    }
    columns
}

fn read_row(
    sheet: &'static Sheet,
    columns: &HashMap<&'static str, u32>,
    row: u32,
    cells: &BTreeMap<u32, Cell>,
    found: &mut Rows,
) -> Row {
    let mut read = Row { position: row, ..Row::default() };
    for column in &sheet.columns {
        let position = columns.get(column.header.as_str());
        let cell = position.and_then(|position| cells.get(position));
        if matches!(column.kind, Kind::Id | Kind::Reference(_) | Kind::Whole(_) | Kind::Choice(_))
            && let Some(key) = cell.and_then(typed)
        {
            if column.kind == Kind::Id {
                set(&mut read.object, &column.path, Value::String(key.clone()));
            }
            read.keys.insert(&column.header, key);
        }
        let place = || position.map(|position| SheetPlace::cell(sheet.name, row, *position));
        let declared = read
            .keys
            .get(column.header.as_str())
            .filter(|key| column.kind == Kind::Choice(Choice::Unit) && found.units.contains(key));
        if let Some(unit) = declared {
            set(&mut read.object, &column.path, Value::String(unit.clone()));
            continue;
        }
        let value = match cell.map(|cell| cell::read(column.kind, cell)) {
            Some(Ok(value)) => value,
            None => None,
            Some(Err(refusal)) => {
                found.has_refused_number |= column.kind == Kind::Decimal;
                found.diagnostics.extend(place().map(|place| Diagnostic {
                    place,
                    problem: refusal.problem,
                    nearest: refusal.nearest,
                }));
                continue;
            }
        };
        match (value, column.kind) {
            (Some(Value::Bool(false)) | None, Kind::Flag) | (Some(_), Kind::Reference(_)) => {}
            (Some(value), _) => set(&mut read.object, &column.path, value),
            (None, Kind::DateOrNull) => set(&mut read.object, &column.path, Value::Null),
            (None, kind) if column.is_needed(&found.languages) => {
                found.has_refused_number |= kind == Kind::Decimal;
                let problem = problem::cell::empty(kind);
                found.diagnostics.extend(place().map(|place| Diagnostic::new(place, problem)));
            }
            (None, _) => {}
        }
    }
    read
}

/// An id or a reference as somebody typed it, right or wrong.
fn typed(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => {
            let text = cell::clean(text).ok()?;
            (!text.is_empty()).then_some(text)
        }
        Cell::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Puts a value at a path such as `tally.note.ko`. A text in one language makes the text a text in
/// all of them, so that the missing one is missed.
pub(crate) fn set(object: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            object.insert(path.to_owned(), value);
        }
        Some((first, rest)) => {
            let inner = object.entry(first).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                set(inner, rest, value);
            }
        }
    }
}

/// The value at a path.
pub(crate) fn get<'a>(object: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(object, |value, field| value.get(field))
}
