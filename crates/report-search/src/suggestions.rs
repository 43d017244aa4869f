//! Suggestions of what to drop when nothing is found.

use report_state::{Filters, Suggestion};
use report_text::join;

use super::{Request, Session};

/// What to drop, and how many cards that gives: the most first, and never
/// a suggestion that gives none. Dropping all filters or the whole query is offered
/// only where dropping a single thing is not enough.
#[must_use]
pub fn suggestions(session: &mut Session, request: &Request<'_>) -> Vec<(Suggestion, usize)> {
    let mut count = |request: &Request<'_>| session.search(request).total();
    let mut found = Vec::new();
    for (facet, id) in request.filters.iter() {
        let mut filters = request.filters.clone();
        filters.remove(facet, id);
        let total = count(&Request { filters: &filters, ..*request });
        found.push((Suggestion::Filter(facet, id.to_owned()), total));
    }
    let words: Vec<&str> = request.query.split_whitespace().collect();
    for (position, word) in words.iter().enumerate().filter(|_| words.len() > 1) {
        let others = words.iter().enumerate().filter(|(at, _)| *at != position);
        let rest = join(&mut others.map(|(_, other)| *other), " ");
        let total = count(&Request { query: &rest, ..*request });
        found.push((Suggestion::Word { word: (*word).to_owned(), rest }, total));
    }
    if found.iter().all(|(_, total)| *total == 0) {
        let filters = Filters::default();
        found.push((Suggestion::Query, count(&Request { query: "", ..*request })));
        found.push((Suggestion::Filters, count(&Request { filters: &filters, ..*request })));
    }
    let mut best_first = Vec::new();
    for (suggestion, total) in found.into_iter().filter(|(_, total)| *total > 0) {
        let at = best_first.partition_point(|(_, other)| *other >= total);
        best_first.insert(at, (suggestion, total));
    }
    best_first
}
