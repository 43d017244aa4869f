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

/// A selector for the element with this id.
#[must_use]
pub fn id_selector(id: &str) -> String {
    format!("#{id}")
}

/// A selector for the disclosure that holds a trace; `trace` is as addresses write it. It has no id:
/// there are hundreds of them in the prerendered page, and `data-trace` says the same.
#[must_use]
pub fn trace_selector(trace: &str) -> String {
    format!("[data-trace=\"{trace}\"]")
}
