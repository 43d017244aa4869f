//! Where the main figure of a card stands among those of its unit.

use report_model::Report;

use super::whole;

/// Fewer figures of a unit than this are not ranked.
const LEAST: usize = 3;

/// The main figures of a unit, and the place of one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The position of the card's main figure; equal values share the first.
    pub place: usize,
    /// The main figures of that unit in thousandths of the largest, the largest first; nothing but zero
    /// is less than one.
    pub heights: Vec<u64>,
}

impl Standing {
    /// The place of a card's main figure among the main figures of all cards with its unit. None where
    /// they are fewer than three, and for values below zero and past 16 digits.
    #[must_use]
    pub fn of(report: &Report, card: u32) -> Option<Self> {
        let ours = report.cards.get(card as usize)?.figures.first()?;
        let mut values = Vec::new();
        for card in &report.cards {
            if let Some(figure) = card.figures.first().filter(|figure| figure.unit == ours.unit) {
                values.push(whole(figure.value)?);
            }
        }
        values.sort_unstable();
        values.reverse();
        let ours = whole(ours.value)?;
        let place = values.iter().position(|value| *value == ours)?;
        let largest = *values.first().filter(|_| values.len() >= LEAST)?;
        let mut heights = Vec::new();
        for value in values {
            let height = value.checked_mul(1000)?.checked_div(largest)?;
            heights.push(height.max(u64::from(value > 0)));
        }
        Some(Self { place, heights })
    }
}

#[cfg(test)]
mod tests {
    use report_fixtures::{card, figure, report};
    use report_model::{Card, Unit};

    use super::*;

    /// The standing of a first card among others of one unit, and one of another.
    fn of(main: &'static str, others: &[&'static str]) -> Option<(usize, Vec<u64>)> {
        let made = |value, unit| Card { figures: vec![figure(value, unit)], ..card("a", "") };
        let mut cards = vec![made(main, Unit::Won), made("9000", Unit::People), card("b", "")];
        cards.extend(others.iter().map(|value| made(value, Unit::Won)));
        Standing::of(report(cards), 0).map(|Standing { place, heights }| (place, heights))
    }

    #[test]
    fn a_main_figure_stands_among_those_of_its_unit() {
        for (what, main, others, expected) in [
            ("the largest", "400", &["100", "200"][..], Some((0, vec![1000, 500, 250]))),
            ("the least", "1", &["100", "2000"], Some((2, vec![1000, 50, 1]))),
            ("one of two equals", "100", &["100", "200"], Some((1, vec![1000, 500, 500]))),
            ("one of two", "100", &["200"], None),
            ("below zero", "100", &["-5", "200"], None),
            ("nothing but zero", "0", &["0", "0"], None),
            ("17 digits", "99999999999999999", &["1", "2"], None),
        ] {
            assert_eq!(of(main, others), expected, "{what}");
        }
        let without = report(vec![card("a", "")]);
        assert_eq!((Standing::of(without, 0), Standing::of(without, 7)), (None, None));
    }
}
