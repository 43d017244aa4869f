use report_text::text;
use std::sync::Arc;

use super::*;
use crate::{Query, Session, highlight};
use report_bundle::{SEARCH_TERMS, library};

/// Three cards, and what is loaded when somebody is about to search.
const TERMS: &str = "\
=카톡 카카오톡
=큐알 QR
=코로나블루 우울
@other
b 심리지원
@made-up
=직원 크루
a 심리지원 배달
b 위탁의료기관 FAQ
nobody 없는카드
#2 퀵
";

fn three() -> Index {
    let mut c = summary("c", "크루가 카카오톡 QR체크인을 씁니다. 우울한 날에도.");
    c.part = 2;
    let a = Card { page: 3, ..card("a", "마음 건강") };
    let mut report = report(vec![a, card("b", "배달 안내"), c]).clone();
    report.parts[1].page = 9;
    Index::new(Box::leak(Box::new(report)))
}

fn loaded() -> Index {
    let index = three();
    assert!(index.add_terms(TERMS));
    index
}

#[track_caller]
fn table(index: &Index, rows: &[(&str, &str, &str)]) {
    for (what, query, expected) in rows {
        assert_eq!(found(index, query), *expected, "{what}: {query:?}");
    }
}

#[test]
fn index_terms_find_cards_and_rank_below_what_the_card_says() {
    table(
        &loaded(),
        &[
            ("a term", "심리지원", "a"),
            ("a noun in it", "심리", "a"),
            ("with a particle", "심리지원을", "a"),
            ("its initials", "ㅅㄹㅈㅇ", "a"),
            ("on the other layout", "tlaflwldnjs", "a"),
            ("any case", "faq", "b"),
            ("on a card and in a section", "배달", "b a"),
            ("in the opening of a part", "퀵", "c"),
            ("with a word of the card", "건강 심리", "a"),
            ("of another report, or of a card that is gone", "없는카드", ""),
        ],
    );
}

#[test]
fn terms_are_added_once_and_running_sessions_find_them() {
    let index = Arc::new(three());
    let mut session = Session::new(Arc::clone(&index));
    let filters = Filters::default();
    let request = Request { query: "심리", filters: &filters, sort: Sort::Report };
    assert_eq!(session.search(&request).total(), 0);
    assert!(index.add_terms(TERMS));
    assert_eq!(session.search(&request).total(), 1);
    assert!(!index.add_terms("@made-up\nc 심리"));
    assert_eq!(session.search(&request).total(), 1);
}

#[test]
fn results_tell_which_word_of_the_document_found_a_card_and_its_page() {
    let index = loaded();
    for (query, card, expected) in [
        ("심리", 0, "심리지원 3"),
        ("faq", 1, "FAQ 1"),
        ("배달", 0, "배달 3"),
        ("배달", 1, ""),
        ("심리 배달", 0, "심리지원 3, 배달 3"),
        ("심리 지원", 0, "심리지원 3"),
        ("건강 심리", 0, "심리지원 3"),
        ("퀵", 2, "퀵 9"),
        ("마음", 0, ""),
        ("", 0, ""),
    ] {
        let results = search(&index, query);
        assert!(results.cards.contains(&card), "{query}");
        let words = results.printed_words(card).map(|it| text!(it.word, ' ', it.page));
        assert_eq!(words.collect::<Vec<_>>().join(", "), expected, "{query} {card}");
    }
}

#[test]
fn a_word_finds_what_it_is_called_as_well() {
    table(
        &loaded(),
        &[
            ("a short name", "카톡", "c"),
            ("with a particle", "카톡으로", "c"),
            ("at the beginning of a longer word", "큐알체크인", "c"),
            ("of this report alone", "직원", "c"),
            ("with an unsure particle", "직원이", "c"),
            ("in the plural", "직원들에게", "c"),
            ("two words", "코로나 블루", "c"),
            ("two words written as one", "코로나블루", "c"),
            ("one of the two words is another", "블루", ""),
            ("false friend: only the ending", "새직원", ""),
        ],
    );
    let index = Index::new(report(vec![summary("a", "크루"), summary("b", "직원")]));
    index.add_terms(TERMS);
    table(&index, &[("a literal match comes first", "직원", "b a")]);
}

#[test]
fn what_a_synonym_found_is_marked() {
    let index = loaded();
    let results = search(&index, "카톡");
    let marked = highlight("카카오톡 채널", &results.query);
    assert_eq!(
        marked.iter().map(|piece| (piece.text, piece.hit)).collect::<Vec<_>>(),
        [("카카오톡", true), (" 채널", false),]
    );
    assert!(!highlight("카카오톡", &Query::new("카톡"))[0].hit);
}

#[test]
fn questions_drop_what_asks() {
    let mut money = card("money", "모금 기부");
    money.figures = vec![figure("5881054062", Unit::Won)];
    let mut people = card("people", "기부 이용자");
    people.figures = vec![figure("12000", Unit::People)];
    let index = Index::new(report(vec![card("none", "기부 카카오"), people, money]));
    table(
        &index,
        &[
            ("an adverb", "카카오가 얼마나 기부했나", "none"),
            ("politely", "카카오가 얼마나 기부했나요?", "none"),
            ("an amount comes first", "기부 얼마", "money none people"),
            ("a count comes first", "기부 몇 명", "people none money"),
            ("in one word", "기부 몇명이나", "people none money"),
            ("a verb that nobody says", "기부 몇 명이 썼나", "people none money"),
            ("a verb behind a question word", "기부 어디서 맞나", "none people money"),
            ("a noun that asks", "기부가 뭐야", "none people money"),
            ("a request", "기부 알려줘", "none people money"),
            ("a form of the verb", "기부하는지", "none people money"),
            ("nothing but a question", "몇 명", "people none money"),
            ("in English", "how much 기부", "none people money"),
            ("false friend: a noun that is not there", "기부 바나나", ""),
            ("false friend: 언제나", "기부 언제나", ""),
            ("false friend: WHO", "WHO 기부", ""),
        ],
    );
    let aside = search(&index, "기부 얼마나 썼나");
    assert_eq!(aside.set_aside().collect::<Vec<_>>(), ["얼마나", "썼나"]);
}

#[test]
fn readers_find_what_the_documents_print_and_what_everybody_says() {
    let index = Index::new(library().report("white-paper-2022").expect("it is shipped"));
    index.add_terms(SEARCH_TERMS);
    for (query, card) in [
        ("심리", "webtoon-cheer"),
        ("우울", "healing-sound"),
        ("퀵", "taxi-care"),
        ("배달", "lunch-boxes"),
        ("카톡", "covid-status"),
        ("큐알", "qr-check-in"),
        ("큐알체크인", "qr-check-in"),
        ("피시방", "pc-rooms"),
        ("피씨방", "pc-rooms"),
        ("오이시디", "oecd"),
        ("대리운전", "designated-drivers"),
        ("직원", "safe-workplace"),
        ("노인", "seniors-gifts"),
        ("코로나 블루", "healing-sound"),
        ("corona", "covid-status"),
        ("taxi", "taxi-care"),
        ("카카오가 얼마나 기부했나", "together-fundraisers"),
    ] {
        let found = found(&index, query);
        assert!(found.split(' ').any(|id| id == card), "{query}: {found}");
    }
    for query in ["ㅁㄴㅇㄹ", "asdf", "select * from", "왕뚜껑", "19191919", "없는말"] {
        assert_eq!(found(&index, query), "", "{query}");
    }
}

#[test]
fn typing_a_word_again_takes_its_new_neighbours_into_account() {
    let index = Index::new(&library().reports[0]);
    assert!(index.add_terms(SEARCH_TERMS));
    let index = Arc::new(index);
    let mut session = Session::new(Arc::clone(&index));
    for query in ["백", "백신", "백신 ", "백신 백"] {
        let request =
            Request { query, filters: &Filters::default(), sort: report_state::Sort::Report };
        assert_eq!(session.search(&request), index.search(&request), "{query:?}");
    }
}
