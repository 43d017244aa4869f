//! Words that running text writes apart: a reader types `예방접종`, a summary
//! says 예방 접종. Names are stored without their spaces; for summaries that
//! would double the index, so the halves are looked for instead, and the few
//! cards that have both are read again.

use crate::hangul;

use super::fold::Folded;
use super::index::Index;
use super::index_builder::running_text;
use super::pattern::Pattern;

/// The longest word that is looked for in halves, in letters: the ways to
/// cut it fit into sixteen bits.
const LONGEST: usize = 17;

/// Calls `found` with the cards whose running text says the word with a
/// space in it. Words of two syllables are not taken apart: any two words
/// may meet like that.
pub fn find(index: &Index, word: &[u16], mut found: impl FnMut(u32)) {
    let syllables = word.iter().filter(|unit| hangul::is_syllable(**unit)).count();
    if !(3..=LONGEST).contains(&word.len()) || syllables < 2 {
        return;
    }
    let pattern = Pattern::exact(word);
    let mut folded = Folded::default();
    for card in candidates(index, word) {
        let says = running_text(&index.report.cards[card as usize]).any(|text| {
            folded.fold(text.ko);
            pattern.find(&folded.joined().collect::<Vec<_>>()).is_some()
        });
        if says {
            found(card);
        }
    }
}

/// Cards whose text has a word ending in the first half and a word beginning
/// with the other, for some way to cut the word in two.
fn candidates(index: &Index, word: &[u16]) -> Vec<u32> {
    let lexicon = &index.words().lexicon;
    let mut halves = Vec::new();
    let (mut ends, mut begins) = (0, 0);
    for (at, unit) in word.iter().enumerate() {
        let mut latest = u32::MAX;
        for number in lexicon.containing(*unit) {
            let other = lexicon.word(*number);
            // A word can be the end of a first half, or the beginning of a second one.
            let ends_here = at + 1 < word.len() && other.last() == Some(unit);
            let begins_here = at > 0 && other.first() == Some(unit);
            if *number == std::mem::replace(&mut latest, *number) || !(ends_here || begins_here) {
                continue;
            }
            let (first, second) = (&word[..=at], &word[at..]);
            // One bit for each way to cut the word, which is behind this unit or before it.
            let ending = if ends_here && other.ends_with(first) { 1 << at } else { 0 };
            let beginning =
                if begins_here && other.starts_with(second) { 1 << (at - 1) } else { 0 };
            if ending | beginning != 0 {
                halves.push((*number, ending, beginning));
                ends |= ending;
                begins |= beginning;
            }
        }
    }
    if ends & begins == 0 {
        return Vec::new();
    }
    let mut cuts = vec![(0_u16, 0_u16); index.report.cards.len()];
    for (number, ending, beginning) in halves {
        // A word that stands in a better field too is noted there alone.
        for card in lexicon.cards(number) {
            let cut = &mut cuts[*card as usize];
            *cut = (cut.0 | ending, cut.1 | beginning);
        }
    }
    let meet = |(_, (ending, beginning)): &(u32, (u16, u16))| ending & beginning != 0;
    (0..).zip(cuts).filter(meet).map(|(card, _)| card).collect()
}
