//! The figures of all cards as files, for those who want the numbers alone: the rows of `toCSV()` and
//! `toJSON()`.

use crate::export::{Row, figure_rows, to_csv};

use super::site::Page;

/// The rows as CSV, beside their page.
pub const CSV: &str = "figures.csv";

/// The rows as JSON.
pub const JSON: &str = "figures.json";

/// Both files of a page, with their names.
pub fn of_page(page: Page) -> [(&'static str, String); 2] {
    let rows = rows(page);
    let json = serde_json::to_string_pretty(&rows);
    let json = json.expect("rows of texts and numbers can be written");
    [(CSV, to_csv(&rows)), (JSON, json + "\n")]
}

fn rows(page: Page) -> Vec<Row> {
    let report = page.edition.report;
    let cards: Vec<_> = (0..).zip(&report.cards).map(|(index, _)| index).collect();
    figure_rows(report, &cards, page.edition.lang)
}
