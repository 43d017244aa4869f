//! Finding cards: words as Koreans type them, facets, and orders.

mod facet;
mod highlight;
mod index;
mod query;
mod results;
mod session;
mod ways_out;

pub use facet::{Choice, Facet, choices};
pub use highlight::{Segment, highlight};
pub use index::Index;
pub use query::Query;
pub use results::Results;
pub use session::Session;
pub use ways_out::{WayOut, ways_out};

use crate::state::{Filters, Sort};

/// What is searched for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// The words as typed; the browser has normalised them to NFC.
    pub query: &'r str,
    /// What was chosen beside them.
    pub filters: &'r Filters,
    /// The order wanted.
    pub sort: Sort,
}
