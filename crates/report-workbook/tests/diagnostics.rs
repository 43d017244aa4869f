//! The problems reported for a faulty workbook: place, problem, what was expected, hint.

use report_workbook::{Folder, Locale, Workbook, export_csv, import};

mod common;
use common::{small_report, template_folder};

/// The template's sheets with one passage of one sheet written differently.
fn edited(sheet: &str, passage: &str, instead: &str) -> Vec<(String, String)> {
    let mut sheets = export_csv(&template_folder()).expect("the template can be written");
    let (_, text) = sheets
        .iter_mut()
        .find(|(name, _)| name == &format!("{sheet}.csv"))
        .expect("there is such a sheet");
    assert!(text.contains(passage), "{passage:?} stands in {sheet}: {text}");
    *text = text.replacen(passage, instead, 1);
    sheets
}

fn messages(sheets: &[(String, String)], lang: Locale) -> Vec<String> {
    match import(Workbook::Csv(sheets)) {
        Ok(_) => Vec::new(),
        Err(found) => found.iter().map(|diagnostic| diagnostic.message(lang)).collect(),
    }
}

/// One fault each: sheet, passage, what stands instead, the message in English and in Korean.
const FAULTS: [[&str; 5]; 30] = [
    [
        "Cards",
        "river-cleaning,4,example,",
        "river-cleaning,4,exampel,",
        "Cards!D2: \"exampel\" is not listed in report.json. Did you mean 'example'?",
        "Cards!D2: 'exampel'은(는) Terms 시트에 없습니다. 'example'를 찾으셨나요?",
    ],
    [
        "Figures",
        "river-cleaning,volunteers,",
        "river-claening,volunteers,",
        "Figures!A2: There is no 'river-claening'; expected a value of the column id of the sheet Cards. Did you mean 'river-cleaning'?",
        "Figures!A2: 'river-claening'은(는) 없습니다. 기대한 값: Cards 시트의 id. 'river-cleaning'을 찾으셨나요?",
    ],
    [
        "Figures",
        "3.4,tonnes",
        "3.4톤,tonnes",
        "Figures!E4: '3.4톤' is not valid here; expected an exact number such as 1234 or -0.5. Did you mean '3.4'?",
        "Figures!E4: '3.4톤'은(는) 쓸 수 없습니다. 기대한 값: 1234 또는 -0.5 같은 정확한 수. '3.4'를 찾으셨나요?",
    ],
    [
        "Figures",
        "3.4,tonnes",
        "3.4,ton",
        "Figures!F4: 'ton' is not valid here; expected a unit of the sheet Units or OwnUnits.",
        "Figures!F4: 'ton'은(는) 쓸 수 없습니다. 기대한 값: Units나 OwnUnits 시트에 있는 단위.",
    ],
    ["Figures", "Weighed roughly.", "", "Figures!L4: Missing or empty.", "Figures!L4: 빈칸입니다."],
    [
        "Figures",
        "2.9,2023,",
        "2.9,2024,",
        "Figures!N4: \"2024\" is not before the report's period, to 2024-12.",
        "Figures!N4: '2024'은(는) 보고서의 기간이 끝나는 2024-12보다 앞이어야 합니다.",
    ],
    [
        "Figures",
        "5,2027,",
        "5,,",
        "Figures!R4: \"\" is not a date: not of the form YYYY, YYYY-MM or YYYY-MM-DD.",
        "Figures!R4: ''은(는) 날짜가 아닙니다. 2024, 2024-05, 2024-05-01처럼 적어 주세요.",
    ],
    [
        "Figures",
        "The events of November were missing.",
        "",
        "Figures!U4: Missing or empty.",
        "Figures!U4: 빈칸입니다.",
    ],
    [
        "Figures",
        "limited",
        "limitted",
        "Figures!V4: 'limitted' is not valid here; expected one of limited, reasonable. Did you mean 'limited'?",
        "Figures!V4: 'limitted'은(는) 쓸 수 없습니다. 기대한 값: 다음 가운데 하나: limited, reasonable. 'limited'를 찾으셨나요?",
    ],
    [
        "Figures",
        ",4,무게를",
        ",13,무게를",
        "Figures!J4: Page 13 is outside the report's pages 1 to 12.",
        "Figures!J4: 13쪽은 보고서의 쪽수(1~12) 밖입니다.",
    ],
    [
        "Headlines",
        "1250,",
        "1251,",
        "Headlines!O2: Terms and remainder make 1250, the headline is 1251.",
        "Headlines!O2: 더한 수와 나머지의 합은 1250인데, 머리 수는 1251입니다.",
    ],
    [
        "Tallies",
        "drivers",
        "driver",
        "Tallies!D3: \"river-cleaning/driver\" is no figure of this report (card-id/figure-id). Did you mean 'river-cleaning/drivers'?",
        "Tallies!D3: 'river-cleaning/driver'(이)라는 수는 이 보고서에 없습니다. 'river-cleaning/drivers'를 찾으셨나요?",
    ],
    [
        "Tallies",
        "volunteers,",
        "volunteer,",
        "Tallies!B2: There is no 'volunteer'; expected a value of the column id of the sheet Headlines. Did you mean 'volunteers'?",
        "Tallies!B2: 'volunteer'은(는) 없습니다. 기대한 값: Headlines 시트의 id. 'volunteers'를 찾으셨나요?",
    ],
    [
        "Points",
        "by-year,2023,",
        "by-yaer,2023,",
        "Points!B3: There is no 'by-yaer'; expected a value of the column id of the sheet Series. Did you mean 'by-year'?",
        "Points!B3: 'by-yaer'은(는) 없습니다. 기대한 값: Series 시트의 id. 'by-year'를 찾으셨나요?",
    ],
    [
        "Points",
        ",2023,",
        ",2023-13,",
        "Points!C3: \"2023-13\" is not a date: the calendar has no such date.",
        "Points!C3: '2023-13'은(는) 날짜가 아닙니다. 2024, 2024-05, 2024-05-01처럼 적어 주세요.",
    ],
    [
        "Dates",
        "2024-03,2024-11",
        "2024-03,2023-11",
        "Dates!B2: From 2024-03 is after to 2023-11.",
        "Dates!B2: 시작(2024-03)이 끝(2023-11)보다 늦습니다.",
    ],
    [
        "Dates",
        "2024-03,",
        "2024년 3월,",
        "Dates!B2: '2024년 3월' is not valid here; expected a date such as 2024, 2024-05 or 2024-05-01. Did you mean '2024-03'?",
        "Dates!B2: '2024년 3월'은(는) 쓸 수 없습니다. 기대한 값: 2024, 2024-05, 2024-05-01 같은 날짜. '2024-03'을 찾으셨나요?",
    ],
    [
        "Parts",
        "1,사람",
        "3,사람",
        "Parts!A2: Part 3 stands at place 1.",
        "Parts!A2: 3부가 1번째에 있습니다. 1부터 차례로 적어 주세요.",
    ],
    [
        "Report",
        "30 June 2025",
        "30 June 2025.",
        "Report!R2: Ends with a full stop; a section and its page may follow.",
        "Report!R2: 마침표로 끝납니다. 뒤에 절과 쪽이 이어질 수 있으니 마침표를 빼 주세요.",
    ],
    [
        "Report",
        "period_to,",
        "period_too,",
        "Report!M1: There is no column 'period_too'; columns with notes have names that begin with _. Did you mean 'period_to'?",
        "Report!M1: 'period_too'(이)라는 열은 없습니다. 메모라면 이름을 _로 시작해 주세요. 'period_to'를 찾으셨나요?",
    ],
    [
        "Report",
        "https://example.invalid/report.pdf",
        "javascript:alert(1)",
        "Report!T2: \"javascript:alert(1)\" is not an address such as \"https://example.com/report.pdf\".",
        "Report!T2: 'javascript:alert(1)'은(는) https 주소가 아닙니다. https://example.com/report.pdf처럼 #과 빈칸 없이 적어 주세요.",
    ],
    [
        "Terms",
        "brand,example",
        "brnad,example",
        "Terms!A2: 'brnad' is not valid here; expected one of brand, audience, theme. Did you mean 'brand'?",
        "Terms!A2: 'brnad'은(는) 쓸 수 없습니다. 기대한 값: 다음 가운데 하나: brand, audience, theme. 'brand'를 찾으셨나요?",
    ],
    [
        "Terms",
        "Volunteering",
        "Volunteering\nbrand,example,예시,Example",
        "Terms!B5: 'example' is used twice, first in Terms!B2.",
        "Terms!B5: 'example'이(가) Terms!B2에 이미 있습니다.",
    ],
    [
        "Figures",
        "gri/306-3",
        "grii/306-3",
        "Figures!Y4: There is no framework \"grii\". Did you mean 'gri'?",
        "Figures!Y4: 'grii'은(는) Frameworks 시트에 없습니다. 'gri'를 찾으셨나요?",
    ],
    [
        "Omissions",
        "306-5",
        "306-3",
        "Omissions!B2: \"306-3\" is left out, but a figure has it.",
        "Omissions!B2: '306-3'은(는) 보고하지 않는다고 했지만 이 코드를 쓴 수가 있습니다.",
    ],
    [
        "Omissions",
        "gri,",
        "grii,",
        "Omissions!A2: There is no 'grii'; expected a value of the column id of the sheet Frameworks. Did you mean 'gri'?",
        "Omissions!A2: 'grii'은(는) 없습니다. 기대한 값: Frameworks 시트의 id. 'gri'를 찾으셨나요?",
    ],
    [
        "Figures",
        "kg-per-volunteer",
        "kg-per-volunter",
        "Figures!F5: 'kg-per-volunter' is not valid here; expected a unit of the sheet Units or OwnUnits.",
        "Figures!F5: 'kg-per-volunter'은(는) 쓸 수 없습니다. 기대한 값: Units나 OwnUnits 시트에 있는 단위.",
    ],
    [
        "OwnUnits",
        "kg-per-volunteer,",
        "won,",
        "OwnUnits!A2: \"won\" is a built-in unit.",
        "OwnUnits!A2: 'won'은(는) 이미 있는 단위입니다. 다른 id를 적어 주세요.",
    ],
    [
        "OwnUnits",
        "kg a volunteer",
        "",
        "OwnUnits!D2: The cell is empty; expected text.",
        "OwnUnits!D2: 빈칸입니다. 기대한 값: 글.",
    ],
    [
        "Synonyms",
        "spellings",
        "spellings\n봉사",
        "Synonyms!A2: A group has at least two spellings.",
        "Synonyms!A2: 말이 둘 이상 있어야 합니다.",
    ],
];

#[test]
fn each_fault_is_reported_at_its_cell_in_both_languages() {
    for [sheet, passage, instead, english, korean] in FAULTS {
        let sheets = edited(sheet, passage, instead);
        let listed = messages(&sheets, Locale::En);
        assert!(listed.contains(&english.to_owned()), "{instead:?}: {listed:#?}");
        let listed = messages(&sheets, Locale::Ko);
        assert!(listed.contains(&korean.to_owned()), "{instead:?}: {listed:#?}");
    }
}

#[test]
fn all_faults_are_reported_at_once_in_the_order_of_sheets_and_cells() {
    let mut sheets = edited("Figures", "50,people", "N/A,persons");
    for (name, passage, instead) in [
        ("Terms.csv", "theme,volunteering", "theme,Volunteering"),
        ("Parts.csv", ",3\n", ",쪽 3\n"),
        ("Report.csv", "2025-06-30", "30.6.2025"),
    ] {
        let (_, text) = sheets.iter_mut().find(|(file, _)| file == name).unwrap();
        assert!(text.contains(passage), "{passage:?} stands in {name}: {text}");
        *text = text.replacen(passage, instead, 1);
    }
    let found = import(Workbook::Csv(&sheets)).unwrap_err();
    let places: Vec<_> = found.iter().map(|diagnostic| diagnostic.place.to_string()).collect();
    assert_eq!(
        places,
        ["Report!K2", "Parts!F2", "Cards!F2", "Figures!E3", "Figures!F3", "Terms!B4"]
    );
}

#[test]
fn columns_may_stand_in_any_order_and_notes_are_left_alone() {
    let mut sheets = export_csv(&template_folder()).unwrap();
    let (_, terms) = sheets.iter_mut().find(|(file, _)| file == "Terms.csv").unwrap();
    *terms = "_memo,name_en,id,name_ko,list\n\
              todo,Example Co.,example,예시 주식회사,brand\n\
              ,Everyone,everyone,모두,audience\n\
              ,Volunteering,volunteering,봉사,theme\n"
        .to_owned();
    sheets.push(("_notes.csv".to_owned(), "anything,at all\n=1+1\n".to_owned()));
    let found = import(Workbook::Csv(&sheets)).unwrap();
    let text = |folder: &Folder| {
        serde_json::from_str::<serde_json::Value>(&folder.files[0].1).unwrap()["brands"].clone()
    };
    assert_eq!(text(&found), text(&template_folder()));
}

#[test]
fn a_link_to_another_report_is_left_to_the_build() {
    let sheets = edited("Links", "card,to", "card,to\nriver-cleaning,other-report/some-card");
    assert_eq!(messages(&sheets, Locale::En), Vec::<String>::new());
    let sheets = edited("Links", "card,to", "card,to\nriver-cleaning,river-cleanin");
    assert_eq!(
        messages(&sheets, Locale::En),
        ["Links!B2: There is no card \"river-cleanin\". Did you mean 'river-cleaning'?"]
    );
}

#[test]
fn discrepancies_belong_to_the_report_a_part_or_a_card() {
    let row = |part: &str, card: &str, about: &str| {
        let row = format!("\n{part},{card},total,{about},sum,\"10\n11\",열,Ten,합,The sum");
        edited("Discrepancies", "why_ko,why_en", &format!("why_ko,why_en{row}"))
    };
    for (part, card, about, expected) in [
        ("", "", "report", None),
        ("1", "", "headlines/volunteers", None),
        ("", "river-cleaning", "figures/litter", None),
        (
            "",
            "river-cleaning",
            "figures/liter",
            Some(
                "Discrepancies!D2: There is no \"figures/liter\" here. Did you mean 'figures/litter'?",
            ),
        ),
        (
            "1",
            "river-cleaning",
            "title",
            Some("Discrepancies!A2: Part and card cannot both be given; leave one of them empty."),
        ),
        (
            "2",
            "",
            "title",
            Some(
                "Discrepancies!A2: There is no '2'; expected a value of the column no of the sheet Parts.",
            ),
        ),
    ] {
        let listed = messages(&row(part, card, about), Locale::En);
        assert_eq!(listed, expected.into_iter().collect::<Vec<_>>(), "{part} {card} {about}");
    }
}

#[test]
fn wrong_and_missing_sheets_are_reported() {
    let mut sheets = export_csv(&template_folder()).unwrap();
    for (name, _) in &mut sheets {
        if name == "Figures.csv" {
            *name = "Figurs.csv".to_owned();
        }
    }
    sheets.retain(|(name, _)| name != "Terms.csv");
    let listed = messages(&sheets, Locale::En);
    assert!(listed.contains(&"Terms: The sheet is missing.".to_owned()), "{listed:#?}");
    let wrong = "Figurs: 'Figurs' is not a sheet of a report; sheets with notes have names that begin with _. Did you mean 'Figures'?";
    assert!(listed.contains(&wrong.to_owned()), "{listed:#?}");

    let none = [("Sheet1.csv".to_owned(), "a,b\n1,2\n".to_owned())];
    let listed = messages(&none, Locale::En);
    assert!(listed[0].starts_with("It has none of the sheets of a report"), "{listed:#?}");
}

#[test]
fn ids_of_other_scripts_and_marks_of_direction_are_reported_and_shown_safely() {
    for (id, english) in [
        (
            "강",
            "Cards!B2: '강' is not valid here; expected an id of lower-case letters and digits joined by -, such as water-use.",
        ),
        (
            "💧-use",
            "Cards!B2: '💧-use' is not valid here; expected an id of lower-case letters and digits joined by -, such as water-use.",
        ),
        (
            "نهر",
            "Cards!B2: 'نهر' is not valid here; expected an id of lower-case letters and digits joined by -, such as water-use.",
        ),
        (
            "river\u{202e}x",
            "Cards!B2: There is an invisible character (U+202E) in the text; type it again without it.",
        ),
        (
            "a].figures[b",
            "Cards!B2: 'a].figures[b' is not valid here; expected an id of lower-case letters and digits joined by -, such as water-use. Did you mean 'a-figures-b'?",
        ),
    ] {
        let listed = messages(&edited("Cards", "river-cleaning", id), Locale::En);
        assert!(listed.contains(&english.to_owned()), "{id}: {listed:#?}");
    }
}

#[test]
fn diagnostics_of_every_list_lead_to_their_row() {
    let report = small_report();
    let sheets = export_csv(&report).unwrap();
    assert_eq!(messages(&sheets, Locale::En), Vec::<String>::new());
    for (sheet, passage, instead, place) in [
        ("Partners", "Partner B", "", "Partners!C3"),
        ("Awards", "Award", "", "Awards!C2"),
        ("Series", "Shares", "", "Series!E2"),
        ("Points", "Rest", "", "Points!E3"),
        ("SourceNotes", "title,마스쿠", "titel,마스쿠", "SourceNotes!C2"),
        ("Discrepancies", "Report-wide reason", "", "Discrepancies!J2"),
        ("IndexTerms", "masks,보급", "mask,보급", "IndexTerms!C2"),
        ("Headlines", "Basis", "", "Headlines!L2"),
        ("Parts", "Part summary", "", "Parts!E2"),
    ] {
        let mut sheets = sheets.clone();
        let (_, text) =
            sheets.iter_mut().find(|(name, _)| name == &format!("{sheet}.csv")).unwrap();
        assert!(text.contains(passage), "{passage:?} stands in {sheet}: {text}");
        *text = text.replacen(passage, instead, 1);
        let found = import(Workbook::Csv(&sheets)).unwrap_err();
        let places: Vec<_> = found.iter().map(|found| found.place.to_string()).collect();
        assert_eq!(places, [place], "{sheet}: {instead:?}");
    }
}

#[test]
fn thousands_of_wrong_references_are_reported_without_comparing_all_with_all() {
    let mut sheets = export_csv(&template_folder()).unwrap();
    let (_, dates) = sheets.iter_mut().find(|(name, _)| name == "Dates.csv").unwrap();
    let wrong =
        (0..5000).map(|index| ["river-cleanin", &index.to_string(), ",2024,,일,Event\n"].concat());
    dates.extend(wrong);
    let found = import(Workbook::Csv(&sheets)).unwrap_err();
    assert_eq!(found.len(), 5000);
    assert_eq!(found.iter().filter(|diagnostic| diagnostic.nearest.is_some()).count(), 200);
}
