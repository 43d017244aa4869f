use report_text::text;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::Index as Pick;

use super::*;
use crate::corrections::is_one_edit;
use crate::hangul::{self, Syllable};
use crate::lexicon::Lexicon;
use crate::{Correction, Session, corrections};
use report_bundle::{SEARCH_TERMS, library};

static INDEX: LazyLock<Arc<Index>> = LazyLock::new(|| {
    let index = Index::new(&library().reports[0]);
    index.add_terms(SEARCH_TERMS);
    Arc::new(index)
});

fn offered(index: &Arc<Index>, query: &str) -> Vec<Correction> {
    let filters = Filters::default();
    let request = Request { query, filters: &filters, sort: Sort::Report };
    corrections(&mut Session::new(Arc::clone(index)), &request)
}

/// What is offered for a query that finds little, most cards first.
fn replacements(index: &Arc<Index>, query: &str) -> String {
    let offered = offered(index, query);
    offered.iter().map(|offer| offer.replacement.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_slip_is_corrected_on_both_layouts() {
    let index = Index::new(report(vec![
        card("a", "공적 마스크"),
        card("b", "마스크 QR체크인"),
        summary("c", "이웃에게 Masks를 보냈습니다. 1234"),
    ]));
    index.add_terms("@made-up\nc 심리지원 RightsCon");
    let index = Arc::new(index);
    for (what, query, expected) in [
        ("another vowel", "마스쿠", "마스크"),
        ("another consonant", "마스트", "마스크"),
        ("a letter too few", "ㅏ스크", "마스크"),
        ("a letter too many", "맛스크", "마스크"),
        ("a slip on an English layout", "aktmzn", "마스크"),
        ("an English word", "mssks", "masks"),
        ("an English word on a Korean layout", "ㅡㄴㄴㅏㄴ", "masks"),
        ("with a particle", "마스쿠를", "마스크"),
        ("a word that stands with a particle", "이웆", "이웃"),
        ("a word that is half Latin", "qr체크잉", "qr체크인"),
        ("an index term", "심리지언", "심리지원"),
        ("an index term in Latin letters", "rightscom", "rightscon"),
        ("one word of two", "공적 마스쿠", "마스크"),
        ("a word that is found", "마스크", ""),
        ("the beginning of a word", "마스", ""),
        ("two slips", "나스쿠", ""),
        ("a number", "1235", ""),
        ("too short", "마", ""),
        ("a question word", "얼마", ""),
        ("nothing typed", "", ""),
    ] {
        assert_eq!(replacements(&index, query), expected, "{what}: {query}");
    }
}

#[test]
fn a_correction_tells_the_query_and_its_cards() {
    let titles = [("a", "공적 마스크"), ("b", "마스크"), ("c", "마스터")];
    let index = Index::new(report(titles.map(|(id, title)| card(id, title)).to_vec()));
    let correction = |replacement: &str, cards| Correction {
        word: "마스커".to_owned(),
        replacement: replacement.to_owned(),
        query: text!("  ", replacement, "! "),
        cards,
    };
    let expected = [correction("마스크", 2), correction("마스터", 1)];
    assert_eq!(offered(&Arc::new(index), "  마스커! "), expected);
}

#[test]
fn readers_of_the_white_paper_are_offered_what_they_meant() {
    for (query, expected) in [
        ("마스쿠", "마스크"),
        ("백싄", "백신"),
        ("카카오멥", "카카오맵"),
        ("잔여백싄", "잔여백신"),
        ("소상곤인", "소상공인"),
        ("vacccine", "vaccine"),
        ("위탁의료기간", "위탁의료기관"),
    ] {
        let found = replacements(&INDEX, query);
        assert_eq!(found.split(' ').next(), Some(expected), "{query}: {found}");
    }
}

/// Another letter in the place of the initial, the vowel or the final.
fn with_another_letter(syllable: Syllable, place: usize, by: u16) -> u16 {
    let turn = |number: u16, count: u16| (number + 1 + by % (count - 1)) % count;
    match place {
        0 => Syllable { initial: turn(syllable.initial, 19), ..syllable }.unit(),
        1 => Syllable { vowel: turn(syllable.vowel, 21), ..syllable }.unit(),
        _ => Syllable { last: turn(syllable.last, 28), ..syllable }.unit(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn a_word_of_the_index_with_one_jamo_changed_is_offered(
        word in any::<Pick>(), at in any::<Pick>(), place in 0..3_usize, by in any::<u16>(), on_latin_keys in any::<bool>(),
    ) {
        let lexicons = [&INDEX.words().lexicon, &INDEX.terms().expect("they were added").lexicon];
        let words: Vec<&[u16]> = lexicons.into_iter().flat_map(Lexicon::words).collect();
        let word = word.get(&words);
        prop_assume!(word.len() > 1 && word.iter().all(|unit| hangul::is_syllable(*unit)));
        let mut slip = word.to_vec();
        let at = at.index(slip.len());
        slip[at] = with_another_letter(Syllable::of(slip[at]).unwrap(), place, by);
        // Keys tell no doubled letters from single ones without Shift.
        let keys = hangul::to_latin_keys(&slip).filter(|_| on_latin_keys);
        let slip = String::from_utf16(&keys.unwrap_or(slip)).unwrap();
        prop_assume!(hangul::from_latin_keys(&slip).is_none_or(|typed| is_one_edit(&typed, word)));
        prop_assume!(search(&INDEX, &slip).total() == 0);
        let meant = String::from_utf16(word).unwrap();
        let offered = offered(&INDEX, &slip);
        let is_meant = |offer: &Correction| offer.replacement == meant || meant.starts_with(&offer.replacement);
        prop_assert!(offered.iter().any(is_meant), "{} for {}: {:?}", slip, meant, offered);
    }

    #[test]
    fn a_correction_finds_what_it_promises(query in "[가-힣a-z]{2,4}( [가-힣]{2,3})?") {
        for offer in offered(&INDEX, &query) {
            prop_assert_eq!(search(&INDEX, &offer.query).total(), offer.cards);
            prop_assert!(offer.cards > search(&INDEX, &query).total());
        }
    }
}
