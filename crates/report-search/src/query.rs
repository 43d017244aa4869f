//! What a reader typed, understood once: words, and the ways each can be
//! read. `aktmzm` may be a word of Latin letters, or 마스크 typed on the
//! wrong layout; a looser reading counts only where every stricter one finds
//! nothing in the whole report.

use std::ops::Range;

use crate::hangul::{self, Syllable};

use super::fold::{Folded, Script};
use super::number::Number;
use super::particle;
use super::pattern::{Pattern, Slot};
use super::question::{self, Asked, Role};
use super::terms::Terms;

/// `ㅇ`, which is silent where it begins a syllable.
const SILENT: u16 = 0x3147;

/// A query: words that must all be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, each once.
    pub(crate) words: Vec<Word>,
}

/// One word of a query.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// The word as typed; capitals matter to keyboards.
    pub typed: String,
    /// The word as reports are compared with it.
    pub units: Vec<u16>,
    /// Whether it is a single letter or syllable at the end of the query: the
    /// next keystroke may change it, so it is also read as what it may become.
    pub growing: bool,
    /// What it does in a question.
    pub role: Role,
    /// The ways to read it, the strictest first.
    pub readings: Vec<Reading>,
    /// Whether it excluded no card of a report.
    pub is_set_aside: bool,
    /// Which of them found something in a report; none before a search.
    pub found: Readings,
}

/// Some of a word's readings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Readings(u8);

impl Readings {
    /// Adds the reading at this position.
    pub fn add(&mut self, position: usize) {
        self.0 |= 1 << position;
    }
}

/// One way to read a word; any of its patterns, or the number, will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// How loosely it takes the word.
    pub how: How,
    /// What to look for in words.
    pub patterns: Vec<Pattern>,
    /// What to look for among figures.
    pub number: Option<Number>,
}

/// How loosely a reading takes what was typed; the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// As it stands, or without a particle that nothing else ends in.
    Literal,
    /// As what it is called as well.
    Synonym,
    /// Without an ending that may be a particle.
    Stem,
    /// As the beginnings of syllables: 초성, or a last syllable that is
    /// still being typed.
    Begun,
    /// As initial consonants written as they sound.
    Heard,
    /// As keys of the other layout.
    Layout,
}

impl Query {
    /// Reads what was typed. A single letter at the end, behind other words,
    /// is the beginning of a word and asks for nothing yet: what was found
    /// stays while the first syllable is being typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let folded = Folded::new(typed);
        let mut words: Vec<Word> = Vec::new();
        let mut ranges = folded.words().peekable();
        while let Some(range) = ranges.next() {
            let mut bytes = folded.bytes(&range);
            let mut units = folded.units()[range].to_vec();
            if question::is_many(&units) {
                let counts = |next: &Range<usize>| question::is_counter(folded.units()[next.start]);
                if let Some(next) = ranges.next_if(counts) {
                    bytes.end = folded.bytes(&next).end;
                    units.extend_from_slice(&folded.units()[next]);
                }
            }
            let is_last = bytes.end == typed.len();
            let word = Word::new(&typed[bytes], &units, is_last);
            let is_begun = is_last && !words.is_empty() && word.is_single_letter();
            if !is_begun && !words.iter().any(|other| other.typed == word.typed) {
                words.push(word);
            }
        }
        if let Some((last, before)) = words.split_last_mut() {
            let asks = before.iter().any(|word| word.role == Role::Question);
            if asks && last.role == Role::None && question::may_be_verb(&last.units) {
                last.role = Role::Verb;
            }
        }
        Self { words }
    }

    /// Takes particles off the names that the report filters by, also those
    /// that nouns may end in: 카카오가 asks for 카카오.
    pub(crate) fn take_particles_off(&mut self, names: &[Vec<u16>]) {
        for word in &mut self.words {
            let Some(cut) = particle::cut(&word.units).filter(|cut| !cut.sure) else { continue };
            if names.iter().any(|name| name == cut.stem) {
                let pattern = Pattern::exact(cut.stem);
                word.readings[0].patterns.push(pattern);
            }
        }
    }

    /// Reads every word as what it is called as well; of two words that are
    /// a spelling together (코로나 블루), each.
    pub(crate) fn expand(&mut self, terms: &Terms) {
        let units: Vec<_> = self.words.iter().map(|word| word.units.clone()).collect();
        for (at, word) in self.words.iter_mut().enumerate() {
            let mut patterns = Vec::new();
            for phrase in [at..at + 1, at..at + 2, at.wrapping_sub(1)..at + 1] {
                let Some(phrase) = units.get(phrase) else { continue };
                let joined = phrase.concat();
                terms.expand(&joined, &mut patterns);
                if let Some(cut) = particle::cut(&joined) {
                    terms.expand(cut.stem, &mut patterns);
                }
            }
            if !patterns.is_empty() {
                let reading = Reading { how: How::Synonym, patterns, number: None };
                word.readings.insert(1, reading);
            }
        }
    }

    /// Whether nothing is searched for, so that every card is a result.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What was typed decides everything but what it found.
impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        (&self.typed, self.growing, self.found) == (&other.typed, other.growing, other.found)
    }
}

impl Eq for Word {}

impl Word {
    fn new(typed: &str, units: &[u16], is_last: bool) -> Self {
        let asked = question::asked(typed, units, is_last);
        Self {
            typed: typed.to_owned(),
            units: units.to_vec(),
            growing: is_last && units.len() == 1 && asked.is_none(),
            role: Role::of(asked, units),
            readings: asked
                .map_or_else(|| readings(typed, units), |asked| vec![asks(asked, units)]),
            is_set_aside: false,
            found: Readings::default(),
        }
    }

    /// The readings that found something or, where none did or none was
    /// tried, all of them.
    pub fn understood(&self) -> impl Iterator<Item = &Reading> {
        let Readings(found) = self.found;
        let counts = move |position: usize| found == 0 || found & (1_u8 << position) != 0;
        self.readings.iter().enumerate().filter(move |(at, _)| counts(*at)).map(|(_, it)| it)
    }

    /// Whether it is read as what it is called as well.
    pub fn has_synonyms(&self) -> bool {
        self.readings.get(1).is_some_and(|reading| reading.how == How::Synonym)
    }

    /// Whether it is less than a syllable.
    fn is_single_letter(&self) -> bool {
        self.units.len() == 1 && !hangul::is_syllable(self.units[0])
    }
}

/// A question word finds itself, or the quantity that it asks for.
fn asks(asked: Asked, units: &[u16]) -> Reading {
    let (patterns, number) = match asked {
        Asked::Anything => (vec![Pattern::exact(units)], None),
        Asked::Quantity(counter) => (Vec::new(), Some(Number::counted(counter))),
    };
    Reading { how: How::Literal, patterns, number }
}

fn readings(typed: &str, units: &[u16]) -> Vec<Reading> {
    let mut literal = vec![Pattern::exact(units)];
    let mut stem = Vec::new();
    if let Some(cut) = particle::cut(units) {
        let pattern = Pattern::exact(cut.stem);
        if cut.sure { literal.push(pattern) } else { stem.push(pattern) }
    }
    stem.extend(particle::verb_stem(units).map(Pattern::exact));
    let read = |how, patterns| Reading { how, patterns, number: None };
    let mut readings = vec![
        Reading { how: How::Literal, patterns: literal, number: Number::read(units) },
        read(How::Stem, stem),
        read(How::Begun, begun(units)),
        read(How::Heard, heard(units)),
        read(How::Layout, other_layout(typed, units)),
    ];
    readings.retain(|reading| !reading.patterns.is_empty());
    readings
}

/// The word as beginnings of syllables. Consonants stand for every syllable
/// they begin; a last syllable for all it can grow to; and a final consonant
/// may move on to begin the next one (`각` on the way to `가게`), unless the
/// word is nothing but that syllable: `맵` is not `매번`.
fn begun(units: &[u16]) -> Vec<Pattern> {
    let mut slots = initials(units);
    let mut patterns = Vec::new();
    if let Some(syllable) = units.last().and_then(|last| Syllable::of(*last)) {
        slots.pop();
        if let Some(moved) = moved_on(syllable).filter(|_| !slots.is_empty()) {
            patterns.push(Pattern::of([slots.as_slice(), &moved].concat()));
        }
        slots.push(Slot::growing_from(syllable));
    }
    patterns.push(Pattern::of(slots));
    patterns.retain(Pattern::is_open);
    patterns
}

/// Single consonants as the syllables they begin; those that input methods
/// have joined (`ㅄ`) as two.
fn initials(units: &[u16]) -> Vec<Slot> {
    let letters = units.iter().flat_map(|unit| match hangul::halves(*unit) {
        Some((first, second)) => [Some(first), Some(second)],
        None => [Some(*unit), None],
    });
    letters.flatten().map(Slot::beginning_with).collect()
}

/// A syllable whose final consonant begins the next one: `값` is `갑` and
/// something with `ㅅ`.
fn moved_on(syllable: Syllable) -> Option<[Slot; 2]> {
    let last = syllable.last_letter()?;
    let (stays, moves) = match hangul::halves(last) {
        Some((first, second)) => (Some(first), second),
        None => (None, last),
    };
    let rest = syllable.ending(stays)?.unit();
    Some([Slot::exact(rest), Slot::beginning_with(moves)])
}

/// Initial consonants written as they are heard: before a silent `ㅇ` the
/// final consonant is spoken in its place, so that 잔여백신 sounds like
/// `ㅈㄴㅂㅅ` and is written `ㅈㅇㅂㅅ`. From three consonants on.
fn heard(units: &[u16]) -> Vec<Pattern> {
    let slots = initials(units);
    if slots.len() < 3 || !units.iter().all(|unit| hangul::is_letter(*unit)) {
        return Vec::new();
    }
    let silent = Slot::beginning_with(SILENT);
    let linked = |at: usize| {
        let mut slots = slots.clone();
        slots[at - 1] = slots[at - 1].ending_in(*units.get(at)?)?;
        slots[at] = silent;
        Some(Pattern::of(slots))
    };
    (1..slots.len()).filter_map(linked).collect()
}

/// The word as keys of the other layout: at least two whole syllables out of
/// Latin letters, or three Latin letters out of Hangul.
fn other_layout(typed: &str, units: &[u16]) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    if units.iter().all(|unit| Script::of(*unit) == Script::Latin) {
        // A phone makes the first letter a capital, which is no Shift.
        for keys in [typed, &typed.to_ascii_lowercase()] {
            let word = hangul::from_latin_keys(keys).filter(|word| is_word(word));
            let Some(word) = word else { continue };
            for pattern in [Pattern::exact(&word)].into_iter().chain(begun(&word)) {
                if !patterns.contains(&pattern) {
                    patterns.push(pattern);
                }
            }
        }
    } else if let Some(keys) = hangul::to_latin_keys(units).filter(|keys| keys.len() > 2) {
        patterns.push(Pattern::exact(&keys));
    }
    patterns
}

/// Two syllables, and nothing that is none, except perhaps the beginning of
/// another at the end.
fn is_word(units: &[u16]) -> bool {
    let syllables = units.iter().take_while(|unit| hangul::is_syllable(**unit)).count();
    let rest = &units[syllables..];
    syllables >= 2
        && (rest.is_empty() || (rest.len() == 1 && hangul::beginning_with(rest[0]).is_some()))
}
