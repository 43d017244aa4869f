//! What readers search for, and the index terms that are loaded for it.

use std::sync::{Arc, LazyLock};

use report_bundle::{SEARCH_TERMS, library};
use report_search::{Index, Query, Request, Session, corrections, highlight, suggestions};
use report_state::{Filters, LONGEST_QUERY, RouteState, Sort};

static INDEX: LazyLock<Arc<Index>> = LazyLock::new(|| {
    let index = Index::new(&library().reports[1]);
    index.add_terms(SEARCH_TERMS);
    Arc::new(index)
});

/// A route, and the text to be highlighted: the query in the first line, the filters in the second.
fn read(input: &str) -> (RouteState, &str) {
    let mut lines = input.splitn(3, '\n');
    let mut state = RouteState { report: 1, ..RouteState::default() };
    state.look_for(lines.next().unwrap_or_default());
    let report = INDEX.report();
    let (filters, refused) = Filters::parse(lines.next().unwrap_or_default(), report);
    assert!(refused.iter().all(|piece| !piece.is_empty()));
    assert_eq!(Filters::parse(&filters.written(), report), (filters.clone(), Vec::new()));
    state.filters = filters;
    (state, lines.next().unwrap_or_default())
}

/// A session that has searched for all but the last letter finds what a new search finds. The pieces
/// of a highlighted text put together are the text.
pub(crate) fn run(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let (state, text) = read(&text);
    let request = Request::of(&state);
    let mut session = Session::new(Arc::clone(&INDEX));
    let before = request.query.char_indices().next_back().map_or(0, |(at, _)| at);
    session.search(&Request { query: &request.query[..before], ..request });
    let results = session.search(&request);
    assert_eq!(results, INDEX.search(&request));
    let cards = INDEX.report().cards.len();
    assert!(results.cards.iter().all(|card| (*card as usize) < cards));
    is_highlighted(text, &Query::new(request.query));
    is_highlighted(request.query, &results.query);
}

/// What is suggested finds something, and what is corrected finds more.
pub(crate) fn run_corrections(input: &[u8]) {
    let text = String::from_utf8_lossy(&input[..input.len().min(100)]);
    let (state, _) = read(&text);
    let request = Request::of(&state);
    let mut session = Session::new(Arc::clone(&INDEX));
    let found = session.search(&request).total();
    assert!(suggestions(&mut session, &request).iter().all(|(_, cards)| *cards > 0));
    assert!(corrections(&mut session, &request).iter().all(|it| it.cards > found));
}

/// The pieces of a highlighted text put together are the text.
pub(super) fn is_highlighted(text: &str, query: &Query) {
    let segments = highlight(text, query);
    assert_eq!(segments.iter().map(|segment| segment.text).collect::<String>(), text);
    assert!(segments.windows(2).all(|pair| pair[0].hit != pair[1].hit));
}

/// Reads a text of index terms, which may be of another version or none at all, and searches.
pub(crate) fn run_terms(input: &[u8]) {
    let text = String::from_utf8_lossy(&input[..input.len().min(16 * LONGEST_QUERY)]);
    let index = Index::new(&library().reports[1]);
    index.add_terms(&text);
    let filters = Filters::default();
    for word in text.split_whitespace().take(2) {
        let query: String = word.chars().take(LONGEST_QUERY).collect();
        let results =
            index.search(&Request { query: &query, filters: &filters, sort: Sort::Report });
        for card in &results.cards {
            assert!(results.printed_words(*card).all(|word| text.contains(&word.word)));
        }
    }
}
