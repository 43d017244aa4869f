//! Ways out of "nothing found".

use super::{Facet, Index, Request, Session};
use crate::state::Filters;

/// Something a reader can drop to find cards again;
/// [`crate::state::ViewState::take`] drops it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
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

/// What to drop, and how many cards that gives: the most first, and never
/// a way that gives none. Dropping all filters or the whole query is offered
/// only where dropping a single thing is not enough.
#[must_use]
pub fn ways_out(index: &Index, request: &Request<'_>) -> Vec<(WayOut, usize)> {
    let mut session = Session::new(index);
    let mut count = |request: &Request<'_>| session.search(request).total();
    let mut ways = Vec::new();
    for (facet, id) in request.filters.iter() {
        let mut filters = request.filters.clone();
        filters.remove(facet, id);
        let total = count(&Request { filters: &filters, ..*request });
        ways.push((WayOut::Filter(facet, id.to_owned()), total));
    }
    for word in request.query.split_whitespace() {
        let rest = request.query.split_whitespace().filter(|other| *other != word);
        let rest = rest.collect::<Vec<_>>().join(" ");
        let total = count(&Request { query: &rest, ..*request });
        ways.push((WayOut::Word { word: word.to_owned(), rest }, total));
    }
    if ways.iter().all(|(_, total)| *total == 0) {
        let filters = Filters::default();
        ways.push((WayOut::Filters, count(&Request { filters: &filters, ..*request })));
        ways.push((WayOut::Query, count(&Request { query: "", ..*request })));
    }
    ways.retain(|(_, total)| *total > 0);
    ways.sort_by_key(|(_, total)| std::cmp::Reverse(*total));
    ways
}
