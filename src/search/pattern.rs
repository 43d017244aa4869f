//! A run of letters to look for, and where it was found.
//!
//! Hangul's order does the work: the syllables that begin with `ㅁ`, and the
//! syllables that `배` may grow to, each stand side by side. So every letter
//! of a pattern is a first and a last unit, and 초성, partial syllables and
//! plain text are all compared in the same way.

use super::fold::Script;

/// A run of letters to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The first and the last unit that fit at each place; never empty.
    spans: Vec<(u16, u16)>,
}

/// Where in a word a pattern fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
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

impl Pattern {
    /// Exactly these units, at least one.
    pub fn exact(units: &[u16]) -> Self {
        Self { spans: units.iter().map(|unit| (*unit, *unit)).collect() }
    }

    /// These spans of units, at least one.
    pub fn of(spans: Vec<(u16, u16)>) -> Self {
        Self { spans }
    }

    /// How many letters it has.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// How many of its letters are not left open.
    pub fn exact_letters(&self) -> usize {
        self.spans.iter().filter(|(first, last)| first == last).count()
    }

    /// The script it begins with.
    pub fn script(&self) -> Script {
        Script::of(self.spans[0].0)
    }

    /// Whether it contains `other`: then it fits only where `other` does.
    pub fn contains(&self, other: &Self) -> bool {
        self.spans.windows(other.len()).any(|window| window == other.spans)
    }

    /// The first place in `row` at which it fits.
    pub fn find(&self, row: &[u16]) -> Option<usize> {
        let [(first, last), rest @ ..] = self.spans.as_slice() else { return None };
        let width = last - first;
        let candidates = row.get(..row.len().checked_sub(rest.len())?)?;
        candidates.iter().enumerate().position(|(at, unit)| {
            unit.wrapping_sub(*first) <= width
                && rest.iter().zip(&row[at + 1..]).all(|((first, last), unit)| {
                    (*first..=*last).contains(unit)
                })
        })
    }

    /// What sort of place it is where the pattern fits in a row of words
    /// that are parted by zeros.
    pub fn place(&self, row: &[u16], at: usize) -> Place {
        let neighbour = |at: Option<usize>| at.and_then(|at| row.get(at)).copied().unwrap_or(0);
        let before = neighbour(at.checked_sub(1));
        let after = neighbour(Some(at + self.len()));
        let script = self.script();
        let turns = before == 0 || Script::of(before) != script;
        if script == Script::Digits && (!turns || (self.is_short_number() && is_digit(after))) {
            return Place::Torn;
        }
        match (before, after) {
            (0, 0) => Place::Whole,
            (0, _) => Place::Start,
            _ if turns => Place::Turn,
            _ => Place::Inside,
        }
    }

    fn is_short_number(&self) -> bool {
        self.len() < 3 && self.spans.iter().all(|(first, _)| is_digit(*first))
    }
}

fn is_digit(unit: u16) -> bool {
    unit != 0 && Script::of(unit) == Script::Digits
}
