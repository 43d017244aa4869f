//! What a reader can drop when nothing is found.

use report_model::Facet;

/// Something a reader can drop to find cards again;
/// [`super::RouteState::apply`] drops it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// One chosen value.
    Filter(Facet, String),
    /// One word of the query.
    Word {
        /// The word as typed.
        word: String,
        /// The query without it.
        rest: String,
    },
    /// Every chosen value.
    Filters,
    /// The whole query.
    Query,
}
