//! What a headline number is made of, in proportion.

use report_model::{Decimal, FigureRef, Headline, Report};
use report_text::text;

/// How a headline's value is made up of the figures of cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Indices of cards, and what the figures of each add up to; the largest first.
    pub cards: Vec<(u32, u64)>,
    /// What the figures leave unexplained.
    pub remainder: u64,
    /// The headline's value.
    pub total: u64,
}

impl Composition {
    /// What a headline is made of. None without a tally, where its figures make more than the
    /// headline, and for values past 18 digits.
    #[must_use]
    pub fn of(report: &Report, headline: &Headline) -> Option<Self> {
        let tally = headline.tally.as_ref()?;
        let mut cards: Vec<(u32, u64)> = Vec::new();
        for term in &tally.terms {
            let amount = whole(report.term(*term)?.1.value)?;
            match cards.iter_mut().find(|(card, _)| *card == term.card) {
                Some((_, sum)) => *sum += amount,
                None => cards.push((term.card, amount)),
            }
        }
        for at in 1..cards.len() {
            if cards[at].1 > cards[0].1 {
                cards.swap(0, at);
            }
        }
        let (remainder, total) = (whole(tally.remainder)?, whole(headline.figure.value)?);
        Some(Self { cards, remainder, total })
    }

    /// The card that makes up most of it.
    #[must_use]
    pub fn largest(&self) -> Option<(u32, String)> {
        let (card, amount) = self.cards.first()?;
        Some((*card, percent(*amount, self.total)?))
    }

    /// The piece at a place of a bar, in thousandths of its width: the position of a card, or behind
    /// the last what is unexplained.
    #[must_use]
    pub fn piece_at(&self, place: u64) -> usize {
        let mut sum = 0_u64;
        let ends = self.cards.iter().map(|(_, amount)| {
            sum += amount;
            sum.saturating_mul(1000).checked_div(self.total).unwrap_or_default()
        });
        ends.take_while(|end| *end <= place).count().min(self.pieces() - 1)
    }

    /// How many pieces a bar has.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.cards.len() + usize::from(self.remainder > 0)
    }

    /// The share that stays unexplained, where there is one.
    #[must_use]
    pub fn unexplained(&self) -> Option<String> {
        percent(self.remainder, self.total).filter(|_| self.remainder > 0)
    }
}

/// A card's main figure as a term of a headline of its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MainShare {
    /// The value of the main figure.
    pub amount: u64,
    /// The value of the headline.
    pub total: u64,
}

impl MainShare {
    /// The share of a card's main figure. None where no headline of its part counts it.
    #[must_use]
    pub fn of(report: &Report, card: u32) -> Option<Self> {
        let main = FigureRef { card, figure: 0 };
        let (of, figure) = report.term(main)?;
        let counts_it = |headline: &&Headline| {
            headline.tally.as_ref().is_some_and(|tally| tally.terms.contains(&main))
        };
        let headline = report.part(of.part)?.headlines.iter().find(counts_it)?;
        Some(Self { amount: whole(figure.value)?, total: whole(headline.figure.value)? })
    }
}

/// A share cut to one decimal: `38.1%`. The share illustrates; the sum beside it proves. None of
/// nothing.
#[must_use]
pub fn percent(part: u64, total: u64) -> Option<String> {
    let permille = part.checked_mul(1000)?.checked_div(total)?;
    Some(if part > 0 && permille == 0 {
        "<0.1%".to_owned()
    } else {
        text!(permille / 10, ".", permille % 10, "%")
    })
}

/// The digits before the point; None below zero and past 18 digits.
#[must_use]
pub fn whole(value: Decimal) -> Option<u64> {
    if value.is_negative() { None } else { value.integer().parse().ok() }
}

#[cfg(test)]
mod tests {
    use report_fixtures::{card, figure, report};
    use report_model::{Part, Tally, Text, Unit};

    use super::*;

    /// A report whose first part has a headline of 1000 that these figures of cards make up.
    fn made_of(cards: &[&[&'static str]], remainder: &'static str) -> Report {
        let text = Text::new("", "");
        let mut all = Vec::new();
        let mut terms = Vec::new();
        for (index, values) in (0_u32..).zip(cards) {
            terms.extend(
                (0_u16..).zip(*values).map(|(figure, _)| FigureRef { card: index, figure }),
            );
            let figures = values.iter().map(|value| figure(value, Unit::Views)).collect();
            all.push(report_model::Card { figures, ..card("card", "") });
        }
        let remainder = Decimal::new(remainder).unwrap();
        let headline = Headline {
            figure: figure("1000", Unit::Views),
            basis: text,
            tally: Some(Tally { terms, remainder, note: None, caveat: None }),
        };
        let part = Part {
            no: 1,
            page: 1,
            title: text,
            summary: text,
            headlines: vec![headline],
            errata: Vec::new(),
            source_text: Vec::new(),
        };
        Report { parts: vec![part], ..report(all).clone() }
    }

    #[test]
    fn the_figures_of_a_card_are_one_and_the_largest_stands_first() {
        let report = made_of(&[&["100"], &["300", "500"], &["77"]], "23");
        let composition = Composition::of(&report, &report.parts[0].headlines[0]).unwrap();
        assert_eq!(composition.cards, [(1, 800), (0, 100), (2, 77)]);
        assert_eq!(composition.largest(), Some((1, "80.0%".to_owned())));
        assert_eq!(composition.unexplained().as_deref(), Some("2.3%"));
        assert_eq!(MainShare::of(&report, 1), Some(MainShare { amount: 300, total: 1000 }));
    }

    #[test]
    fn every_place_of_a_bar_belongs_to_a_piece() {
        for (remainder, expected) in
            [("23", [0, 0, 1, 1, 2, 2, 3, 3]), ("0", [0, 0, 1, 1, 2, 2, 2, 2])]
        {
            let report = made_of(&[&["100"], &["800"], &["77"]], remainder);
            let composition = Composition::of(&report, &report.parts[0].headlines[0]).unwrap();
            let places = [0, 799, 800, 899, 900, 976, 977, 1200];
            assert_eq!(places.map(|place| composition.piece_at(place)), expected);
        }
    }

    #[test]
    fn what_cannot_be_drawn_in_proportion_has_no_composition() {
        for (cards, remainder) in [
            (&[&["1500"][..]][..], "-500"),
            (&[&["-5"][..]][..], "1005"),
            (&[&["123456789012345678901"][..]][..], "0"),
        ] {
            let report = made_of(cards, remainder);
            assert_eq!(Composition::of(&report, &report.parts[0].headlines[0]), None);
        }
        let mut report = made_of(&[&["1000"]], "0");
        report.parts[0].headlines[0].tally = None;
        assert_eq!(Composition::of(&report, &report.parts[0].headlines[0]), None);
        assert_eq!(MainShare::of(&report, 0), None);
        assert_eq!(MainShare::of(&report, 7), None);
    }

    #[test]
    fn a_share_that_is_not_nothing_never_reads_as_nothing() {
        for (part, total, expected) in [
            (0, 5, Some("0.0%")),
            (1, 9999, Some("<0.1%")),
            (381, 1000, Some("38.1%")),
            (2, 3, Some("66.6%")),
            (1, 0, None),
            (u64::MAX, 3, None),
        ] {
            assert_eq!(percent(part, total).as_deref(), expected, "{part} of {total}");
        }
    }
}
