//! From the JSON files of a report to the rows of a workbook.

use report_validation::Folder;
use serde_json::Value;
use thiserror::Error;

use crate::layout::{Kind, OWN_UNITS, Sheet, sheets};
use crate::number::MOST_DIGITS;
use crate::rows::get;

/// Why a folder cannot become a workbook.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The folder has no `report.json`.
    #[error("the folder {0} has no report.json")]
    NoReport(String),
    /// A file is no JSON.
    #[error("{file} is not valid JSON")]
    Json {
        /// Its name.
        file: String,
        /// Why.
        source: serde_json::Error,
    },
    /// A text cannot stand in a cell as it is.
    #[error("{sheet}, row {row}: {problem}")]
    Text {
        /// The sheet.
        sheet: &'static str,
        /// The row, counted from 1.
        row: usize,
        /// What is in the way.
        problem: &'static str,
    },
    /// The workbook cannot be written.
    #[error("the workbook cannot be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// What a cell is written as.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellValue {
    Empty,
    Text(String),
    /// A number that a spreadsheet keeps exactly, as its decimal.
    Number(String),
}

impl CellValue {
    /// As CSV has it.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

/// The rows of each sheet.
#[derive(Debug)]
pub(crate) struct Tables {
    /// The sheets, with columns for the languages of the report.
    pub(crate) layout: &'static [Sheet],
    /// Rows of cells, for each of them.
    pub(crate) rows: Vec<Vec<Vec<CellValue>>>,
}

/// The rows of all sheets.
pub(crate) fn tables(folder: &Folder) -> Result<Tables, ExportError> {
    let parse = |(file, text): &(String, String)| {
        serde_json::from_str::<Value>(text)
            .map_err(|source| ExportError::Json { file: file.clone(), source })
    };
    let find = |name: &str| folder.files.iter().find(|(file, _)| file == name);
    let report = find("report.json").ok_or_else(|| ExportError::NoReport(folder.name.clone()))?;
    let report = parse(report)?;
    let languages = report.get("languages").and_then(Value::as_array).into_iter().flatten();
    let languages: Vec<_> = languages.map(|tag| string(Some(tag)).to_owned()).collect();
    let layout = sheets(&languages);
    let mut tables = Tables { layout, rows: vec![Vec::new(); layout.len()] };
    tables.push("Report", &report, &[])?;
    tables.notes(&report, &[])?;
    for (list, kind) in [("brands", "brand"), ("audiences", "audience"), ("themes", "theme")] {
        for term in entries(&report, list) {
            tables.push("Terms", term, &[("list", kind)])?;
        }
    }
    for unit in entries(&report, "units") {
        tables.push(OWN_UNITS, unit, &[])?;
    }
    for framework in entries(&report, "frameworks") {
        tables.push("Frameworks", framework, &[])?;
        for omission in entries(framework, "omissions") {
            let of_framework = [("framework", string(framework.get("id")))];
            tables.push("Omissions", omission, &of_framework)?;
        }
    }
    for file in folder.files.iter().filter(|(file, _)| file.starts_with("part-")) {
        tables.part(&parse(file)?)?;
    }
    if let Some(file) = find("synonyms.json") {
        for group in parse(file)?.as_array().into_iter().flatten() {
            tables.push("Synonyms", &serde_json::json!({ "spellings": group }), &[])?;
        }
    }
    if let Some(file) = find("index-terms.json") {
        let terms = parse(file)?;
        for (list, header) in [("cards", "card"), ("parts", "part")] {
            for (id, words) in terms.get(list).and_then(Value::as_object).into_iter().flatten() {
                tables.push(
                    "IndexTerms",
                    &serde_json::json!({ "words": words }),
                    &[(header, id)],
                )?;
            }
        }
    }
    Ok(tables)
}

type Keys<'a> = [(&'a str, &'a str)];

impl Tables {
    fn part(&mut self, part: &Value) -> Result<(), ExportError> {
        let no = part.get("no").map(Value::to_string).unwrap_or_default();
        let of_part = [("part", no.as_str())];
        self.push("Parts", part, &[])?;
        for headline in entries(part, "headlines") {
            self.push("Headlines", headline, &of_part)?;
            for term in get(headline, "tally.terms").and_then(Value::as_array).into_iter().flatten()
            {
                let (card, figure) = string(Some(term)).split_once('/').unwrap_or_default();
                let keys = [
                    of_part[0],
                    ("headline", string(headline.get("id"))),
                    ("card", card),
                    ("figure", figure),
                ];
                self.push("Tallies", &Value::Null, &keys)?;
            }
        }
        self.notes(part, &of_part)?;
        for card in entries(part, "cards") {
            self.push("Cards", card, &of_part)?;
            self.card(card)?;
        }
        Ok(())
    }

    fn card(&mut self, card: &Value) -> Result<(), ExportError> {
        let of_card = [("card", string(card.get("id")))];
        for (sheet, list) in [
            ("Figures", "figures"),
            ("Dates", "dates"),
            ("Partners", "partners"),
            ("Awards", "awards"),
        ] {
            for entry in entries(card, list) {
                self.push(sheet, entry, &of_card)?;
            }
        }
        for series in entries(card, "series") {
            self.push("Series", series, &of_card)?;
            for point in entries(series, "points") {
                self.push("Points", point, &[of_card[0], ("series", string(series.get("id")))])?;
            }
        }
        for link in entries(card, "see") {
            self.push("Links", &serde_json::json!({ "to": link }), &of_card)?;
        }
        self.notes(card, &of_card)
    }

    /// Discrepancies and source notes of the report, a part or a card.
    fn notes(&mut self, of: &Value, keys: &Keys) -> Result<(), ExportError> {
        for (sheet, list) in [("Discrepancies", "errata"), ("SourceNotes", "source_text")] {
            for entry in entries(of, list) {
                self.push(sheet, entry, keys)?;
            }
        }
        Ok(())
    }

    fn push(
        &mut self,
        sheet: &'static str,
        object: &Value,
        keys: &Keys,
    ) -> Result<(), ExportError> {
        let position = crate::layout::sheet_position(sheet).expect("the layout has this sheet");
        let number = self.rows[position].len() + 2;
        let error = |problem| ExportError::Text { sheet, row: number, problem };
        let row = row(&self.layout[position], object, keys).map_err(error)?;
        self.rows[position].push(row);
        Ok(())
    }
}

fn row(sheet: &Sheet, object: &Value, keys: &Keys) -> Result<Vec<CellValue>, &'static str> {
    let cell = |column: &crate::layout::Column| {
        if let Some((_, key)) = keys.iter().find(|(header, _)| *header == column.header) {
            let is_number = column.header == "part";
            let key = (*key).to_owned();
            return Ok(if is_number { CellValue::Number(key) } else { CellValue::Text(key) });
        }
        let cell = match get(object, &column.path) {
            None | Some(Value::Null | Value::Bool(false)) => CellValue::Empty,
            Some(Value::Bool(true)) => CellValue::Text("yes".to_owned()),
            Some(Value::Number(number)) => CellValue::Number(number.to_string()),
            Some(Value::Array(lines)) => {
                let lines: Vec<&str> = lines.iter().map(|line| string(Some(line))).collect();
                if lines.iter().any(|line| line.contains('\n')) {
                    return Err("a text of a list has more than one line");
                }
                CellValue::Text(lines.join("\n"))
            }
            Some(Value::String(text)) if column.kind == Kind::Decimal && is_short(text) => {
                CellValue::Number(text.clone())
            }
            Some(value) => CellValue::Text(string(Some(value)).to_owned()),
        };
        match &cell {
            CellValue::Text(text) if text.chars().nth(crate::cell::LONGEST_TEXT).is_some() => {
                Err("a text is longer than a cell may be")
            }
            CellValue::Text(text) if text.starts_with('=') => Err("a text begins with ="),
            _ => Ok(cell),
        }
    };
    sheet.columns.iter().map(cell).collect()
}

/// Whether a spreadsheet keeps all digits of the decimal.
fn is_short(decimal: &str) -> bool {
    decimal.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
}

fn entries<'a>(object: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    object.get(list).and_then(Value::as_array).into_iter().flatten()
}

fn string(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}
