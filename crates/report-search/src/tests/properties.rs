//! On the reports we ship, with queries nobody thought of.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::{Query, Session, highlight};
use report_bundle::{SEARCH_TERMS, library};

static INDEX: LazyLock<Arc<Index>> = LazyLock::new(|| Arc::new(Index::new(&library().reports[0])));

static WITH_TERMS: LazyLock<Arc<Index>> = LazyLock::new(|| {
    let index = Index::new(&library().reports[0]);
    index.add_terms(SEARCH_TERMS);
    Arc::new(index)
});

/// Words readers may type, and pieces of them in every state of composing.
fn piece() -> impl Strategy<Value = String> {
    let words = vec![
        "마스크",
        "마스ㅋ",
        "ㅁㅅㅋ",
        "aktmzm",
        "카카오맵",
        "QR체크인",
        "22억",
        "9730만",
        "2,297",
        "2020",
        "백신",
        "잔여배",
        "ㅈㄴㅂㅅ",
        "소상공인에게",
        "ha",
        "talk",
        "check-in",
        "ㅡ메",
        "약",
        "4.1",
        "billion",
    ];
    prop_oneof![
        select(words).prop_map(str::to_owned),
        "[ㄱ-ㅎ]{1,4}",
        "[가-힣]{1,3}[ㄱ-ㅎ]?",
        "[a-zA-Z]{1,6}",
        "[0-9]{1,5}[.,]?[0-9]{0,3}[만억회]?",
        "\\PC{0,4}",
    ]
}

fn query() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..4).prop_map(|pieces| pieces.join(" "))
}

fn filters() -> impl Strategy<Value = Filters> {
    let all: Vec<(Facet, String)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| INDEX.choices(facet).map(move |choice| (facet, choice.id.to_string())))
        .collect();
    prop::collection::vec(select(all), 0..4).prop_map(|chosen| {
        let mut filters = Filters::default();
        for (facet, id) in &chosen {
            filters.add(*facet, id);
        }
        filters
    })
}

fn cards(query: &str) -> Vec<u32> {
    let mut cards = search(&INDEX, query).cards;
    cards.sort_unstable();
    cards
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), query in any::<String>(), chosen in filters()) {
        for sort in Sort::ALL {
            let _ = INDEX.search(&Request { query: &query, filters: &chosen, sort });
        }
        let _ = highlight(&text, &Query::new(&query));
        let _ = highlight(&query, &Query::new(&query));
    }

    #[test]
    fn a_piece_of_a_title_finds_its_card(card in any::<Pick>(), korean in any::<bool>(), from in any::<Pick>(), length in 1..12_usize) {
        let report = INDEX.report();
        let position = card.index(report.cards.len());
        let title = report.cards[position].title;
        let title: Vec<char> = if korean { title.ko } else { title.en }.chars().collect();
        let from = from.index(title.len());
        // Latin words and numbers are found from their beginnings, and
        // numbers to their ends.
        let joins = |at: usize| at > 0 && at < title.len() && {
            let of = |c: char| (c.is_ascii_alphabetic(), c.is_ascii_digit());
            of(title[at]) == of(title[at - 1]) && title[at].is_ascii_alphanumeric()
        };
        let to = (from + length).min(title.len());
        prop_assume!(!(joins(from) || joins(to) && title[to].is_ascii_digit()));
        let piece: String = title[from..to].iter().collect();
        prop_assume!(!piece.trim().is_empty());
        let found = cards(piece.trim());
        prop_assert!(found.contains(&u32::try_from(position).unwrap()), "{piece:?}");
    }

    #[test]
    fn another_word_never_finds_more(query in query(), word in piece()) {
        let many = cards(&query);
        for more in [format!("{query} {word}"), format!("{query} {word} ")] {
            prop_assert!(cards(&more).iter().all(|card| many.contains(card)), "{:?}", more);
        }
    }

    #[test]
    fn composed_or_in_pieces_a_query_is_the_same(query in query()) {
        let (whole, pieces) = (query.nfc().collect::<String>(), query.nfd().collect::<String>());
        // Search composes Hangul and the Latin letters of Western Europe, and knows no others.
        let is_known = |c: char| c <= '\u{ff}' || ('가'..='힣').contains(&c);
        prop_assume!(whole.chars().all(|c| is_known(c) || c.nfd().eq([c])));
        prop_assert_eq!(cards(&whole), cards(&pieces));
    }

    #[test]
    fn typing_on_finds_what_a_new_search_finds(queries in prop::collection::vec(query(), 1..4), chosen in filters(), with_terms in any::<bool>()) {
        let index = if with_terms { &*WITH_TERMS } else { &*INDEX };
        let mut session = Session::new(Arc::clone(index));
        for query in queries {
            for (end, _) in query.char_indices().chain([(query.len(), ' ')]) {
                let request = Request { query: &query[..end], filters: &chosen, sort: Sort::Report };
                prop_assert_eq!(session.search(&request), index.search(&request), "{:?}", &query[..end]);
            }
        }
    }

    #[test]
    fn marked_pieces_are_the_text(text in "[가-힣a-z0-9 ,.\\-\\u{300}\\u{1100}-\\u{11c2}]{0,30}|\\PC*", query in query()) {
        let segments = highlight(&text, &Query::new(&query));
        let rejoined: String = segments.iter().map(|segment| segment.text).collect();
        prop_assert_eq!(&rejoined, &text);
        prop_assert!(segments.iter().all(|segment| !segment.text.is_empty()));
        prop_assert!(segments.windows(2).all(|pair| pair[0].hit != pair[1].hit));
    }

    #[test]
    fn filters_only_take_away(query in query(), chosen in filters()) {
        let all = cards(&query);
        for sort in Sort::ALL {
            let results = INDEX.search(&Request { query: &query, filters: &chosen, sort });
            let mut found = results.cards.clone();
            found.sort_unstable();
            found.dedup();
            prop_assert_eq!(found.len(), results.total());
            prop_assert!(found.iter().all(|card| all.contains(card)));
        }
    }
}
