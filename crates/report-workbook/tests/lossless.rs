//! A report becomes a workbook and a report again, and nothing is lost.

use std::collections::BTreeMap;
use std::path::Path;

use report_workbook::{Folder, Workbook, export, export_csv, import, template};

/// The shipped reports.
fn reports() -> Vec<Folder> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/reports");
    report_validation::folders(&assets, "white-paper-2022").expect("the reports are there")
}

/// Byte by byte, so that a bundle made of the workbook is the same, too.
fn assert_same(given: &Folder, found: &Folder) {
    assert_eq!(found.name, given.name);
    let [given, found] =
        [given, found].map(|folder| folder.files.iter().cloned().collect::<BTreeMap<_, _>>());
    assert_eq!(found.keys().collect::<Vec<_>>(), given.keys().collect::<Vec<_>>());
    for (name, text) in &given {
        assert!(found[name] == *text, "{name} is another");
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
