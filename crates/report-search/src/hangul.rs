//! Hangul is arithmetic: a syllable is an initial consonant, a vowel and
//! perhaps a final consonant, numbered in one run of 11 172 characters. So
//! search needs no tables of Unicode.
//!
//! All of Hangul lies in the Basic Multilingual Plane; a letter is therefore
//! one UTF-16 unit, a `u16`, here and in the rest of this crate. Single letters (jamo) are
//! always the *compatibility* ones that keyboards send: `ㄱ` is U+3131. What
//! Unicode calls conjoining jamo (NFD) becomes syllables in [`compose`].

mod compose;
mod keyboard;

pub use compose::compose;
pub use keyboard::{from_latin_keys, to_latin_keys};

/// `가`, the first syllable.
const FIRST: u16 = 0xAC00;
const VOWELS: u16 = 21;
/// Final consonants, and none.
const FINALS: u16 = 28;
/// `ㅏ`, the first vowel letter; the others follow in the order of syllables.
const FIRST_VOWEL: u16 = 0x314F;

/// The consonants that begin a syllable, in the order of syllables.
const INITIAL_LETTERS: [u16; 19] = letters("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
/// The consonants that end one; number 0 is none.
const FINAL_LETTERS: [u16; 27] = letters("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ");
/// Letters that are typed as two: the whole, then both halves.
const PAIRS: [u16; 54] = letters(
    "ㄳㄱㅅㄵㄴㅈㄶㄴㅎㄺㄹㄱㄻㄹㅁㄼㄹㅂㄽㄹㅅㄾㄹㅌㄿㄹㅍㅀㄹㅎㅄㅂㅅㅘㅗㅏㅙㅗㅐㅚㅗㅣㅝㅜㅓㅞㅜㅔㅟㅜㅣㅢㅡㅣ",
);

/// A syllable, taken apart into the numbers of its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syllable {
    /// Number of the initial consonant.
    pub initial: u16,
    /// Number of the vowel.
    pub vowel: u16,
    /// Number of the final consonant (batchim), 0 for none.
    pub last: u16,
}

impl Syllable {
    /// Takes a syllable apart.
    #[must_use]
    pub fn of(unit: u16) -> Option<Self> {
        is_syllable(unit).then(|| {
            let number = unit - FIRST;
            Self {
                initial: number / (VOWELS * FINALS),
                vowel: number / FINALS % VOWELS,
                last: number % FINALS,
            }
        })
    }

    /// Puts it together again.
    #[must_use]
    pub fn unit(self) -> u16 {
        FIRST + (self.initial * VOWELS + self.vowel) * FINALS + self.last
    }

    /// The letters that begin it: its initial consonant and its vowel.
    #[must_use]
    pub fn open_letters(self) -> (u16, u16) {
        (INITIAL_LETTERS[usize::from(self.initial)], FIRST_VOWEL + self.vowel)
    }

    /// The letter that ends it, if any.
    #[must_use]
    pub fn last_letter(self) -> Option<u16> {
        FINAL_LETTERS.get(usize::from(self.last).checked_sub(1)?).copied()
    }

    /// The same syllable with another end; `None` where no syllable ends so.
    #[must_use]
    pub fn ending(self, letter: Option<u16>) -> Option<Self> {
        let last = match letter {
            None => 0,
            Some(letter) => position(&FINAL_LETTERS, letter)? + 1,
        };
        Some(Self { last, ..self })
    }
}

/// The syllables that begin with a consonant, first and last: `ㄱ` gives `가`
/// and `깋`.
#[must_use]
pub fn beginning_with(letter: u16) -> Option<(u16, u16)> {
    let initial = position(&INITIAL_LETTERS, letter)?;
    let first = Syllable { initial, vowel: 0, last: 0 };
    let last = Syllable { initial, vowel: VOWELS - 1, last: FINALS - 1 };
    Some((first.unit(), last.unit()))
}

/// The syllables a finished-looking one may still become by further
/// keystrokes, itself included: `배` to `뱋`, `고` to `굏` (고, 곡 ... 과, 괴),
/// `갈` to `갏`. They always stand side by side.
#[must_use]
pub fn growing_from(syllable: Syllable) -> (u16, u16) {
    let grown = match (syllable.last, syllable.vowel) {
        // ㅗ grows to ㅘ ㅙ ㅚ, ㅜ to ㅝ ㅞ ㅟ, ㅡ to ㅢ.
        (0, vowel @ (8 | 13)) => Syllable { vowel: vowel + 3, last: FINALS - 1, ..syllable },
        (0, vowel @ 18) => Syllable { vowel: vowel + 1, last: FINALS - 1, ..syllable },
        (0, _) => Syllable { last: FINALS - 1, ..syllable },
        // ㄱ grows to ㄲ ㄳ, ㄴ to ㄵ ㄶ, ㄹ to ㄺ ... ㅀ, ㅂ to ㅄ, ㅅ to ㅆ.
        (last @ (1 | 4), _) => Syllable { last: last + 2, ..syllable },
        (8, _) => Syllable { last: 15, ..syllable },
        (last @ (17 | 19), _) => Syllable { last: last + 1, ..syllable },
        (_, _) => syllable,
    };
    (syllable.unit(), grown.unit())
}

/// Both halves of a letter that is typed as two: `ㄳ` is `ㄱ` and `ㅅ`.
#[must_use]
pub fn halves(letter: u16) -> Option<(u16, u16)> {
    PAIRS.chunks(3).find(|pair| pair[0] == letter).map(|pair| (pair[1], pair[2]))
}

/// The letter that two keystrokes make, if they make one.
fn whole(first: u16, second: u16) -> Option<u16> {
    PAIRS.chunks(3).find(|pair| pair[1..] == [first, second]).map(|pair| pair[0])
}

/// Whether a unit is a syllable.
#[must_use]
pub fn is_syllable(unit: u16) -> bool {
    (0xAC00..=0xD7A3).contains(&unit)
}

/// Whether a unit is a single consonant or vowel.
#[must_use]
pub fn is_letter(unit: u16) -> bool {
    (0x3131..=0x3163).contains(&unit)
}

fn is_vowel(letter: u16) -> bool {
    (FIRST_VOWEL..FIRST_VOWEL + VOWELS).contains(&letter)
}

fn position(letters: &[u16], letter: u16) -> Option<u16> {
    let position = letters.iter().position(|other| *other == letter)?;
    u16::try_from(position).ok()
}

/// The units of a text of letters, each of which takes three bytes of UTF-8.
const fn letters<const N: usize>(text: &str) -> [u16; N] {
    let bytes = text.as_bytes();
    assert!(bytes.len() == 3 * N);
    let mut units = [0; N];
    let mut at = 0;
    while at < N {
        let [high, middle, low] = [bytes[3 * at], bytes[3 * at + 1], bytes[3 * at + 2]];
        units[at] = (high as u16 & 0xF) << 12 | (middle as u16 & 0x3F) << 6 | (low as u16 & 0x3F);
        at += 1;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(c: char) -> u16 {
        u16::try_from(u32::from(c)).unwrap()
    }

    #[test]
    fn every_syllable_can_be_taken_apart_and_put_together() {
        for number in 0..11_172 {
            let unit = FIRST + number;
            assert_eq!(Syllable::of(unit).unwrap().unit(), unit);
        }
        assert_eq!(Syllable::of(FIRST - 1), None);
        assert_eq!(Syllable::of(FIRST + 11_172), None);
    }

    #[test]
    fn a_consonant_begins_588_syllables() {
        assert_eq!(beginning_with(unit('ㄱ')), Some((unit('가'), unit('깋'))));
        assert_eq!(beginning_with(unit('ㅎ')), Some((unit('하'), unit('힣'))));
        assert_eq!(beginning_with(unit('ㅏ')), None);
        assert_eq!(beginning_with(unit('ㄳ')), None);
    }

    #[test]
    fn a_syllable_grows_as_keyboards_let_it_grow() {
        for (from, to) in [
            ('배', '뱋'),
            ('고', '굏'),
            ('구', '귛'),
            ('그', '긯'),
            ('각', '갃'),
            ('간', '갆'),
            ('갈', '갏'),
            ('갑', '값'),
            ('갓', '갔'),
            ('강', '강'),
            ('과', '괗'),
        ] {
            let grown = growing_from(Syllable::of(unit(from)).unwrap());
            assert_eq!(grown, (unit(from), unit(to)), "{from}");
        }
    }

    #[test]
    fn letters_typed_as_two_are_known_by_their_halves() {
        assert_eq!(halves(unit('ㅄ')), Some((unit('ㅂ'), unit('ㅅ'))));
        assert_eq!(halves(unit('ㅢ')), Some((unit('ㅡ'), unit('ㅣ'))));
        assert_eq!(halves(unit('ㄲ')), None);
        assert_eq!(whole(unit('ㅗ'), unit('ㅏ')), Some(unit('ㅘ')));
        assert_eq!(whole(unit('ㅏ'), unit('ㅗ')), None);
    }
}
