//! Files that nobody meant well with, or that are not what they seem: one clear message each, and
//! no more memory than the limits allow.

use std::io::{Cursor, Read, Write};

use report_workbook::{Diagnostic, Locale, Workbook, import, template};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn problems(bytes: &[u8]) -> Vec<String> {
    match import(Workbook::Xlsx(bytes)) {
        Ok(_) => Vec::new(),
        Err(found) => found.iter().map(|diagnostic| diagnostic.message(Locale::En)).collect(),
    }
}

/// The entries of the template's archive.
fn entries() -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(template())).expect("it is an archive");
    let mut entries = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("it has so many entries");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("it can be unpacked");
        entries.push((entry.name().to_owned(), bytes));
    }
    entries
}

fn archive(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(name, SimpleFileOptions::default()).expect("a vector takes it");
        writer.write_all(bytes).expect("a vector takes it");
    }
    writer.finish().expect("a vector takes it").into_inner()
}

/// The template with an entry more.
fn with_entry(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    let mut entries = entries();
    entries.push((name.to_owned(), bytes));
    archive(&entries)
}

/// The template with another text in the XML of a sheet, counted from 1.
fn with_sheet(number: usize, passage: &str, instead: &str) -> Vec<u8> {
    edited(&format!("xl/worksheets/sheet{number}.xml"), passage, instead)
}

fn edited(name: &str, passage: &str, instead: &str) -> Vec<u8> {
    let mut entries = entries();
    let (_, bytes) = entries.iter_mut().find(|(entry, _)| entry == name).expect("it is there");
    let text = String::from_utf8(bytes.clone()).expect("it is XML");
    assert!(text.contains(passage), "{passage:?} stands in {name}: {text}");
    *bytes = text.replacen(passage, instead, 1).into_bytes();
    archive(&entries)
}

/// How often each entry of the archive is damaged.
const DAMAGES: usize = 3;

/// The sheets of the template in their order.
const REPORT: usize = 1;
const PARTS: usize = 2;
const FIGURES: usize = 6;

#[test]
fn what_is_no_workbook_is_reported_in_one_line() {
    const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encrypted = [COMPOUND, &[0; 600], &package].concat();
    let of_format = |name: &str| archive(&[(name.to_owned(), b"<x/>".to_vec())]);
    let whole = template();
    for (what, bytes, expected) in [
        ("nothing", Vec::new(), "This is not a workbook"),
        ("text", b"id,title\n1,2\n".to_vec(), "This is not a workbook"),
        ("PDF", b"%PDF-1.7".to_vec(), "This is not a workbook"),
        ("an archive", of_format("readme.txt"), "This is not a workbook"),
        ("xls", COMPOUND.to_vec(), "The format .xls is not read"),
        ("encrypted", encrypted, "The file is encrypted"),
        ("xlsb", of_format("xl/workbook.bin"), "The format .xlsb is not read"),
        ("ods", of_format("content.xml"), "The format .ods is not read"),
        ("truncated", whole[..whole.len() / 2].to_vec(), "The file is truncated or damaged"),
        ("macros", with_entry("xl/vbaProject.bin", vec![0]), "The workbook has macros"),
        (
            "links to other workbooks",
            with_entry("xl/externalLinks/externalLink1.xml", b"<externalLink/>".to_vec()),
            "The workbook has links to other workbooks",
        ),
        ("workbook.xml is no XML", edited("xl/workbook.xml", "<sheets>", "<<<"), "The file is"),
    ] {
        let problems = problems(&bytes);
        assert_eq!(problems.len(), 1, "{what}: {problems:#?}");
        assert!(problems[0].starts_with(expected), "{what}: {problems:#?}");
    }
}

#[test]
fn a_zip_bomb_is_refused_by_what_it_unpacks_to() {
    // 65 MB of zeros are 65 kB in the file.
    let bomb = with_entry("xl/media/image1.png", vec![0; 65 << 20]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(problems(&bomb), ["The file is too large (unpacked): at most 64 MB are read."]);
}

#[test]
fn a_zip_bomb_that_lies_about_its_size_is_refused_too() {
    let mut bomb = with_entry("xl/media/image1.png", vec![0; 65 << 20]);
    let size = u32::try_from(65 << 20).expect("it is small enough").to_le_bytes();
    let places: Vec<_> = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let problems = problems(&bomb);
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("The file is too large")
            || problems[0].starts_with("The file is truncated"),
        "{problems:#?}"
    );
}

#[test]
fn a_file_of_many_entries_is_refused() {
    let mut entries = entries();
    entries.extend((0..1001).map(|index| (format!("xl/media/{index}"), Vec::new())));
    assert_eq!(
        problems(&archive(&entries)),
        ["The file has too many entries; at most 1000 are read."]
    );
}

#[test]
fn a_file_larger_than_the_limit_is_refused_unread() {
    let mut bytes = template();
    bytes.resize((16 << 20) + 1, 0);
    assert_eq!(problems(&bytes), ["The file is too large (file): at most 16 MB are read."]);
}

#[test]
fn too_many_rows_are_one_message() {
    let rows = "<row><c><v>1</v></c></row>".repeat(200_000);
    let bytes = with_sheet(PARTS, "</sheetData>", &format!("{rows}</sheetData>"));
    assert_eq!(problems(&bytes), ["Parts: The sheet has too many rows; at most 20000 are read."]);
}

#[test]
fn one_cell_far_away_takes_no_memory_for_the_cells_between() {
    for (cell, row, expected) in [
        ("A1048576", 1_048_576, "Parts: The sheet has too many rows; at most 20000 are read."),
        ("XFD2", 2, "Parts: The sheet has too many columns; at most 100 are read."),
    ] {
        let far = format!("<row r=\"{row}\"><c r=\"{cell}\"><v>1</v></c></row></sheetData>");
        assert_eq!(problems(&with_sheet(PARTS, "</sheetData>", &far)), [expected]);
    }
}

#[test]
fn one_long_text_used_in_many_cells_is_bounded() {
    let long = "가".repeat(30_000);
    let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(1000);
    let mut entries = entries();
    for (name, bytes) in &mut entries {
        let text = String::from_utf8(bytes.clone()).unwrap_or_default();
        if name == "xl/sharedStrings.xml" {
            let start = text.find("<t").unwrap();
            *bytes =
                format!("{}<t>{long}</t></si><si>{}", &text[..start], &text[start..]).into_bytes();
        } else if name == "xl/worksheets/sheet2.xml" {
            *bytes = text.replacen("</sheetData>", &format!("{cells}</sheetData>"), 1).into_bytes();
        }
    }
    assert_eq!(
        problems(&archive(&entries)),
        ["The file is too large (text): at most 32 MB are read."]
    );
}

#[test]
fn what_the_file_says_of_its_size_is_not_believed() {
    let row = |row: &str, cell: &str| {
        format!("<row r=\"{row}\"><c r=\"{cell}\"><v>1</v></c></row></sheetData>")
    };
    for (what, bytes, expected) in [
        (
            "the number of texts",
            edited("xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"99999999"),
            "The file has too many texts",
        ),
        (
            "a row past all numbers",
            with_sheet(PARTS, "</sheetData>", &row("99999999999", "A99999999999")),
            "The file is truncated or damaged",
        ),
        (
            "a column past all numbers",
            with_sheet(PARTS, "</sheetData>", &row("5", "ZZZZZZZZZZ5")),
            "The file is truncated or damaged",
        ),
        (
            "a range that ends before it starts",
            with_sheet(PARTS, "<sheetData>", "<dimension ref=\"B5:A2\"/><sheetData>"),
            "The file is truncated or damaged",
        ),
        (
            "row 0",
            with_sheet(PARTS, "</sheetData>", &row("0", "A0")),
            "Parts: The sheet cannot be read",
        ),
        (
            "a text that is not there",
            with_sheet(
                PARTS,
                "</sheetData>",
                "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>99999999</v></c></row></sheetData>",
            ),
            "Parts: The sheet cannot be read",
        ),
    ] {
        let problems = problems(&bytes);
        assert_eq!(problems.len(), 1, "{what}: {problems:#?}");
        assert!(problems[0].starts_with(expected), "{what}: {problems:#?}");
    }
    let all = with_sheet(PARTS, "<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
    assert_eq!(problems(&all), Vec::<String>::new());
}

/// The first figure's value in the template's XML.
fn value_cell() -> String {
    let entries = entries();
    let (_, bytes) =
        entries.iter().find(|(name, _)| name == "xl/worksheets/sheet6.xml").expect("it is there");
    let text = String::from_utf8(bytes.clone()).expect("it is XML");
    let start = text.find("<c r=\"E2\"").expect("the cell is there");
    let end = text[start..].find("</c>").expect("the cell ends") + start + "</c>".len();
    text[start..end].to_owned()
}

#[test]
fn formulas_count_by_their_stored_results() {
    let cell = value_cell();
    let problems = |instead: &str| problems(&with_sheet(FIGURES, &cell, instead));
    for (what, instead, expected) in [
        ("a result", "<c r=\"E2\"><f>1000+200</f><v>1200</v></c>", Vec::<&str>::new()),
        (
            "no result",
            "<c r=\"E2\"><f>1000+200</f></c>",
            vec![
                "Figures!E2: The formula has no stored result; open and save the workbook in a spreadsheet program, or write the value.",
            ],
        ),
        (
            "an error",
            "<c r=\"E2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            vec!["Figures!E2: The result of the formula is an error (#DIV/0!)."],
        ),
        (
            "another workbook",
            "<c r=\"E2\"><f>[1]Sheet1!A1</f><v>1200</v></c>",
            vec!["Figures!E2: The formula refers to another workbook; paste its value."],
        ),
        (
            "a formula as text",
            "<c r=\"E2\" t=\"inlineStr\"><is><t>=1000+200</t></is></c>",
            vec!["Figures!E2: A formula stands here as text ('=1000+200'); write its value."],
        ),
        (
            "seventeen digits",
            "<c r=\"E2\"><v>0.30000000000000004</v></c>",
            vec![
                "Figures!E2: 0.30000000000000004: spreadsheets keep only 15 digits of a number; write it as text.",
            ],
        ),
    ] {
        assert_eq!(problems(instead), expected, "{what}");
    }
}

#[test]
fn a_float_that_the_spreadsheet_wrote_with_more_digits_is_what_was_typed() {
    let cell = value_cell();
    let typed = "<c r=\"E2\"><v>1200.0999999999999</v></c>";
    let found = problems(&with_sheet(FIGURES, &cell, typed));
    // 1200.1 as Excel stores it with 17 digits; the sum of the headline shows what was read.
    assert_eq!(found, ["Headlines!O2: Terms and remainder make 1250.1, the headline is 1250."]);
}

#[test]
fn merged_cells_and_hidden_sheets_are_reported() {
    let merge = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>";
    assert_eq!(
        problems(&with_sheet(FIGURES, "</sheetData>", merge)),
        ["Figures!A2: The cells are merged; unmerge them and write the value in every row."]
    );
    let hidden = edited("xl/workbook.xml", "name=\"Figures\"", "name=\"Figures\" state=\"hidden\"");
    assert_eq!(
        problems(&hidden),
        ["Figures: The sheet is hidden; unhide it, so that everybody sees what is published."]
    );
}

#[test]
fn date_cells_are_days_and_the_first_of_a_month_is_asked_about() {
    // Style of a date: the formats of the template end with one that the test adds.
    let entries = entries();
    let (_, styles) = entries.iter().find(|(name, _)| name == "xl/styles.xml").unwrap();
    let styles = String::from_utf8(styles.clone()).unwrap();
    let count = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let index = count.matches("<xf ").count();
    let with_date = styles.replacen("</cellXfs>", "<xf numFmtId=\"14\"/></cellXfs>", 1);
    let problems = |serial: &str| {
        let mut entries = entries.clone();
        for (name, bytes) in &mut entries {
            if name == "xl/styles.xml" {
                *bytes = with_date.clone().into_bytes();
            } else if *name == format!("xl/worksheets/sheet{REPORT}.xml") {
                let text = String::from_utf8(bytes.clone()).unwrap();
                let start = text.find("<c r=\"K2\"").unwrap();
                let end = text[start..].find("</c>").unwrap() + start;
                let cell = format!("<c r=\"K2\" s=\"{index}\"><v>{serial}</v>");
                *bytes = format!("{}{cell}{}", &text[..start], &text[end..]).into_bytes();
            }
        }
        match import(Workbook::Xlsx(&archive(&entries))) {
            Ok(folder) => {
                let text = &folder.files[0].1;
                text.lines().find(|line| line.contains("published")).unwrap().trim().to_owned()
            }
            Err(found) => found.iter().map(|it| it.message(Locale::En)).collect::<String>(),
        }
    };
    assert_eq!(problems("45838"), "\"published\": \"2025-06-30\",");
    assert_eq!(
        problems("45839"),
        "Report!K2: A date cell on the first of a month may mean the month 2025-07 or the day 2025-07-01; write it as text."
    );
    assert!(problems("45838.5").contains("time of day"));
}

#[test]
fn a_cell_shown_as_a_percentage_is_refused_with_the_number_that_is_seen() {
    let cell = value_cell();
    let mut entries = entries();
    let mut style = 0;
    for (name, bytes) in &mut entries {
        let text = String::from_utf8(bytes.clone()).unwrap_or_default();
        if name == "xl/styles.xml" {
            let formats =
                text.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
            style = formats.matches("<xf ").count();
            let format = "<xf numFmtId=\"10\"/></cellXfs>";
            *bytes = text.replacen("</cellXfs>", format, 1).into_bytes();
        }
    }
    for (name, bytes) in &mut entries {
        if *name == format!("xl/worksheets/sheet{FIGURES}.xml") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let instead = format!("<c r=\"E2\" s=\"{style}\"><v>0.45</v></c>");
            *bytes = text.replacen(&cell, &instead, 1).into_bytes();
        }
    }
    assert_eq!(
        problems(&archive(&entries)),
        [
            "Figures!E2: The cell is formatted as a percentage and holds 0.45; format it as a number and write the number that you see. Did you mean '45'?"
        ]
    );
}

#[test]
fn damaged_files_are_refused_and_nothing_panics() {
    let whole = template();
    let step = whole.len() / 60;
    for length in (0..whole.len()).step_by(step) {
        assert!(!problems(&whole[..length]).is_empty(), "cut at {length}");
    }
    let mut refused = 0;
    for at in (0..whole.len()).step_by(step) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x5A;
        refused += usize::from(!problems(&bytes).is_empty());
    }
    assert!(refused > 30, "{refused}");
}

#[test]
fn damage_inside_the_xml_is_reported_and_nothing_panics() {
    let entries = entries();
    let is_read = |name: &str| {
        let parts = ["xl/workbook", "xl/_rels/", "xl/worksheets/sheet", "xl/shared", "xl/styles"];
        parts.iter().any(|part| name.starts_with(part))
    };
    let mut refused = 0;
    let mut tried = 0;
    for (index, (_, bytes)) in entries.iter().enumerate().filter(|(_, (name, _))| is_read(name)) {
        // Positions that differ from entry to entry, the same in every run.
        for at in (index * 7 % 97..bytes.len()).step_by(bytes.len() / DAMAGES + 1) {
            let mut entries = entries.clone();
            entries[index].1[at] = b"<>\"0z"[(at + index) % 5];
            tried += 1;
            refused += usize::from(!problems(&archive(&entries)).is_empty());
        }
    }
    assert!(tried > 20 && refused > tried / 10, "{refused} of {tried}");
}

#[test]
fn messages_are_in_both_languages() {
    let found: Vec<Diagnostic> = import(Workbook::Xlsx(b"%PDF")).unwrap_err();
    assert_eq!(found[0].message(Locale::Ko), "엑셀 통합 문서(.xlsx)가 아닙니다.");
    assert_eq!(found[0].message(Locale::En), "This is not a workbook; an .xlsx file was expected.");
}
