//! A report becomes a workbook and a report again, and nothing is lost.

use std::collections::BTreeMap;
use std::path::Path;

use report_workbook::{Folder, Workbook, export, export_csv, import, template};
use serde_json::Value;

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
    diagnostics.iter().map(|diagnostic| diagnostic.message(report_workbook::Locale::En)).collect()
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

/// The value with German beside its English, wherever it is a text in several languages.
fn with_german(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(english) = fields.get("en").and_then(Value::as_str) {
                let german = format!("{english} auf Deutsch");
                fields.insert("de".to_owned(), german.into());
            }
            fields.values_mut().for_each(with_german);
        }
        Value::Array(entries) => entries.iter_mut().for_each(with_german),
        _ => {}
    }
}

#[test]
fn a_report_in_another_language_has_columns_of_it() {
    let mut report = reports().remove(1);
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    for (name, text) in &mut report.files {
        let mut value = parse(text);
        with_german(&mut value);
        if name == "report.json" {
            value["languages"] = serde_json::json!(["ko", "de", "en"]);
        }
        *text = value.to_string();
    }
    for found in [
        import(Workbook::Xlsx(&export(&report).unwrap())),
        import(Workbook::Csv(&export_csv(&report).unwrap())),
    ] {
        let found = found.unwrap_or_else(|diagnostics| panic!("{:#?}", messages(&diagnostics)));
        for (name, text) in &report.files {
            let (_, again) = found.files.iter().find(|(again, _)| again == name).expect(name);
            assert!(parse(again) == parse(text), "{name} is another");
        }
        // Its cards name cards of the first one.
        let library = report_validation::library(&[found, reports().remove(0)]).unwrap();
        let [_, german, _] = library.reports[0].languages.iter().collect::<Vec<_>>()[..] else {
            panic!("three languages")
        };
        let title = library.reports[0].title;
        assert_eq!(title.get(german), format!("{} auf Deutsch", title.en));
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
