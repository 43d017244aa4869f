//! Text as search compares it: lower case, composed, without signs and
//! marks. The words of reports and the words of queries pass through here
//! alike, so that the same text always finds itself.
//!
//! The tables of Unicode would weigh more than all of search; this knows
//! Hangul, Latin letters as Western Europe writes them without their marks,
//! the small letters of other Latin, Greek and Cyrillic ones, and the signs
//! that Korean texts put between words. Other letters stay as they are.

use std::ops::Range;

use crate::hangul::{self, compose};

/// Stands between two words; no letter folds to it.
pub const GAP: u16 = 0;
/// Stands for a single hyphen between two words, which may be one: `check-in`.
pub const HYPHEN: u16 = 1;

/// A folded text: a row of UTF-16 units, words parted by [`GAP`] or
/// [`HYPHEN`], and where each unit came from.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    units: Vec<u16>,
    /// The byte at which each unit begins, a gap where the word before it
    /// ends; and where the last one ends.
    starts: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.fold(text);
        folded
    }

    /// Folds another text into the same room.
    pub fn fold(&mut self, text: &str) {
        self.units.clear();
        self.starts.clear();
        let (mut at, mut end, mut gap) = (0, 0, None);
        while at < text.len() {
            if let Some((unit, length)) = plain(&text.as_bytes()[at..]) {
                self.open(gap.take(), end);
                self.push(unit, at);
                at += length;
                end = at;
                continue;
            }
            let from = at;
            let Some((bytes, c)) = compose(&text[from..]).next() else { break };
            at += bytes.end;
            let before = if gap.is_none() { self.units.last().copied() } else { None };
            match kind(narrow(c), before, &text[at..]) {
                Kind::Letter(c) => {
                    self.open(gap.take(), end);
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        self.push(*unit, from);
                    }
                    end = at;
                }
                Kind::Hyphen if before.is_some() => gap = Some(HYPHEN),
                Kind::Hyphen | Kind::Sign => gap = Some(GAP),
                Kind::Mark if gap.is_none() && !self.units.is_empty() => end = at,
                Kind::Mark => {}
            }
        }
        self.starts.push(as_u32(end));
    }

    /// The row.
    pub fn units(&self) -> &[u16] {
        &self.units
    }

    /// The row without its gaps.
    pub fn joined(&self) -> impl Iterator<Item = u16> {
        self.units.iter().copied().filter(|unit| !is_gap(*unit))
    }

    /// The words, as ranges of the row.
    pub fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = self.units.get(from..).filter(|rest| !rest.is_empty())?;
            let length = rest.iter().position(|unit| is_gap(*unit)).unwrap_or(rest.len());
            let word = from..from + length;
            from = word.end + 1;
            Some(word)
        })
    }

    /// The bytes of the text that a range of the row came from, marks that
    /// follow included.
    pub fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        // Both halves of a letter that takes two units begin where it does.
        let after = &self.starts[range.end..];
        let end = after.iter().find(|start| **start > self.starts[range.end - 1]);
        self.starts[range.start] as usize..end.map_or(0, |end| *end as usize)
    }

    fn open(&mut self, gap: Option<u16>, end: usize) {
        if let Some(gap) = gap.filter(|_| !self.units.is_empty()) {
            self.push(gap, end);
        }
    }

    fn push(&mut self, unit: u16, start: usize) {
        self.units.push(unit);
        self.starts.push(as_u32(start));
    }
}

/// The letters that most of every text is made of and that fold to
/// themselves, with their bytes: plain Latin letters, digits, and syllables
/// that nothing can be composed with.
fn plain(bytes: &[u8]) -> Option<(u16, usize)> {
    match bytes {
        [letter @ (b'a'..=b'z' | b'0'..=b'9'), ..] => Some((u16::from(*letter), 1)),
        [high @ 0xEA..=0xED, middle, low, rest @ ..] if rest.first() != Some(&0xE1) => {
            let [high, middle, low] = [high & 0xF, middle & 0x3F, low & 0x3F].map(u16::from);
            let unit = high << 12 | middle << 6 | low;
            hangul::is_syllable(unit).then_some((unit, 3))
        }
        _ => None,
    }
}

/// The unit that a text begins with, where that can be seen from its first
/// letter alone.
pub fn first_unit(text: &str) -> Option<u16> {
    match text.as_bytes() {
        [letter @ b'A'..=b'Z', ..] => Some(u16::from(letter.to_ascii_lowercase())),
        bytes => plain(bytes).map(|(unit, _)| unit),
    }
}

/// Whether a unit of a row is none of a word.
pub fn is_gap(unit: u16) -> bool {
    unit <= HYPHEN
}

/// Positions in texts; none of a report is as long as four thousand million
/// bytes.
fn as_u32(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
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

/// What a character does; `before` is the unit it follows in the same word,
/// `rest` the text behind it.
fn kind(c: char, before: Option<u16>, rest: &str) -> Kind {
    let next = || rest.chars().next().map(narrow);
    let digit = |unit| (u16::from(b'0')..=u16::from(b'9')).contains(&unit);
    let after_digit = before.is_some_and(digit);
    let inside_number = || after_digit && next().is_some_and(|next| next.is_ascii_digit());
    match c {
        '가'..='힣' | 'a'..='z' | '0'..='9' => Kind::Letter(c),
        'A'..='Z' => Kind::Letter(c.to_ascii_lowercase()),
        '%' if after_digit => Kind::Letter(c),
        '.' if inside_number() => Kind::Letter('.'),
        ',' if inside_number() => Kind::Mark,
        '\'' | '’' if before.is_some() => Kind::Mark,
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
        _ => Kind::Letter(lower(c)),
    }
}

/// Lower case of the other Latin letters, Greek and Cyrillic, which have their capitals in rows beside the
/// small letters or in pairs with them; whatever else it is stays.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let code = match code {
        0x100..=0x137 | 0x14a..=0x177 | 0x1e00..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e => (code + 1) & !1,
        0x391..=0x3a9 | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        _ => code,
    };
    char::from_u32(code).unwrap_or(c)
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
        let signs = |unit: &u16| match *unit {
            GAP => u16::from(b'|'),
            HYPHEN => u16::from(b'-'),
            unit => unit,
        };
        String::from_utf16_lossy(&Folded::new(text).units.iter().map(signs).collect::<Vec<_>>())
    }

    #[test]
    fn text_is_folded_to_what_is_compared() {
        for (text, expected) in [
            ("QR 체크인", "qr|체크인"),
            ("QR체크인", "qr체크인"),
            ("  '마스크', (백신)!  ", "마스크|백신"),
            ("2,297,309,797회", "2297309797회"),
            ("4.1% 3. 5,6 % a%", "4.1%|3|56|a"),
            ("1, 2", "1|2"),
            ("택시·대리 약국ㆍ병원", "택시|대리|약국|병원"),
            ("Kakao's COVID-19", "kakaos|covid-19"),
            ("ＱＲ코드　１２", "qr코드|12"),
            ("Café ÀÉÎ Straße", "cafe|aei|strase"),
            ("ŁÓDŹ Žižkov İĞŞ ỆẢ", "łodź|žižkov|ığş|ệả"),
            ("Безопасность ЁЖ ΕΝΈΡΓΕΙΑ", "безопасность|ёж|ενΈργεια"),
            ("cafe\u{301}s", "cafes"),
            ("마\u{200b}스크 😷", "마스크"),
            ("\0\u{7f}", ""),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_single_hyphen_may_join_words() {
        for (text, expected) in [
            ("Check-in now", "check-in|now"),
            ("a -- b", "a|b"),
            ("a - b", "a|b"),
            ("-a-", "a"),
            ("a\u{2011}b-c", "a-b-c"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn units_know_their_bytes_and_rows_their_words() {
        let folded = Folded::new(" é마\u{11a8}\u{301}x, 2,0-b");
        let words = folded.words().map(|word| folded.bytes(&word));
        assert_eq!(words.collect::<Vec<_>>(), [1..12, 14..17, 18..19]);
        assert_eq!(folded.bytes(&(1..2)), 3..11);
    }
}
