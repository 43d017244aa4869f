//! What charts say. The build draws them: no program carries their texts.

use std::cmp::Ordering;

use report_model::{Lang, Locale};
use report_text::text;

use super::{en, in_language, ko};

in_language! {
    /// `12건` or `12 events`.
    pub fn events(count: u32) -> String;

    /// How many dates the documents give, and when most of them.
    pub fn timeline(documents: usize, events: usize, month: &str, most: u32) -> String;

    /// What the whole width of bars stands for.
    pub fn whole(sum: &str) -> String;

    /// What a sum is made of, and its greatest term.
    pub fn made_of(count: usize, remains: bool, most: &str, share: &str) -> String;

    /// What kinds come to, and the greatest of them.
    pub fn kinds(sum: &str, most: &str, share: &str) -> String;

    /// The greatest and the least, each with its value.
    pub fn extremes(most: (&str, &str), least: (&str, &str)) -> String;

    /// From the first value to the last.
    pub fn course(from: (&str, &str), to: (&str, &str), change: Ordering) -> String;
}

/// A power of ten, short enough for a scale.
#[must_use]
pub fn power(exponent: usize, lang: Lang) -> String {
    let (group, names) = match lang.locale() {
        Locale::Ko => ko::POWERS,
        Locale::En => en::POWERS,
    };
    let name = (exponent / group).min(names.len() - 1);
    text!("1", "0".repeat(exponent - name * group), names[name])
}

/// A sentence in which lines end between words alone: not within `8억 7610만`, and not between a
/// percent sign and its particle.
#[must_use]
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
}
