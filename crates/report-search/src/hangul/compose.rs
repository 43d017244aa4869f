//! Syllables out of conjoining jamo, as Unicode's NFC makes them. File names
//! and text copied on a Mac come in pieces (NFD); people do not see them.

use std::ops::Range;
use std::str::Chars;

use super::{FINAL_LETTERS, FIRST_VOWEL, INITIAL_LETTERS, Syllable};

/// The characters of a text with the bytes they came from, Hangul composed.
#[must_use]
pub fn compose(text: &str) -> Composed<'_> {
    Composed { rest: text.chars(), at: 0 }
}

/// Iterator of [`compose`].
#[derive(Debug, Clone)]
pub struct Composed<'t> {
    rest: Chars<'t>,
    at: usize,
}

impl Iterator for Composed<'_> {
    type Item = (Range<usize>, char);

    fn next(&mut self) -> Option<Self::Item> {
        let from = self.at;
        let first = self.step()?;
        // Most characters of most texts cannot be composed with anything.
        let composed = match first {
            '\u{1100}'..='\u{11ff}' | '가'..='힣' => self.compose(first),
            _ => first,
        };
        Some((from..self.at, composed))
    }
}

impl Composed<'_> {
    fn compose(&mut self, first: char) -> char {
        let open = match (Jamo::of(first), syllable(first)) {
            (Some(Jamo::Initial(initial)), _) => match self.vowel() {
                Some(vowel) => Syllable { initial, vowel, last: 0 },
                None => return letter(INITIAL_LETTERS[usize::from(initial)]),
            },
            (Some(Jamo::Vowel(vowel)), _) => return letter(FIRST_VOWEL + vowel),
            (Some(Jamo::Final(last)), _) => return letter(FINAL_LETTERS[usize::from(last) - 1]),
            (None, Some(syllable)) if syllable.last == 0 => syllable,
            (None, _) => return first,
        };
        match self.last() {
            Some(last) => letter(Syllable { last, ..open }.unit()),
            None => letter(open.unit()),
        }
    }

    fn vowel(&mut self) -> Option<u16> {
        let Some(Jamo::Vowel(vowel)) = self.peek() else { return None };
        self.step();
        Some(vowel)
    }

    fn last(&mut self) -> Option<u16> {
        let Some(Jamo::Final(last)) = self.peek() else { return None };
        self.step();
        Some(last)
    }

    fn peek(&self) -> Option<Jamo> {
        Jamo::of(self.rest.clone().next()?)
    }

    fn step(&mut self) -> Option<char> {
        let next = self.rest.next()?;
        self.at += next.len_utf8();
        Some(next)
    }
}

/// A conjoining jamo, by its number in syllables.
enum Jamo {
    Initial(u16),
    Vowel(u16),
    Final(u16),
}

impl Jamo {
    fn of(c: char) -> Option<Self> {
        let code = u16::try_from(u32::from(c)).ok()?;
        match code {
            0x1100..=0x1112 => Some(Self::Initial(code - 0x1100)),
            0x1161..=0x1175 => Some(Self::Vowel(code - 0x1161)),
            0x11A8..=0x11C2 => Some(Self::Final(code - 0x11A7)),
            _ => None,
        }
    }
}

fn syllable(c: char) -> Option<Syllable> {
    Syllable::of(u16::try_from(u32::from(c)).ok()?)
}

fn letter(unit: u16) -> char {
    char::from_u32(u32::from(unit)).expect("Hangul is no surrogate")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn composed(text: &str) -> String {
        compose(text).map(|(_, c)| c).collect()
    }

    #[test]
    fn pieces_of_syllables_are_put_together() {
        for (pieces, expected) in [
            ("\u{1106}\u{1161}\u{1109}\u{1173}\u{110f}\u{1173}", "마스크"),
            ("\u{1107}\u{1162}\u{11a8}", "백"),
            ("배\u{11a8}", "백"),
            ("백\u{11a8}", "백ㄱ"),
            ("\u{110f}", "ㅋ"),
            ("\u{1161}\u{11a8}", "ㅏㄱ"),
            ("a마", "a마"),
        ] {
            assert_eq!(composed(pieces), expected, "{pieces:?}");
        }
    }

    proptest! {
        #[test]
        fn composing_hangul_is_what_unicode_calls_nfc(text in "[가-힣ㄱ-ㅎ a-z0-9]{0,20}") {
            prop_assert_eq!(composed(&text.nfd().collect::<String>()), text);
        }

        #[test]
        fn the_pieces_cover_the_text(text in "[\\u{1100}-\\u{11ff}가-힣a]{0,20}") {
            let mut end = 0;
            for (range, _) in compose(&text) {
                prop_assert_eq!(range.start, end);
                end = range.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
