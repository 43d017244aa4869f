use super::*;
use report_bundle::library;
use report_model::FigureRef;

/// The view that a query string asks for, beginning at the default view.
fn read(text: &str) -> RouteState {
    address::read(text, library(), &RouteState::default())
}

/// A view of the white paper after some clicks.
fn clicked() -> RouteState {
    let mut state = RouteState::default();
    state.look_for("마스크 +100%");
    state.toggle(Facet::Theme, "vaccine");
    state.toggle(Facet::Brand, "kakaotalk");
    state.toggle(Facet::Brand, "kakaomap");
    state.go_to(2);
    state.open(6);
    state.ask(Trace::Headline { part: 2, headline: 0 });
    state
}

#[test]
fn an_address_says_what_differs_from_the_default_view() {
    let cards = &library().reports[0].cards;
    let compared = format!("compare={},{}", cards[7].id, cards[6].id);
    for (state, expected) in [
        (RouteState::default(), ""),
        (RouteState { report: 1, ..RouteState::default() }, "report=story-2021"),
        (
            RouteState { sort: Sort::Size, errata: true, ..RouteState::default() },
            "sort=size&errata=open",
        ),
        (
            clicked(),
            "part=2&query=%EB%A7%88%EC%8A%A4%ED%81%AC%20%2B100%25\
             &filters=brand:kakaomap,brand:kakaotalk;theme:vaccine\
             &card=public-masks&trace=part-2/reach",
        ),
        (
            RouteState {
                trace: Some(Trace::Figure(FigureRef { card: 13, figure: 1 })),
                ..RouteState::default()
            },
            "trace=unused-vaccine/cost",
        ),
        (RouteState { compare: vec![7, 6], ..RouteState::default() }, &compared),
    ] {
        assert_eq!(state.to_query_string(library()), expected);
        assert_eq!(read(expected), state);
    }
}

#[test]
fn an_address_is_read_as_far_as_it_makes_sense() {
    let with = |change: &dyn Fn(&mut RouteState)| {
        let mut state = RouteState::default();
        change(&mut state);
        state
    };
    for (text, expected) in [
        ("?part=3", with(&|state| state.go_to(3))),
        ("part=%33", with(&|state| state.go_to(3))),
        ("query=%EB%A7%88+%EC%8A%A4", with(&|state| state.look_for("마 스"))),
        ("utm_source=x&query=a&query=b", with(&|state| state.look_for("a"))),
        (
            "filters=brand:kakaotalk,kakaomap;brand:nothing;:;theme",
            with(&|state| {
                state.toggle(Facet::Brand, "kakaotalk");
                state.toggle(Facet::Brand, "kakaomap");
            }),
        ),
        ("query", with(&|_| ())),
        ("", with(&|_| ())),
        ("&&=&=x&?", with(&|_| ())),
        ("part=99", with(&|_| ())),
        ("part=-1", with(&|_| ())),
        ("part=1e9", with(&|_| ())),
        ("report=../../etc/passwd", with(&|_| ())),
        ("card=<script>&trace=a/b/c&sort=drop%20table&errata=1", with(&|_| ())),
        ("trace=unused-vaccine", with(&|_| ())),
        ("filters=%FF%FE;;;,,,", with(&|_| ())),
        ("compare=masks%00,<script>,,", with(&|state| state.leaves_out = true)),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn cards_of_an_address_that_cannot_be_compared_are_noticed() {
    let [one, other] = [7, 6].map(|at: usize| library().reports[0].cards[at].id);
    for (text, expected) in [
        (format!("?compare={one},{other}"), false),
        (format!("query=a&compare={one}%2C{other}"), false),
        (format!("compare={one}"), false),
        ("compare=".to_owned(), false),
        ("query=a".to_owned(), false),
        (format!("compare={one},nothing,{other}"), true),
        (format!("?compare={one},nothing"), true),
        ("compare=nothing".to_owned(), true),
    ] {
        assert_eq!(read(&text).leaves_out, expected, "{text}");
    }
}

#[test]
fn a_hostile_query_is_cut_short() {
    let text = format!("query={}", "마".repeat(100_000));
    let state = read(&text);
    assert_eq!(state.query.chars().count(), LONGEST_QUERY);
}

#[test]
fn an_address_is_relative_to_the_authors_view() {
    let home =
        RouteState {
            report: 1, query: "백신".to_owned(), part: Some(1), ..RouteState::default()
        };
    let emptied = RouteState { query: String::new(), part: None, ..home.clone() };
    let elsewhere = RouteState { report: 0, query: "백신".to_owned(), ..RouteState::default() };
    for (state, expected) in [
        (&home, ""),
        (&emptied, "part=&query="),
        (&elsewhere, "report=white-paper-2022&query=%EB%B0%B1%EC%8B%A0"),
    ] {
        let text = address::write(state, library(), &home);
        assert_eq!(text, expected);
        assert_eq!(address::read(&text, library(), &home), *state);
    }
}

#[test]
fn only_our_parameters_of_a_pages_address_are_replaced() {
    for (page, ours, expected) in [
        ("", "", ""),
        ("?", "part=2", "part=2"),
        ("?id=7&lang=ko", "", "id=7&lang=ko"),
        ("?id=7&part=1&x=%zz&query=a&y", "part=2&card=b", "id=7&x=%zz&y&part=2&card=b"),
        ("p%61rt=1&a=b", "part=2", "a=b&part=2"),
        ("particle=1&&a", "part=2", "particle=1&a&part=2"),
    ] {
        assert_eq!(address::merge(page, ours), expected, "{page}");
    }
}

#[test]
fn filters_are_one_canonical_set() {
    let report = &library().reports[0];
    for (text, expected, refused) in [
        ("", "", ""),
        (
            "theme:vaccine;brand:kakaotalk,brand:kakaomap",
            "brand:kakaomap,brand:kakaotalk;theme:vaccine",
            "",
        ),
        ("brand:kakaotalk,kakaomap", "brand:kakaomap,brand:kakaotalk", ""),
        (" brand : kakaotalk , brand:kakaotalk ; ", "brand:kakaotalk", ""),
        ("part:2;year:2021;kind:money", "part:2;year:2021;kind:money", ""),
        ("part:99;year:1999;kind:gold;brand:", "", "part:99|year:1999|kind:gold|brand:"),
        ("kakaotalk;colour:red", "", "kakaotalk|colour:red"),
    ] {
        let (filters, complaints) = Filters::parse(text, report);
        assert_eq!(filters.to_string(), expected, "{text}");
        assert_eq!(complaints.join("|"), refused, "{text}");
    }
    let mut filters = Filters::default();
    filters.toggle(Facet::Year, "2021");
    assert!(filters.is_chosen(Facet::Year, "2021") && !filters.is_chosen(Facet::Part, "2021"));
    filters.toggle(Facet::Year, "2021");
    assert!(filters.is_empty());
}

#[test]
fn another_report_keeps_what_it_knows() {
    let mut state = clicked();
    let linked = library().reports[0].cards[6].see.iter().find(|link| link.report == 1);
    state.switch_report(library(), 1);
    assert_eq!(state.query, "마스크 +100%");
    assert_eq!((state.report, state.part, state.trace), (1, None, None));
    assert_eq!(state.card, linked.map(|link| link.card));
    let story = &library().reports[1];
    let (known, refused) = Filters::parse(&state.filters.to_string(), story);
    assert_eq!((known, refused.len()), (state.filters.clone(), 0));
    let before = state.clone();
    state.switch_report(library(), 1);
    state.switch_report(library(), 99);
    assert_eq!(state, before);
}

mod properties {
    use proptest::prelude::*;
    use proptest::sample::Index as Pick;

    use super::*;

    /// Any view a reader can reach.
    fn view() -> impl Strategy<Value = RouteState> {
        let picks = (any::<Pick>(), any::<Pick>(), any::<Pick>(), any::<Pick>());
        let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), 0..3_usize);
        let chosen = prop::collection::vec((0..Facet::ALL.len(), any::<Pick>()), 0..5);
        (0..library().reports.len(), any::<String>(), picks, flags, chosen).prop_map(
            |(
                index,
                query,
                (part, card, figure, sort),
                (has_part, has_card, has_trace, errata, kind),
                chosen,
            )| {
                let report = &library().reports[index];
                let mut state = RouteState {
                    report: u16::try_from(index).unwrap(),
                    errata,
                    ..RouteState::default()
                };
                state.look_for(&query);
                state.sort = *sort.get(&Sort::ALL);
                for (facet, value) in chosen {
                    let all = Facet::ALL[facet].choices(report);
                    if !all.is_empty() {
                        state.filters.add(Facet::ALL[facet], &value.get(&all).id);
                    }
                }
                let part = part.get(&report.parts);
                let card = card.index(report.cards.len());
                let figures = report.cards[card].figures.len();
                let card = u32::try_from(card).unwrap();
                state.part = has_part.then_some(part.no);
                state.card = has_card.then_some(card);
                state.trace = match (has_trace, kind) {
                    (true, 0) if figures > 0 => Some(Trace::Figure(FigureRef {
                        card,
                        figure: u16::try_from(figure.index(figures)).unwrap(),
                    })),
                    (true, 1) if !part.headlines.is_empty() => Some(Trace::Headline {
                        part: part.no,
                        headline: u16::try_from(figure.index(part.headlines.len())).unwrap(),
                    }),
                    _ => None,
                };
                state
            },
        )
    }

    proptest! {
        #[test]
        fn a_view_survives_its_address(state in view(), home in view()) {
            let text = state.to_query_string(library());
            prop_assert_eq!(&read(&text), &state);
            prop_assert_eq!(read(&format!("?{text}")), state.clone());
            let relative = address::write(&state, library(), &home);
            prop_assert_eq!(address::read(&relative, library(), &home), state);
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\"<>".contains(&byte)));
        }

        #[test]
        fn a_view_survives_in_a_pages_address(state in view(), page in "[a-z0-9=&%+]{0,30}") {
            let merged = address::merge(&page, &state.to_query_string(library()));
            prop_assert_eq!(read(&merged), state);
            let again = address::merge(&merged, "");
            prop_assert_eq!(address::merge(&again, ""), again.clone());
            prop_assert_eq!(read(&again), RouteState::default());
        }

        #[test]
        fn any_address_is_read_without_harm(text in any::<String>(), words in "[a-z:=&;,%/+-]{0,60}") {
            for text in [text, words] {
                let state = read(&text);
                let canonical = state.to_query_string(library());
                prop_assert_eq!(read(&canonical), state);
            }
        }
    }
}
