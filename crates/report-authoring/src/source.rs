//! A report as somebody brings it.

use std::fmt;

use report_bundler::SYNONYMS;
use report_validation::{Folder, library, search_terms, without_outside_links};
use report_workbook::{Locale, Workbook};

/// A report as somebody brings it.
#[derive(Debug, Clone)]
pub enum Source {
    /// The bytes of an XLSX file.
    Workbook(Vec<u8>),
    /// CSV texts by file name, such as `Figures.csv`.
    Sheets(Vec<(String, String)>),
    /// JSON files.
    Json(Folder),
}

/// Files that make no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceError {
    /// There is no file.
    Nothing,
    /// There are several workbooks, or files of several kinds; their names.
    Mixed(Vec<String>),
    /// A file is there twice; its name.
    Twice(String),
    /// A file cannot be read any more; its name.
    Gone(String),
    /// A file is no UTF-8; its name.
    Encoding(String),
    /// JSON files without `report.json`, or without an id in it.
    NoReport,
}

impl SourceError {
    /// What is wrong and what was expected.
    #[must_use]
    pub fn message(&self, lang: Locale) -> String {
        match (self, lang) {
            (Self::Nothing, Locale::Ko) => "파일이 없습니다.".to_owned(),
            (Self::Nothing, Locale::En) => "There is no file.".to_owned(),
            (Self::Mixed(names), Locale::Ko) => format!(
                "한 번에 보고서 하나만 읽습니다: 통합 문서(.xlsx) 하나, CSV 시트들, 또는 JSON 파일들. 받은 파일: {}",
                names.join(", ")
            ),
            (Self::Mixed(names), Locale::En) => format!(
                "One report at a time: one workbook (.xlsx), CSV sheets, or JSON files. Found: {}",
                names.join(", ")
            ),
            (Self::Twice(name), Locale::Ko) => format!(
                "{name}이(가) 두 개입니다. 보고서마다 폴더째 놓거나, 한 보고서씩 따로 놓아 주세요."
            ),
            (Self::Twice(name), Locale::En) => format!(
                "{name} is there twice; drop the folder of each report, or one report after the other."
            ),
            (Self::Gone(name), Locale::Ko) => {
                format!("{name}: 놓은 뒤에 바뀌었거나 없어진 파일입니다. 다시 놓아 주세요.")
            }
            (Self::Gone(name), Locale::En) => {
                format!("{name} has changed since it was dropped, or is gone; drop it again.")
            }
            (Self::Encoding(name), Locale::Ko) => {
                format!("{name}: UTF-8이 아닙니다. \"CSV UTF-8(쉼표로 분리)\"로 저장해 주세요.")
            }
            (Self::Encoding(name), Locale::En) => {
                format!("{name} is not UTF-8; save it as \"CSV UTF-8\".")
            }
            (Self::NoReport, Locale::Ko) => {
                "JSON 파일 가운데 id가 있는 report.json이 없습니다.".to_owned()
            }
            (Self::NoReport, Locale::En) => {
                "Among the JSON files there is no report.json with an id.".to_owned()
            }
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Locale::En))
    }
}

impl std::error::Error for SourceError {}

/// All that is wrong with a report.
#[derive(Debug, Clone)]
pub enum Problems {
    /// Of a workbook, by sheet and cell.
    Workbook(Vec<report_workbook::Diagnostic>),
    /// Of JSON files.
    Json(Vec<report_validation::Diagnostic>),
}

impl Problems {
    /// A line each, in the order of the sheets or files.
    #[must_use]
    pub fn messages(&self, lang: Locale) -> Vec<String> {
        match self {
            Self::Workbook(found) => found.iter().map(|it| it.message(lang)).collect(),
            Self::Json(found) => found.iter().map(|it| it.message(lang)).collect(),
        }
    }
}

impl Source {
    /// Tells by their names what files are: one workbook, sheets, or the JSON files of one report.
    ///
    /// # Errors
    /// When they are not one report.
    pub fn of_files(files: Vec<(String, Vec<u8>)>) -> Result<Self, SourceError> {
        let kind = |name: &str| name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        let mut kinds: Vec<_> = names.iter().map(|name| kind(name).unwrap_or_default()).collect();
        kinds.dedup();
        match kinds.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Err(SourceError::Nothing),
            ["csv"] => Ok(Self::Sheets(texts(files)?)),
            ["json"] => json(texts(files)?).map(Self::Json),
            [_] if files.len() == 1 => {
                let workbook = files.into_iter().next().map(|(_, bytes)| bytes);
                workbook.map(Self::Workbook).ok_or(SourceError::Nothing)
            }
            _ => Err(SourceError::Mixed(names)),
        }
    }

    /// The checked JSON files of the report. Links to cards of other reports are checked by
    /// [`Source::report_among`].
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn report(&self) -> Result<Folder, Problems> {
        match self {
            Self::Workbook(bytes) => {
                report_workbook::import(Workbook::Xlsx(bytes)).map_err(Problems::Workbook)
            }
            Self::Sheets(sheets) => {
                report_workbook::import(Workbook::Csv(sheets)).map_err(Problems::Workbook)
            }
            Self::Json(folder) => checked_json(folder, without_outside_links(folder), &[]),
        }
    }

    /// The checked JSON files of the report, with links to the cards of these other reports.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn report_among(&self, others: &[Folder]) -> Result<Folder, Problems> {
        let workbook = match self {
            Self::Workbook(bytes) => Workbook::Xlsx(bytes),
            Self::Sheets(sheets) => Workbook::Csv(sheets),
            Self::Json(folder) => return checked_json(folder, folder.clone(), others),
        };
        report_workbook::import_among(workbook, others).map_err(Problems::Workbook)
    }
}

/// The JSON files, if these have no problems among other reports.
fn checked_json(given: &Folder, checked: Folder, others: &[Folder]) -> Result<Folder, Problems> {
    let mut folders = others.to_vec();
    folders.push(checked);
    let found = match library(&folders) {
        Ok(library) => search_terms(&folders, &library, SYNONYMS).err(),
        Err(found) => Some(found),
    };
    let own = format!("{}/", given.name);
    let is_own = |it: &report_validation::Diagnostic| it.file.starts_with(&own);
    let found: Vec<_> = found.into_iter().flatten().filter(is_own).collect();
    if found.is_empty() { Ok(given.clone()) } else { Err(Problems::Json(found)) }
}

fn texts(files: Vec<(String, Vec<u8>)>) -> Result<Vec<(String, String)>, SourceError> {
    let mut texts = Vec::new();
    for (name, bytes) in files {
        let text = String::from_utf8(bytes).map_err(|_| SourceError::Encoding(name.clone()))?;
        texts.push((name, text));
    }
    // `part-10.json` comes after `part-9.json`.
    texts.sort_by_key(|(name, _)| (name.len(), name.clone()));
    let twice = texts.windows(2).find(|pair| pair[0].0 == pair[1].0);
    match twice {
        Some(pair) => Err(SourceError::Twice(pair[0].0.clone())),
        None => Ok(texts),
    }
}

/// The folder of a report is named by its id, which files without a folder have in them.
fn json(files: Vec<(String, String)>) -> Result<Folder, SourceError> {
    let report = files.iter().find(|(name, _)| name == "report.json");
    let report = report.and_then(|(_, text)| serde_json::from_str::<serde_json::Value>(text).ok());
    let name = report.as_ref().and_then(|report| report["id"].as_str()).map(str::to_owned);
    Ok(Folder { name: name.ok_or(SourceError::NoReport)?, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[(&str, &[u8])]) -> Result<Source, SourceError> {
        Source::of_files(
            names.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect(),
        )
    }

    #[test]
    fn files_that_make_no_report_are_refused_in_both_languages() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        for (files, expected) in [
            (&[][..], SourceError::Nothing),
            (
                &[("a.xlsx", &b""[..]), ("b.xlsx", b"")],
                SourceError::Mixed(names(&["a.xlsx", "b.xlsx"])),
            ),
            (
                &[("Report.csv", b""), ("report.json", b"")],
                SourceError::Mixed(names(&["Report.csv", "report.json"])),
            ),
            (&[("Report.csv", b"\xC7\xD1")], SourceError::Encoding("Report.csv".to_owned())),
            (
                &[("report.json", b"{}"), ("part-1.json", b"{}"), ("report.json", b"{}")],
                SourceError::Twice("report.json".to_owned()),
            ),
            (&[("part-1.json", b"{}")], SourceError::NoReport),
            (&[("report.json", b"{")], SourceError::NoReport),
        ] {
            let error = of(files).expect_err("they make no report");
            assert_eq!(error, expected);
            assert_ne!(error.message(Locale::Ko), error.message(Locale::En));
        }
    }

    #[test]
    fn json_files_are_one_report_by_its_id_with_parts_in_order() {
        let source = of(&[
            ("part-10.json", b"{}"),
            ("report.json", br#"{"id":"a-b"}"#),
            ("part-2.json", b"{}"),
        ]);
        let Ok(Source::Json(folder)) = source else { panic!("{source:?}") };
        let names: Vec<_> = folder.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            (folder.name.as_str(), names),
            ("a-b", vec!["part-2.json", "report.json", "part-10.json"])
        );
        let problems = Source::Json(folder).report().expect_err("it is empty");
        assert!(problems.messages(Locale::En)[0].starts_with("a-b/"));
    }

    #[test]
    fn what_is_neither_is_read_as_a_workbook_which_says_what_is_wrong() {
        let problems = of(&[("report.pdf", b"%PDF-1.7")]).expect("one file").report();
        let problems = problems.expect_err("a PDF is no workbook");
        assert!(problems.messages(Locale::En)[0].starts_with("This is not a workbook"));
    }
}
