//! Orders of cards that do not depend on what is searched for.

use std::cmp::Ordering;

use report_model::{Card, Date, Figure, Unit};

/// By the main figure, largest first, unit by unit: values of different units
/// say nothing beside each other. The unit most cards share comes first,
/// cards without a figure last.
pub fn by_size(cards: &[Card]) -> Vec<u32> {
    let mut units: Vec<(Unit, u32)> = Vec::new();
    for figure in cards.iter().filter_map(|card| card.figures.first()) {
        match units.iter_mut().find(|(unit, _)| *unit == figure.unit) {
            Some((_, count)) => *count += 1,
            None => units.push((figure.unit, 1)),
        }
    }
    // The count, and for equal counts which unit came first.
    let group = |figure: &Figure| {
        let position = units.iter().position(|(unit, _)| *unit == figure.unit);
        position.map(|position| (units[position].1, usize::MAX - position))
    };
    sorted(cards, &|left, right| {
        known_first(left.figures.first(), right.figures.first(), |left, right| {
            let larger = group(right).cmp(&group(left));
            larger.then_with(|| right.value.cmp(&left.value))
        })
    })
}

/// By the first date, earliest first, cards without a date last. What is
/// known to the month comes before the days of that month.
pub fn by_date(cards: &[Card]) -> Vec<u32> {
    let first = |card: &Card| card.dates.iter().map(|event| event.span.from).min();
    sorted(cards, &|left, right| {
        known_first(first(left), first(right), |left: Date, right| left.cmp(&right))
    })
}

fn known_first<T>(left: Option<T>, right: Option<T>, both: impl Fn(T, T) -> Ordering) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) => both(left, right),
        (left, right) => right.is_some().cmp(&left.is_some()),
    }
}

/// Positions of the cards in an order, ties as in the report. Sorting is a
/// lot of code, which all orders share.
fn sorted(cards: &[Card], order: &dyn Fn(&Card, &Card) -> Ordering) -> Vec<u32> {
    let mut positions: Vec<u32> = (0..).zip(cards).map(|(position, _)| position).collect();
    positions.sort_by(|left, right| order(&cards[*left as usize], &cards[*right as usize]));
    positions
}
