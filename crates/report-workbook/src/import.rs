//! From a workbook to the JSON files of a report, checked.

use report_validation::{Folder, library, search_terms};
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
/// reports are checked where those reports are, when the reports are built.
///
/// # Errors
/// All that is wrong with it, in the order of sheets and cells.
pub fn import(workbook: Workbook) -> Result<Folder, Vec<Diagnostic>> {
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
    diagnostics.extend(validate(&tree, &folder, rows.has_refused_number));
    if diagnostics.is_empty() { Ok(folder) } else { Err(sorted(diagnostics)) }
}

/// What `report-validation` says, at the cells.
fn validate(tree: &Tree, folder: &Folder, has_refused_number: bool) -> Vec<Diagnostic> {
    let checked = Folder { name: folder.name.clone(), files: without_outside_links(folder) };
    let found = match library(std::slice::from_ref(&checked)) {
        Ok(library) => search_terms(&[checked], &library, "[]").err().unwrap_or_default(),
        Err(found) => found,
    };
    found
        .into_iter()
        .filter(|diagnostic| {
            let follows_from_number =
                has_refused_number && diagnostic.problem.starts_with("terms and remainder make");
            let follows_from_orphans =
                tree.has_orphans && diagnostic.problem.contains("is no figure of this report");
            // The number of pages itself is missing.
            let follows_from_pages = diagnostic.problem.ends_with("pages 1 to 0");
            !follows_from_number && !follows_from_orphans && !follows_from_pages
        })
        .enumerate()
        .map(|(index, diagnostic)| {
            let file = diagnostic.file.rsplit('/').next().unwrap_or_default();
            let (problem, nearest) = translate(&diagnostic, tree, index < MOST_HINTS);
            Diagnostic { place: tree.locate(file, &diagnostic.place), problem, nearest }
        })
        .collect()
}

/// The files with a link of a card to itself in place of each link to another report.
fn without_outside_links(folder: &Folder) -> Vec<(String, String)> {
    let own = format!("{}/", folder.name);
    let mut files = folder.files.clone();
    for (_, text) in files.iter_mut().filter(|(name, _)| name.starts_with("part-")) {
        let mut part: Value = serde_json::from_str(text).unwrap_or_default();
        for card in part.get_mut("cards").and_then(Value::as_array_mut).into_iter().flatten() {
            let id = card.get("id").cloned().unwrap_or_default();
            for link in card.get_mut("see").and_then(Value::as_array_mut).into_iter().flatten() {
                let is_outside =
                    link.as_str().is_some_and(|name| name.contains('/') && !name.starts_with(&own));
                if is_outside {
                    *link = id.clone();
                }
            }
        }
        *text = part.to_string();
    }
    files
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
