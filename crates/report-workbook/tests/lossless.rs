//! A report becomes a workbook and a report again, and nothing is lost.

use std::path::Path;

use report_workbook::{Folder, Workbook, export, export_csv, import, template};
use serde_json::Value;

/// The shipped reports.
fn reports() -> Vec<Folder> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/reports");
    report_validation::folders(&assets, "white-paper-2022").expect("the reports are there")
}

/// The files as values, by name.
fn values(folder: &Folder) -> Vec<(&str, Value)> {
    let mut values: Vec<_> = folder
        .files
        .iter()
        .map(|(name, text)| (name.as_str(), serde_json::from_str(text).expect("they are JSON")))
        .collect();
    values.sort_by_key(|(name, _)| *name);
    values
}

fn assert_same(given: &Folder, found: &Folder) {
    assert_eq!(found.name, given.name);
    let (given, found) = (values(given), values(found));
    let names = |values: &[(&str, Value)]| {
        values.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&found), names(&given));
    for ((name, given), (_, found)) in given.iter().zip(&found) {
        assert_eq!(found, given, "{name}");
    }
}

fn messages(diagnostics: &[report_workbook::Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| diagnostic.message(report_workbook::Lang::En)).collect()
}

#[test]
fn both_shipped_reports_come_back_from_a_workbook_as_they_were() {
    let reports = reports();
    assert_eq!(reports.len(), 2);
    for report in &reports {
        let workbook = export(report).unwrap();
        let found = import(Workbook::Xlsx(&workbook))
            .unwrap_or_else(|diagnostics| panic!("{:#?}", messages(&diagnostics)));
        assert_same(report, &found);
    }
}

#[test]
fn both_shipped_reports_come_back_from_csv_as_they_were() {
    for report in &reports() {
        let sheets = export_csv(report).unwrap();
        let found = import(Workbook::Csv(&sheets))
            .unwrap_or_else(|diagnostics| panic!("{:#?}", messages(&diagnostics)));
        assert_same(report, &found);
    }
}

#[test]
fn fields_are_written_in_the_order_in_which_the_shipped_reports_have_them() {
    for report in &reports() {
        let found = import(Workbook::Xlsx(&export(report).unwrap())).unwrap();
        let fields = |text: &str| {
            let field =
                |line: &str| Some(line.trim().strip_prefix('"')?.split_once("\":")?.0.to_owned());
            text.lines().filter_map(field).collect::<Vec<_>>().join(" ")
        };
        let parts = |folder: &Folder| {
            let parts = folder.files.iter().filter(|(name, _)| name.starts_with("part-"));
            parts.map(|(_, text)| fields(text)).collect::<Vec<_>>()
        };
        for (found, given) in parts(&found).iter().zip(parts(report)) {
            let same = found.chars().zip(given.chars()).take_while(|(left, right)| left == right);
            assert_eq!(same.count(), given.chars().count());
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(template(), template());
}

#[test]
fn the_template_is_a_valid_report() {
    let found = import(Workbook::Xlsx(&template()))
        .unwrap_or_else(|diagnostics| panic!("{:#?}", messages(&diagnostics)));
    assert_eq!(found.name, "example-report");
    report_validation::library(&[found]).unwrap();
}
