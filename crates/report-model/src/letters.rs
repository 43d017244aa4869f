//! Texts in fewer bytes than in UTF-8, which spends three on a syllable of
//! Hangul: the commonest letters beyond ASCII take one byte, the others two.
//! What Brotli then makes of our Korean is a tenth smaller.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many letters ASCII has, and how many one lead byte leads.
const BLOCK: u32 = 0x80;

/// The letters that texts are written in, by their numbers: ASCII, then those
/// that take one byte, then those that take two.
#[derive(Debug)]
pub struct Letters {
    all: Vec<char>,
    /// The first number, and the first byte, that needs a second one.
    lead: u32,
}

impl Letters {
    /// The letters of a text.
    ///
    /// # Panics
    /// When they are more than two bytes can tell apart: 16 384 beyond ASCII
    /// (Hangul has 11 172 syllables).
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut counts = BTreeMap::new();
        for letter in text.chars().filter(|letter| !letter.is_ascii()) {
            *counts.entry(letter).or_insert(0_u32) += 1;
        }
        let mut beyond: Vec<char> = counts.keys().copied().collect();
        beyond.sort_by_key(|letter| Reverse(counts[letter]));

        let leads =
            (0..=BLOCK).find(|leads| (BLOCK - leads + leads * BLOCK) as usize >= beyond.len());
        let lead = 2 * BLOCK - leads.expect("two bytes tell 16 384 letters apart");
        let count = beyond.len().min((lead - BLOCK) as usize);
        let (short, long) = beyond.split_at_mut(count);
        // Neighbours in Unicode are near in sound, and their distances are short to write.
        short.sort_unstable();
        long.sort_unstable();
        Self::new(lead, beyond.into_iter())
    }

    fn new(lead: u32, beyond: impl Iterator<Item = char>) -> Self {
        let mut all: Vec<char> = ('\0'..='\x7f').collect();
        all.extend(beyond);
        Self { all, lead }
    }

    /// The first lead byte.
    #[must_use]
    pub fn lead(&self) -> u32 {
        self.lead
    }

    /// How far each letter beyond ASCII is from the one before.
    pub fn distances(&self) -> impl Iterator<Item = u32> {
        let beyond = self.all.iter().skip(BLOCK as usize).map(|letter| u32::from(*letter));
        let before = std::iter::once(0).chain(beyond.clone());
        beyond.zip(before).map(|(to, from)| to.wrapping_sub(from))
    }

    /// Makes the letters of what [`Letters::lead`] and [`Letters::distances`] returned.
    #[must_use]
    pub fn read(lead: u32, distances: Vec<u32>) -> Self {
        let mut letter = 0_u32;
        let beyond = distances.into_iter().map(|distance| {
            letter = letter.wrapping_add(distance);
            char::from_u32(letter).unwrap_or_default()
        });
        Self::new(lead, beyond)
    }

    /// Writes a text that has no other letters.
    #[must_use]
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let numbers: BTreeMap<_, _> = self.all.iter().zip(0_u32..).collect();
        let mut bytes = Vec::new();
        for letter in text.chars() {
            let number = numbers[&letter];
            let place = number.wrapping_sub(self.lead);
            if number < self.lead {
                bytes.push(number.to_le_bytes()[0]);
            } else {
                bytes.push((self.lead + place / BLOCK).to_le_bytes()[0]);
                bytes.push((BLOCK + place % BLOCK).to_le_bytes()[0]);
            }
        }
        bytes
    }

    /// Reads what [`Letters::encode`] wrote; nothing where a byte stands for no letter.
    #[must_use]
    pub fn decode(&self, bytes: &[u8]) -> Option<String> {
        let mut bytes = bytes.iter().map(|byte| u32::from(*byte));
        let mut text = String::new();
        while let Some(mut number) = bytes.next() {
            if number >= self.lead {
                let second = bytes.next()?;
                number = self.lead + (number - self.lead) * BLOCK + second % BLOCK;
            }
            text.push(*self.all.get(number as usize)?);
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as it comes back, and how many bytes it took.
    fn returned(text: &str) -> (String, usize) {
        let letters = Letters::of(text);
        let read = Letters::read(letters.lead(), letters.distances().collect());
        let bytes = letters.encode(text);
        (read.decode(&bytes).unwrap(), bytes.len())
    }

    #[test]
    fn every_text_comes_back_as_it_was() {
        let syllables: String = ('가'..='힣').collect();
        for (text, bytes) in [
            ("", 0),
            ("Masks, 2020\n\0", 13),
            ("마스크", 3),
            ("마스크 지도 · ‘잔여’", 13),
            ("🎉 with a party", 14),
            // One lead leads 128 letters, so that 127 are left in one byte.
            (&('가'..).take(192).collect::<String>(), 127 + 2 * 65),
            (&('가'..).take(128).collect::<String>(), 128),
            (&('가'..).take(129).collect::<String>(), 127 + 2 * 2),
            (&syllables, 41 + 2 * (11_172 - 41)),
        ] {
            assert_eq!(returned(text), (text.to_owned(), bytes));
        }
    }

    #[test]
    fn what_is_common_takes_one_byte() {
        let rare: String = ('가'..).take(500).collect();
        let (_, alone) = returned(&rare);
        let (_, with_common) = returned(&format!("{rare}{}", "힣".repeat(100)));
        assert!(with_common <= alone + 102, "{alone} and {with_common}");
    }

    #[test]
    fn bytes_that_stand_for_no_letter_are_refused() {
        let letters = Letters::of(&('가'..).take(129).collect::<String>());
        for bytes in [&b"a\xff"[..], b"\xff\xff"] {
            assert_eq!(letters.decode(bytes), None);
        }
        assert_eq!(Letters::of("").decode(b"\x80"), None);
    }

    #[test]
    #[should_panic(expected = "16 384 letters")]
    fn more_letters_than_two_bytes_tell_apart_are_refused() {
        let many: String = ('\u{4e00}'..).take(16_385).collect();
        drop(Letters::of(&many));
    }
}
