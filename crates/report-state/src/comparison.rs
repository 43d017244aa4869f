//! Which cards can be compared, and how addresses write them.

use report_model::{Report, Unit};
use report_text::join;

/// How many cards are compared at the most: more are a list.
pub const MOST_COMPARED: usize = 4;

/// Whether a card can be compared with these: its main figure has their unit, and there is room.
#[must_use]
pub fn is_comparable(report: &Report, cards: &[u32], card: u32) -> bool {
    let unit = unit(report, card);
    unit.is_some()
        && cards.len() < MOST_COMPARED
        && cards.iter().all(|other| *other != card && self::unit(report, *other) == unit)
}

/// Reads what [`written`] wrote. Cards that are unknown, or have another unit than the first, are
/// passed over.
#[must_use]
pub fn parse(text: &str, report: &Report) -> Vec<u32> {
    let mut cards = Vec::new();
    for card in text.split(',').filter_map(|id| report.card_index(id)) {
        if is_comparable(report, &cards, card) {
            cards.push(card);
        }
    }
    cards
}

/// How addresses write them: `masks,public-masks`.
#[must_use]
pub fn written(cards: &[u32], report: &Report) -> String {
    join(&mut cards.iter().filter_map(|card| Some(report.cards.get(*card as usize)?.id)), ",")
}

fn unit(report: &Report, card: u32) -> Option<Unit> {
    Some(report.cards.get(card as usize)?.figures.first()?.unit)
}

#[cfg(test)]
mod tests {
    use report_fixtures::{card, figure, report};
    use report_model::Card;

    use super::*;

    /// Six cards of people, one of money, and one without a figure: `a` to `h`.
    fn cards() -> &'static Report {
        let of = |id, unit| Card { figures: vec![figure("3", unit)], ..card(id, "") };
        let mut cards: Vec<_> =
            ["a", "b", "c", "d", "e", "f"].map(|id| of(id, Unit::People)).into();
        cards.extend([of("g", Unit::Won), card("h", "")]);
        report(cards)
    }

    #[test]
    fn two_to_four_cards_of_one_unit_are_compared() {
        let report = cards();
        for (text, expected) in [
            ("a,b", "a,b"),
            ("b,a", "b,a"),
            ("a,b,c,d,e,f", "a,b,c,d"),
            ("a,a,b", "a,b"),
            ("a,nothing,b,", "a,b"),
            ("a,g,b", "a,b"),
            ("g,a,b", "g"),
            ("h,a,b", "a,b"),
            ("a", "a"),
            ("", ""),
            (",,,<script>", ""),
        ] {
            assert_eq!(written(&parse(text, report), report), expected, "{text}");
        }
    }
}
