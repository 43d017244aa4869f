//! Slips of the finger: words of the index that one edit makes of what was
//! typed. They are offered where little is found, never searched for silently.
//!
//! An edit is one letter too many, too few or another one, or two letters
//! swapped. Letters of Hangul are jamo, so that 마스쿠 is one edit from 마스크;
//! words typed on the other layout are compared as what they would have been.

use std::ops::Range;

use crate::hangul::{self, Syllable};

use super::fold::{Folded, Script};
use super::index::Index;
use super::lexicon::Spot;
use super::number::Number;
use super::particle;
use super::reader::running_text;
use super::{Request, Session, question};

/// Up to how many cards are little.
const LITTLE: usize = 2;
/// How many corrections are offered at the most.
const MOST: usize = 8;

/// A word of the query, and a word of the index that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed.
    pub word: String,
    /// The word of the index, as the report spells it.
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
    let total = session.search(request).total();
    if total > LITTLE {
        return Vec::new();
    }
    let folded = Folded::new(request.query);
    let mut corrections: Vec<Correction> = Vec::new();
    for range in folded.words() {
        let bytes = folded.bytes(&range);
        let typed = &request.query[bytes.clone()];
        for replacement in nearest(session.index(), typed, &folded.units()[range]) {
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
    said!(query[..bytes.start], replacement, query[bytes.end..])
}

/// The words of the index that are one edit away from a word, those that most
/// cards say first; none where the index has the word itself.
fn nearest(index: &Index, typed: &str, units: &[u16]) -> Vec<String> {
    if Number::read(units).is_some() || question::asked(typed, units, false).is_some() {
        return Vec::new();
    }
    let ways = ways(typed, units);
    let mut near: Vec<Near> = Vec::new();
    let terms = index.terms().map(|terms| &terms.lexicon);
    for (is_term, lexicon) in [(false, Some(&index.words().lexicon)), (true, terms)] {
        let Some(lexicon) = lexicon else { continue };
        for (number, word) in (0..).zip(lexicon.words()) {
            let near_word = |word| ways.iter().find_map(|way| nearest_stem(way, word));
            let cards = || (0..Spot::COUNT).map(|spot| lexicon.cards(number, spot).len()).sum();
            if word == units && cards() > 0 {
                return Vec::new();
            }
            let Some(word) = near_word(word).filter(|_| cards() > 0) else { continue };
            if near.iter().all(|other| other.word != word) {
                let cards = cards();
                let at = near.partition_point(|other| other.cards >= cards);
                near.insert(at, Near { is_term, number, word, cards });
            }
        }
    }
    near.iter().take(MOST).map(|near| spelling(index, near)).collect()
}

/// The word of the index, or what stands before its particle, if it is one
/// edit away.
fn nearest_stem<'i>(way: &[u16], word: &'i [u16]) -> Option<&'i [u16]> {
    let is_near = |word: &&[u16]| is_long_enough(word) && is_one_edit(way, word);
    Some(word).filter(is_near).or_else(|| {
        // Particles have three syllables at the most.
        let may_have_one = word.len() > way.len() && word.len() < way.len() + 5;
        let cut = may_have_one.then(|| particle::cut(word)).flatten().filter(|cut| cut.sure);
        cut.map(|cut| cut.stem).filter(is_near)
    })
}

/// A word one edit away.
struct Near<'i> {
    is_term: bool,
    number: u32,
    word: &'i [u16],
    /// How many times cards say it.
    cards: usize,
}

/// The word as typed, without its particle, and as keys of the other layout.
fn ways(typed: &str, units: &[u16]) -> Vec<Vec<u16>> {
    let mut ways = vec![units.to_vec()];
    ways.extend(particle::cut(units).map(|cut| cut.stem.to_vec()));
    ways.extend(hangul::from_latin_keys(typed));
    ways.extend(hangul::from_latin_keys(&typed.to_ascii_lowercase()));
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
pub(super) fn is_one_edit(one: &[u16], other: &[u16]) -> bool {
    let (one, other) = differing(one, other);
    // One letter can move the border between two syllables, and no more.
    if one.len() > 2 || other.len() > 2 {
        return false;
    }
    [false, true].into_iter().any(|in_halves| {
        let (one, other) = (letters(one, in_halves), letters(other, in_halves));
        match differing(&one, &other) {
            ([], [_]) | ([_], [] | [_]) => true,
            ([a, b], [c, d]) => (a, b) == (d, c),
            _ => false,
        }
    })
}

/// What is left of two rows without their common beginning and end.
fn differing<'r>(one: &'r [u16], other: &'r [u16]) -> (&'r [u16], &'r [u16]) {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other);
    let same = same.count();
    (&one[..one.len() - same], &other[..other.len() - same])
}

/// The letters of a word, those that are typed as two in halves or whole.
fn letters(word: &[u16], in_halves: bool) -> Vec<u16> {
    let mut letters = Vec::new();
    for unit in word {
        let parts = match Syllable::of(*unit) {
            Some(syllable) => {
                let (initial, vowel) = syllable.open_letters();
                [Some(initial), Some(vowel), syllable.last_letter()]
            }
            None => [Some(*unit), None, None],
        };
        for letter in parts.into_iter().flatten() {
            match hangul::halves(letter).filter(|_| in_halves) {
                Some((first, second)) => letters.extend([first, second]),
                None => letters.push(letter),
            }
        }
    }
    letters
}

/// A word as the report spells it: QR체크인, not qr체크인.
fn spelling(index: &Index, near: &Near) -> String {
    let as_found = || String::from_utf16_lossy(near.word);
    if near.word.iter().all(|unit| hangul::is_syllable(*unit)) {
        return as_found();
    }
    if let Some(terms) = index.terms().filter(|_| near.is_term) {
        return terms.spelling(near.number).to_owned();
    }
    let lexicon = &index.words().lexicon;
    let mut holders = (0..Spot::COUNT).filter_map(|spot| lexicon.cards(near.number, spot).first());
    let Some(card) = holders.next().map(|card| &index.report.cards[*card as usize]) else {
        return as_found();
    };
    let brands = card.brands.iter().map(|brand| index.report.brands[usize::from(*brand)].name);
    let labels = card.figures.iter().map(|figure| figure.label);
    let texts = [card.title].into_iter().chain(brands).chain(labels).chain(running_text(card));
    let mut folded = Folded::default();
    for text in texts.flat_map(|text| [text.ko, text.en]) {
        folded.fold(text);
        let mut words = folded.words();
        let says = |range: &Range<usize>| folded.units()[range.clone()].starts_with(near.word);
        if let Some(range) = words.find(says) {
            return text[folded.bytes(&(range.start..range.start + near.word.len()))].to_owned();
        }
    }
    as_found()
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
            ("업서", "없어", true),
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
