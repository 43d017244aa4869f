//! What stands on the disk: a workbook, a folder of CSV sheets, or a folder of JSON files.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use report_authoring::{Problems, Source};
use report_validation::Folder;
use report_workbook::MOST_BYTES;

/// Reads a workbook or a folder.
fn read(path: &Path) -> Result<Source> {
    if !path.is_dir() {
        let mut bytes = Vec::new();
        // One byte more than is read tells that the file is too large.
        fs::File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        return Ok(Source::Workbook(bytes));
    }
    if path.join("report.json").is_file() {
        return Ok(Source::Json(folder(path)?));
    }
    let sheets = texts(path, "csv")?;
    if sheets.is_empty() {
        bail!("{} has neither report.json nor CSV sheets such as Report.csv", path.display());
    }
    Ok(Source::Sheets(sheets))
}

/// A report, whatever it is written in; from workbooks and sheets with their problems. JSON files are
/// checked with the reports beside them, to which links may lead.
pub fn report(path: &Path) -> Result<Result<Folder, Problems>> {
    match read(path)? {
        Source::Json(folder) => Ok(Ok(folder)),
        source => Ok(source.report()),
    }
}

/// The JSON files of a report.
pub fn folder(path: &Path) -> Result<Folder> {
    let path = fs::canonicalize(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Folder { name, files: texts(&path, "json")? })
}

/// The files of a folder that end like this, parts in their order.
fn texts(path: &Path, extension: &str) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.extension().is_none_or(|found| !found.eq_ignore_ascii_case(extension)) {
            continue;
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = String::from_utf8(fs::read(&path)?).ok().with_context(|| {
            format!(
                "{} is not UTF-8; save it as \"CSV UTF-8\" (CSV UTF-8(쉼표로 분리))",
                path.display()
            )
        })?;
        texts.push((format!("{stem}.{extension}"), text));
    }
    texts.sort_by_key(|(name, _)| (name.len(), name.clone()));
    Ok(texts)
}
