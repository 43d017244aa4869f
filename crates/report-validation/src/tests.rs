//! Small faulty reports, and the problems reported for each.

use super::read::language;
use super::{Folder, folders, library, search_terms};
use report_model::{AssuranceLevel, Figure, Kind, Lang, OtherLang, Text};

/// A report without diagnostics: one part, one headline, one card.
const REPORT: &str = r#"{
  "id": "small", "name": {"ko": "작은", "en": "Small"}, "title": {"ko": "작은 보고서", "en": "A small report"},
  "subtitle": {"ko": "부제", "en": "Subtitle"}, "publisher": {"ko": "발행처", "en": "Publisher"},
  "published": "2022-05-24", "period": {"from": "2020-02", "to": "2022-04"}, "pages": 9,
  "rights": {"ko": "권리", "en": "Rights"}, "citation": {"ko": "인용", "en": "Citation"},
  "brands": [{"id": "talk", "name": {"ko": "톡", "en": "Talk"}}],
  "audiences": [{"id": "everyone", "name": {"ko": "모두", "en": "Everyone"}}],
  "themes": [{"id": "masks", "name": {"ko": "마스크", "en": "Masks"}}]
}"#;

const PART: &str = r#"{
  "no": 1, "title": {"ko": "첫째", "en": "First"}, "summary": {"ko": "요약", "en": "Summary"}, "page": 2,
  "headlines": [{"id": "total", "label": {"ko": "합", "en": "Total"}, "value": "12", "unit": "people",
    "printed": ["12명"], "basis": {"ko": "기준", "en": "Basis"}, "page": 2,
    "tally": {"terms": ["masks/users", "masks/guests"], "remainder": "0"}}],
  "cards": [{"id": "masks", "page": 3, "brands": ["talk"], "audiences": ["everyone"], "themes": ["masks"],
    "title": {"ko": "마스크", "en": "Masks"}, "printed_title": "마스크", "summary": {"ko": "요약", "en": "Summary"},
    "dates": [{"from": "2020-03-10", "to": null, "what": {"ko": "시작", "en": "Start"}}],
    "figures": [
      {"id": "users", "label": {"ko": "이용자", "en": "Users"}, "value": "10", "unit": "people", "printed": ["10명"], "page": 3},
      {"id": "guests", "label": {"ko": "손님", "en": "Guests"}, "value": "2", "unit": "people", "printed": ["2명"], "page": 3}],
    "errata": [{"id": "total", "about": "figures/users", "kind": "figures", "says": ["10명", "11명"],
      "reading": {"ko": "10명", "en": "10"}, "why": {"ko": "합", "en": "The sum"}}],
    "source_text": [{"about": "title", "reads": ["마스쿠"], "reading": {"ko": "'마스크'", "en": "마스크"}}],
    "see": ["masks"]}]
}"#;

/// The small report with one passage of one file written differently.
fn small(file: &str, passage: &str, instead: &str) -> Vec<Folder> {
    let edit = |name: &str, text: &str| {
        if name == file {
            assert!(text.contains(passage), "{passage:?} stands in {file}");
            text.replacen(passage, instead, 1)
        } else {
            text.to_owned()
        }
    };
    let files = [("report.json", REPORT), ("part-1.json", PART)];
    vec![Folder {
        name: "small".to_owned(),
        files: files.map(|(name, text)| (name.to_owned(), edit(name, text))).to_vec(),
    }]
}

fn diagnostics(folders: &[Folder]) -> Vec<String> {
    match library(folders) {
        Ok(_) => Vec::new(),
        Err(diagnostics) => diagnostics.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_report_without_faults_is_taken() {
    assert_eq!(diagnostics(&small("", "", "")), Vec::<String>::new());
}

#[test]
fn every_kind_of_fault_is_named_with_its_file_and_place() {
    let masks = "small/part-1.json: cards[masks]";
    for (file, passage, instead, expected) in [
        ("part-1.json", "\"id\": \"guests\"", "\"id\": \"users\"", format!("{masks}.figures[1].id: the id \"users\" is used twice")),
        ("part-1.json", "masks/guests", "masks/ghosts", "small/part-1.json: headlines[total].tally.terms[1]: \"masks/ghosts\" is no figure of this report (card-id/figure-id)".to_owned()),
        ("part-1.json", "[\"talk\"]", "[\"tolk\"]", format!("{masks}.brands: \"tolk\" is not listed in report.json")),
        ("part-1.json", "\"see\": [\"masks\"]", "\"see\": [\"story/masks\"]", format!("{masks}.see[0]: there is no card \"story/masks\"")),
        ("part-1.json", "figures/users", "figures/losers", format!("{masks}.errata[total].about: there is no \"figures/losers\" here")),
        ("part-1.json", "\"about\": \"title\"", "\"about\": \"dates/1\"", format!("{masks}.source_text[0].about: there is no \"dates/1\" here")),
        ("part-1.json", "[\"마스쿠\"]", "[]", format!("{masks}.source_text[0].reads: 0 given, at least 1 expected")),
        ("part-1.json", "\"page\": 3", "\"page\": 10", format!("{masks}.page: page 10 is outside the report's pages 1 to 9")),
        ("part-1.json", "\"printed\": [\"10명\"], \"page\": 3", "\"printed\": [\"10명\"]", format!("{masks}.figures[users].page: page 0 is outside the report's pages 1 to 9")),
        ("part-1.json", "\"value\": \"10\"", "\"value\": 10.5", format!("{masks}.figures[users].value: 10.5: expected a decimal in quotes, such as \"4318376636\"")),
        ("part-1.json", "\"value\": \"10\"", "\"value\": \"1e1\"", format!("{masks}.figures[users].value: \"1e1\" is not an exact decimal: 'e' does not belong in a decimal such as \"4318376636\" or \"4.1\"")),
        ("part-1.json", "\"value\": \"10\"", "\"value\": \"10.0\"", format!("{masks}.figures[users].value: \"10.0\" is not an exact decimal: leading or trailing zeros, or -0, are not written")),
        ("part-1.json", "{\"ko\": \"마스크\", \"en\": \"Masks\"}", "{\"ko\": \"마스크\"}", format!("{masks}.title.en: missing or empty")),
        ("part-1.json", "\"ko\": \"손님\"", "\"ko\": \"\"", format!("{masks}.figures[guests].label.ko: missing or empty")),
        ("part-1.json", "\"ko\": \"손님\"", "\"ko\": \"손\u{1102}\u{1175}\u{11b7}\"", format!("{masks}.figures[guests].label.ko: not in Unicode normal form NFC: \"손\u{1102}\u{1175}\u{11b7}\"")),
        ("part-1.json", "2020-03-10", "2020-02-30", format!("{masks}.dates[0].from: \"2020-02-30\" is not a date: the calendar has no such date")),
        ("part-1.json", "\"to\": null", "\"to\": \"2020-03-09\"", format!("{masks}.dates[0]: from 2020-03-10 is after to 2020-03-09")),
        ("part-1.json", "\"printed\": [\"10명\"]", "\"printed\": []", format!("{masks}.figures[users].printed: 0 given, at least 1 expected")),
        ("part-1.json", "\"value\": \"10\"", "\"value\": \"10\", \"approx\": \"over\"", format!("{masks}.figures[users].approx: unknown variant `over`, expected one of `exact`, `about`, `at-least`, `less-than`, `band`")),
        ("part-1.json", "\"remainder\": \"0\"", "\"remainder\": \"1\"", "small/part-1.json: headlines[total].tally.note: a remainder other than 0 needs a note".to_owned()),
        ("part-1.json", "\"value\": \"2\"", "\"value\": \"2\", \"approx\": \"about\"", "small/part-1.json: headlines[total].tally.caveat: an exact sum of terms that are not exact needs a caveat".to_owned()),
        ("part-1.json", "\"value\": \"12\"", "\"value\": \"13\"", "small/part-1.json: headlines[total].tally: terms and remainder make 12, the headline is 13".to_owned()),
        ("part-1.json", "\"no\": 1", "\"no\": 2", "small/part-1.json: no: part 2 stands at place 1".to_owned()),
        ("report.json", "\"Citation\"", "\"Citation.\"", "small/report.json: citation.en: ends with a full stop; a section and its page may follow".to_owned()),
        ("report.json", "\"pages\": 9", "\"pages\": 9, \"printed_title\": \"인용집\"", "small/report.json: citation.ko: does not name the printed title \"인용집\"".to_owned()),
        ("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": [\"ko\"]", "small/report.json: title.en: a language that the report does not declare in its \"languages\"".to_owned()),
        ("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": [\"en\", \"xx\"]", "small/report.json: languages[1]: \"xx\" is not a language of ISO 639-1, such as \"en\", \"ko\" or \"de\"".to_owned()),
        ("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": [\"ar\"]", "small/report.json: languages[0]: \"ar\" is written from right to left, which the page cannot show yet".to_owned()),
        ("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": [\"ko\", \"en\", \"de\"]", "small/report.json: title.de: missing or empty".to_owned()),
        ("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": []", "small/report.json: languages: expected at least one language, each once".to_owned()),
        ("report.json", "\"id\": \"small\"", "\"id\": \"tiny\"", "small/report.json: id: \"tiny\" is not the folder's name".to_owned()),
        ("report.json", "\"id\": \"talk\"", "\"id\": \"Talk!\"", "small/report.json: brands[Talk!].id: \"Talk!\" is not an id such as \"unused-vaccine\"".to_owned()),
    ] {
        let found = diagnostics(&small(file, passage, instead));
        assert!(found.contains(&expected), "expected {expected:?} among {found:#?}");
    }
}

#[test]
fn a_report_in_one_language_says_it_in_every_one() {
    let mut folders = small("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": [\"en\"]");
    for (_, text) in &mut folders[0].files {
        let korean = text
            .split("\"ko\": \"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
        for korean in korean.collect::<Vec<_>>() {
            *text = text.replacen(&format!("\"ko\": \"{korean}\", "), "", 1);
        }
    }
    let library = library(&folders).unwrap();
    let report = &library.reports[0];
    assert_eq!(report.languages.iter().collect::<Vec<_>>(), [Lang::En]);
    assert_eq!(report.cards[0].title, Text::new("Masks", "Masks"));
}

#[test]
fn a_report_speaks_the_languages_it_declares() {
    let mut folders =
        small("report.json", "\"pages\": 9", "\"pages\": 9, \"languages\": [\"de\", \"en\"]");
    for (_, text) in &mut folders[0].files {
        *text = text.replace("\"ko\": ", "\"de\": ");
    }
    let library = library(&folders).unwrap();
    let report = &library.reports[0];
    let [german, english] = report.languages.iter().collect::<Vec<_>>()[..] else { panic!() };
    assert_eq!((german.tag(), english), ("de", Lang::En));
    assert_eq!(german, Lang::Other(&OtherLang { tag: "de", name: "Deutsch" }));
    let title = report.cards[0].title;
    assert_eq!([title.get(german), title.get(english), title.ko], ["마스크", "Masks", "마스크"]);
}

#[test]
fn a_language_has_one_name_of_its_own() {
    for (tag, expected) in
        [("ja", "日本語"), ("zh", "中文"), ("fr", "français"), ("vi", "Tiếng Việt")]
    {
        let Ok(Lang::Other(found)) = language(tag) else { panic!("{tag}") };
        assert_eq!(found.name, expected);
    }
}

#[test]
fn an_unknown_unit_is_answered_with_the_known_ones() {
    let found = diagnostics(&small("part-1.json", "\"unit\": \"people\"", "\"unit\": \"peoples\""));
    assert!(
        found[0].contains("unknown variant `peoples`, expected one of `people`, `times`"),
        "{found:#?}"
    );
}

#[test]
fn a_misspelt_field_is_named_with_its_line() {
    let found = diagnostics(&small("part-1.json", "\"summary\"", "\"sumary\""));
    assert!(
        found[0].contains("unknown field `sumary`") && found[0].contains("line 2"),
        "{found:#?}"
    );
}

#[test]
fn all_faults_are_listed_at_once() {
    let mut folders = small("part-1.json", "\"value\": \"10\"", "\"value\": 10");
    let part = &mut folders[0].files[1].1;
    *part = part.replace("2020-03-10", "2020-13-10").replace("[\"talk\"]", "[]");
    folders[0].files[0].1 = REPORT.replace("\"en\": \"Rights\"", "\"en\": \" \"");
    let found = diagnostics(&folders);
    for place in ["figures[users].value", "dates[0].from", "brands", "rights.en"] {
        assert!(found.iter().any(|fault| fault.contains(place)), "{place} among {found:#?}");
    }
}

#[test]
fn a_card_id_used_in_two_parts_is_a_fault_that_names_both_files() {
    let mut folders = small("", "", "");
    folders[0].files.push(("part-2.json".to_owned(), PART.replace("\"no\": 1", "\"no\": 2")));
    let expected = "small/part-2.json: cards[0].id: the id \"masks\" is used twice, first in small/part-1.json";
    assert!(diagnostics(&folders).contains(&expected.to_owned()), "{:#?}", diagnostics(&folders));
}

#[test]
fn a_folder_without_its_report_file_is_a_fault() {
    let mut folders = small("", "", "");
    folders[0].files.remove(0);
    assert_eq!(diagnostics(&folders)[0], "small/report.json: the file is missing");
}

#[test]
fn the_reports_we_ship_have_no_faults() {
    let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/reports");
    let folders = folders(&shipped, "white-paper-2022").unwrap();
    assert_eq!(diagnostics(&folders), Vec::<String>::new());
    let common = std::fs::read_to_string(shipped.with_file_name("synonyms.json")).unwrap();
    assert_eq!(search_terms(&folders, &library(&folders).unwrap(), &common).err(), None);
}

/// A previous value, a base, a target, a correction and assurance of the figure `users`.
const DETAILS: &str = r#""previous": {"value": "9", "at": "2021"}, "base": {"value": "4.5", "at": "2019-12"},
  "target": {"value": "20", "at": "2030"}, "restated": {"before": "9명", "reason": {"ko": "정정", "en": "Corrected"}},
  "assurance": {"level": "limited", "scope": {"ko": "전체", "en": "All of it"}}, "#;

/// The small report with details of a figure, one passage of which is written differently.
fn detailed(passage: &str, instead: &str) -> Vec<Folder> {
    assert!(DETAILS.contains(passage), "{passage:?} stands there");
    let details = DETAILS.replacen(passage, instead, 1);
    let value = "\"value\": \"10\"";
    small("part-1.json", value, &format!("{details}{value}"))
}

#[test]
fn details_of_a_figure_are_taken() {
    let library = library(&detailed("", "")).unwrap();
    let details = library.reports[0].cards[0].figures[0].details.as_ref().unwrap();
    assert_eq!(details.previous.unwrap().value.as_str(), "9");
    assert_eq!(details.base.unwrap().at.as_str(), "2019-12");
    assert_eq!(details.target.unwrap().at.year(), 2030);
    assert_eq!(details.restated.as_ref().unwrap().before, "9명");
    assert_eq!(details.assurance.as_ref().unwrap().level, AssuranceLevel::Limited);
    assert_eq!(library.reports[0].cards[0].figures[1].details, None);
}

#[test]
fn faults_in_details_are_named_with_their_place() {
    for (passage, instead, place, problem) in [
        (
            "\"2021\"",
            "\"2022\"",
            "previous.at",
            "\"2022\" is not before the report's period, to 2022-04",
        ),
        (
            "\"2021\"",
            "\"2021-03-02\"",
            "previous.at",
            "\"2021-03-02\" is a day; expected a year or a month",
        ),
        ("\"2021\"", "\"1021\"", "previous.at", "\"1021\" is not a year from 1900 to 2200"),
        (
            "\"2021\"",
            "\"last year\"",
            "previous.at",
            "\"last year\" is not a date: not of the form YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "\"value\": \"9\", ",
            "",
            "previous.value",
            "missing: expected a decimal in quotes, such as \"4318376636\"",
        ),
        (
            "\"4.5\"",
            "4.5",
            "base.value",
            "4.5: expected a decimal in quotes, such as \"4318376636\"",
        ),
        (
            "2019-12",
            "2022-04",
            "base.at",
            "\"2022-04\" is not before the report's period, to 2022-04",
        ),
        ("2030", "2022", "target.at", "\"2022\" is not after the report's period, to 2022-04"),
        ("2030", "2300", "target.at", "\"2300\" is not a year from 1900 to 2200"),
        ("9명", "", "restated.before", "missing or empty"),
        ("Corrected", " ", "restated.reason.en", "missing or empty"),
        (
            "{\"ko\": \"정정\", \"en\": \"Corrected\"}",
            "{\"en\": \"Corrected\"}",
            "restated.reason.ko",
            "missing or empty",
        ),
        (
            "limited",
            "full",
            "assurance.level",
            "unknown variant `full`, expected `limited` or `reasonable`",
        ),
        (", \"en\": \"All of it\"", "", "assurance.scope.en", "missing or empty"),
    ] {
        let expected = format!("small/part-1.json: cards[masks].figures[users].{place}: {problem}");
        assert_eq!(diagnostics(&detailed(passage, instead)), [expected]);
    }
}

/// The small report with a framework, a code of it and an omission; of one file a passage is other.
fn coded(passage: &str, instead: &str) -> Vec<Folder> {
    let mut folders = small("", "", "");
    let framework = r#""frameworks": [{"id": "gri", "name": {"ko": "GRI", "en": "GRI Standards"},
      "omissions": [{"code": "305-3", "reason": {"ko": "없음", "en": "No data"}}]}], "brands""#;
    let [(_, report), (_, part)] = &mut folders[0].files[..] else { panic!("two files") };
    *report = report.replacen("\"brands\"", framework, 1);
    for (value, codes) in [("12", r#"["gri/305-10"]"#), ("10", r#"["gri/305-2", "gri/305-10"]"#)] {
        let value = format!("\"value\": \"{value}\"");
        *part = part.replacen(&value, &format!("{value}, \"codes\": {codes}"), 1);
    }
    let file = folders[0].files.iter_mut().find(|(_, text)| text.contains(passage));
    let (_, text) = file.unwrap_or_else(|| panic!("{passage:?} stands in no file"));
    *text = text.replacen(passage, instead, 1);
    folders
}

#[test]
fn codes_stand_in_the_order_of_their_framework() {
    let library = library(&coded("", "")).unwrap();
    let report = &library.reports[0];
    let codes: Vec<_> = report.codes.iter().map(|code| (code.framework, code.code)).collect();
    assert_eq!(codes, [(0, "305-2"), (0, "305-10")]);
    let of = |figure: &Figure| figure.details.as_ref().map(|it| it.codes.clone());
    assert_eq!(of(&report.parts[0].headlines[0].figure), Some(vec![1]));
    assert_eq!(of(&report.cards[0].figures[0]), Some(vec![0, 1]));
    assert_eq!(of(&report.cards[0].figures[1]), None);
    assert_eq!(report.frameworks[0].omissions[0].reason.en, "No data");
}

#[test]
fn faults_in_codes_are_named_with_their_place() {
    let users = "small/part-1.json: cards[masks].figures[users].codes";
    let gri = "small/report.json: frameworks[gri]";
    for (passage, instead, expected) in [
        ("gri/305-2", "esrs/305-2", format!("{users}[0]: there is no framework \"esrs\"")),
        ("gri/305-2", "305-2", format!("{users}[0]: \"305-2\" is not a code such as \"gri/305-1\"")),
        ("gri/305-2", "gri/", format!("{users}[0]: \"gri/\" is not a code such as \"gri/305-1\"")),
        ("gri/305-2", "gri/305-10", format!("{users}[1]: \"gri/305-10\" stands twice")),
        ("gri/305-2", "gri/305-2 ", format!("{users}[0]: begins or ends with a space: \"gri/305-2 \"")),
        ("gri/305-2", "gri/305-3", format!("{gri}.omissions[0].code: \"305-3\" is left out, but a figure has it")),
        ("\"305-3\"", "\"\"", format!("{gri}.omissions[0].code: missing or empty")),
        ("No data", "", format!("{gri}.omissions[0].reason.en: missing or empty")),
        ("GRI Standards", "", format!("{gri}.name.en: missing or empty")),
        (
            "}}]}], \"brands\"",
            "}}, {\"code\": \"305-3\", \"reason\": {\"ko\": \"a\", \"en\": \"b\"}}]}], \"brands\"",
            format!("{gri}.omissions[1].code: \"305-3\" stands twice"),
        ),
        (
            "\"frameworks\": [",
            "\"frameworks\": [{\"id\": \"sasb\", \"name\": {\"ko\": \"SASB\", \"en\": \"SASB\"}}, ",
            "small/report.json: frameworks[sasb]: no figure has a code of it, and it has no omissions".to_owned(),
        ),
        (
            "\"frameworks\": [",
            "\"frameworks\": [{\"id\": \"gri\", \"name\": {\"ko\": \"GRI\", \"en\": \"GRI\"}}, ",
            "small/report.json: frameworks[1].id: the id \"gri\" is used twice".to_owned(),
        ),
    ] {
        let found = diagnostics(&coded(passage, instead));
        assert!(found.contains(&expected), "expected {expected:?} among {found:#?}");
    }
}

#[test]
fn only_an_https_address_can_be_the_document() {
    let digest = "a".repeat(64);
    for (document, expected) in [
        (
            r#"{"url": "https://example.invalid/a'b%22.pdf?x=1&y=2", "page_offset": 2}"#.to_owned(),
            None,
        ),
        (format!(r#"{{"url": "https://example.invalid", "sha256": "{digest}"}}"#), None),
        (r#"{"url": "javascript:alert(1)"}"#.to_owned(), Some("javascript:alert(1)")),
        (
            r#"{"url": "http://example.invalid/a.pdf"}"#.to_owned(),
            Some("http://example.invalid/a.pdf"),
        ),
        (r#"{"url": "https:///a.pdf"}"#.to_owned(), Some("https:///a.pdf")),
        (
            r#"{"url": "https://user@example.invalid/"}"#.to_owned(),
            Some("https://user@example.invalid/"),
        ),
        (
            r#"{"url": "https://example.invalid/a.pdf#page=2"}"#.to_owned(),
            Some("https://example.invalid/a.pdf#page=2"),
        ),
        (
            r#"{"url": "https://example.invalid/a b"}"#.to_owned(),
            Some("https://example.invalid/a b"),
        ),
        (
            r#"{"url": "https://example.invalid/<b>"}"#.to_owned(),
            Some("https://example.invalid/<b>"),
        ),
        (r#"{"url": " https://example.invalid/"}"#.to_owned(), Some(" https://example.invalid/")),
        (r#"{"url": "//example.invalid/"}"#.to_owned(), Some("//example.invalid/")),
        (r#"{"page_offset": 1}"#.to_owned(), Some("")),
    ] {
        let with = format!("\"document\": {document}, \"pages\": 9");
        let found = diagnostics(&small("report.json", "\"pages\": 9", &with));
        let problem = |url| {
            format!(
                "small/report.json: document.url: {url:?} is not an address such as \"https://example.com/report.pdf\""
            )
        };
        assert_eq!(found, expected.map(problem).into_iter().collect::<Vec<_>>());
    }
    let with = r#""document": {"url": "https://example.invalid", "sha256": "ABC"}, "pages": 9"#;
    assert_eq!(
        diagnostics(&small("report.json", "\"pages\": 9", with)),
        ["small/report.json: document.sha256: \"ABC\" is not 64 hexadecimal digits"]
    );
    let with = r#""document": {"url": "https://example.invalid", "page_offset": -1}, "pages": 9"#;
    let found = diagnostics(&small("report.json", "\"pages\": 9", with));
    assert!(found[0].contains("invalid value: integer `-1`, expected u16"), "{found:#?}");
}

/// The small report with a declared unit, whose declaration is written differently.
fn measured(passage: &str, instead: &str) -> Vec<Folder> {
    const UNIT: &str = r#""units": [{"id": "kwh-per-user", "kind": "environment",
      "plural": {"ko": "kWh/명", "en": "kWh a user"}, "spoken": {"ko": "명당 킬로와트시", "en": "kilowatt hours a user"}}],"#;
    assert!(UNIT.contains(passage), "{passage:?} stands there");
    let unit = UNIT.replacen(passage, instead, 1);
    let mut folders = small("report.json", "\"pages\": 9,", &format!("\"pages\": 9, {unit}"));
    let (_, part) = &mut folders[0].files[1];
    *part = part.replace("\"unit\": \"people\"", "\"unit\": \"kwh-per-user\"");
    folders
}

#[test]
fn a_report_can_declare_units() {
    let library = library(&measured("", "")).unwrap();
    let report = &library.reports[0];
    let unit = report.cards[0].figures[0].unit;
    assert_eq!(unit, report.parts[0].headlines[0].figure.unit);
    assert_eq!((unit.id(), unit.kind()), ("kwh-per-user", Kind::Environment));
    assert_eq!(unit.counter(Lang::Ko, false), "kWh/명");
    assert_eq!(unit.counter(Lang::En, true), " kWh a user");
    assert_eq!(unit.spoken(Lang::En), Some("kilowatt hours a user"));
    assert!(!unit.has_scale());
}

#[test]
fn faults_in_declared_units_are_named_with_their_place() {
    let place = "small/report.json: units[kwh-per-user]";
    for (passage, instead, expected) in [
        (
            "\"environment\"",
            "\"nature\"",
            format!(
                "{place}.kind: unknown variant `nature`, expected one of `people`, `use`, `money`, `things`, `places`, `share`, `time`, `programmes`, `environment`"
            ),
        ),
        ("kWh a user\"}, ", "\"}, ", format!("{place}.plural.en: missing or empty")),
        ("kilowatt hours a user", " ", format!("{place}.spoken.en: missing or empty")),
        ("\"kind\"", "\"scale\": 25, \"kind\"", format!("{place}.scale: 25 is more than 24")),
        (
            "\"kind\"",
            "\"singular\": {\"en\": \"a\"}, \"kind\"",
            format!("{place}.singular.ko: missing or empty"),
        ),
        (
            "kwh-per-user",
            "won",
            "small/report.json: units[won].id: \"won\" is a built-in unit".to_owned(),
        ),
        (
            "kwh-per-user",
            "kWh",
            "small/report.json: units[kWh].id: \"kWh\" is not an id such as \"unused-vaccine\""
                .to_owned(),
        ),
        (
            "[{",
            "[{\"id\": \"kwh-per-user\"}, {",
            "small/report.json: units[1].id: the id \"kwh-per-user\" is used twice".to_owned(),
        ),
    ] {
        let found = diagnostics(&measured(passage, instead));
        assert!(found.contains(&expected), "expected {expected:?} among {found:#?}");
    }
}
