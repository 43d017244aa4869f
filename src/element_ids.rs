//! Ids of the page's elements: where links lead, and where a reader is brought.

use crate::report::Card;

/// The id of a card's element inside the widget.
#[must_use]
pub fn card_element(card: &Card) -> String {
    format!("card-{}", card.id)
}

/// The id of a part's element inside the widget.
#[must_use]
pub fn part_element(part: u8) -> String {
    format!("part-{part}")
}

/// The id of the disclosure that holds a trace; `trace` is as addresses write it.
#[must_use]
pub fn trace_element(trace: &str) -> String {
    format!("trace-{trace}")
}
