//! Words typed while the keyboard stood on the wrong language: `aktmzm` is
//! 마스크, `ㅏㅁㅏㅐ` is kakao. The Korean layout is the usual one with two
//! sets of keys (두벌식, KS X 5002).

use super::{FIRST_VOWEL, INITIAL_LETTERS, Syllable, halves, is_vowel, letters, position, whole};

/// The letters on the keys `a` to `z`.
const PLAIN: [u16; 26] = letters("ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ");
/// The keys that give another letter with Shift, each before its letter.
const SHIFTED: [(u8, u16); 7] = {
    let [bb, jj, dd, gg, ss, yae, ye] = letters("ㅃㅉㄸㄲㅆㅒㅖ");
    [(b'Q', bb), (b'W', jj), (b'E', dd), (b'R', gg), (b'T', ss), (b'O', yae), (b'P', ye)]
};

/// What a word of Latin letters is when its keys are read as Korean ones;
/// `None` if a character is not on them.
#[must_use]
pub fn from_latin_keys(word: &str) -> Option<Vec<u16>> {
    let mut typing = Typing::default();
    for key in word.bytes() {
        typing.press(letter_on(key)?);
    }
    Some(typing.finish())
}

/// The keys, as lower-case Latin letters, that were pressed for a Korean
/// word; `None` if one of its characters is not Hangul.
#[must_use]
pub fn to_latin_keys(word: &[u16]) -> Option<Vec<u16>> {
    let mut keys = Vec::new();
    for unit in word {
        match Syllable::of(*unit) {
            Some(syllable) => {
                let initial = INITIAL_LETTERS[usize::from(syllable.initial)];
                let parts =
                    [Some(initial), Some(FIRST_VOWEL + syllable.vowel), syllable.last_letter()];
                for letter in parts.into_iter().flatten() {
                    press(letter, &mut keys)?;
                }
            }
            None => press(*unit, &mut keys)?,
        }
    }
    Some(keys)
}

fn letter_on(key: u8) -> Option<u16> {
    let shifted = SHIFTED.iter().find(|(other, _)| *other == key).map(|(_, letter)| *letter);
    let plain = || PLAIN.get(usize::from(key.to_ascii_lowercase().checked_sub(b'a')?)).copied();
    shifted.or_else(plain)
}

fn press(letter: u16, keys: &mut Vec<u16>) -> Option<()> {
    if let Some((first, second)) = halves(letter) {
        press(first, keys)?;
        return press(second, keys);
    }
    let shifted = SHIFTED.iter().find(|(_, other)| *other == letter);
    let key = match shifted {
        Some((key, _)) => u16::from(key.to_ascii_lowercase()),
        None => u16::from(b'a') + position(&PLAIN, letter)?,
    };
    keys.push(key);
    Some(())
}

/// Letters becoming syllables, as an input method composes them.
#[derive(Default)]
struct Typing {
    done: Vec<u16>,
    initial: Option<u16>,
    vowel: Option<u16>,
    last: Option<u16>,
}

impl Typing {
    fn press(&mut self, letter: u16) {
        if is_vowel(letter) { self.press_vowel(letter) } else { self.press_consonant(letter) }
    }

    fn press_vowel(&mut self, letter: u16) {
        match (self.vowel, self.last) {
            (None, _) => self.vowel = Some(letter),
            (Some(vowel), None) => {
                let both = whole(vowel, letter);
                if both.is_none() {
                    self.close();
                }
                self.vowel = both.or(Some(letter));
            }
            // The final consonant turns out to begin the next syllable.
            (Some(_), Some(last)) => {
                let (stays, moves) = match halves(last) {
                    Some((first, second)) => (Some(first), second),
                    None => (None, last),
                };
                self.last = stays;
                self.close();
                self.initial = Some(moves);
                self.vowel = Some(letter);
            }
        }
    }

    fn press_consonant(&mut self, letter: u16) {
        let last = match (self.initial, self.vowel, self.last) {
            (Some(_), Some(_), None) => Some(letter).filter(|letter| ends_a_syllable(*letter)),
            (Some(_), Some(_), Some(last)) => whole(last, letter),
            (None, _, _) | (Some(_), None, _) => None,
        };
        if last.is_some() {
            self.last = last;
        } else {
            self.close();
            self.initial = Some(letter);
        }
    }

    fn close(&mut self) {
        let (initial, vowel, last) = (self.initial.take(), self.vowel.take(), self.last.take());
        let syllable = initial.zip(vowel).and_then(|(initial, vowel)| {
            let open = Syllable {
                initial: position(&INITIAL_LETTERS, initial)?,
                vowel: vowel - FIRST_VOWEL,
                last: 0,
            };
            open.ending(last)
        });
        match syllable {
            Some(syllable) => self.done.push(syllable.unit()),
            None => self.done.extend([initial, vowel, last].into_iter().flatten()),
        }
    }

    fn finish(mut self) -> Vec<u16> {
        self.close();
        self.done
    }
}

fn ends_a_syllable(letter: u16) -> bool {
    let any = Syllable { initial: 0, vowel: 0, last: 0 };
    any.ending(Some(letter)).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn korean(keys: &str) -> Option<String> {
        from_latin_keys(keys).map(|units| String::from_utf16_lossy(&units))
    }

    fn latin(word: &str) -> Option<String> {
        to_latin_keys(&word.encode_utf16().collect::<Vec<_>>())
            .map(|units| String::from_utf16_lossy(&units))
    }

    #[test]
    fn latin_keys_are_read_as_an_input_method_reads_them() {
        for (keys, expected) in [
            ("aktmzm", "마스크"),
            ("wksdu", "잔여"),
            ("dhksfy", "완료"),
            ("Rhc", "꽃"),
            ("ekfrl", "달기"),
            ("ekfr", "닭"),
            ("dksgdk", "않아"),
            ("thtkdrhddls", "소상공인"),
            ("rk", "가"),
            ("r", "ㄱ"),
            ("krk", "ㅏ가"),
            ("qr", "ㅂㄱ"),
            ("gPQ", "혜ㅃ"),
        ] {
            assert_eq!(korean(keys).as_deref(), Some(expected), "{keys}");
        }
        assert_eq!(korean("qr1"), None);
        assert_eq!(korean("é"), None);
    }

    #[test]
    fn korean_words_are_read_as_the_keys_pressed() {
        for (word, expected) in [
            ("ㅏㅁㅏㅁㅐ", Some("kakao")),
            ("ㅏ마매", Some("kakao")),
            ("ㅡ메", Some("map")),
            ("ㅂㄱ", Some("qr")),
            ("꽃", Some("rhc")),
            ("값", Some("rkqt")),
            ("a", None),
        ] {
            assert_eq!(latin(word).as_deref(), expected, "{word}");
        }
    }

    proptest! {
        #[test]
        fn a_word_without_shifted_letters_is_the_same_on_both_layouts(word in "[가-힣]{1,8}") {
            let keys = latin(&word).unwrap();
            let back = korean(&keys).unwrap();
            let shifted = |c: char| {
                let syllable = Syllable::of(u16::try_from(u32::from(c)).unwrap()).unwrap();
                // ㄲ ㄸ ㅃ ㅆ ㅉ as initials, ㅒ ㅖ as vowels, ㄲ ㅆ as finals.
                [1, 4, 8, 10, 13].contains(&syllable.initial)
                    || [3, 7].contains(&syllable.vowel)
                    || [2, 20].contains(&syllable.last)
            };
            prop_assert_eq!(back == word, !word.chars().any(shifted));
        }
    }
}
