//! A report's files, parsed: every fault of their shape is noted, none of what they say.

use serde::de::DeserializeOwned;

use super::Folder;
use super::Problem;
use super::diagnostic::{Diagnostics, Place};
use super::source;

/// A report's files, parsed but not yet checked.
pub struct Parsed {
    pub folder: String,
    pub report: source::Report,
    pub parts: Vec<(String, source::Part)>,
}

/// Parses `report.json` and the parts. A file that is no JSON of the right
/// shape is one fault, with line and column; the others are still read.
pub fn parse(diagnostics: &Diagnostics, folder: &Folder) -> Option<Parsed> {
    let name = |file: &str| format!("{}/{file}", folder.name);
    let report = folder.files.iter().find(|(file, _)| file == "report.json");
    let report = if let Some((file, text)) = report {
        json(&diagnostics.file(&name(file)), text)
    } else {
        diagnostics.file(&name("report.json")).error(Problem::MissingFile);
        None
    };
    let parts: Vec<_> = folder
        .files
        .iter()
        .filter(|(file, _)| file.starts_with("part-"))
        .filter_map(|(file, text)| Some((name(file), json(&diagnostics.file(&name(file)), text)?)))
        .collect();
    Some(Parsed { folder: folder.name.clone(), report: report?, parts })
}

fn json<T: DeserializeOwned>(place: &Place, text: &str) -> Option<T> {
    serde_json::from_str(text)
        .map_err(|error| place.error(Problem::Unreadable(error.to_string())))
        .ok()
}
