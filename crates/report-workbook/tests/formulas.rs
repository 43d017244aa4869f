//! A report whose texts begin like formulas (`tests/hostile`) stays text in a workbook: no cell of it
//! runs when a spreadsheet program opens the file, and nothing is lost. Texts that begin with `=` are
//! refused, and so are marks of direction when they are read again.

use std::io::{Cursor, Read};
use std::path::Path;

use report_workbook::{Folder, Locale, Workbook, export, export_csv, import};
use zip::ZipArchive;

/// What programs take for the beginning of a formula.
const STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

fn hostile() -> Folder {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hostile/reports");
    let folders = report_validation::folders(&folder, "hostile").expect("they can be read");
    folders.into_iter().next().expect("there is one")
}

/// The hostile report with only such texts as a workbook may have.
fn allowed() -> Folder {
    let mut folder = hostile();
    for (_, text) in &mut folder.files {
        *text = text.replace("\"=HYPERLINK(", "\"+HYPERLINK(");
        text.retain(|letter| {
            !('\u{202a}'..='\u{202e}').contains(&letter)
                && !('\u{2066}'..='\u{2069}').contains(&letter)
        });
    }
    folder
}

/// The files of a report with their JSON read, since the order of fields is not kept.
fn read(folder: &Folder) -> Vec<(String, serde_json::Value)> {
    let json = |text: &str| serde_json::from_str(text).expect("it is JSON");
    let mut files: Vec<_> =
        folder.files.iter().map(|(name, text)| (name.clone(), json(text))).collect();
    files.sort_by(|one, other| one.0.cmp(&other.0));
    files
}

#[test]
fn a_text_that_begins_with_an_equals_sign_is_refused() {
    for error in [export(&hostile()).unwrap_err(), export_csv(&hostile()).unwrap_err()] {
        assert!(error.to_string().contains("a text begins with ="), "{error}");
    }
}

#[test]
fn marks_of_direction_are_refused_when_a_workbook_is_read() {
    let mut folder = allowed();
    let (_, text) = &mut folder.files[0];
    *text = text.replacen("1+1", "1\u{202e}+1", 1);
    let found = import(Workbook::Csv(&export_csv(&folder).unwrap())).unwrap_err();
    assert_eq!(found.len(), 1);
    assert!(found[0].message(Locale::En).contains("U+202E"), "{}", found[0].message(Locale::En));
}

#[test]
fn an_xlsx_file_has_texts_and_no_formulas() {
    let bytes = export(&allowed()).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names: Vec<_> = archive.file_names().map(str::to_owned).collect();
    let mut texts = 0;
    for name in names {
        let mut xml = String::new();
        if archive.by_name(&name).unwrap().read_to_string(&mut xml).is_ok() {
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} has a formula");
            assert!(!xml.contains("<hyperlink"), "{name} has a link");
            texts += xml.matches("<t>+HYPERLINK(").count();
        }
    }
    assert!(texts > 5, "{texts} texts begin like a formula");
}

#[test]
fn no_text_of_a_csv_file_begins_like_a_formula() {
    let mut guarded = 0;
    for (name, text) in export_csv(&allowed()).unwrap() {
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for row in rows.records() {
            for cell in &row.unwrap() {
                let is_number = cell.parse::<f64>().is_ok();
                assert!(is_number || !cell.starts_with(STARTS), "{name}: {cell}");
                guarded += usize::from(cell.starts_with("'+"));
            }
        }
    }
    assert!(guarded > 5, "{guarded} texts are guarded");
}

#[test]
fn both_give_the_report_back() {
    let report = allowed();
    let sheets = export_csv(&report).unwrap();
    let from_csv = import(Workbook::Csv(&sheets)).unwrap();
    let from_xlsx = import(Workbook::Xlsx(&export(&report).unwrap())).unwrap();
    assert_eq!(read(&from_csv), read(&from_xlsx));
    let of = |name: &str| read(&report).into_iter().find(|(file, _)| file == name).unwrap().1;
    let part = &of("part-2.json")["cards"][0]["title"];
    let back = read(&from_xlsx).into_iter().find(|(file, _)| file == "part-2.json").unwrap().1;
    assert_eq!(&back["cards"][0]["title"], part);
}
