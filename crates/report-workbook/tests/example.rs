//! The example in `examples/` is a valid report, and its workbook and its JSON files say the same.

use std::path::Path;

use report_model::Lang;
use report_validation::{folders, library};
use report_workbook::{Workbook, export, import};

#[test]
fn the_example_workbook_is_the_example_report_and_has_no_problems() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folders = folders(&examples, "example-co-2025").unwrap();
    let [folder] = folders.as_slice() else { panic!("one example was expected") };
    let workbook = examples.join("example-co-2025.xlsx");
    if std::env::var_os("WRITE_GENERATED").is_some() {
        std::fs::write(&workbook, export(folder).unwrap()).unwrap();
    }
    let bytes = std::fs::read(&workbook).unwrap();
    let found = import(Workbook::Xlsx(&bytes)).unwrap();
    assert_eq!(found.name, folder.name);
    for (name, text) in &folder.files {
        let (_, of_workbook) = found.files.iter().find(|(file, _)| file == name).unwrap();
        assert_eq!(of_workbook, text, "{name}");
    }
    assert_eq!(found.files.len(), folder.files.len());

    let report = &library(&folders).unwrap().reports[0];
    assert!(report.title.en.contains("fictional"));
    assert_eq!(report.languages.iter().collect::<Vec<_>>(), [Lang::En]);
    let series: Vec<_> = report.cards.iter().flat_map(|card| &card.series).collect();
    assert!(series.iter().filter(|series| series.points.len() == 3).count() >= 8);
}
