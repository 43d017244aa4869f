//! Where the main figure of a card stands among those of its unit.

use report_model::Report;

use super::whole;

/// Fewer figures of a unit than this are not ranked.
const LEAST: usize = 3;

/// The place of a main figure among the main figures of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How many of them are larger.
    pub larger: usize,
    /// How many there are.
    pub all: usize,
}

impl Standing {
    /// The place of a card's main figure among the main figures of all cards with its unit, by what
    /// stands before the point. None where they are fewer than three, and for values below zero and past
    /// 19 digits.
    #[must_use]
    pub fn of(report: &Report, card: u32) -> Option<Self> {
        let main = report.cards.get(card as usize)?.figures.first()?;
        let ours = whole(main.value)?;
        let mut standing = Self { larger: 0, all: 0 };
        for figure in report.cards.iter().filter_map(|card| card.figures.first()) {
            if figure.unit == main.unit {
                standing.all += 1;
                standing.larger += usize::from(whole(figure.value)? > ours);
            }
        }
        Some(standing).filter(|standing| standing.all >= LEAST)
    }
}

#[cfg(test)]
mod tests {
    use report_fixtures::{card, figure, report};
    use report_model::{Card, Unit};

    use super::*;

    /// The standing of a first card among others of one unit, beside one of another.
    fn of(main: &'static str, others: &[&'static str]) -> Option<(usize, usize)> {
        let made = |value, unit| Card { figures: vec![figure(value, unit)], ..card("a", "") };
        let mut cards = vec![made(main, Unit::Won), made("9000", Unit::People), card("b", "")];
        cards.extend(others.iter().map(|value| made(value, Unit::Won)));
        Standing::of(report(cards), 0).map(|Standing { larger, all }| (larger, all))
    }

    #[test]
    fn a_main_figure_stands_among_those_of_its_unit() {
        for (what, main, others, expected) in [
            ("the largest", "400", &["100", "200"][..], Some((0, 3))),
            ("the least", "1", &["100", "2000"], Some((2, 3))),
            ("one of two equals", "100", &["100", "200"], Some((1, 3))),
            ("one of two", "100", &["200"], None),
            ("below zero", "100", &["-5", "200"], None),
            ("22 digits", "1", &["1", "1234567890123456789012"], None),
        ] {
            assert_eq!(of(main, others), expected, "{what}");
        }
        let without = report(vec![card("a", "")]);
        assert_eq!((Standing::of(without, 0), Standing::of(without, 7)), (None, None));
    }
}
