//! Orders of cards that do not depend on what is searched for.

use std::cmp::Reverse;

use crate::report::{Card, Unit};

/// By the main figure, largest first, unit by unit: values of different units
/// say nothing beside each other. The unit most cards share comes first,
/// cards without a figure last.
pub fn by_size(cards: &[Card]) -> Vec<u32> {
    let mut units: Vec<(Unit, usize)> = Vec::new();
    for figure in cards.iter().filter_map(|card| card.figures.first()) {
        match units.iter_mut().find(|(unit, _)| *unit == figure.unit) {
            Some((_, count)) => *count += 1,
            None => units.push((figure.unit, 1)),
        }
    }
    units.sort_by_key(|(_, count)| Reverse(*count));
    let group = |unit: Unit| units.iter().position(|(other, _)| *other == unit);
    sorted(cards, |card| {
        let figure = card.figures.first()?;
        Some((group(figure.unit), Reverse(figure.value)))
    })
}

/// By the first date, earliest first, cards without a date last. What is
/// known to the month comes before the days of that month.
pub fn by_date(cards: &[Card]) -> Vec<u32> {
    sorted(cards, |card| card.dates.iter().map(|event| event.span.from).min())
}

/// By the key, ties in the report's order, cards without one last.
fn sorted<K: Ord>(cards: &[Card], key: impl Fn(&Card) -> Option<K>) -> Vec<u32> {
    let mut keyed: Vec<_> = (0..).zip(cards).map(|(index, card)| (key(card), index)).collect();
    keyed.sort_by(|(left, _), (right, _)| match (left, right) {
        (Some(left), Some(right)) => left.cmp(right),
        (None, None) => std::cmp::Ordering::Equal,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (Some(_), None) => std::cmp::Ordering::Less,
    });
    keyed.into_iter().map(|(_, index): (_, u32)| index).collect()
}
