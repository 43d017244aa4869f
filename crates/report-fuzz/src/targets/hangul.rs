//! Hangul, whole and in pieces.

use std::sync::LazyLock;

use report_bundle::library;
use report_search::{Index, Query, Request};
use report_state::{Filters, Sort};
use unicode_normalization::UnicodeNormalization;

use super::search::is_highlighted;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&library().reports[1]));

/// A query in pieces (NFD) finds what it finds composed (NFC), and both highlight the same. What
/// Unicode composes besides Hangul and the letters of Western Europe is only highlighted.
pub(crate) fn run(input: &[u8]) {
    let text = String::from_utf8_lossy(&input[..input.len().min(60)]);
    is_highlighted(&text, &Query::new(&text));
    let (whole, pieces) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
    is_highlighted(&pieces, &Query::new(&whole));
    is_highlighted(&whole, &Query::new(&pieces));
    let is_known = |letter: char| letter <= '\u{ff}' || ('가'..='힣').contains(&letter);
    if whole.chars().all(|letter| is_known(letter) || letter.nfd().eq([letter])) {
        assert_eq!(cards(&whole), cards(&pieces), "{whole:?}");
    }
}

fn cards(query: &str) -> Vec<u32> {
    let filters = Filters::default();
    let mut cards = INDEX.search(&Request { query, filters: &filters, sort: Sort::Report }).cards;
    cards.sort_unstable();
    cards
}
