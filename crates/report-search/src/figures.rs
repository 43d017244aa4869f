//! The digits of every figure of a report, for finding numbers.

use report_model::{Lang, Unit};

use super::number::{Digits, Number};

/// The digits of every figure, in the order of the cards.
#[derive(Debug, Default)]
pub struct Figures {
    /// All digits in one row, points included.
    digits: Vec<u8>,
    figures: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    card: u32,
    /// Where its digits end in the row; they begin where the last ones end.
    end: u32,
    /// First unit of its counter.
    counter: u16,
    /// How many of its digits stand before the point.
    whole: u16,
}

impl Figures {
    /// Notes a quantity that belongs to a card.
    pub fn note(&mut self, card: u32, digits: &[u8], unit: Unit) {
        let from = self.digits.len();
        self.digits.extend(digits.iter().filter(|digit| **digit != b'-'));
        let digits = Digits::new(&self.digits[from..]);
        let whole = u16::try_from(digits.whole).unwrap_or(u16::MAX);
        let end = u32::try_from(self.digits.len()).unwrap_or(u32::MAX);
        self.figures.push(Entry { card, end, counter: counter(unit), whole });
    }

    /// Calls `found` with the card of every figure that the number fits.
    pub fn find(&self, number: &Number, mut found: impl FnMut(u32)) {
        let mut from = 0;
        for figure in &self.figures {
            let to = figure.end as usize;
            let digits = Digits { all: &self.digits[from..to], whole: usize::from(figure.whole) };
            if number.fits(digits, figure.counter) {
                found(figure.card);
            }
            from = to;
        }
    }
}

/// The first unit of a unit's Korean counter, which tells it from others.
pub fn counter(unit: Unit) -> u16 {
    unit.counter(Lang::Ko, false).trim_start().encode_utf16().next().unwrap_or(0)
}
