//! Marking what was found.

use std::ops::Range;

use super::Query;
use super::fold::{self, Before, Letter};
use super::lexicon::{Field, Mention};
use super::pattern::{Pattern, Place};
use super::query::How;
use super::rank;

/// A piece of a text, found or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment<'t> {
    /// The piece; the pieces of a text put together are the text.
    pub text: &'t str,
    /// Whether the query found it.
    pub hit: bool,
}

/// Cuts a text into what the query found and what it did not. Every word is
/// marked in the strictest reading that the text has.
#[must_use]
pub fn highlight<'t>(text: &'t str, query: &Query) -> Vec<Segment<'t>> {
    let mut segments = Vec::new();
    let mut from = 0;
    for hit in hits(text, query) {
        segments.push(Segment { text: &text[from..hit.start], hit: false });
        from = hit.end;
        segments.push(Segment { text: &text[hit], hit: true });
    }
    segments.push(Segment { text: &text[from..], hit: false });
    segments.retain(|segment| !segment.text.is_empty());
    segments
}

/// The bytes found, in order and apart.
fn hits(text: &str, query: &Query) -> Vec<Range<usize>> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut letters = Vec::new();
    fold::fold(text, &mut letters);
    let row = Row::new(&letters);
    let mut hits = Vec::new();
    for word in &query.words {
        for reading in &word.readings {
            let before = hits.len();
            for pattern in &reading.patterns {
                row.mark(reading.how, pattern, &mut hits);
            }
            if hits.len() > before {
                break;
            }
        }
    }
    hits.sort_unstable_by_key(|hit| (hit.start, hit.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for hit in hits {
        match apart.last_mut() {
            Some(last) if hit.start <= last.end => last.end = last.end.max(hit.end),
            Some(_) | None => apart.push(hit),
        }
    }
    apart
}

/// A text's words in a row, parted by zeros as in the lexicon, and without
/// its spaces.
struct Row<'l> {
    letters: &'l [Letter],
    words: Vec<u16>,
    /// For each unit of `words`, the position of its letter.
    positions: Vec<usize>,
    joined: Vec<u16>,
}

impl<'l> Row<'l> {
    fn new(letters: &'l [Letter]) -> Self {
        let (mut words, mut positions) = (Vec::new(), Vec::new());
        for (position, letter) in letters.iter().enumerate() {
            if letter.before != Before::Nothing {
                words.push(0);
                positions.push(position);
            }
            words.push(letter.unit);
            positions.push(position);
        }
        Self { letters, words, positions, joined: fold::units(letters) }
    }

    /// Marks a pattern in the words, or else, from three letters on, across
    /// their spaces.
    fn mark(&self, how: How, pattern: &Pattern, hits: &mut Vec<Range<usize>>) {
        let before = hits.len();
        let mention = Mention::new(0, Field::Title, false);
        each(&self.words, pattern, |at, place| {
            if rank::rank(how, pattern, place, mention).is_some() {
                hits.push(self.bytes(self.positions[at], pattern));
            }
        });
        if hits.len() > before {
            return;
        }
        let mention = Mention::new(0, Field::Title, true);
        each(&self.joined, pattern, |at, place| {
            let begins = self.letters[at].before != Before::Nothing;
            let place = if begins && place == Place::Inside { Place::Start } else { place };
            if rank::rank(how, pattern, place, mention).is_some() {
                hits.push(self.bytes(at, pattern));
            }
        });
    }

    fn bytes(&self, first: usize, pattern: &Pattern) -> Range<usize> {
        let last = &self.letters[first + pattern.len() - 1];
        self.letters[first].bytes.start..last.bytes.end
    }
}

fn each(row: &[u16], pattern: &Pattern, mut found: impl FnMut(usize, Place)) {
    let mut at = 0;
    while let Some(next) = pattern.find(&row[at..]) {
        at += next;
        found(at, pattern.place(row, at));
        at += 1;
    }
}
