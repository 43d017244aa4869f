//! Sections of every version are read, and nothing else is.

use std::env;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use report_fixtures::{card, event, figure, report};
use report_model::section::{self, SectionError, VERSION};
use report_model::{
    About, Approx, Assurance, AssuranceLevel, Card, Code, Date, Dated, Decimal, DeclaredUnit,
    Details, Document, Erratum, ErratumKind, Figure, FigureRef, Framework, Headline, Kind, Lang,
    Languages, Library, Link, Omission, OtherLang, Point, Report, Restated, Series, SeriesKind,
    SourceNote, Tally, Text, Translations, Unit, codec,
};

/// Where the numbers begin in a section.
const NUMBERS: usize = 9;

const FRENCH: Lang = Lang::Other(&OtherLang { tag: "fr", name: "français" });

fn text(ko: &'static str, en: &'static str) -> Text {
    Text::new(ko, en)
}

/// A value at another time.
fn dated(value: &'static str, at: &'static str) -> Dated {
    let value = Decimal::new(value).expect("it is a decimal");
    Dated { value, at: Date::new(at).expect("it is a date") }
}

/// A library that has something of everything.
fn library() -> Library {
    let counted = Figure {
        approx: Approx::AtLeast,
        estimate: true,
        printed: vec!["4억 3천만", "430 million"],
        note: Some(text("추정", "An estimate")),
        details: Some(Details {
            previous: Some(dated("410000000", "2021-12")),
            base: Some(dated("-0.5", "2019")),
            target: Some(dated("500000000", "2030")),
            restated: Some(Restated {
                before: "4억 1천만", reason: text("정정", "Corrected")
            }),
            assurance: Some(Assurance {
                level: AssuranceLevel::Reasonable,
                scope: text("전체", "All of it"),
            }),
            codes: vec![0],
        }),
        ..figure("430000000", Unit::Views)
    };
    let erratum = |about| Erratum {
        id: "views",
        about,
        kind: ErratumKind::Figures,
        says: vec!["4억", "5억"],
        reading: text("4억", "400 million"),
        why: text("합계", "It is the sum"),
    };
    let source = |about| SourceNote { about, reads: vec!["4덕"], reading: text("4억", "4억") };
    let point = Point { at: "2020-03", label: text("3월", "March"), value: Decimal::ZERO };
    let masks = Card {
        page: 300,
        brands: vec![0, 1],
        themes: vec![1],
        printed_title: "마스크 지도",
        printed_names: vec!["마스크사랑"],
        summary: text("마스크를 찾는다.", "Finds masks 🎉."),
        dates: vec![event("2020-03-11", Some("2020-03")), event("2021", None)],
        partners: vec![text("약국", "Pharmacies")],
        awards: vec![text("상", "A prize")],
        figures: vec![counted.clone(), figure("-0.5", Unit::Percent)],
        series: vec![Series {
            id: "by-month",
            kind: SeriesKind::OverTime,
            label: text("달마다", "By month"),
            unit: Unit::Views,
            points: vec![point],
        }],
        errata: vec![erratum(About::Figure(1)), erratum(About::Series(0)), erratum(About::Date(1))],
        source_text: vec![source(About::Title), source(About::Partners), source(About::Summary)],
        see: vec![Link { report: 0, card: 1 }],
        ..card("masks", "마스크")
    };
    let mut report = Report { pages: 300, ..report(vec![masks, card("maps", "지도")]).clone() };
    let tally = Tally {
        terms: vec![FigureRef { card: 0, figure: 0 }],
        remainder: Decimal::ZERO,
        note: None,
        caveat: Some(text("반올림", "Rounded")),
    };
    let basis = text("조회", "Views");
    report.parts[0].headlines = vec![Headline { figure: counted, basis, tally: Some(tally) }];
    report.parts[1].errata = vec![erratum(About::Headline(0))];
    report.parts[1].source_text = vec![source(About::Headline(0))];
    report.errata = vec![erratum(About::Report)];
    report.codes = vec![Code { framework: 0, code: "305-1" }];
    let unit: &DeclaredUnit = Box::leak(Box::new(DeclaredUnit {
        id: "kg-per-user",
        kind: Kind::Environment,
        singular: text("kg/명", " kilogram a user"),
        plural: text("kg/명", " kilograms a user"),
        spoken: Some(text("명당 킬로그램", "kilograms for each user")),
        scale: 3,
    }));
    report.units = vec![unit];
    report.cards[1].figures = vec![figure("0.25", Unit::Declared(unit))];
    report.document = Some(Document {
        url: "https://example.invalid/report.pdf",
        sha256: Some("5ec7"),
        page_offset: 2,
    });
    report.frameworks = vec![Framework {
        id: "gri",
        name: text("GRI", "GRI Standards"),
        omissions: vec![Omission { code: "305-3", reason: text("없음", "No data") }],
    }];
    Library { digest: "5ec7", reports: vec![report, french()] }
}

/// A report in a language that the interface does not speak, and in English, as it is once it was decoded:
/// every text has both.
fn french() -> Report {
    let mut french = report(vec![card("masks", "Masques")]).clone();
    french.languages = Languages::new(vec![FRENCH, Lang::En]).expect("two languages");
    let others = vec![(FRENCH, "Rapport")];
    french.title = Translations { others, ..Translations::new("Rapport", "Report") }.into();
    let library = Library { digest: "", reports: vec![french] };
    let mut decoded = section::decode(&section::encode(&library)).expect("it was encoded");
    decoded.reports.remove(0)
}

/// The library as far as a version of the format can say it.
fn library_of(version: u8) -> Library {
    let mut library = library();
    if version < 4 {
        library.reports.truncate(1);
    }
    let report = &mut library.reports[0];
    if version < 3 {
        (report.frameworks, report.codes, report.document) = (Vec::new(), Vec::new(), None);
        // What older versions could not say: they had no such figure.
        report.units = Vec::new();
        report.cards[1].figures = Vec::new();
    }
    let cards = report.cards.iter_mut().flat_map(|card| &mut card.figures);
    let headlines = report.parts.iter_mut().flat_map(|part| &mut part.headlines);
    for figure in cards.chain(headlines.map(|headline| &mut headline.figure)) {
        if version < 3 {
            figure.details = None;
        }
    }
    library
}

/// What a library says, to be compared.
fn content_of(library: &Library) -> String {
    format!("{library:?}")
}

fn kept(version: u8) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sections");
    PathBuf::from(format!("{folder}/version-{version}.section"))
}

#[test]
fn sections_of_every_version_are_read() {
    for version in 1..=VERSION {
        let section = fs::read(kept(version)).unwrap();
        assert_eq!(section[0], version);
        assert_eq!(
            content_of(&section::decode(&section).unwrap()),
            content_of(&library_of(version))
        );
    }
}

#[test]
fn every_report_has_its_own_languages() {
    let decoded = section::decode(&section::encode(&library())).unwrap();
    let [first, french] = &decoded.reports[..] else { panic!("two reports") };
    assert_eq!(first.languages, Languages::default());
    assert_eq!(first.title.others, []);
    assert_eq!(french.languages.iter().collect::<Vec<_>>(), [FRENCH, Lang::En]);
    let title = |lang| french.title.get(lang);
    assert_eq!([Lang::Ko, Lang::En, FRENCH].map(title), ["Rapport", "Report", "Rapport"]);
    assert_eq!(french.cards[0].title.get(FRENCH), "Masques");
}

/// A change of what is written needs a new version and its file, which this test writes where
/// `WRITE_GENERATED` is set. What is kept is never written anew.
#[test]
fn what_is_written_today_is_what_its_version_says() {
    let (place, written) = (kept(VERSION), section::encode(&library()));
    if !place.exists() && env::var_os("WRITE_GENERATED").is_some() {
        fs::write(&place, &written).unwrap();
    }
    assert!(fs::read(place).unwrap() == written, "section::VERSION has to grow with the format");
}

#[test]
fn what_cannot_be_read_has_an_error_of_its_own() {
    let whole = section::encode(&library());
    let empty = Library { digest: "", reports: Vec::new() };
    let longer = [&whole[..], b"\n"].concat();
    for (section, expected) in [
        (&b""[..], SectionError::Missing),
        (&[VERSION + 1], SectionError::UnknownVersion),
        (&[&[0], &whole[1..]].concat(), SectionError::UnknownVersion),
        (&[VERSION], SectionError::Damaged),
        (&section::encode(&empty), SectionError::Damaged),
        (&longer, SectionError::Damaged),
    ] {
        assert_eq!(section::decode(section).unwrap_err(), expected, "{section:?}");
    }
}

/// The checksum is right in all of them: they are encoded as any library is.
#[test]
fn references_that_lead_nowhere_are_refused() {
    type Change = fn(&mut Report);
    let term = |report: &mut Report, term| {
        report.parts[0].headlines[0].tally.as_mut().unwrap().terms.push(term);
    };
    let changes: [(&str, Change); 12] = [
        ("brand", |report| report.cards[0].brands.push(2)),
        ("audience", |report| report.cards[0].audiences.push(9)),
        ("theme", |report| report.cards[1].themes.push(u16::MAX)),
        ("part", |report| report.cards[1].part = 9),
        ("no part", |report| report.parts.clear()),
        ("report of a link", |report| report.cards[0].see.push(Link { report: 2, card: 0 })),
        ("card of a link", |report| report.cards[0].see.push(Link { report: 0, card: 2 })),
        ("no card", |report| report.cards.truncate(1)),
        ("no figure", |report| report.cards[0].figures.clear()),
        ("no code", |report| report.codes.clear()),
        ("no framework", |report| report.frameworks.clear()),
        ("framework of a code", |report| report.codes[0].framework = 9),
    ];
    for (what, change) in changes {
        let mut library = library();
        change(&mut library.reports[0]);
        let section = section::encode(&library);
        assert_eq!(section::decode(&section).unwrap_err(), SectionError::Damaged, "{what}");
    }
    for dangling in [FigureRef { card: 2, figure: 0 }, FigureRef { card: 0, figure: 2 }] {
        let mut library = library();
        term(&mut library.reports[0], dangling);
        let section = section::encode(&library);
        assert_eq!(section::decode(&section).unwrap_err(), SectionError::Damaged, "{dangling:?}");
    }
}

#[test]
fn every_beginning_and_every_other_bit_is_refused() {
    let whole = section::encode(&library());
    for end in 1..whole.len() {
        assert_eq!(section::decode(&whole[..end]).unwrap_err(), SectionError::Damaged);
    }
    for bit in 8..8 * whole.len() {
        let mut other = whole.clone();
        other[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(section::decode(&other).unwrap_err(), SectionError::Damaged, "bit {bit}");
    }
}

/// The numbers and texts of the library, without a checksum.
fn content() -> (Vec<u8>, Vec<u8>) {
    codec::encode(&library())
}

/// Decodes; what is a library after all is one that can be encoded and decoded again.
fn is_library(numbers: &[u8], texts: &[u8]) -> bool {
    let Ok(decoded) = codec::decode(VERSION, numbers, texts) else { return false };
    let (numbers, texts) = codec::encode(&decoded);
    assert_eq!(
        codec::decode(VERSION, &numbers, &texts).map(|again| content_of(&again)),
        Ok(content_of(&decoded))
    );
    true
}

#[test]
fn every_beginning_of_numbers_or_texts_is_refused_without_a_checksum_too() {
    let (numbers, texts) = content();
    assert!(is_library(&numbers, &texts));
    for end in 0..numbers.len() {
        assert!(!is_library(&numbers[..end], &texts), "{end} numbers");
    }
    for end in 0..texts.len() {
        assert!(!is_library(&numbers, &texts[..end]), "{end} letters");
    }
    for (number, letter) in [(&b"\0"[..], &b""[..]), (b"", b"a"), (b"", b"\n"), (b"", b"\0")] {
        let (numbers, texts) = ([&numbers, number].concat(), [&texts, letter].concat());
        assert!(!is_library(&numbers, &texts));
    }
}

#[test]
fn a_count_beyond_the_input_asks_for_no_memory() {
    let (numbers, texts) = content();
    for place in 0..numbers.len() {
        let count = b"\xff\xff\xff\xff\x0f";
        let other = [&numbers[..place], count, &numbers[place + 1..]].concat();
        is_library(&other, &texts);
        is_library(&[&numbers[..place], count].concat(), &texts);
    }
}

/// Bytes at random places of a length.
fn changes(times: Range<usize>) -> impl Strategy<Value = Vec<(Index, u8)>> {
    vec((any::<Index>(), any::<u8>()), times)
}

proptest! {
    #[test]
    fn bytes_at_random_are_no_section(bytes in vec(any::<u8>(), 0..2000)) {
        prop_assert!(section::decode(&bytes).is_err());
        let versioned = [&[VERSION][..], &bytes].concat();
        prop_assert_eq!(section::decode(&versioned).unwrap_err(), SectionError::Damaged);
    }

    #[test]
    fn numbers_and_texts_at_random_never_panic(
        numbers in vec(any::<u8>(), 0..500),
        texts in vec(any::<u8>(), 0..500),
    ) {
        is_library(&numbers, &texts);
        is_library(&numbers, &content().1);
        is_library(&content().0, &texts);
    }

    #[test]
    fn numbers_and_texts_with_other_bytes_never_panic(
        in_numbers in changes(0..4),
        in_texts in changes(0..4),
    ) {
        let (mut numbers, mut texts) = content();
        for (place, byte) in in_numbers {
            let place = place.index(numbers.len());
            numbers[place] = byte;
        }
        for (place, byte) in in_texts {
            let place = place.index(texts.len());
            texts[place] = byte;
        }
        is_library(&numbers, &texts);
    }
}

#[test]
fn the_layout_is_what_the_documentation_says() {
    let (section, (numbers, texts)) = (section::encode(&library()), content());
    assert_eq!(section[5..NUMBERS], u32::try_from(numbers.len()).unwrap().to_le_bytes());
    assert_eq!(section[NUMBERS..], [numbers, texts].concat());
}
