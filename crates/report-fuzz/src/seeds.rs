//! Inputs to begin with, of both reports and of the workbook of the fictional company.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use report_bundle::{SEARCH_TERMS, SECTION, library};
use report_model::{Facet, Library, Report, section};
use report_state::{RouteState, Sort};
use zip::ZipArchive;

use crate::files;

/// What the XML of a workbook is made of.
pub(crate) const XML_WORDS: &[&str] = &[
    "<c r=\"A1\" t=\"s\"><v>0</v></c>",
    "<row r=\"2\">",
    "</row>",
    "<v>",
    "</v>",
    "<f>1+1</f>",
    "t=\"e\"",
    "t=\"d\"",
    "t=\"b\"",
    "s=\"1\"",
    "r=\"XFD1048576\"",
    "<mergeCell ref=\"A1:B2\"/>",
    "uniqueCount=\"99999999\"",
    "&#0;",
    "&amp;",
    "<![CDATA[",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "=== xl/styles.xml\n",
    "numFmtId=\"9\"",
    "999999999999",
    "-1e308",
    "NaN",
];

/// What the JSON of a report is made of.
pub(crate) const JSON_WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1",
    "1e400",
    "99999999999999999999",
    "\"\\ud800\"",
    "\"ko\"",
    "\"en\"",
    "\"value\"",
    "\"2020-02-30\"",
    "\"-0\"",
    "\"cards\":[]",
    "\"tally\"",
    "\"terms\"",
    "\"remainder\"",
    "\"previous\"",
    "\"target\":{\"value\":\"1\",\"at\":\"2030\"}",
    "\"restated\"",
    "\"assurance\"",
    "\"codes\":[\"gri/305-1\"]",
    "\"frameworks\"",
    "\"units\":[{\"id\":\"a\",\"kind\":\"share\"}]",
    "\"document\":{\"url\":\"https://a.invalid\"}",
    "\"omissions\"",
    "\"see\"",
    "=== part-1.json\n",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the repository.
fn file(path: &str) -> Vec<u8> {
    let path = root().join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Sections, small and large: with the first cards of each report only, as they are, with references to
/// cards that are not there, and without; and the shipped one.
pub(crate) fn section() -> Vec<Vec<u8>> {
    let beginning = |report: &Report| Report {
        cards: report.cards.iter().take(2).cloned().collect(),
        parts: report.parts.iter().take(1).cloned().collect(),
        ..report.clone()
    };
    let resolved = |report: &Report| {
        let mut report = beginning(report);
        for card in &mut report.cards {
            card.see.clear();
        }
        for headline in report.parts.iter_mut().flat_map(|part| &mut part.headlines) {
            let Some(tally) = &mut headline.tally else { continue };
            tally.terms.retain(|term| term.card < 2);
        }
        report
    };
    let section = |report| section::encode(&Library { digest: "d19e57", reports: vec![report] });
    let both = |report| [section(resolved(report)), section(beginning(report))];
    let mut seeds: Vec<_> = library().reports.iter().flat_map(both).collect();
    let kept = (1..=section::VERSION).map(|version| {
        file(&format!("crates/report-model/tests/sections/version-{version}.section"))
    });
    seeds.extend(kept);
    seeds.push(SECTION[..SECTION.len().min(2_000)].to_vec());
    seeds
}

/// Addresses of views of both reports.
pub(crate) fn address() -> Vec<Vec<u8>> {
    let mut seeds = vec![String::new(), "?page=3&query=%EB%A7&lang=en#card-masks".to_owned()];
    for (index, report) in (0..).zip(&library().reports) {
        let mut state = RouteState { report: index, ..RouteState::default() };
        for (card, sort) in (0..).zip(Sort::ALL) {
            state.open(card);
            state.sort = sort;
            state.look_for(report.cards[card as usize].title.ko);
            for facet in Facet::ALL {
                if let Some(choice) = facet.choices(report).first() {
                    state.filters.add(facet, &choice.id);
                }
            }
            seeds.push(format!("?{}&report-lang=en", state.to_query_string(library())));
        }
        seeds.push(format!("report={}&part=2&trace=part-2/reach&errata=open", report.id));
    }
    seeds.into_iter().map(String::into_bytes).collect()
}

/// A query, the filters in the next line, and a text to be highlighted.
pub(crate) fn search() -> Vec<Vec<u8>> {
    let queries = [
        "마스크",
        "ㅁㅅㅋ",
        "aktmzm",
        "22억 9730만 9797회",
        "2.3 billion",
        "소상공인에게",
        "몇 명이 썼나요",
        "check-in",
        "QR체크인",
        "백신 잔여배",
        "마스쿠",
        "",
    ];
    let filters = ["", "brand:kakaotalk,brand:kakaomap;theme:vaccine", "theme:masks"];
    let mut seeds = Vec::new();
    for (query, filters) in queries.into_iter().zip(filters.into_iter().cycle()) {
        seeds.push(format!("{query}\n{filters}\n공적 마스크 판매처 QR Check-in 2,297"));
    }
    for report in &library().reports {
        let lines = report.cards.iter().step_by(9);
        seeds.extend(lines.map(|card| format!("{}\n\n{}", card.title.ko, card.summary.ko)));
    }
    seeds.into_iter().map(String::into_bytes).collect()
}

/// The text that a browser loads when somebody is about to search, whole and in pieces.
pub(crate) fn index_terms() -> Vec<Vec<u8>> {
    let lines: Vec<_> = SEARCH_TERMS.lines().collect();
    let mut seeds: Vec<_> = lines.chunks(12).map(|lines| lines.join("\n").into_bytes()).collect();
    seeds.push(b"@white-paper-2022\npublic-masks word\n#1 word".to_vec());
    seeds
}

/// Workbooks as XLSX files.
pub(crate) fn workbook_file() -> Vec<Vec<u8>> {
    vec![file("examples/example-co-2025.xlsx"), report_workbook::template()]
}

/// The parts within those files.
pub(crate) fn workbook_parts() -> Vec<Vec<u8>> {
    workbook_file().iter().map(|bytes| parts(bytes)).collect()
}

fn parts(workbook: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("the seed is an archive");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("it has that many entries");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("the seed can be unpacked");
        parts.push((entry.name().to_owned(), content));
    }
    files::write(parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

/// Workbooks as CSV texts: the example's and those of both reports.
pub(crate) fn workbook_csv() -> Vec<Vec<u8>> {
    let folders = ["examples/example-co-2025", "assets/reports/story-2021"];
    let csv = |folder: &&str| {
        let folder = report_folder(folder);
        let sheets = report_workbook::export_csv(&folder).expect("a valid report can be exported");
        files::write(sheets.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
    };
    folders.iter().map(csv).collect()
}

/// The JSON files of reports: the example's, and the beginnings of the shipped ones.
pub(crate) fn validation() -> Vec<Vec<u8>> {
    let whole = report_folder("examples/example-co-2025");
    let mut story = report_folder("assets/reports/story-2021");
    let mut paper = report_folder("assets/reports/white-paper-2022");
    story.files.retain(|(name, _)| name == "report.json" || name == "part-2.json");
    paper.files.retain(|(name, _)| name == "report.json" || name == "part-7.json");
    let input = |folder: &report_workbook::Folder| {
        files::write(folder.files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
    };
    [whole, story, paper].iter().map(input).collect()
}

fn report_folder(path: &str) -> report_workbook::Folder {
    let path = root().join(path);
    let parent = path.parent().expect("it is a folder of a folder");
    let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
    let folders = report_validation::folders(parent, &name).expect("the reports can be read");
    folders.into_iter().next().expect("the folder is there")
}

/// Values of figures.
pub(crate) fn decimal() -> Vec<Vec<u8>> {
    let cards = library().reports.iter().flat_map(|report| &report.cards);
    let values = cards.flat_map(|card| &card.figures).map(|figure| figure.value.as_str());
    let others = ["0", "-0.5", "0.05", "10000", "99999999999999999999999.999999", "1e6", "007"];
    values.step_by(7).chain(others).map(|value| value.as_bytes().to_vec()).collect()
}

/// Figures as documents print them, and as people type them.
pub(crate) fn typed_number() -> Vec<Vec<u8>> {
    let cards = library().reports.iter().flat_map(|report| &report.cards);
    let printed = cards.flat_map(|card| &card.figures).flat_map(|figure| &figure.printed).copied();
    let others = ["22.9억", "2,297,309,797", "1,5", "2.3 billion", "4.1", "0.0", "100%", "3만 5"];
    printed.step_by(5).chain(others).map(|text| text.as_bytes().to_vec()).collect()
}

/// Hangul in every state of composing.
pub(crate) fn hangul() -> Vec<Vec<u8>> {
    let texts = [
        "마스크",
        "\u{1106}\u{1161}\u{1109}\u{1173}\u{110f}\u{1173}",
        "배\u{11a8}",
        "값싼 닭",
        "ㅁㅅㅋ",
        "aktmzm",
        "ㅏㅁㅏㅐ",
        "gksrmf",
        "QR체크인",
        "카카오T 블루",
        "뷁쀍",
        "Ünï\u{308}",
    ];
    let titles =
        library().reports.iter().flat_map(|report| &report.cards).map(|card| card.title.ko);
    texts.into_iter().chain(titles.step_by(5)).map(|text| text.as_bytes().to_vec()).collect()
}
