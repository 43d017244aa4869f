//! Text as search compares it: lower case, composed, without signs and
//! marks. The words of reports and the words of queries pass through here
//! alike, so that the same text always finds itself.
//!
//! The tables of Unicode would weigh more than all of search; this knows
//! Hangul, Latin letters as Western Europe writes them, and the signs that
//! Korean texts put between words. Other letters stay as they are.

use std::ops::Range;

use crate::hangul::{Composed, compose};

/// One folded letter: a UTF-16 unit, and where it came from.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The unit, never 0.
    pub unit: u16,
    /// The bytes of the text it stands for, marks that follow it included.
    pub bytes: Range<usize>,
    /// What stands before it.
    pub before: Before,
}

/// What stands between a letter and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing: they belong to one word.
    Nothing,
    /// A single hyphen: two words, or one (`check-in`).
    Hyphen,
    /// The beginning of the text, a space, or any other sign.
    Gap,
}

/// Folds a text, replacing what `letters` held.
pub fn fold(text: &str, letters: &mut Vec<Letter>) {
    letters.clear();
    let mut before = Before::Gap;
    let mut rest = compose(text);
    while let Some((bytes, c)) = rest.next() {
        match kind(narrow(c), letters.last(), before, &rest) {
            Kind::Letter(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    letters.push(Letter { unit: *unit, bytes: bytes.clone(), before });
                    before = Before::Nothing;
                }
            }
            Kind::Hyphen if before == Before::Nothing => before = Before::Hyphen,
            Kind::Hyphen | Kind::Sign => before = Before::Gap,
            Kind::Mark => {
                if let Some(last) = letters.last_mut().filter(|_| before == Before::Nothing) {
                    last.bytes.end = bytes.end;
                }
            }
        }
    }
}

/// The units of folded letters.
pub fn units(letters: &[Letter]) -> Vec<u16> {
    letters.iter().map(|letter| letter.unit).collect()
}

/// The words among folded letters, as ranges.
pub fn words(letters: &[Letter]) -> impl Iterator<Item = Range<usize>> {
    pieces(letters, |before| before != Before::Nothing)
}

/// The same with `check-in` as one word.
pub fn compounds(letters: &[Letter]) -> impl Iterator<Item = Range<usize>> {
    pieces(letters, |before| before == Before::Gap)
}

fn pieces(letters: &[Letter], cut: fn(Before) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let first = from;
        let after = letters.get(first + 1..)?;
        let length = after.iter().take_while(|letter| !cut(letter.before)).count();
        from = first + 1 + length;
        Some(first..from)
    })
}

/// What a unit is written with. Where a word passes from one script to
/// another, as in `QR체크인`, something begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Digits, and the point between them.
    Digits,
    /// Latin letters.
    Latin,
    /// Hangul and everything else.
    Other,
}

impl Script {
    /// The script of a folded unit.
    pub fn of(unit: u16) -> Self {
        match u8::try_from(unit) {
            Ok(b'0'..=b'9' | b'.') => Self::Digits,
            Ok(_) => Self::Latin,
            Err(_) => Self::Other,
        }
    }
}

enum Kind {
    Letter(char),
    /// Parts words.
    Sign,
    Hyphen,
    /// Belongs to the letter before, and is not compared.
    Mark,
}

fn kind(c: char, last: Option<&Letter>, before: Before, rest: &Composed<'_>) -> Kind {
    let next = || rest.clone().next().map(|(_, next)| narrow(next));
    let inside_number = || {
        let digit = |unit| (u16::from(b'0')..=u16::from(b'9')).contains(&unit);
        before == Before::Nothing
            && last.is_some_and(|last| digit(last.unit))
            && next().is_some_and(|next| next.is_ascii_digit())
    };
    match c {
        'a'..='z' | '0'..='9' => Kind::Letter(c),
        'A'..='Z' => Kind::Letter(c.to_ascii_lowercase()),
        '.' if inside_number() => Kind::Letter('.'),
        ',' if inside_number() => Kind::Mark,
        '\'' | '’' if before == Before::Nothing => Kind::Mark,
        '-' | '\u{2010}' | '\u{2011}' => Kind::Hyphen,
        '\u{c0}'..='\u{ff}' => western(c),
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Kind::Mark,
        // The last but one is the Hangul letter that Korean texts use as a
        // middle dot; the last are pictures.
        '\0'..='\u{bf}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{30fb}'
        | '\u{318d}'
        | '\u{1f000}'..='\u{1faff}' => Kind::Sign,
        _ => Kind::Letter(c),
    }
}

/// Letters of Western Europe from U+00C0, without their marks; a space where
/// there is no such letter.
const WESTERN: &[u8; 32] = b"aaaaaaaceeeeiiiidnooooo ouuuuyts";

fn western(c: char) -> Kind {
    let column = usize::try_from(u32::from(c)).unwrap_or(0) % WESTERN.len();
    match (c, WESTERN[column]) {
        ('ÿ', _) => Kind::Letter('y'),
        (_, b' ') => Kind::Sign,
        (_, letter) => Kind::Letter(char::from(letter)),
    }
}

/// The usual form of a full-width letter or sign (`ＱＲ`), as Korean and
/// Japanese keyboards can produce them.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut letters = Vec::new();
        fold(text, &mut letters);
        let words = words(&letters).map(|word| {
            let units: Vec<u16> = units(&letters[word]);
            String::from_utf16(&units).unwrap()
        });
        words.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn text_is_folded_to_what_is_compared() {
        for (text, expected) in [
            ("QR 체크인", "qr|체크인"),
            ("QR체크인", "qr체크인"),
            ("  '마스크', (백신)!  ", "마스크|백신"),
            ("2,297,309,797회", "2297309797회"),
            ("4.1% 3. 5,6", "4.1|3|56"),
            ("1, 2", "1|2"),
            ("택시·대리 약국ㆍ병원", "택시|대리|약국|병원"),
            ("Kakao's COVID-19", "kakaos|covid|19"),
            ("ＱＲ코드　１２", "qr코드|12"),
            ("Café ÀÉÎ Straße", "cafe|aei|strase"),
            ("cafe\u{301}s", "cafes"),
            ("마\u{200b}스크 😷", "마스크"),
            ("\0\u{7f}", ""),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_compound_is_one_word_or_several() {
        let mut letters = Vec::new();
        fold("Check-in now -- a-b-c", &mut letters);
        let lengths = |words: Vec<Range<usize>>| {
            words.iter().map(ExactSizeIterator::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(words(&letters).collect()), [5, 2, 3, 1, 1, 1]);
        assert_eq!(lengths(compounds(&letters).collect()), [7, 3, 3]);
    }

    #[test]
    fn letters_know_their_bytes() {
        let mut letters = Vec::new();
        fold("é마\u{11a8}\u{301}x", &mut letters);
        let bytes: Vec<_> = letters.iter().map(|letter| letter.bytes.clone()).collect();
        assert_eq!(bytes, [0..2, 2..10, 10..11]);
    }
}
