//! The texts of the interface, in Korean and English.
//!
//! Texts of a report stand in its data; here are those around it. Each language has one file,
//! `ko.rs` and `en.rs`, with an arm for every [`Message`] and the functions that put counts, dates
//! and names into sentences. What one of them lacks does not compile.
//!
//! ```
//! use report_i18n::{Message, cards};
//! use report_model::Lang;
//!
//! assert_eq!(Message::Copied.get(Lang::En), "Copied");
//! assert_eq!(cards(47, Lang::Ko), "카드 47개");
//! ```
//!
//! Not here: how numbers are written (`report-numbers`), and the counters of units and the names
//! of kinds, which belong to the model.

pub mod charts;
mod en;
mod ko;
mod message;

use std::cmp::Ordering;

use report_model::{
    AssuranceLevel, Date, ErratumKind, Facet, Lang, Locale, Report, Span, Text, Unit,
};
use report_text::{join, text};

pub use message::{ChartMessage, EditionMessage, Message};

/// Functions that every language has in its own file.
macro_rules! in_language {
    ($($(#[$meta:meta])* pub fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty;)*) => {$(
        $(#[$meta])*
        #[must_use]
        pub fn $name($($argument: $type,)* lang: Lang) -> $result {
            match lang.locale() {
                Locale::Ko => ko::$name($($argument),*),
                Locale::En => en::$name($($argument),*),
            }
        }
    )*};
}
use in_language;

in_language! {
    /// The name of a group of filters.
    pub fn facet(facet: Facet) -> &'static str;

    /// The name of a sort of erratum.
    pub fn erratum_kind(kind: ErratumKind) -> &'static str;

    /// `수치 12개` or `12 figures`.
    pub fn figures(count: usize) -> String;

    /// `카드 47개` or `47 cards`.
    pub fn cards(count: usize) -> String;

    /// The label of the button that closes the filters: `카드 47개 보기`.
    pub fn show_cards(count: usize) -> String;

    /// The label of a button that drops one condition: `'마스크' 빼기`, `Remove 'masks'`.
    pub fn remove(name: &str) -> String;

    /// Asks whether other words were meant: `'마스크'를 찾으셨나요?`.
    pub fn did_you_mean(words: &str) -> String;

    /// Why a card was found that does not show a word: `본문에 '심리지원'이 나옵니다 · 53쪽`.
    pub fn printed_words(words: &[&str], page_no: u16) -> String;

    /// `19쪽` or `p. 19`.
    pub fn page(page: u16) -> String;

    /// `2부` or `Part 2`.
    pub fn part(no: u8) -> String;

    /// `12곳` or `12 places`.
    pub fn places(count: usize) -> String;

    /// A mark beside a figure with discrepancies.
    pub fn marks(count: usize) -> String;

    /// How a value compares with that of an earlier period, by how much if it is known:
    /// `2023년보다 8.4% 줄었습니다`, `8.4% less than in 2023`.
    pub fn change(order: Ordering, amount: &str, period: Date) -> String;

    /// What is to be reached, and how much of the way to it is gone if it is known:
    /// `2030년 목표 1만 2000명까지 61.3%`, `61.3% of the way to the 2030 target of 12,000 people`.
    pub fn target(value: &str, at: Date, way: Option<&str>) -> String;

    /// A date at its precision: `2020년 3월 6일`, `6 March 2020`.
    pub fn date(date: Date) -> String;
}

/// A message with its values: `{0}` stands for the first of them.
#[must_use]
pub fn fill(message: Message, values: &[&str], lang: Lang) -> String {
    let mut out = String::new();
    for piece in message.get(lang).split('}') {
        let (text, place) = piece.split_once('{').unwrap_or((piece, ""));
        let place = place.bytes().next().map(|digit| usize::from(digit.wrapping_sub(b'0')));
        out.push_str(text);
        out.push_str(place.and_then(|place| values.get(place)).unwrap_or(&""));
    }
    out
}

/// Words in quotes, one behind the other.
fn quoted(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| text!("'", word, "'")).collect();
    join(&mut quoted.iter().map(String::as_str), ", ")
}

/// What a page offers, in the words of a search result.
#[must_use]
pub fn about_page(report: &Report, lang: Lang) -> String {
    let (subtitle, cards) = (report.subtitle.get(lang), cards(report.cards.len(), lang));
    match lang.locale() {
        Locale::Ko => ko::about_page(subtitle, &cards),
        Locale::En => en::about_page(subtitle, &cards),
    }
}

/// What stands before and behind the page of a figure: document, section where it is not known from
/// around it; how many pages there are.
#[must_use]
pub fn place(report: &Report, section: Option<Text>, lang: Lang) -> [String; 2] {
    let (title, section) = (report.title.get(lang), section.map(|section| section.get(lang)));
    match lang.locale() {
        Locale::Ko => ko::place(title, section, report.pages),
        Locale::En => en::place(title, section, report.pages),
    }
}

/// The citation of a section: the report's, then the heading that the document prints and its
/// page.
#[must_use]
pub fn citation(report: &Report, printed: &str, title: Text, page_no: u16, lang: Lang) -> String {
    let (whole, title) = (report.citation.get(lang), title.get(lang));
    match lang.locale() {
        Locale::Ko => ko::citation(whole, printed, page_no),
        Locale::En => en::citation(whole, printed, title, page_no),
    }
}

/// A level of assurance with what was looked at: `제한적 확신: 전체`, `Limited assurance: all of it`.
#[must_use]
pub fn assurance(level: AssuranceLevel, scope: Text, lang: Lang) -> String {
    let level = match lang.locale() {
        Locale::Ko => ko::assurance(level),
        Locale::En => en::assurance(level),
    };
    text!(level, ": ", scope.get(lang))
}

/// A language in its own words.
#[must_use]
pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => ko::NAME,
        Lang::En => en::NAME,
        Lang::Other(other) => other.name,
    }
}

/// A language with the country of its readers, as previews ask for it, where that is known.
#[must_use]
pub fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ko => ko::LOCALE,
        Lang::En => en::LOCALE,
        Lang::Other(other) => other.tag,
    }
}

/// What the standalone page says when there is a new version, and the button that loads it.
#[must_use]
pub fn new_version(lang: Lang) -> (&'static str, &'static str) {
    match lang.locale() {
        Locale::Ko => ko::NEW_VERSION,
        Locale::En => en::NEW_VERSION,
    }
}

/// What is compared where cards are ordered by size: `사람 (명)`, `Counted in people`; other words
/// for each unit.
#[must_use]
pub fn compared(unit: Option<Unit>, lang: Lang) -> String {
    let counter = unit.map_or("", |unit| unit.counter(lang, false).trim());
    match lang.locale() {
        Locale::Ko => ko::compared(unit, counter),
        Locale::En => en::compared(unit, counter),
    }
}

/// How much of a report is traced, and what its exact sums hide: `대표 수치
/// 7개 가운데 5개가 마지막 자리까지 맞아떨어집니다. ...`.
#[must_use]
pub fn traced(report: &Report, lang: Lang) -> String {
    let tallies = report.headlines().filter_map(|(_, headline)| headline.tally.as_ref());
    let exact: Vec<_> = tallies.filter(|tally| tally.is_exact()).collect();
    let (count, all) = (exact.len(), report.headlines().count());
    let mut traced = match lang.locale() {
        Locale::Ko => ko::exact_headlines(count, all),
        Locale::En => en::exact_headlines(count, all),
    };
    for caveat in exact.iter().filter_map(|tally| tally.caveat) {
        traced.push(' ');
        traced.push_str(caveat.get(lang));
    }
    traced
}

/// A span of time: `2020년 2월 – 2022년 4월`.
#[must_use]
pub fn span(span: Span, lang: Lang) -> String {
    let from = date(span.from, lang);
    match span.to {
        Some(to) if to != span.from => text!(from, " – ", date(to, lang)),
        _ => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_bundle::library;

    #[test]
    fn a_particle_fits_the_sound_before_it() {
        for (words, expected) in [
            ("마스크", "'마스크'를 찾으셨나요?"),
            ("백신", "'백신'을 찾으셨나요?"),
            ("2021", "'2021'을 찾으셨나요?"),
            ("2022", "'2022'를 찾으셨나요?"),
            ("qr", "'qr'를 찾으셨나요?"),
        ] {
            assert_eq!(did_you_mean(words, Lang::Ko), expected);
        }
        assert_eq!(did_you_mean("mask", Lang::En), "Did you mean 'mask'?");
    }

    #[test]
    fn a_message_takes_its_values_in_the_order_of_its_language() {
        for (message, values, ko, en) in [
            (
                Message::ComesFrom,
                &["91.4%", "A"][..],
                "91.4%가 ‘A’\u{2060}에서 나왔습니다.",
                "91.4% comes from \u{201c}A\u{201d}.",
            ),
            (
                Message::Unexplained,
                &["2.3%"],
                " 2.3%는 설명되지 않습니다.",
                " 2.3% is unexplained.",
            ),
            (Message::ShareOfPart, &["1", "91.4%"], "1부 수치의 91.4%", "91.4% of Part 1"),
            (
                Message::RankInUnit,
                &["9", "14"],
                "같은 단위 14개 중 9위",
                "No. 9 of 14 in this unit",
            ),
        ] {
            assert_eq!(fill(message, values, Lang::Ko), ko);
            assert_eq!(fill(message, values, Lang::En), en);
        }
    }

    #[test]
    fn a_card_says_which_words_the_document_prints_and_where() {
        for (words, lang, expected) in [
            (&["심리지원"][..], Lang::Ko, "본문에 '심리지원'이 나옵니다 · 53쪽"),
            (&["심리", "퀴즈"], Lang::Ko, "본문에 '심리', '퀴즈'가 나옵니다 · 53쪽"),
            (&["심리지원"], Lang::En, "The document says '심리지원' · p. 53"),
        ] {
            assert_eq!(printed_words(words, 53, lang), expected);
        }
    }

    #[test]
    fn exact_sums_are_counted_with_what_they_hide() {
        let report = library().report("white-paper-2022").expect("it is shipped");
        assert_eq!(
            traced(report, Lang::Ko),
            "대표 수치 7개 가운데 5개가 마지막 자리까지 맞아떨어집니다. \
             다만 3부에서 더한 네 금액은 모두 어림수입니다. \
             4부는 본문의 값만 맞고, 상자의 값은 맞지 않습니다."
        );
        assert_eq!(
            traced(report, Lang::En),
            "5 of 7 headline figures add up exactly, to the last digit. \
             In Part 3, however, all four amounts added are approximate. \
             In Part 4 only the figure in the prose adds up; the boxed one does not."
        );
    }

    #[test]
    fn a_citation_names_the_document_the_printed_heading_and_the_page() {
        let report = library().report("white-paper-2022").expect("it is shipped");
        let card = report.cards.iter().find(|card| card.id == "public-masks").expect("a card");
        let cited = |lang| citation(report, card.printed_title, card.title, card.page, lang);
        assert_eq!(
            cited(Lang::Ko),
            "(주)카카오, '카카오 코로나 백서, 두 번째 이야기: 코로나 극복을 위한 우리와 카카오의 노력', \
             2022년 5월 24일 중 '카카오맵 - 내 주변 공적마스크 검색', 12쪽"
        );
        assert_eq!(
            cited(Lang::En),
            "Kakao Corp., '카카오 코로나 백서, 두 번째 이야기: 코로나 극복을 위한 우리와 카카오의 노력' \
             (Kakao COVID-19 White Paper, The Second Story: How We and Kakao Worked to Overcome COVID-19; \
             in Korean), 24 May 2022, section \u{201c}카카오맵 - 내 주변 공적마스크 검색\u{201d} \
             (Finding public masks), p. 12"
        );
    }

    #[test]
    fn no_two_units_are_compared_under_the_same_words() {
        for lang in Lang::INTERFACE {
            let units = Unit::ALL.into_iter().map(Some).chain([None]);
            let mut headings: Vec<String> = units.map(|unit| compared(unit, lang)).collect();
            assert!(headings.iter().all(|heading| !heading.contains("()")), "{headings:?}");
            headings.sort();
            let all = headings.len();
            headings.dedup();
            assert_eq!(headings.len(), all, "{headings:?}");
        }
    }

    #[test]
    fn a_change_and_a_target_are_said_in_a_sentence() {
        let year = |text| Date::new(text).unwrap();
        for (order, amount, period, ko, en) in [
            (
                Ordering::Less,
                "8.4%",
                "2023",
                "2023년보다 8.4% 줄었습니다",
                "8.4% less than in 2023",
            ),
            (
                Ordering::Greater,
                "",
                "2023-06",
                "2023년 6월보다 늘었습니다",
                "more than in June 2023",
            ),
            (Ordering::Equal, "", "2023", "2023년과 같습니다", "the same as in 2023"),
        ] {
            assert_eq!(change(order, amount, year(period), Lang::Ko), ko);
            assert_eq!(change(order, amount, year(period), Lang::En), en);
        }
        for (way, ko, en) in [
            (
                Some("61.3%"),
                "2030년 목표 12명까지 61.3%",
                "61.3% of the way to the 2030 target of 12명",
            ),
            (None, "2030년 목표 12명", "2030 target: 12명"),
        ] {
            assert_eq!(target("12명", year("2030"), way, Lang::Ko), ko);
            assert_eq!(target("12명", year("2030"), way, Lang::En), en);
        }
    }

    #[test]
    fn dates_are_written_at_their_precision() {
        for (text, ko, en) in [
            ("2020", "2020년", "2020"),
            ("2020-03", "2020년 3월", "March 2020"),
            ("2020-03-06", "2020년 3월 6일", "6 March 2020"),
        ] {
            let of = Date::new(text).unwrap();
            assert_eq!((date(of, Lang::Ko).as_str(), date(of, Lang::En).as_str()), (ko, en));
        }
    }
}
