//! Slips of the finger: words of the index that one edit makes of what was
//! typed. They are offered where little is found, never searched for silently.
//!
//! An edit is one letter too many, too few or another one, or two letters
//! swapped. Letters of Hangul are jamo, so that 마스쿠 is one edit from 마스크;
//! words typed on the other layout are compared as what they would have been.

use report_text::text;
use std::ops::Range;

use crate::hangul::{self, Syllable};

use super::fold::{Folded, Script};
use super::index::Index;
use super::number::Number;
use super::particle;
use super::{Request, Session, question};

/// Up to how many cards are little.
const LITTLE: usize = 2;
/// How many corrections are tried for a word, and offered, at the most.
const MOST_TRIED: usize = 24;
const MOST: usize = 8;

/// A word of the query, and a word of the index that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed.
    pub word: String,
    /// The word of the index, as search compares it: in lower case.
    pub replacement: String,
    /// The query with the replacement in its place.
    pub query: String,
    /// How many cards that query finds.
    pub cards: usize,
}

/// What may have been meant by a query that finds little: queries with one
/// word corrected that find more, those with most cards first.
#[must_use]
pub fn corrections(session: &mut Session, request: &Request<'_>) -> Vec<Correction> {
    let folded = Folded::new(request.query);
    // Where nothing is typed there is nothing to correct, and nothing to search for.
    if folded.units().is_empty() {
        return Vec::new();
    }
    let total = session.search(request).total();
    if total > LITTLE {
        return Vec::new();
    }
    let mut corrections: Vec<Correction> = Vec::new();
    for range in folded.words() {
        let bytes = folded.bytes(&range);
        let typed = &request.query[bytes.clone()];
        let near = nearest(session.index(), typed, &folded.units()[range]);
        for replacement in near.into_iter().take(MOST_TRIED) {
            let query = replaced(request.query, &bytes, &replacement);
            let cards = session.search(&Request { query: &query, ..*request }).total();
            if cards > total {
                let word = typed.to_owned();
                let at = corrections.partition_point(|other| other.cards >= cards);
                corrections.insert(at, Correction { word, replacement, query, cards });
            }
        }
    }
    corrections.truncate(MOST);
    corrections
}

fn replaced(query: &str, bytes: &Range<usize>, replacement: &str) -> String {
    text!(query[..bytes.start], replacement, query[bytes.end..])
}

/// The words of the index that are one edit away from a word; none where the
/// index has the word itself.
fn nearest(index: &Index, typed: &str, units: &[u16]) -> Vec<String> {
    let mut near: Vec<String> = Vec::new();
    if Number::read(units).is_some() || question::asked(typed, units, false).is_some() {
        return near;
    }
    let ways = ways(typed, units);
    let terms = index.terms().map(|terms| &terms.lexicon);
    for lexicon in [Some(&index.words().lexicon), terms].into_iter().flatten() {
        for (number, word) in (0..).zip(lexicon.words()) {
            if lexicon.cards(number).is_empty() {
                continue;
            }
            if word == units {
                return Vec::new();
            }
            for way in &ways {
                if let Some(stem) = nearest_stem(way, word) {
                    let stem = String::from_utf16_lossy(stem);
                    if !near.contains(&stem) {
                        near.push(stem);
                    }
                }
            }
        }
    }
    near
}

/// The word of the index, or what stands before its particle, if it is one
/// edit away.
fn nearest_stem<'i>(way: &[u16], word: &'i [u16]) -> Option<&'i [u16]> {
    if is_near(way, word) {
        return Some(word);
    }
    // Particles have three syllables at the most.
    if word.len() <= way.len() || word.len() > way.len() + 4 {
        return None;
    }
    let cut = particle::cut(word)?;
    (cut.sure && is_near(way, cut.stem)).then_some(cut.stem)
}

fn is_near(way: &[u16], word: &[u16]) -> bool {
    is_long_enough(word) && is_one_edit(way, word)
}

/// The word as typed, without its particle, and as keys of the other layout.
fn ways(typed: &str, units: &[u16]) -> Vec<Vec<u16>> {
    let mut ways = vec![units.to_vec()];
    ways.extend(particle::cut(units).map(|cut| cut.stem.to_vec()));
    ways.extend(hangul::from_latin_keys(typed));
    ways.extend(hangul::to_latin_keys(units));
    ways.retain(|way| is_long_enough(way));
    ways
}

/// Two syllables, or four Latin letters: shorter words are near to everything.
fn is_long_enough(word: &[u16]) -> bool {
    let least = match word.first().map(|unit| Script::of(*unit)) {
        Some(Script::Latin) => 4,
        Some(Script::Other) => 2,
        Some(Script::Digits) | None => usize::MAX,
    };
    word.len() >= least
}

/// Whether one edit makes one word of the other.
pub(crate) fn is_one_edit(one: &[u16], other: &[u16]) -> bool {
    let (one, other) = differing(one, other);
    // One letter can move the border between two syllables, and no more.
    if one.len() > 2 || other.len() > 2 {
        return false;
    }
    match differing(&letters(one), &letters(other)) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => (a, b) == (d, c),
        _ => false,
    }
}

/// What is left of two rows without their common beginning and end.
fn differing<'r>(one: &'r [u16], other: &'r [u16]) -> (&'r [u16], &'r [u16]) {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other);
    let same = same.count();
    (&one[..one.len() - same], &other[..other.len() - same])
}

/// The letters of a word.
fn letters(word: &[u16]) -> Vec<u16> {
    let mut letters = Vec::new();
    for unit in word {
        if let Some(syllable) = Syllable::of(*unit) {
            let (initial, vowel) = syllable.open_letters();
            letters.push(initial);
            letters.push(vowel);
            letters.extend(syllable.last_letter());
        } else {
            letters.push(*unit);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_one_letter_or_two_swapped() {
        for (typed, meant, expected) in [
            ("마스쿠", "마스크", true),
            ("마스크", "마스크", false),
            ("맛스크", "마스크", true),
            ("맛크", "마스크", true),
            ("ㅏ스크", "마스크", true),
            ("마스트", "마스크", true),
            ("나스트", "마스크", false),
            ("마크스", "마스크", false),
            ("백심", "백신", true),
            ("갑", "값", true),
            ("과자", "가자", true),
            ("까까오", "까카오", true),
            ("마스크를", "마스크", false),
            ("msak", "mask", true),
            ("masc", "mask", true),
            ("masks", "mask", true),
            ("msaks", "mask", false),
            ("", "mask", false),
        ] {
            let units = |word: &str| word.encode_utf16().collect::<Vec<_>>();
            assert_eq!(is_one_edit(&units(typed), &units(meant)), expected, "{typed} {meant}");
            assert_eq!(is_one_edit(&units(meant), &units(typed)), expected, "{meant} {typed}");
        }
    }
}
