//! Every distinct word of a report, once, and the cards that say it.
//!
//! A report of a hundred thousand cards says millions of words but knows only
//! some tens of thousands; each of these is compared with the query once.
//! All words stand in one row of UTF-16 units, parted by gaps. Postings tell for
//! each unit which words have it, so that of a pattern only its rarest unit
//! decides how many words are looked at.

use super::fold::GAP;
use super::pattern::{MatchPosition, Pattern};

/// Where in a card a word stands; better places first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// A brand, an audience, a theme, or a name as printed.
    Name,
    /// The label of a figure.
    Label,
    /// The summary, and everything else.
    Text,
}

/// How a card says a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Where the word stands.
    pub field: Field,
    /// Whether the word was made by leaving out spaces.
    pub joined: bool,
}

impl Spot {
    /// How many spots there are.
    pub const COUNT: usize = 8;

    /// The spot with this number.
    pub fn numbered(number: usize) -> Self {
        let fields = [Field::Title, Field::Name, Field::Label, Field::Text];
        Self { field: fields[number % fields.len()], joined: number >= fields.len() }
    }

    /// Its number, below [`Spot::COUNT`].
    pub fn number(self) -> usize {
        self.field as usize + if self.joined { 4 } else { 0 }
    }
}

/// Some spots, a bit for each by its number.
pub type Spots = u8;

/// All words, and who says them.
#[derive(Debug)]
pub struct Lexicon {
    /// The words, each after a gap, and a last gap.
    row: Vec<u16>,
    /// Where each word begins in the row, and where another would.
    starts: Vec<u32>,
    /// Where the cards of each word and spot begin, and where others would.
    card_starts: Vec<u32>,
    cards: Vec<u32>,
    /// For each word the spots in which it stands.
    spots: Vec<Spots>,
    postings: Postings,
}

/// For each unit the words that have it: what is looked for need not be
/// compared with any other word.
#[derive(Debug)]
struct Postings {
    /// Each unit of the words once, in order.
    units: Vec<u16>,
    /// Where the words of each unit end; those of the next one begin there.
    ends: Vec<u32>,
    words: Vec<u32>,
}

impl Postings {
    fn new(row: &[u16], starts: &[u32]) -> Self {
        // Counted, then added up, then filled: sorting by unit without sorting.
        let mut ends = vec![0; usize::from(u16::MAX) + 2];
        for unit in row {
            ends[usize::from(*unit) + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let mut words = vec![0; row.len()];
        for (word, bounds) in (0..).zip(starts.windows(2)) {
            for unit in &row[bounds[0] as usize..bounds[1] as usize] {
                let next = &mut ends[usize::from(*unit)];
                words[*next as usize] = word;
                *next += 1;
            }
        }
        let (mut units, mut ends_of_units, mut last) = (Vec::new(), Vec::new(), 0);
        for (unit, end) in (0..=u16::MAX).zip(ends) {
            if end > last {
                units.push(unit);
                ends_of_units.push(end);
                last = end;
            }
        }
        Self { units, ends: ends_of_units, words }
    }

    /// The words that have a unit from the first to the last one.
    fn containing(&self, (first, last): (u16, u16)) -> &[u32] {
        let end_before = |at: usize| at.checked_sub(1).map_or(0, |at| self.ends[at] as usize);
        let from = self.units.partition_point(|unit| *unit < first);
        let to = self.units.partition_point(|unit| *unit <= last);
        &self.words[end_before(from)..end_before(to)]
    }
}

impl Lexicon {
    /// The words, in the order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = &[u16]> {
        self.starts.windows(2).map(|bounds| &self.row[bounds[0] as usize..bounds[1] as usize - 1])
    }

    /// The cards that say a word; one may be there twice.
    pub fn cards(&self, word: u32) -> &[u32] {
        let at = word as usize * Spot::COUNT;
        let (from, to) = (self.card_starts[at], self.card_starts[at + Spot::COUNT]);
        &self.cards[from as usize..to as usize]
    }

    /// The cards that say a word in a spot.
    pub fn cards_in(&self, word: u32, spot: usize) -> &[u32] {
        let at = word as usize * Spot::COUNT + spot;
        &self.cards[self.card_starts[at] as usize..self.card_starts[at + 1] as usize]
    }

    /// Calls `found` for every word in which the pattern fits, with the best
    /// place in it, in the order of their numbers. Only words count that stand
    /// in one of the spots, and, if `among` is given, are one of these.
    pub fn find(
        &self,
        pattern: &Pattern,
        spots: Spots,
        among: Option<&[u32]>,
        found: &mut dyn FnMut(u32, MatchPosition),
    ) {
        let mut check = |word: u32| {
            if self.spots[word as usize] & spots != 0 {
                let (from, to) = self.bounds(word as usize);
                if let Some(next) = pattern.find(&self.row[from..to]) {
                    found(word, self.best_place(pattern, from + next, to));
                }
            }
        };
        if let Some(words) = among {
            words.iter().copied().for_each(check);
            return;
        }
        // Of the words that have a unit of the pattern's, the fewest.
        let postings = pattern.slots().map(|slot| self.postings.containing(slot.units()));
        let Some(fewest) = postings.min_by_key(|words| words.len()) else { return };
        let mut fits = vec![false; self.starts.len()];
        for word in fewest {
            fits[*word as usize] = true;
        }
        (0..).zip(fits).filter(|(_, fits)| *fits).for_each(|(word, _)| check(word));
    }

    /// The words that have the unit, in the order of their numbers; one that
    /// has it twice may be there twice.
    pub fn containing(&self, unit: u16) -> &[u32] {
        self.postings.containing((unit, unit))
    }

    /// A word by its number.
    pub fn word(&self, number: u32) -> &[u16] {
        let (from, to) = self.bounds(number as usize);
        &self.row[from..to - 1]
    }

    /// Where a word begins in the row, and where the gap behind it ends.
    fn bounds(&self, word: usize) -> (usize, usize) {
        (self.starts[word] as usize, self.starts[word + 1] as usize)
    }

    /// The best place in a word that ends before `end`, the first being `at`.
    fn best_place(&self, pattern: &Pattern, mut at: usize, end: usize) -> MatchPosition {
        let mut best = pattern.place(&self.row, at);
        while best > MatchPosition::Start {
            at += 1;
            let Some(next) = pattern.find(&self.row[at..end]) else { break };
            at += next;
            best = best.min(pattern.place(&self.row, at));
        }
        best
    }
}

/// A lexicon being written, card after card.
#[derive(Debug)]
pub struct Writer {
    row: Vec<u16>,
    starts: Vec<u32>,
    /// For each word, the card that said it last, and whether joined.
    latest: Vec<(u32, bool)>,
    /// Which word was said where, by which card.
    said: Vec<(u32, u32)>,
    /// Words by their hash: open addressing, a power of two, at most half
    /// full. 0 is empty, otherwise the word's number and one.
    slots: Vec<u32>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            row: vec![GAP],
            starts: Vec::new(),
            latest: Vec::new(),
            said: Vec::new(),
            slots: vec![0; 1024],
        }
    }
}

impl Writer {
    /// Notes that a card says a word, and gives the word's number.
    pub fn say(&mut self, word: &[u16], card: u32, spot: Spot) -> u32 {
        let number = self.number(word);
        self.say_again(number, card, spot);
        number
    }

    /// Notes that a card says a known word. Better fields of a card come
    /// first: a word is noted once a card, unless the first was made of
    /// several.
    pub fn say_again(&mut self, number: u32, card: u32, spot: Spot) {
        let latest = &mut self.latest[number as usize];
        let (last, was_joined) = *latest;
        if last != card || (was_joined && !spot.joined) {
            *latest = (card, spot.joined);
            self.said.push((number * as_u32(Spot::COUNT) + as_u32(spot.number()), card));
        }
    }

    /// The number of a word, new or known.
    pub fn number(&mut self, word: &[u16]) -> u32 {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) & mask;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if self.word(number) == word {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        let number = as_u32(self.starts.len());
        self.starts.push(as_u32(self.row.len()));
        self.row.extend_from_slice(word);
        self.row.push(GAP);
        self.latest.push((u32::MAX, false));
        self.slots[slot] = number + 1;
        if self.starts.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// Sorts the cards by word and spot.
    pub fn finish(mut self) -> Lexicon {
        let mut ends = vec![0; self.starts.len() * Spot::COUNT + 1];
        let mut spots = vec![0; self.starts.len()];
        for (at, _) in &self.said {
            let at = *at as usize;
            ends[at + 1] += 1;
            spots[at / Spot::COUNT] |= 1 << (at % Spot::COUNT);
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let card_starts = ends.clone();
        let mut cards = vec![0; self.said.len()];
        for (at, card) in &self.said {
            let next = &mut ends[*at as usize];
            cards[*next as usize] = *card;
            *next += 1;
        }
        self.starts.push(as_u32(self.row.len()));
        let postings = Postings::new(&self.row, &self.starts);
        Lexicon { row: self.row, starts: self.starts, card_starts, cards, spots, postings }
    }

    fn word(&self, number: u32) -> &[u16] {
        let from = self.starts[number as usize] as usize;
        let next = self.starts.get(number as usize + 1);
        let to = next.map_or(self.row.len(), |next| *next as usize) - 1;
        &self.row[from..to]
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![0; mask + 1];
        for number in 0..as_u32(self.starts.len()) {
            let mut slot = hash(self.word(number)) & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
        self.slots = slots;
    }
}

/// FNV-1a over units: short, and good enough for words.
fn hash(word: &[u16]) -> usize {
    let hash = word
        .iter()
        .fold(0x811c_9dc5_u32, |hash, unit| (hash ^ u32::from(*unit)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize
}

/// Numbers of words, units and cards; four thousand million of any would not
/// fit into a browser's memory.
fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
