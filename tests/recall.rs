//! Recall of the search: every noun that a section of a document prints, typed
//! alone, finds the card of that section.
//!
//! The words and where they stand are in `tests/documents/<report>.words.tsv`,
//! which `tools/index-terms` writes: single words, no sentence of a document.
//! `part-<no>` stands for the opening of a part, which any of its cards answers.

#![cfg(not(target_family = "wasm"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use report_widget::bundle::{SEARCH_TERMS, library};
use report_widget::report::{Card, Report};
use report_widget::search::{Index, Request};
use report_widget::state::{Filters, Sort};

/// What share of the pairs of word and card has to be found.
const GOAL: f64 = 0.97;

/// How many pairs of word and place there are, and which of them are not found.
struct Recall {
    pairs: usize,
    missed: Vec<String>,
    /// How many words find nothing at all.
    empty: usize,
}

impl Recall {
    fn share(&self) -> f64 {
        let counted = |count| f64::from(u32::try_from(count).expect("a few thousand"));
        counted(self.pairs - self.missed.len()) / counted(self.pairs)
    }
}

fn measure(index: &Index, words: &[(String, Vec<String>)]) -> Recall {
    let mut recall = Recall { pairs: 0, missed: Vec::new(), empty: 0 };
    for (word, places) in words {
        let filters = Filters::default();
        let results = index.search(&Request { query: word, filters: &filters, sort: Sort::Report });
        let found: Vec<&Card> =
            results.cards.iter().map(|card| &index.report().cards[*card as usize]).collect();
        recall.empty += usize::from(found.is_empty());
        for place in places {
            recall.pairs += 1;
            let answers = |card: &&Card| match place.strip_prefix("part-") {
                Some(no) => no.parse() == Ok(card.part),
                None => card.id == place,
            };
            if !found.iter().any(answers) {
                recall.missed.push(format!("{word} ({place})"));
            }
        }
    }
    recall
}

/// The nouns of the document, and the places that print them.
fn printed(report: &str) -> Vec<(String, Vec<String>)> {
    let name = format!("tests/documents/{report}.words.tsv");
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
    let row = |line: &str| {
        let (word, places) = line.split_once('\t').expect("two columns");
        (word.to_owned(), places.split(' ').map(str::to_owned).collect())
    };
    table.expect("the table is there").lines().skip(1).map(row).collect()
}

/// The English words that our own text says of each card.
fn english(report: &Report) -> Vec<(String, Vec<String>)> {
    let mut pairs = BTreeSet::new();
    for card in &report.cards {
        let labels = card.figures.iter().map(|figure| figure.label.en);
        let events = card.dates.iter().map(|event| event.what.en);
        for text in [card.title.en, card.summary.en].into_iter().chain(labels).chain(events) {
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1) {
                pairs.insert((word.to_lowercase(), card.id.to_owned()));
            }
        }
    }
    pairs.into_iter().map(|(word, card)| (word, vec![card])).collect()
}

#[track_caller]
fn holds(what: &str, before: &Recall, after: &Recall) {
    println!(
        "{what}: {} pairs; found {:.1} % without index terms, {:.1} % with them; words that find \
         nothing: {} and {}",
        after.pairs,
        before.share() * 100.0,
        after.share() * 100.0,
        before.empty,
        after.empty,
    );
    assert!(after.share() >= GOAL, "{what}: {:.3}; missed {:#?}", after.share(), after.missed);
}

#[test]
fn what_a_section_prints_finds_its_card() {
    for report in &library().reports {
        let index = Index::new(report);
        for (language, words) in [("Korean", printed(report.id)), ("English", english(report))] {
            let what = format!("{}, {language}", report.id);
            let before = measure(&Index::new(report), &words);
            index.add_terms(SEARCH_TERMS);
            holds(&what, &before, &measure(&index, &words));
        }
    }
}

#[test]
fn the_text_for_the_browser_stays_small() {
    // 17 kB are 6.6 kB after Brotli; readers pay at most 8 KB for all reports.
    assert!(SEARCH_TERMS.len() < 20_000, "{} bytes", SEARCH_TERMS.len());
}

#[test]
fn the_tables_hold_single_words() {
    for report in &library().reports {
        for (word, places) in printed(report.id) {
            let is_word = word.chars().all(|c| c.is_alphanumeric() || c == '-');
            assert!(is_word && word.chars().count() <= 40, "{word:?} is no single word");
            for place in places {
                let is_part = |no: &str| report.parts.iter().any(|part| no.parse() == Ok(part.no));
                let is_known = place.strip_prefix("part-").is_some_and(is_part)
                    || report.card_index(&place).is_some();
                assert!(is_known, "{place} is no place of {}", report.id);
            }
        }
    }
}
