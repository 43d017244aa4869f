use std::sync::Arc;

use super::*;
use report_model::{Code, Details, Framework};
use report_state::{RouteState, Suggestion};

use crate::{Session, suggestions};

/// Four cards: two brands, two themes, two parts.
fn four() -> Index {
    let of = |id, title, part, brands: &[u16], themes: &[u16]| Card {
        part,
        brands: brands.to_vec(),
        themes: themes.to_vec(),
        ..card(id, title)
    };
    let mut a = of("a", "마스크 지도", 1, &[0], &[1]);
    a.figures = vec![figure("20", Unit::People), figure("5", Unit::Won)];
    a.dates = vec![event("2021", Some("2023-01"))];
    let mut b = of("b", "마스크 알림", 1, &[0, 1], &[1]);
    b.figures = vec![figure("1000", Unit::Won)];
    b.dates = vec![event("2020-03", None), event("2020-04", None)];
    let mut c = of("c", "백신 지도", 2, &[0], &[0]);
    c.figures = vec![figure("300", Unit::People)];
    let d = of("d", "백신 알림", 2, &[1], &[0, 1]);
    Index::new(report(vec![a, b, c, d]))
}

fn filters(index: &Index, text: &str) -> Filters {
    let (filters, refused) = Filters::parse(text, index.report());
    assert_eq!(refused, Vec::<String>::new());
    filters
}

fn ids(index: &Index, query: &str, chosen: &str, sort: Sort) -> String {
    let results = index.search(&Request { query, filters: &filters(index, chosen), sort });
    let cards = results.cards.iter();
    cards.map(|card| index.report().cards[*card as usize].id).collect::<Vec<_>>().join(" ")
}

#[test]
fn choices_are_what_cards_have_in_the_reports_order() {
    let index = four();
    for (facet, expected) in [
        (Facet::Part, "1 2"),
        (Facet::Brand, "map talk"),
        (Facet::Audience, ""),
        (Facet::Theme, "vaccine masks"),
        (Facet::Year, "2020 2021 2022 2023"),
        (Facet::Kind, "people money"),
        (Facet::Framework, ""),
    ] {
        let ids = |choices: Vec<_>| {
            choices
                .into_iter()
                .map(|choice: report_model::Choice| choice.id)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(ids(facet.choices(index.report())), expected, "{facet:?}");
        assert_eq!(ids(index.choices(facet).cloned().collect()), expected, "{facet:?}");
    }
}

#[test]
fn values_of_one_facet_are_joined_by_or_and_facets_by_and() {
    let index = four();
    for (query, chosen, expected) in [
        ("", "", "a b c d"),
        ("", "brand:map", "a b c"),
        ("", "brand:map,brand:talk", "a b c d"),
        ("", "brand:talk;theme:masks", "b d"),
        ("", "part:1;theme:vaccine", ""),
        ("지도", "theme:vaccine", "c"),
        ("", "year:2022", "a"),
        ("", "kind:money", "a b"),
    ] {
        assert_eq!(ids(&index, query, chosen, Sort::Report), expected, "{query} {chosen}");
    }
}

#[test]
fn a_count_is_what_choosing_the_value_gives() {
    let index = four();
    for (query, chosen) in [
        ("", ""),
        ("", "brand:talk"),
        ("지도", "brand:talk;theme:masks"),
        ("지도", "part:1"),
        ("", "part:1;brand:talk;theme:vaccine"),
        ("없음", "part:1"),
    ] {
        let chosen = filters(&index, chosen);
        let total = |filters: &Filters| {
            index.search(&Request { query, filters, sort: Sort::Report }).total()
        };
        let results = index.search(&Request { query, filters: &chosen, sort: Sort::Report });
        for facet in Facet::ALL {
            for choice in index.choices(facet) {
                let mut alone = Filters::default();
                chosen
                    .iter()
                    .filter(|(other, _)| *other != facet)
                    .for_each(|(facet, id)| alone.add(facet, id));
                alone.add(facet, &choice.id);
                assert_eq!(results.count(facet, &choice.id), total(&alone), "{facet:?} {choice:?}");
            }
        }
    }
}

#[test]
fn a_value_no_card_has_counts_for_nothing() {
    let index = four();
    let results = search(&index, "");
    assert_eq!(results.count(Facet::Audience, "shops"), 0);
    assert_eq!(results.count(Facet::Brand, "nonsense"), 0);
    let mut strange = Filters::default();
    strange.add(Facet::Audience, "shops");
    let request = Request { query: "", filters: &strange, sort: Sort::Report };
    assert_eq!(index.search(&request).total(), 0);
}

#[test]
fn cards_are_ordered_by_size_within_a_unit_and_by_date() {
    let index = four();
    for (sort, query, expected) in [
        (Sort::Report, "", "a b c d"),
        (Sort::Size, "", "c a b d"),
        (Sort::Date, "", "b a c d"),
        (Sort::Size, "지도", "c a"),
        (Sort::Date, "알림", "b d"),
    ] {
        assert_eq!(ids(&index, query, "", sort), expected, "{sort:?} {query}");
    }
}

#[test]
fn a_dead_end_has_suggestions() {
    let index = Arc::new(four());
    let mut session = Session::new(Arc::clone(&index));
    let mut out = |query, chosen| {
        let filters = filters(&index, chosen);
        suggestions(&mut session, &Request { query, filters: &filters, sort: Sort::Report })
    };
    let word =
        |word: &str, rest: &str| Suggestion::Word { word: word.to_owned(), rest: rest.to_owned() };
    let filter = |facet, id: &str| Suggestion::Filter(facet, id.to_owned());
    for (query, chosen, expected) in [
        ("없음", "", vec![(Suggestion::Query, 4)]),
        ("알림 없음", "", vec![(word("없음", "알림"), 2)]),
        ("지도", "brand:talk", vec![(filter(Facet::Brand, "talk"), 2)]),
        ("알림 지도", "part:2", vec![(word("알림", "지도"), 1), (word("지도", "알림"), 1)]),
        ("없음 도무지", "brand:talk", vec![(Suggestion::Query, 2)]),
        ("지도", "brand:talk;year:2020;part:2", vec![(Suggestion::Filters, 2)]),
    ] {
        assert_eq!(out(query, chosen), expected, "{query} {chosen}");
    }
}

#[test]
fn a_suggestion_gives_as_many_cards_as_it_says() {
    let mut session = Session::new(Arc::new(four()));
    let mut state = RouteState::default();
    state.look_for("지도 없음");
    state.toggle(Facet::Brand, "map");
    let found = suggestions(&mut session, &Request::of(&state));
    assert!(!found.is_empty());
    for (suggestion, expected) in found {
        let mut state = state.clone();
        state.apply(&suggestion);
        assert_eq!(session.search(&Request::of(&state)).total(), expected, "{suggestion:?}");
    }
}

#[test]
fn a_session_finds_what_a_new_search_finds() {
    let index = Arc::new(four());
    let mut session = Session::new(Arc::clone(&index));
    for typed in [
        "ㅁ",
        "마",
        "마ㅅ",
        "마스",
        "마슼",
        "마스크",
        "마스크 ",
        "마스크 지",
        "마스크 지도",
        "지도",
        "",
        "ma",
    ] {
        let filters = Filters::default();
        let request = Request { query: typed, filters: &filters, sort: Sort::Report };
        assert_eq!(session.search(&request), index.search(&request), "{typed}");
    }
}

#[test]
fn an_index_read_in_pieces_finds_what_one_read_at_once_finds() {
    let whole = four();
    for pieces in 0..6 {
        let index = four();
        for read in 1..=pieces {
            assert_eq!(index.read_on(1), read >= 4, "after {read}");
        }
        for query in ["마스크", "ㅂㅅ", "지도", "1000원", "2022"] {
            assert_eq!(found(&index, query), found(&whole, query), "{query} after {pieces}");
        }
        assert!(index.read_on(0), "searching has read everything");
    }
}

/// Two cards with a code each, of two frameworks.
fn with_codes() -> Index {
    let coded = |id, code| {
        let details = Some(Details { codes: vec![code], ..Details::default() });
        let figures = vec![Figure { details, ..figure("5", Unit::CarbonTonnes) }];
        Card { figures, ..card(id, "배출") }
    };
    let framework = |id, ko, en| Framework { id, name: Text::new(ko, en), omissions: Vec::new() };
    let mut report = report(vec![coded("direct", 0), coded("land", 1), card("c", "배출")]).clone();
    report.frameworks = vec![framework("gri", "GRI", "GRI"), framework("esrs", "ESRS", "ESRS")];
    report.codes = vec![Code { framework: 0, code: "305-1" }, Code { framework: 1, code: "E1-6" }];
    Index::new(Box::leak(Box::new(report)))
}

#[test]
fn cards_are_found_by_framework_and_by_code() {
    let index = with_codes();
    let ids_of = |facet| index.choices(facet).map(|choice| choice.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids_of(Facet::Framework), ["gri", "esrs"]);
    for (query, chosen, expected) in [
        ("", "framework:esrs", "land"),
        ("", "framework:gri,esrs", "direct land"),
        ("305-1", "", "direct"),
        ("GRI 305-1", "", "direct"),
        ("esrs e1-6", "", "land"),
        ("GRI", "", "direct"),
        ("GRI", "framework:esrs", ""),
    ] {
        assert_eq!(ids(&index, query, chosen, Sort::Report), expected, "{query:?} {chosen:?}");
    }
}
