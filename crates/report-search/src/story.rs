//! The numbers that give a report in short, one on a screen.

use report_model::{FigureRef, Report};
use report_numbers::MainShare;
use report_state::Trace;

use super::order::by_size;

/// How many screens a story has at the most.
pub const LONGEST_STORY: usize = 12;

/// The report's headlines, and with them the largest main figures of its cards: the largest of each unit,
/// then the second of each, until the story is long enough. They stand in the report's order. A card that
/// makes up most of a headline has no screen of its own.
#[must_use]
pub fn story(report: &Report) -> Vec<Trace> {
    let room = LONGEST_STORY.saturating_sub(report.headlines().count());
    let unit = |card: u32| report.cards[card as usize].figures.first().map(|figure| figure.unit);
    let is_in_headline =
        |card: u32| MainShare::of(report, card).is_some_and(|share| share.amount > share.total / 2);
    let mut left = by_size(&report.cards);
    left.retain(|card| unit(*card).is_some() && !is_in_headline(*card));
    let mut largest = Vec::new();
    while largest.len() < room && !left.is_empty() {
        let mut last = None;
        left.retain(|card| {
            let is_next = largest.len() < room && unit(*card) != last;
            last = unit(*card);
            if is_next {
                largest.push(*card);
            }
            !is_next
        });
    }
    let mut screens = Vec::new();
    for part in &report.parts {
        let headlines = (0..).zip(&part.headlines);
        screens.extend(headlines.map(|(headline, _)| Trace::Headline { part: part.no, headline }));
        for (card, found) in (0..).zip(&report.cards) {
            if found.part == part.no && largest.contains(&card) {
                screens.push(Trace::Figure(FigureRef { card, figure: 0 }));
            }
        }
    }
    screens.truncate(LONGEST_STORY);
    screens
}

#[cfg(test)]
mod tests {
    use report_fixtures::{card, figure, report};
    use report_model::{Card, Unit};

    use super::*;

    /// A report of one part, with a card for each value and one without.
    fn cards(values: &[(&'static str, Unit)]) -> &'static Report {
        let card = |(value, unit): &(&'static str, Unit)| Card {
            figures: vec![figure(value, *unit)],
            ..card("card", "")
        };
        report(values.iter().map(card).chain([self::card("none", "")]).collect())
    }

    #[test]
    fn the_largest_of_each_unit_come_before_the_second_of_any() {
        let mut values = vec![("9", Unit::People); 3];
        values.extend([("5", Unit::Won); 20]);
        values.extend([("7", Unit::Times), ("6", Unit::Times)]);
        let report = cards(&values);
        let story = story(report);
        assert_eq!(story.len(), LONGEST_STORY);
        let count = |unit| {
            let of = |trace: &&Trace| trace.figure(report).is_some_and(|(_, it)| it.unit == unit);
            story.iter().filter(of).count()
        };
        assert_eq!([Unit::People, Unit::Times, Unit::Won].map(count), [3, 2, 7]);
    }

    #[test]
    fn a_short_report_has_a_short_story() {
        assert_eq!(story(cards(&[("1", Unit::People)])).len(), 1);
        assert_eq!(story(cards(&[])).len(), 0);
    }

    #[test]
    fn a_report_is_in_headline_in_its_own_order_with_all_of_its_headlines() {
        // The earlier report has seven cards with a figure, and no headline.
        for (id, screens) in [("white-paper-2022", LONGEST_STORY), ("story-2021", 7)] {
            let report = report_bundle::library().report(id).unwrap();
            let story = story(report);
            assert_eq!(story.len(), screens, "{id}");
            let parts: Vec<u8> = story
                .iter()
                .map(|screen| match screen {
                    Trace::Headline { part, .. } => *part,
                    Trace::Figure(at) => report.cards[at.card as usize].part,
                })
                .collect();
            assert!(parts.is_sorted(), "{parts:?}");
            let headlines = report.headlines().count();
            let shown = story.iter().filter(|it| it.headline(report).is_some()).count();
            assert_eq!(shown, headlines.min(LONGEST_STORY));
        }
    }
}
