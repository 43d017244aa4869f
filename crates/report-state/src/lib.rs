//! What a reader is looking at, as far as an address can say it.
//!
//! The store keeps a [`RouteState`] and calls its methods; nothing here knows the page
//! it stands on. [`address`] writes it as a query string and reads it back, [`location`] makes
//! links of it.
//!
//! ```
//! use report_state::{RouteState, address};
//!
//! let library = report_bundle::library();
//! let home = RouteState::default();
//! let route = address::read("?part=2&filters=theme:masks", library, &home);
//! assert_eq!(route.part, Some(2));
//! assert_eq!(address::write(&route, library, &home), "part=2&filters=theme:masks");
//! ```

pub mod address;
pub mod comparison;
pub mod errata;
mod filters;
pub mod location;
mod percent;
mod sort;
mod suggestion;
mod trace;

use report_model::{Facet, Library};

pub use errata::ErrataFilter;
pub use filters::Filters;
pub use sort::Sort;
pub use suggestion::Suggestion;
pub use trace::Trace;

/// The longest query that is kept, in characters. Nobody types more; a
/// hostile address may.
pub const LONGEST_QUERY: usize = 200;

/// Everything that makes one view differ from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RouteState {
    /// Index of the open report in [`Library::reports`].
    pub report: u16,
    /// The part one went to last.
    pub part: Option<u8>,
    /// What was typed into the search field, as it was typed.
    pub query: String,
    /// What was chosen beside the search field.
    pub filters: Filters,
    /// In which order cards are shown.
    pub sort: Sort,
    /// Index of the opened card in the report.
    pub card: Option<u32>,
    /// The number whose origin is shown.
    pub trace: Option<Trace>,
    /// Whether the list of contradictions is open.
    pub errata: bool,
    /// The cards that stand beside each other in a comparison.
    pub compare: Vec<u32>,
    /// Whether the address names cards that cannot be compared, until a message has said so.
    pub leaves_out: bool,
}

impl RouteState {
    /// Searches for `words`.
    pub fn look_for(&mut self, words: &str) {
        self.query = words.chars().take(LONGEST_QUERY).collect();
    }

    /// Chooses a value, or gives it up if it was chosen.
    pub fn toggle(&mut self, facet: Facet, id: &str) {
        self.filters.toggle(facet, id);
    }

    /// Shows everything again: no query, no filters.
    pub fn clear(&mut self) {
        self.query.clear();
        self.filters.clear();
    }

    /// Drops what a suggestion names.
    pub fn apply(&mut self, suggestion: &Suggestion) {
        match suggestion {
            Suggestion::Filter(facet, id) => self.filters.remove(*facet, id),
            Suggestion::Word { rest, .. } => self.look_for(rest),
            Suggestion::Query => self.query.clear(),
            Suggestion::Filters => self.filters.clear(),
        }
    }

    /// Opens a card.
    pub fn open(&mut self, card: u32) {
        self.card = Some(card);
    }

    /// Closes the opened card.
    pub fn close(&mut self) {
        self.card = None;
    }

    /// Goes to a part.
    pub fn go_to(&mut self, part: u8) {
        self.part = Some(part);
    }

    /// Asks where a number comes from.
    pub fn ask(&mut self, trace: Trace) {
        self.trace = Some(trace);
    }

    /// Puts the answer away.
    pub fn dismiss(&mut self) {
        self.trace = None;
    }

    /// Turns to another report. The words stay, and so do the filters that
    /// the other report knows. A card stays open if it points at one there;
    /// parts and numbers belong to the report that is left.
    pub fn switch_report(&mut self, library: &Library, index: u16) {
        let Some(next) = library.reports.get(usize::from(index)) else {
            return;
        };
        if index == self.report {
            return;
        }
        let open = self.card.and_then(|card| {
            library.reports.get(usize::from(self.report))?.cards.get(card as usize)
        });
        self.card = open.and_then(|card| {
            card.see.iter().find(|link| link.report == index).map(|link| link.card)
        });
        self.filters.keep_known(next);
        self.part = None;
        self.trace = None;
        self.compare.clear();
        self.report = index;
    }
}

#[cfg(test)]
mod tests;
