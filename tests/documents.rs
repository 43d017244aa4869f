//! The documents' quantities against the reports, in both directions.
//!
//! `tests/documents/README.md` tells what the tables hold and how they were
//! made. A quantity that nobody recorded, or a figure whose printed form is
//! not in the document, is listed with its page.

#![cfg(not(target_family = "wasm"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

const REPORTS: [&str; 2] = ["white-paper-2022", "story-2021"];

/// One quantity of a document, as its table gives it.
#[derive(Clone)]
struct Quantity {
    page: u64,
    printed: String,
    what: String,
    meaning: String,
}

/// What an editor recorded of a document.
struct Recorded {
    report: Value,
    parts: Vec<Value>,
}

fn quantities(report: &str) -> Vec<Quantity> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/documents/{report}.tsv"));
    let table =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let row = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        let mut next = || columns.next().unwrap_or_default();
        Quantity {
            page: next().parse().expect("a page number"),
            printed: next(),
            what: next(),
            meaning: next(),
        }
    };
    table.lines().skip(1).map(row).collect()
}

fn recorded(report: &str) -> Recorded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/reports").join(report);
    let read = |name: &str| -> Option<Value> {
        let text = fs::read_to_string(folder.join(name)).ok()?;
        Some(serde_json::from_str(&text).expect("JSON"))
    };
    Recorded {
        report: read("report.json").expect("a report.json"),
        parts: (1..).map_while(|no| read(&format!("part-{no}.json"))).collect(),
    }
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value[name].as_array().into_iter().flatten()
}

/// Without white space, which the document sets as it pleases.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every text in a value.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(plain(text)),
        Value::Array(values) => values.iter().for_each(|value| texts(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, into)),
        _ => {}
    }
}

impl Recorded {
    fn cards(&self) -> impl Iterator<Item = &Value> {
        self.parts.iter().flat_map(|part| list(part, "cards"))
    }

    /// Cards that begin on a page; all of them for a page without a number.
    fn cards_of(&self, page: u64) -> impl Iterator<Item = &Value> {
        self.cards().filter(move |card| page == 0 || card["page"] == page)
    }

    /// Printed forms of all figures and headlines, with their pages.
    fn printed(&self) -> BTreeSet<(u64, String)> {
        let headlines = self.parts.iter().flat_map(|part| list(part, "headlines"));
        let figures = self.cards().flat_map(|card| list(card, "figures"));
        let forms = |figure: &Value| {
            let page = figure["page"].as_u64().expect("a page");
            list(figure, "printed")
                .map(|form| (page, plain(form.as_str().expect("a text"))))
                .collect::<Vec<_>>()
        };
        headlines.chain(figures).flat_map(forms).collect()
    }

    /// ISO dates recorded for a page.
    fn dates(&self, page: u64) -> Vec<&str> {
        let events = self.cards_of(page).flat_map(|card| list(card, "dates"));
        let spans = events.flat_map(|event| [&event["from"], &event["to"]]);
        let series = self.cards_of(page).flat_map(|card| list(card, "series"));
        let points = series
            .filter(|series| series["kind"] == "over-time")
            .flat_map(|series| list(series, "points").map(|point| &point["at"]));
        let period = &self.report["period"];
        let own = [&self.report["published"], &period["from"], &period["to"]];
        let own = own.into_iter().filter(|_| page == 0);
        spans.chain(points).chain(own).filter_map(Value::as_str).collect()
    }

    /// Whether an erratum of the report or of the page quotes this.
    fn put_right(&self, quantity: &Quantity) -> bool {
        let errata =
            self.cards_of(quantity.page).chain([&self.report]).flat_map(|at| list(at, "errata"));
        let mut quotes = errata.flat_map(|erratum| list(erratum, "says")).filter_map(Value::as_str);
        quotes.any(|quote| plain(quote).contains(&plain(&quantity.printed)))
    }

    fn says(&self, name: &str) -> bool {
        let mut all = Vec::new();
        texts(&self.report, &mut all);
        self.parts.iter().for_each(|part| texts(part, &mut all));
        all.iter().any(|text| text.contains(&plain(name)))
    }

    /// What is not covered, in words an editor understands.
    fn uncovered(&self, quantities: &[Quantity]) -> Vec<String> {
        let printed = self.printed();
        let missing = |quantity: &&Quantity| {
            let Quantity { page, printed: form, what, meaning } = quantity;
            let covered = match what.as_str() {
                "figure" => printed.contains(&(*page, plain(form))),
                "date" => meaning
                    .split('/')
                    .all(|value| self.dates(*page).iter().any(|date| date.starts_with(value))),
                "name" => self.says(form),
                "exclude" => !meaning.trim().is_empty(),
                _ => false,
            };
            !covered
        };
        let described = |Quantity { page, printed, what, meaning }: &Quantity| {
            format!("page {page}: {printed} ({what} {meaning}) is not recorded")
        };
        quantities.iter().filter(missing).map(described).collect()
    }

    /// Printed forms that the document does not have on their page.
    fn unprinted(&self, quantities: &[Quantity]) -> Vec<String> {
        let figures = quantities.iter().filter(|quantity| quantity.what == "figure");
        let table: BTreeSet<_> =
            figures.map(|quantity| (quantity.page, plain(&quantity.printed))).collect();
        let missing = self.printed().into_iter().filter(|form| !table.contains(form));
        missing.map(|(page, form)| format!("page {page} does not print {form}")).collect()
    }
}

/// The numbers in a text, such as 2020, 3 and 10.
fn numbers(text: &str) -> Vec<u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    digits.map(|run| run.parse().expect("a number")).collect()
}

#[test]
fn every_quantity_of_the_documents_is_a_figure_a_date_a_name_or_excluded_for_a_reason() {
    for report in REPORTS {
        let uncovered = recorded(report).uncovered(&quantities(report));
        assert!(uncovered.is_empty(), "{report}: {uncovered:#?}");
    }
}

#[test]
fn every_printed_form_of_a_figure_stands_on_its_page_of_the_document() {
    for report in REPORTS {
        let unprinted = recorded(report).unprinted(&quantities(report));
        assert!(unprinted.is_empty(), "{report}: {unprinted:#?}");
    }
}

#[test]
fn every_printed_date_has_the_numbers_of_its_value_unless_an_erratum_quotes_it() {
    for report in REPORTS {
        let recorded = recorded(report);
        let dates = quantities(report).into_iter().filter(|quantity| quantity.what == "date");
        let wrong = dates.filter(|date| {
            let value = numbers(&date.meaning);
            let known =
                |number: &u32| value.iter().any(|part| part == number || part % 2000 == *number);
            !numbers(&date.printed).iter().all(known) && !recorded.put_right(date)
        });
        let wrong: Vec<_> = wrong
            .map(|date| format!("page {}: {} is not {}", date.page, date.printed, date.meaning))
            .collect();
        assert!(wrong.is_empty(), "{report}: {wrong:#?}");
    }
}

/// A card shows its dates along a line.
#[test]
fn the_dates_of_a_card_stand_in_order() {
    for report in REPORTS {
        for card in recorded(report).cards() {
            let dates: Vec<_> = list(card, "dates").map(|date| date["from"].as_str()).collect();
            assert!(dates.is_sorted(), "{report}: {}: {dates:?}", card["id"]);
        }
    }
}

/// What the documents print beside a number that is not exact.
const APPROX: [(&str, &[&str]); 4] = [
    ("about", &["약", "여", "가량", "수준", "달할", "가까운", "명 중"]),
    ("at-least", &["이상", "넘"]),
    ("less-than", &["채"]),
    ("band", &["%대", "점대"]),
];

#[test]
fn a_figure_is_as_exact_as_one_of_its_printed_forms() {
    for report in REPORTS {
        let recorded = recorded(report);
        for figure in recorded.cards().flat_map(|card| list(card, "figures")) {
            let approx = figure["approx"].as_str().unwrap_or("exact");
            let printed: Vec<_> = list(figure, "printed").filter_map(Value::as_str).collect();
            let has = |form: &str, words: &[&str]| words.iter().any(|word| form.contains(word));
            let stated = match APPROX.iter().find(|(kind, _)| *kind == approx) {
                Some((_, words)) => printed.iter().any(|form| has(form, words)),
                None => {
                    printed.iter().any(|form| !APPROX.iter().any(|(_, words)| has(form, words)))
                }
            };
            assert!(stated, "{report}: {} is {approx}, printed {printed:?}", figure["id"]);
        }
    }
}

#[test]
fn garbled_letters_of_our_source_text_are_never_given_as_the_document_s() {
    for report in REPORTS {
        let Recorded { report: about, parts } = recorded(report);
        let places =
            || parts.iter().flat_map(|part| list(part, "cards")).chain(&parts).chain([&about]);
        let printed: Vec<String> = places()
            .flat_map(|place| {
                let quantities = list(place, "figures").chain(list(place, "headlines"));
                let mut all = vec![];
                quantities.for_each(|quantity| texts(&quantity["printed"], &mut all));
                list(place, "errata").for_each(|erratum| texts(&erratum["says"], &mut all));
                for name in ["printed_title", "printed_names"] {
                    texts(&place[name], &mut all);
                }
                all
            })
            .collect();
        for note in places().flat_map(|place| list(place, "source_text")) {
            for reads in list(note, "reads").filter_map(Value::as_str).map(plain) {
                let given = printed.iter().find(|form| form.contains(&reads));
                assert_eq!(given, None, "{report}: source text reads {reads}");
            }
        }
    }
}

#[test]
fn a_quantity_or_a_figure_of_one_side_only_is_listed_with_its_page() {
    let row = |what: &str, printed: &str, meaning: &str| Quantity {
        page: 12,
        printed: printed.to_owned(),
        what: what.to_owned(),
        meaning: meaning.to_owned(),
    };
    let recorded = recorded("white-paper-2022");
    let strange = [
        row("figure", "999명", ""),
        row("date", "3월 8일", "2020-03-08"),
        row("name", "999호", ""),
        row("exclude", "999", " "),
    ];
    let uncovered = recorded.uncovered(&strange);
    assert_eq!(uncovered.len(), strange.len(), "{uncovered:#?}");
    assert_eq!(uncovered[0], "page 12: 999명 (figure ) is not recorded");
    assert!(
        recorded.unprinted(&strange).contains(&"page 12 does not print 3,906,865명".to_owned())
    );
}
