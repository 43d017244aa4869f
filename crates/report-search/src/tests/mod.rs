//! What searching promises, on small reports made for one question each, on
//! any text at all, and on the reports we ship.

mod corrections;
mod facets;
mod rules;
mod shipped;
mod terms;

mod properties;

use report_fixtures::{card, event, figure, report, summary};
use report_model::{Card, Decimal, Facet, Figure, Text, Unit};
use report_state::{Filters, Sort};

use super::{Index, Request, Results};

/// Searches for words alone.
pub fn search(index: &Index, query: &str) -> Results {
    index.search(&Request { query, filters: &Filters::default(), sort: Sort::Report })
}

/// The ids of the cards found, in order, joined by spaces.
pub fn found(index: &Index, query: &str) -> String {
    let ids = search(index, query).cards;
    ids.iter().map(|card| index.report().cards[*card as usize].id).collect::<Vec<_>>().join(" ")
}
