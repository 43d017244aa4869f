//! From a workbook to the JSON files of a report, checked.

use report_validation::{Folder, Problem, library, search_terms, without_outside_links};
use serde_json::Value;

use crate::diagnostic::{Diagnostic, MOST_HINTS, sorted};
use crate::raw::RawSheet;
use crate::tree::{self, Tree};
use crate::validation::translate;
use crate::{csv_sheets, json, rows, xlsx};

/// A workbook as it is given.
#[derive(Debug, Clone, Copy)]
pub enum Workbook<'a> {
    /// The bytes of an XLSX file.
    Xlsx(&'a [u8]),
    /// CSV texts by file name, such as `Figures.csv`, in UTF-8.
    Csv(&'a [(String, String)]),
}

/// Reads and checks a workbook; the folder has the JSON files of the report. Links to cards of other
/// reports are checked by [`import_among`].
///
/// # Errors
/// All that is wrong with it, in the order of sheets and cells.
pub fn import(workbook: Workbook) -> Result<Folder, Vec<Diagnostic>> {
    read(workbook, None)
}

/// As [`import`], with links to the cards of these other reports.
///
/// # Errors
/// All that is wrong with it, in the order of sheets and cells.
pub fn import_among(workbook: Workbook, others: &[Folder]) -> Result<Folder, Vec<Diagnostic>> {
    read(workbook, Some(others))
}

fn read(workbook: Workbook, others: Option<&[Folder]>) -> Result<Folder, Vec<Diagnostic>> {
    let raw: Vec<RawSheet> = match workbook {
        Workbook::Xlsx(bytes) => xlsx::sheets(bytes),
        Workbook::Csv(files) => csv_sheets::sheets(files),
    }
    .map_err(|diagnostic| vec![diagnostic])?;
    let mut rows = rows::read(&raw);
    if rows.sheets.is_empty() {
        return Err(rows.diagnostics);
    }
    // What is missing from a sheet that was not read to its end would be missed in many places.
    if raw.iter().any(|sheet| sheet.problem.is_some()) {
        return Err(sorted(rows.diagnostics));
    }
    let tree = tree::build(&mut rows);
    let mut diagnostics = rows.diagnostics;
    let folder = folder(&tree);
    diagnostics.extend(validate(&tree, &folder, others, rows.has_refused_number));
    if diagnostics.is_empty() { Ok(folder) } else { Err(sorted(diagnostics)) }
}

/// What `report-validation` says, at the cells.
fn validate(
    tree: &Tree,
    folder: &Folder,
    others: Option<&[Folder]>,
    has_refused_number: bool,
) -> Vec<Diagnostic> {
    let mut checked = others.unwrap_or_default().to_vec();
    checked.push(others.map_or_else(|| without_outside_links(folder), |_| folder.clone()));
    let found = match library(&checked) {
        Ok(library) => search_terms(&checked, &library, "[]").err().unwrap_or_default(),
        Err(found) => found,
    };
    let own = format!("{}/", folder.name);
    found
        .into_iter()
        .filter(|diagnostic| diagnostic.file.starts_with(&own))
        .filter(|diagnostic| {
            let follows_from_another = match diagnostic.problem {
                Problem::OtherSum { .. } => has_refused_number,
                Problem::NoFigure(_) => tree.has_orphans,
                // The number of pages itself is missing.
                Problem::PageOutside { pages, .. } => pages == 0,
                _ => false,
            };
            !follows_from_another
        })
        .enumerate()
        .map(|(index, diagnostic)| {
            let file = diagnostic.file.rsplit('/').next().unwrap_or_default();
            let (problem, nearest) = translate(&diagnostic, tree, index < MOST_HINTS);
            Diagnostic { place: tree.locate(file, &diagnostic.place), problem, nearest }
        })
        .collect()
}

fn folder(tree: &Tree) -> Folder {
    let report = tree.report.to_json();
    let name = report.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut files = vec![("report.json".to_owned(), json::text(&report, "report"))];
    for (no, part) in (1..).zip(&tree.parts) {
        files.push((format!("part-{no}.json"), json::text(&part.to_json(), "part")));
    }
    if !tree.synonyms.is_empty() {
        let groups: Vec<String> =
            tree.synonyms.iter().map(|group| json::line(&group.to_json())).collect();
        let text = format!("[\n  {}\n]\n", groups.join(",\n  "));
        files.push(("synonyms.json".to_owned(), text));
    }
    if !tree.index_terms.is_empty() {
        let [cards, parts] = ["cards", "parts"].map(|list| index_terms(tree, list));
        let text = format!("{{\n  \"cards\": {cards},\n  \"parts\": {parts}\n}}\n");
        files.push(("index-terms.json".to_owned(), text));
    }
    Folder { name, files }
}

/// The index terms of all cards or of all parts, a line each.
fn index_terms(tree: &Tree, wanted: &str) -> String {
    let of_list = tree.index_terms.iter().filter(|(list, _)| *list == wanted);
    let mut entries: Vec<_> =
        of_list.map(|(_, node)| (node.id(), json::line(&node.to_json()))).collect();
    entries.sort_unstable();
    let entries: Vec<String> =
        entries.into_iter().map(|(id, words)| format!("    {id:?}: {words}")).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{\n{}\n  }}", entries.join(",\n")) }
}
