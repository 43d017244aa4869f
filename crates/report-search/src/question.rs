//! Questions as people ask them: `카카오가 얼마나 기부했나`, `확진자 몇 명`.
//!
//! A question word asks for nothing that a report prints, so it excludes no
//! card. `몇 명` and `얼마` ask for a quantity: cards that give one come first.
//! A verb that ends as questions and requests do is set aside where the report
//! does not have it.

use crate::hangul::Syllable;

/// Question words, whole words only: 언제나 and 누구나 are none.
const WORDS: &str = "얼마나 몇 언제 어디 어디서 어디에 누가 누구 누구를 무엇 무엇을 뭐 뭘 무슨 어떤 어떻게 \
                     어느 왜 얼마 얼마를";
/// Those of English, and the verbs that go with them.
const ENGLISH_WORDS: &str =
    "how many much what when where why which who did does was were are use used made";
/// Counters that follow `몇`, by their first unit.
const COUNTERS: &str = "명번회건개곳장대원시%";
/// Questions and requests end so, with or without `요`: 했습니까, 알려줘.
const ENDINGS: &str = "까줘";
/// Ends them with `요` alone: 보내나요, 얼마예요, 알려주세요.
const POLITE_ENDINGS: &str = "나에예세";
/// Ends them behind one of [`BEFORE_LATE`]: 있는지, 무엇인가.
const LATE_ENDINGS: &str = "지가";
const BEFORE_LATE: &str = "는은인던";
/// Ends them behind a past tense, which ends in `ㅆ`: 했나, 썼어.
const PAST_ENDINGS: &str = "나니냐어지";
/// The number of `ㅆ` among final consonants.
const PAST: u16 = 20;

/// `몇`, `원`, `요`, `야`, and `얼마`, which asks for an amount of money.
const MANY: u16 = 0xBA87;
const WON: u16 = 0xC6D0;
const YO: u16 = 0xC694;
const YA: u16 = 0xC57C;
const AMOUNT: [u16; 2] = [0xC5BC, 0xB9C8];

/// What a question word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing that could be found.
    Anything,
    /// A quantity with a counter that begins with this unit.
    Quantity(u16),
}

/// What a word does in a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing: it is searched for.
    None,
    /// It asks, and excludes no card.
    Question,
    /// It is a verb, and excludes no card where the report does not have it.
    Verb,
}

impl Role {
    /// The role of a folded word.
    pub fn of(asked: Option<Asked>, units: &[u16]) -> Self {
        match asked {
            Some(_) => Self::Question,
            None if is_verb(units) => Self::Verb,
            None => Self::None,
        }
    }
}

/// What a folded word asks for, if it is a question word. English ones are no
/// question words while they are being typed, nor in capitals: WHO.
pub fn asked(typed: &str, units: &[u16], is_last: bool) -> Option<Asked> {
    if let [MANY, counter, ..] = units
        && is_counter(*counter)
    {
        return Some(Asked::Quantity(*counter));
    }
    // 뭐야, 얼마야.
    let units = units.strip_suffix(&[YA]).unwrap_or(units);
    let is_one_of =
        |list: &str| list.split(' ').any(|word| word.encode_utf16().eq(units.iter().copied()));
    if is_one_of(WORDS) {
        let is_plain = !units.starts_with(&AMOUNT) || units.ends_with(&[NA]);
        return Some(if is_plain { Asked::Anything } else { Asked::Quantity(WON) });
    }
    let is_english = !is_last && !typed.ends_with(|c: char| c.is_ascii_uppercase());
    (is_english && is_one_of(ENGLISH_WORDS)).then_some(Asked::Anything)
}

/// Whether a folded word is `몇`, which may stand apart from its counter.
pub fn is_many(units: &[u16]) -> bool {
    units == [MANY]
}

/// Whether counters begin with the unit.
pub fn is_counter(unit: u16) -> bool {
    has(COUNTERS, unit)
}

/// Whether a folded word may be a verb, behind a question word: 어디서 맞나.
pub fn may_be_verb(units: &[u16]) -> bool {
    units.len() > 1 && units.last().is_some_and(|last| has(PAST_ENDINGS, *last))
}

/// Whether a folded word is a verb as questions and requests end in.
fn is_verb(units: &[u16]) -> bool {
    let (verb, is_polite) = match units {
        [verb @ .., YO] => (verb, true),
        _ => (units, false),
    };
    let [.., before, last] = verb else { return false };
    let is_past = Syllable::of(*before).is_some_and(|syllable| syllable.last == PAST);
    has(ENDINGS, *last)
        || (is_polite && has(POLITE_ENDINGS, *last))
        || (is_past && has(PAST_ENDINGS, *last))
        || (has(BEFORE_LATE, *before) && has(LATE_ENDINGS, *last))
}

/// `나`, which ends 얼마나.
const NA: u16 = 0xB098;

fn has(list: &str, unit: u16) -> bool {
    list.encode_utf16().any(|other| other == unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(word: &str) -> Vec<u16> {
        word.encode_utf16().collect()
    }

    #[test]
    fn the_letters_have_their_numbers() {
        for (letter, unit) in [("몇", MANY), ("원", WON), ("요", YO), ("야", YA), ("나", NA)] {
            assert_eq!(units(letter), [unit]);
        }
        assert_eq!(units("얼마"), AMOUNT);
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
            ("뭐야", true, Some(Asked::Anything)),
            ("얼마야", true, Some(money)),
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
