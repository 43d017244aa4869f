//! The words of charts, in both languages. No program carries them.

use report_text::text;
use std::cmp::Ordering;

use crate::report::{Date, Lang, Text};

const fn t(ko: &'static str, en: &'static str) -> Text {
    Text { ko, en }
}

pub const MADE_OF: Text = t("이 숫자의 구성", "What makes up this number");
pub const HOW_TO_READ: Text = t(
    "누르거나 방향키로 값을 하나씩 읽을 수 있습니다.",
    "Tap, or use the arrow keys, to read the values one by one.",
);
pub const IN_PROPORTION: Text = t("비율대로 그리면", "Drawn in proportion");
pub const ONE_BY_ONE: Text = t("하나씩 비교하면", "One by one");
pub const FROM_ZERO: Text = t(
    "막대는 0에서 시작하고, 길이는 값에 비례합니다.",
    "Bars start at zero; their length is in proportion to the value.",
);
pub const POWERS: Text = t(
    "점은 로그 눈금 위에 있습니다. 세로줄을 하나 지날 때마다 10배입니다.",
    "The dots stand on a log scale: from one line to the next is ten times as much.",
);
pub const TRUE_TIME: Text = t(
    "높이는 0에서 시작하고, 가로 간격은 실제 시간에 비례합니다.",
    "Heights start at zero; distances across are in proportion to time.",
);
pub const AS_TABLE: Text = t("표로 보기", "Show as a table");
pub const COPY_CSV: Text = t("CSV 복사", "Copy as CSV");
pub const ITEM: Text = t("항목", "Item");
pub const VALUE: Text = t("값", "Value");
pub const SHARE: Text = t("비율", "Share");
pub const PAGE: Text = t("쪽", "Page");

pub const ALL_DATES: Text = t("모든 날짜", "All dates");
pub const JULY: Text = t("7월", "Jul");
pub const LOWER_ROW: Text =
    t("아랫줄에는 연도만 적힌 일이 있습니다.", "The lower row holds events dated only by year.");
pub const WHEN: Text = t("날짜", "When");
pub const WHAT: Text = t("내용", "What");
pub const CARD: Text = t("카드", "Card");
pub const DOCUMENT: Text = t("문서", "Document");

/// A month, or a year, by its ISO form.
pub fn moment(at: &'static str, lang: Lang) -> String {
    Date::new(at).map(|date| crate::words::date(date, lang)).unwrap_or_default()
}

/// `12건` or `12 events`.
pub fn events(count: u32, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ko, _) => format!("{count}건"),
        (Lang::En, 1) => "1 event".to_owned(),
        (Lang::En, _) => format!("{count} events"),
    }
}

/// How many dates there are, and when most of them.
pub fn dates(documents: usize, events: usize, month: &str, most: u32, lang: Lang) -> String {
    match (lang, documents) {
        (Lang::Ko, 1) => {
            format!("문서에 날짜가 적힌 일은 {events}건이고, {month}에 {most}건으로 가장 많습니다.")
        }
        (Lang::Ko, _) => format!(
            "문서 {documents}개에 날짜가 적힌 일은 {events}건이고, {month}에 {most}건으로 가장 많습니다."
        ),
        (Lang::En, 1) => {
            format!("The document gives dates for {events} events; {month} has the most, {most}.")
        }
        (Lang::En, _) => format!(
            "The {documents} documents give dates for {events} events; {month} has the most, {most}."
        ),
    }
}

/// A sentence in which lines end between words alone: not within `8억 7610만`, and not between a
/// percent sign and its particle.
pub fn unbroken(sentence: &str) -> String {
    let mut kept = String::with_capacity(sentence.len());
    let mut rest = sentence.chars().peekable();
    while let Some(character) = rest.next() {
        let last = kept.chars().next_back();
        let is_next_digit = rest.peek().is_some_and(char::is_ascii_digit);
        if character == ' ' && is_next_digit && last.is_some_and(|last| "만억조경".contains(last))
        {
            kept.push('\u{a0}');
        } else {
            kept.push(character);
        }
        let is_next_syllable = rest.peek().is_some_and(|next| ('가'..='힣').contains(next));
        if character == '%' && is_next_syllable {
            kept.push('\u{2060}');
        }
    }
    kept
}

/// What the whole width of bars stands for.
pub fn whole(sum: &str, lang: Lang) -> String {
    match lang {
        Lang::Ko => format!("막대 자리의 너비 전체가 합계입니다: {sum}"),
        Lang::En => format!("The full width stands for the sum: {sum}"),
    }
}

/// What a sum is made of, and its greatest term.
pub fn made_of(count: usize, remains: bool, most: &str, share: &str, lang: Lang) -> String {
    match lang {
        Lang::Ko => {
            let with = if remains { "와 설명되지 않는 나머지" } else { "" };
            format!(
                "{count}가지{with}를 더한 수이고, 그 가운데 ‘{most}’ 하나가 {share}를 차지합니다."
            )
        }
        Lang::En => {
            let with = if remains { " and an unexplained remainder" } else { "" };
            format!(
                "It adds up from {count} figures{with}; one of them, “{most}”, makes up {share}."
            )
        }
    }
}

/// What kinds come to, and the greatest of them.
pub fn kinds(sum: &str, most: &str, share: &str, lang: Lang) -> String {
    match lang {
        Lang::Ko => format!("모두 {sum}이고, 그 가운데 ‘{most}’ 하나가 {share}를 차지합니다."),
        Lang::En => format!("{sum} in all, of which “{most}” alone makes up {share}."),
    }
}

/// The greatest and the least, each with its value.
pub fn extremes(most: (&str, &str), least: (&str, &str), lang: Lang) -> String {
    let ((most, high), (least, low)) = (most, least);
    match lang {
        Lang::Ko => format!("가장 큰 것은 ‘{most}’ {high}, 가장 작은 것은 ‘{least}’ {low}입니다."),
        Lang::En => {
            format!("The largest is “{most}” with {high}, the smallest “{least}” with {low}.")
        }
    }
}

/// From the first value to the last.
pub fn course(from: (&str, &str), to: (&str, &str), change: Ordering, lang: Lang) -> String {
    let ((from, before), (to, after)) = (from, to);
    let change = match change {
        Ordering::Less => t("줄었습니다", "fell"),
        Ordering::Equal => t("머물렀습니다", "stayed"),
        Ordering::Greater => t("늘었습니다", "grew"),
    };
    let (particle, change) = (towards(after), change.get(lang));
    match lang {
        Lang::Ko => format!("{from} {before}에서 {to} {after}{particle} {change}."),
        Lang::En => format!("It {change} from {before} ({from}) to {after} ({to})."),
    }
}

/// The particle 로, which is 으로 behind a final consonant other than ㄹ. A
/// percent sign is read 퍼센트.
fn towards(text: &str) -> &'static str {
    let last = text.chars().next_back().map_or(0, u32::from);
    let finals = last.checked_sub(0xAC00).filter(|syllable| *syllable < 11172).map(|it| it % 28);
    if matches!(finals, None | Some(0 | 8)) { "로" } else { "으로" }
}

/// A power of ten, short enough for a scale.
pub fn power(exponent: usize, lang: Lang) -> String {
    let (group, names): (_, &[&str]) = match lang {
        Lang::Ko => (4, &["", "만", "억", "조", "경"]),
        Lang::En => (3, &["", "k", "M", "B", "T", "Q"]),
    };
    let name = (exponent / group).min(names.len() - 1);
    text!("1", "0".repeat(exponent - name * group), names[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_ten_is_named_as_the_language_names_it() {
        for (exponent, ko, en) in [
            (0, "1", "1"),
            (3, "1000", "1k"),
            (5, "10만", "100k"),
            (8, "1억", "100M"),
            (10, "100억", "10B"),
            (12, "1조", "1T"),
        ] {
            assert_eq!(
                (power(exponent, Lang::Ko), power(exponent, Lang::En)),
                (ko.into(), en.into())
            );
        }
    }

    #[test]
    fn numbers_and_their_particles_stay_on_one_line() {
        for (sentence, expected) in [
            ("모두 8억 7610만 3773회이고", "모두 8억\u{a0}7610만\u{a0}3773회이고"),
            ("하나가 74.2%를 차지합니다.", "하나가 74.2%\u{2060}를 차지합니다."),
            ("요즘 10만 명, 23% (2019)", "요즘 10만 명, 23% (2019)"),
        ] {
            assert_eq!(unbroken(sentence), expected);
        }
    }

    #[test]
    fn the_particle_fits_the_last_syllable() {
        for (text, expected) in
            [("69%", "로"), ("1조원", "으로"), ("12개 학년", "으로"), ("3일", "로"), ("5배", "로")]
        {
            assert_eq!(towards(text), expected, "{text}");
        }
    }
}
