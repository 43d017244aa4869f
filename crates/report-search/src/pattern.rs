//! A run of letters to look for, and where it was found.
//!
//! Hangul's order does the work: the syllables that begin with `ㅁ`, and the
//! syllables that `배` may grow to, each stand side by side. So every letter
//! of a pattern is a [`Slot`] for a first to a last unit, and 초성, partial
//! syllables and plain text are all compared in the same way.

use crate::hangul::{self, Syllable};

use super::fold::{GAP, Script, is_gap};

/// A run of letters to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What fits at each place; never empty.
    slots: Vec<Slot>,
}

/// What fits at one place of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    first: u16,
    last: u16,
    /// The final consonant a syllable must have, by its number; `None` if
    /// any end will do.
    end: Option<u16>,
}

impl Slot {
    /// This unit only.
    pub fn exact(unit: u16) -> Self {
        Self { first: unit, last: unit, end: None }
    }

    /// Any syllable that begins with the consonant; what is no consonant
    /// stands for itself.
    pub fn beginning_with(letter: u16) -> Self {
        let (first, last) = hangul::beginning_with(letter).unwrap_or((letter, letter));
        Self { first, last, end: None }
    }

    /// Any syllable that further keystrokes can make of this one.
    pub fn growing_from(syllable: Syllable) -> Self {
        let (first, last) = hangul::growing_from(syllable);
        Self { first, last, end: None }
    }

    /// Of these syllables, those that end in the consonant; `None` where
    /// none do.
    pub fn ending_in(self, letter: u16) -> Option<Self> {
        let end = Syllable::of(self.first)?.ending(Some(letter))?.last;
        Some(Self { end: Some(end), ..self })
    }

    /// The first and the last unit that may fit.
    pub fn units(self) -> (u16, u16) {
        (self.first, self.last)
    }

    fn is_open(self) -> bool {
        self.first != self.last
    }

    fn fits(self, unit: u16) -> bool {
        unit.wrapping_sub(self.first) <= self.last - self.first
            && self.end.is_none_or(|end| Syllable::of(unit).is_some_and(|it| it.last == end))
    }
}

/// Where in a word a pattern fits; better places first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchPosition {
    /// It is the whole word.
    Whole,
    /// At its beginning.
    Start,
    /// Where another script begins: `체크인` in `QR체크인`.
    Turn,
    /// Anywhere else.
    Inside,
    /// In the midst of a number, or at a number's beginning with less than
    /// three of its digits: never meant.
    Torn,
}

impl MatchPosition {
    /// All places, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Whole, Self::Start, Self::Turn, Self::Inside, Self::Torn];
}

impl Pattern {
    /// Exactly these units, at least one.
    pub fn exact(units: &[u16]) -> Self {
        Self { slots: units.iter().map(|unit| Slot::exact(*unit)).collect() }
    }

    /// These slots, at least one.
    pub fn of(slots: Vec<Slot>) -> Self {
        Self { slots }
    }

    /// Its units, if nothing is left open.
    pub fn units(&self) -> Option<Vec<u16>> {
        (!self.is_open()).then(|| self.slots.iter().map(|slot| slot.first).collect())
    }

    /// What fits at each place.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter()
    }

    /// Whether it leaves anything open.
    pub fn is_open(&self) -> bool {
        self.slots.iter().any(|slot| slot.is_open())
    }

    /// How many letters it has.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether it is nothing but an initial consonant.
    pub fn is_initial(&self) -> bool {
        // A syllable grows to a hundred others, a consonant begins 588.
        self.slots.iter().all(|slot| slot.last - slot.first > 4 * 28)
    }

    /// How many of its letters are not left open.
    pub fn exact_letters(&self) -> usize {
        self.slots.iter().filter(|slot| !slot.is_open()).count()
    }

    /// The script it begins with.
    pub fn script(&self) -> Script {
        Script::of(self.slots[0].first)
    }

    /// Whether it contains `other`: then it fits only where `other` does.
    pub fn contains(&self, other: &Self) -> bool {
        self.slots.windows(other.len()).any(|window| window == other.slots)
    }

    /// The first place in `row` at which it fits.
    pub fn find(&self, row: &[u16]) -> Option<usize> {
        let [first, rest @ ..] = self.slots.as_slice() else { return None };
        let candidates = row.get(..row.len().checked_sub(rest.len())?)?;
        candidates.iter().enumerate().position(|(at, unit)| {
            first.fits(*unit)
                && rest.iter().zip(&row[at + 1..]).all(|(slot, unit)| slot.fits(*unit))
        })
    }

    /// What sort of place it is where the pattern fits in a row of words
    /// that are parted by gaps.
    pub fn place(&self, row: &[u16], at: usize) -> MatchPosition {
        let neighbour = |at: Option<usize>| at.and_then(|at| row.get(at)).copied().unwrap_or(GAP);
        let before = neighbour(at.checked_sub(1));
        let after = neighbour(Some(at + self.len()));
        let script = self.script();
        let turns = is_gap(before) || Script::of(before) != script;
        if script == Script::Digits && (!turns || (self.is_short_number() && is_digit(after))) {
            return MatchPosition::Torn;
        }
        match (is_gap(before), is_gap(after)) {
            (true, true) => MatchPosition::Whole,
            (true, false) => MatchPosition::Start,
            (false, _) if turns => MatchPosition::Turn,
            (false, _) => MatchPosition::Inside,
        }
    }

    fn is_short_number(&self) -> bool {
        self.len() < 3 && self.slots.iter().all(|slot| is_digit(slot.first))
    }
}

fn is_digit(unit: u16) -> bool {
    !is_gap(unit) && Script::of(unit) == Script::Digits
}
