//! Query strings of pages.

use report_bundle::library;
use report_model::Lang;
use report_state::{LONGEST_QUERY, RouteState, address, location::Location};

/// Reads a query string and writes what it says: that is read as the same view again, from the same
/// home view and from another, and beside the parameters of a page.
pub(crate) fn run(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let homes = [
        RouteState::default(),
        RouteState {
            report: 1,
            part: Some(2),
            query: "마스크".to_owned(),
            ..RouteState::default()
        },
    ];
    for home in &homes {
        let state = address::read(&text, library(), home);
        assert!(state.query.chars().count() <= LONGEST_QUERY);
        let written = address::write(&state, library(), home);
        assert_eq!(address::read(&written, library(), home), state, "{written:?}");
        let merged = address::merge(&text, &written);
        // A page's own query string can begin with a question mark too.
        let query = format!("?{merged}");
        assert_eq!(address::read(&query, library(), home), state, "{merged:?}");
        assert_eq!(address::merge(&query, &written), merged);
    }
    let _ = address::lang(&text, library());
    let _ = address::decoded(&text);
    let location = Location {
        page: format!("https://example.com/{text}"),
        bundle: "https://example.com/".to_owned(),
        syncs_url: true,
        theme: None,
        motion: None,
    };
    let link = location.link(&homes[0], &homes[1], (Lang::Ko, Lang::En), library());
    assert!(link.is_some_and(|link| link.starts_with("https://example.com/")));
}
