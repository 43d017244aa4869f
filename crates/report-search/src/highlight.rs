//! Marking what was found.

use std::ops::Range;

use super::Query;
use super::fold::{Folded, is_gap};
use super::lexicon::{Field, Spot};
use super::pattern::{MatchPosition, Pattern};
use super::query::{How, Word};
use super::rank::{self, NONE};

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
    let row = Row::new(text);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for hit in query.words.iter().flat_map(|word| row.find(word)) {
        // The hits it touches, which become one with it.
        let from = apart.partition_point(|other| other.end < hit.start);
        let to = apart.partition_point(|other| other.start <= hit.end);
        let touched = &apart[from..to];
        let start = touched.first().map_or(hit.start, |first| first.start.min(hit.start));
        let end = touched.last().map_or(hit.end, |last| last.end.max(hit.end));
        apart.drain(from..to);
        apart.insert(from, start..end);
    }
    apart
}

/// A folded text, with its spaces and without.
struct Row {
    folded: Folded,
    joined: Vec<u16>,
    /// For each unit of `joined`, its place in the row with spaces.
    positions: Vec<usize>,
}

impl Row {
    fn new(text: &str) -> Self {
        let folded = Folded::new(text);
        let (mut joined, mut positions) = (Vec::new(), Vec::new());
        for (position, unit) in folded.units().iter().enumerate() {
            if !is_gap(*unit) {
                joined.push(*unit);
                positions.push(position);
            }
        }
        Self { folded, joined, positions }
    }

    /// The bytes of a word in the strictest reading that is there.
    fn find(&self, word: &Word) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        for reading in word.understood() {
            for pattern in &reading.patterns {
                self.mark(reading.how, pattern, &mut hits);
            }
            if !hits.is_empty() {
                break;
            }
        }
        hits
    }

    /// Marks a pattern in the words, or else, from three letters on, across
    /// their spaces.
    fn mark(&self, how: How, pattern: &Pattern, hits: &mut Vec<Range<usize>>) {
        let before = hits.len();
        let spot = Spot { field: Field::Title, joined: false };
        each(self.folded.units(), pattern, |at, place| {
            if rank::rank(how, pattern, place, spot) != NONE {
                hits.push(self.folded.bytes(&(at..at + pattern.len())));
            }
        });
        if hits.len() > before {
            return;
        }
        let spot = Spot { joined: true, ..spot };
        each(&self.joined, pattern, |at, place| {
            let (first, last) = (self.positions[at], self.positions[at + pattern.len() - 1]);
            let begins =
                first.checked_sub(1).is_none_or(|before| is_gap(self.folded.units()[before]));
            let place =
                if begins && place == MatchPosition::Inside { MatchPosition::Start } else { place };
            if rank::rank(how, pattern, place, spot) != NONE {
                hits.push(self.folded.bytes(&(first..last + 1)));
            }
        });
    }
}

fn each(row: &[u16], pattern: &Pattern, mut found: impl FnMut(usize, MatchPosition)) {
    let mut at = 0;
    while let Some(next) = pattern.find(&row[at..]) {
        at += next;
        found(at, pattern.place(row, at));
        at += 1;
    }
}
