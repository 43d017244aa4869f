use super::*;
use crate::bundle::library;

#[test]
fn a_view_survives_its_address() {
    let mut state = ViewState::default();
    state.look_for("코로나 백서 +100%");
    state.toggle(Facet::Brand, "kakaomap");
    state.go_to(2);
    let text = state.to_query_string(library());
    assert_eq!(ViewState::from_query_string(&text, library()), state, "{text}");
}
