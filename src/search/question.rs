//! Questions as people ask them: `카카오가 얼마나 기부했나`, `확진자 몇 명`.
//!
//! A question word asks for nothing that a report prints, so it excludes no
//! card. `몇 명` and `얼마` ask for a quantity: cards that give one come first.
//! A verb that ends as questions and requests do is set aside where the report
//! does not have it.

use crate::hangul::Syllable;

/// Question words of Korean, whole words only: 언제나 and 누구나 are none.
const WORDS: &str = "얼마 얼마나 얼마를 얼만큼 몇 언제 언제부터 언제까지 어디 어디서 어디에 \
                     어디에서 누가 누구 누구를 누구에게 무엇 무엇을 무엇이 뭐 뭐가 뭘 무슨 어떤 \
                     어떻게 어느 왜";
/// Question words of English and the verbs that go with them.
const ENGLISH_WORDS: &str =
    "how many much what when where why which who whom did does was were are have has";
/// Ask for an amount of money.
const AMOUNT: &str = "얼마 얼마를";
/// What follows `몇`.
const COUNTERS: &str = "명 번 회 건 개 곳 장 대 원 시간 퍼센트 %";
/// Endings of questions and requests, without their `요`.
const ENDINGS: &str = "까 는지 은지 는가 은가 인가 던가 이에 예 줘 세";
/// Endings that ask only behind a past tense, which ends in `ㅆ`: 했나, 썼어.
const PAST_ENDINGS: &str = "나 니 냐 어 지";
/// The number of `ㅆ` among final consonants.
const PAST: u16 = 20;

/// What a question word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing that could be found.
    Anything,
    /// A quantity with a counter that begins with this unit.
    Quantity(u16),
}

/// What a folded word asks for, if it is a question word. English ones are no
/// question words while they are being typed, nor in capitals: WHO.
pub fn asked(typed: &str, units: &[u16], is_last: bool) -> Option<Asked> {
    if let Some(counter) = units.strip_prefix(&[MANY]).and_then(counter) {
        return Some(Asked::Quantity(counter));
    }
    if is_one_of(units, AMOUNT) {
        return Some(Asked::Quantity(WON));
    }
    let is_english =
        || !is_last && !typed.ends_with(char::is_uppercase) && is_one_of(units, ENGLISH_WORDS);
    (is_one_of(units, WORDS) || is_english()).then_some(Asked::Anything)
}

/// Whether a folded word is `몇`, which may stand apart from its counter.
pub fn is_many(units: &[u16]) -> bool {
    units == [MANY]
}

/// The first unit of the counter that a folded word begins with.
pub fn counter(units: &[u16]) -> Option<u16> {
    COUNTERS.split_whitespace().any(|counter| starts_with(units, counter)).then(|| units[0])
}

/// Whether a folded word is a verb as questions and requests end in.
pub fn is_verb(units: &[u16]) -> bool {
    let (verb, is_polite) = match units {
        [verb @ .., YO] => (verb, true),
        _ => (units, false),
    };
    let [.., before, last] = verb else { return false };
    let is_past = Syllable::of(*before).is_some_and(|syllable| syllable.last == PAST);
    let ends = |list: &str| list.split_whitespace().any(|ending| ends_with(verb, ending));
    ends(ENDINGS) || (is_past && ends(PAST_ENDINGS)) || (is_polite && *last == NA)
}

/// `몇`, `원`, `요`, `나`.
const MANY: u16 = 0xBA87;
const WON: u16 = 0xC6D0;
const YO: u16 = 0xC694;
const NA: u16 = 0xB098;

fn is_one_of(units: &[u16], list: &str) -> bool {
    list.split_whitespace().any(|word| word.encode_utf16().eq(units.iter().copied()))
}

fn starts_with(units: &[u16], beginning: &str) -> bool {
    let mut rest = units.iter().copied();
    beginning.encode_utf16().all(|unit| rest.next() == Some(unit))
}

fn ends_with(units: &[u16], ending: &str) -> bool {
    let length = ending.encode_utf16().count();
    units.len().checked_sub(length).is_some_and(|from| starts_with(&units[from..], ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(word: &str) -> Vec<u16> {
        word.encode_utf16().collect()
    }

    #[test]
    fn the_letters_have_their_numbers() {
        for (letter, unit) in [("몇", MANY), ("원", WON), ("요", YO), ("나", NA)] {
            assert_eq!(units(letter), [unit]);
        }
    }

    #[test]
    fn question_words_are_known_and_their_false_friends_are_not() {
        let people = Asked::Quantity(units("명")[0]);
        let money = Asked::Quantity(WON);
        for (word, is_last, expected) in [
            ("얼마나", true, Some(Asked::Anything)),
            ("얼마", true, Some(money)),
            ("몇", true, Some(Asked::Anything)),
            ("몇명", true, Some(people)),
            ("몇명이나", true, Some(people)),
            ("어디서", true, Some(Asked::Anything)),
            ("how", false, Some(Asked::Anything)),
            ("how", true, None),
            ("WHO", false, None),
            ("언제나", true, None),
            ("누구나", true, None),
            ("어디서나", true, None),
            ("몇몇", true, None),
            ("왜곡", true, None),
            ("however", false, None),
            ("마스크", true, None),
        ] {
            let folded = units(&word.to_lowercase());
            assert_eq!(asked(word, &folded, is_last), expected, "{word}");
        }
    }

    #[test]
    fn verbs_of_questions_are_known_by_their_endings() {
        for (word, expected) in [
            ("썼나", true),
            ("팔았나요", true),
            ("보냈어", true),
            ("보냈습니까", true),
            ("무엇인가요", true),
            ("얼마예요", true),
            ("알려줘", true),
            ("알려주세요", true),
            ("있는지", true),
            ("보내나요", true),
            ("바나나", false),
            ("어머니", false),
            ("단어", false),
            ("편지", false),
            ("지도", false),
            ("나", false),
            ("요", false),
            ("", false),
        ] {
            assert_eq!(is_verb(&units(word)), expected, "{word}");
        }
    }
}
