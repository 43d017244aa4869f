//! The codec of the bundle: the build encodes reports, the program decodes them. Numbers stand in
//! one row and texts in another, sorted by what they are, because similar data next to each other
//! compresses better.
//!
//! Every type lists its fields once, for both ways. Decoding goes on after damage, with nothing more to
//! read, and refuses the whole at the end: a `Result` for every field would be code that readers load.
//! It makes no list longer than its input. Whether references resolve is looked at by
//! [`section`](crate::section).

use std::slice::Iter;

use super::letters::Letters;
use super::{
    About, Approx, Assurance, AssuranceLevel, Card, Code, Date, Dated, Decimal, DeclaredUnit,
    Details, Document, Erratum, ErratumKind, Event, Figure, FigureRef, Framework, Headline, Kind,
    Lang, Languages, Library, Link, Omission, OtherLang, Part, Point, Report, Restated, Series,
    SeriesKind, SourceNote, Span, Tally, Term, Text, Translations, Unit,
};

/// Ends a text; no text of a report holds it.
const END: char = '\n';
/// Ends a pool of texts.
const POOL_END: char = '\0';

/// Encodes a library: its numbers and its texts.
///
/// # Panics
/// When a text holds a line break; the validation refuses such texts.
#[must_use]
pub fn encode(library: &Library) -> (Vec<u8>, Vec<u8>) {
    let mut encoder = Encoder::default();
    library.encode(&mut encoder);
    let texts = encoder.pools.join(&POOL_END.to_string());
    let letters = Letters::of(&texts);
    let mut first = Encoder::default();
    first.number(letters.lead());
    letters.distances().collect::<Vec<u32>>().encode(&mut first);
    first.numbers.append(&mut encoder.numbers);
    (first.numbers, letters.encode(&texts))
}

/// Decodes what [`encode`] wrote in this version of the format. The texts are kept for as long as the program runs.
///
/// # Errors
/// When something is missing, left over or no value of its type.
pub fn decode(version: u8, numbers: &[u8], texts: &[u8]) -> Result<Library, Damaged> {
    let pools = [""; POOLS];
    let mut decoder = Decoder {
        version,
        numbers: numbers.iter(),
        pools,
        units: Vec::new(),
        others: Vec::new(),
        is_damaged: false,
    };
    let letters = Letters::read(decoder.number(), Vec::decode(&mut decoder));
    let mut texts = String::leak(letters.decode(texts).ok_or(Damaged)?).split(POOL_END);
    decoder.pools = pools.map(|_| texts.next().unwrap_or_default());
    let library = Library::decode(&mut decoder);
    let is_left_over = texts.next().is_some() || decoder.pools != pools;
    if decoder.is_damaged || is_left_over || !decoder.numbers.as_slice().is_empty() {
        return Err(Damaged);
    }
    Ok(library)
}

/// The data is not what [`encode`] writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Texts of one sort, which stand together.
#[derive(Debug, Clone, Copy)]
enum Pool {
    /// Slugs.
    Ids,
    /// Values and dates.
    Digits,
    /// What the document prints.
    Printed,
    /// Our Korean.
    Korean,
    /// Our English.
    English,
    /// Our text in other languages.
    Others,
}

/// How many pools there are; a section before version 4 has no texts in the last one.
const POOLS: usize = 6;

/// A library being encoded.
#[derive(Debug, Default)]
struct Encoder {
    numbers: Vec<u8>,
    pools: [String; POOLS],
    /// Declared units of this report and those before it.
    units: Vec<&'static DeclaredUnit>,
    /// The languages of this report that the interface does not speak.
    others: Vec<Lang>,
}

impl Encoder {
    /// Seven bits a byte, the lowest first, as in LEB128.
    fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.numbers.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.numbers.push(number.to_le_bytes()[0]);
    }

    fn text(&mut self, pool: Pool, text: &str) {
        assert!(!text.contains([END, POOL_END]), "a text is one line: {text:?}");
        let pool = &mut self.pools[pool as usize];
        pool.push_str(text);
        pool.push(END);
    }
}

/// An encoded library being read.
#[derive(Debug)]
struct Decoder<'d> {
    /// The version of the format.
    version: u8,
    numbers: Iter<'d, u8>,
    pools: [&'static str; POOLS],
    /// Declared units of this report and those before it.
    units: Vec<&'static DeclaredUnit>,
    /// The languages of this report that the interface does not speak.
    others: Vec<Lang>,
    is_damaged: bool,
}

impl Decoder<'_> {
    /// The next number; see [`Encoder::number`].
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let Some(byte) = self.numbers.next() else { break };
            number |= u32::from(*byte & 0x7f) << shift;
            if *byte < 0x80 {
                return number;
            }
        }
        self.give_up();
        0
    }

    #[inline(never)]
    fn text(&mut self, pool: Pool) -> &'static str {
        let pool = &mut self.pools[pool as usize];
        if let Some((text, rest)) = pool.split_once(END) {
            *pool = rest;
            return text;
        }
        self.give_up();
        ""
    }

    /// A list, as long as the number in front of it says.
    fn list<T>(&mut self, each: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = self.number();
        let mut list = Vec::with_capacity(count.min(RESERVED) as usize);
        for _ in 0..count {
            if self.is_damaged {
                break;
            }
            list.push(each(self));
        }
        list
    }

    /// Leaves nothing to read.
    fn give_up(&mut self) {
        self.is_damaged = true;
        self.numbers = [].iter();
    }
}

/// For how many values room is made before they are seen: a damaged count must not ask for more memory
/// than there is.
const RESERVED: u32 = 256;

/// Something that is encoded.
trait Encoded: Sized {
    fn encode(&self, to: &mut Encoder);
    fn decode(from: &mut Decoder) -> Self;
}

/// Texts whose pool their field decides.
trait Pooled: Sized {
    fn put(&self, pool: Pool, to: &mut Encoder);
    fn take(pool: Pool, from: &mut Decoder) -> Self;
}

impl Pooled for &'static str {
    fn put(&self, pool: Pool, to: &mut Encoder) {
        to.text(pool, self);
    }
    fn take(pool: Pool, from: &mut Decoder) -> Self {
        from.text(pool)
    }
}

impl Pooled for Option<&'static str> {
    fn put(&self, pool: Pool, to: &mut Encoder) {
        to.text(pool, self.unwrap_or_default());
    }
    fn take(pool: Pool, from: &mut Decoder) -> Self {
        Some(from.text(pool)).filter(|text| !text.is_empty())
    }
}

impl Pooled for Vec<&'static str> {
    fn put(&self, pool: Pool, to: &mut Encoder) {
        to.number(as_u32(self.len()));
        for text in self {
            to.text(pool, text);
        }
    }
    fn take(pool: Pool, from: &mut Decoder) -> Self {
        from.list(|from| from.text(pool))
    }
}

impl<T: Encoded> Encoded for Vec<T> {
    fn encode(&self, to: &mut Encoder) {
        to.number(as_u32(self.len()));
        for each in self {
            each.encode(to);
        }
    }
    fn decode(from: &mut Decoder) -> Self {
        from.list(T::decode)
    }
}

impl<T: Encoded> Encoded for Option<T> {
    fn encode(&self, to: &mut Encoder) {
        self.is_some().encode(to);
        if let Some(value) = self {
            value.encode(to);
        }
    }
    fn decode(from: &mut Decoder) -> Self {
        bool::decode(from).then(|| T::decode(from))
    }
}

impl Encoded for bool {
    fn encode(&self, to: &mut Encoder) {
        to.number(u32::from(*self));
    }
    fn decode(from: &mut Decoder) -> Self {
        from.number() != 0
    }
}

impl Encoded for Text {
    fn encode(&self, to: &mut Encoder) {
        to.text(Pool::Korean, self.ko);
        to.text(Pool::English, self.en);
        for lang in to.others.clone() {
            to.text(Pool::Others, self.get(lang));
        }
    }
    fn decode(from: &mut Decoder) -> Self {
        let (ko, en) = (from.text(Pool::Korean), from.text(Pool::English));
        let others = from.others.clone().into_iter();
        let others = others.map(|lang| (lang, from.text(Pool::Others))).collect();
        Translations { ko, en, others }.into()
    }
}

impl Encoded for Decimal {
    fn encode(&self, to: &mut Encoder) {
        to.text(Pool::Digits, self.as_str());
    }
    fn decode(from: &mut Decoder) -> Self {
        Self(from.text(Pool::Digits))
    }
}

impl Encoded for Date {
    fn encode(&self, to: &mut Encoder) {
        to.text(Pool::Digits, self.as_str());
    }
    fn decode(from: &mut Decoder) -> Self {
        Self(from.text(Pool::Digits))
    }
}

impl Encoded for About {
    fn encode(&self, to: &mut Encoder) {
        let (kind, index) = match *self {
            Self::Title => (0, 0),
            Self::Summary => (1, 0),
            Self::Figure(index) => (2, index),
            Self::Headline(index) => (3, index),
            Self::Date(index) => (4, index),
            Self::Series(index) => (5, index),
            Self::Partners => (6, 0),
            Self::Report => (7, 0),
        };
        to.number(kind);
        index.encode(to);
    }
    fn decode(from: &mut Decoder) -> Self {
        let (kind, index) = (from.number(), u16::decode(from));
        match kind {
            0 => Self::Title,
            1 => Self::Summary,
            2 => Self::Figure(index),
            3 => Self::Headline(index),
            4 => Self::Date(index),
            5 => Self::Series(index),
            6 => Self::Partners,
            7 => Self::Report,
            _ => {
                from.give_up();
                Self::Report
            }
        }
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Encoded for $number {
            fn encode(&self, to: &mut Encoder) {
                to.number(u32::from(*self));
            }
            fn decode(from: &mut Decoder) -> Self {
                Self::try_from(from.number()).unwrap_or_else(|_| {
                    from.give_up();
                    0
                })
            }
        }
    )*};
}
numbers!(u8, u16, u32);

/// Enums, by their place in the list of all.
macro_rules! choices {
    ($($choice:ident),*) => {$(
        impl Encoded for $choice {
            fn encode(&self, to: &mut Encoder) {
                let position = Self::ALL.iter().position(|each| each == self);
                to.number(as_u32(position.unwrap_or_default()));
            }
            fn decode(from: &mut Decoder) -> Self {
                let choice = Self::ALL.get(from.number() as usize);
                *choice.unwrap_or_else(|| {
                    from.give_up();
                    &Self::ALL[0]
                })
            }
        }
    )*};
}
choices!(Approx, AssuranceLevel, Kind, SeriesKind, ErratumKind);

impl Encoded for Lang {
    fn encode(&self, to: &mut Encoder) {
        match self {
            Self::Ko => to.number(0),
            Self::En => to.number(1),
            Self::Other(other) => {
                to.number(2);
                OtherLang::encode(other, to);
            }
        }
    }
    fn decode(from: &mut Decoder) -> Self {
        match from.number() {
            0 => Self::Ko,
            1 => Self::En,
            2 => Self::Other(Box::leak(Box::new(OtherLang::decode(from)))),
            _ => {
                from.give_up();
                Self::Ko
            }
        }
    }
}

/// From this number on, units are declared ones; the built-in ones stay below.
const DECLARED: usize = 128;

impl Encoded for Unit {
    fn encode(&self, to: &mut Encoder) {
        let number = match self {
            Self::Declared(unit) => {
                to.units.iter().position(|known| known == unit).map(|at| at + DECLARED)
            }
            built_in => Self::ALL.iter().position(|each| each == built_in),
        };
        to.number(as_u32(number.unwrap_or_default()));
    }
    fn decode(from: &mut Decoder) -> Self {
        let number = from.number() as usize;
        let unit = match number.checked_sub(DECLARED) {
            Some(at) => from.units.get(at).map(|unit| Self::Declared(unit)),
            None => Self::ALL.get(number).copied(),
        };
        unit.unwrap_or_else(|| {
            from.give_up();
            Self::ALL[0]
        })
    }
}

/// A unit that is declared can be named from there on.
impl Encoded for &'static DeclaredUnit {
    fn encode(&self, to: &mut Encoder) {
        DeclaredUnit::encode(self, to);
        to.units.push(self);
    }
    fn decode(from: &mut Decoder) -> Self {
        let unit = Box::leak(Box::new(DeclaredUnit::decode(from)));
        from.units.push(unit);
        unit
    }
}

/// Every text of the report that follows has these languages.
impl Encoded for Languages {
    fn encode(&self, to: &mut Encoder) {
        self.iter().collect::<Vec<_>>().encode(to);
        to.others = self.others().collect();
    }
    fn decode(from: &mut Decoder) -> Self {
        let languages = Self::new(Vec::decode(from)).unwrap_or_else(|| {
            from.give_up();
            Self::default()
        });
        from.others = languages.others().collect();
        languages
    }
}

/// Structs, field by field; a text says in which pool it stands, and a field that older versions lack,
/// since which version it is there. Before that it has its default.
macro_rules! records {
    ($($record:ident { $($field:ident $(in $pool:ident)? $(since $version:literal)?),* })*) => {$(
        impl Encoded for $record {
            fn encode(&self, to: &mut Encoder) {
                $(records!(@encode self.$field, to $(, $pool)?);)*
            }
            fn decode(from: &mut Decoder) -> Self {
                Self { $($field: records!(@decode from $(, $pool)? $(, $version)?)),* }
            }
        }
    )*};
    (@encode $value:expr, $to:ident) => { $value.encode($to) };
    (@encode $value:expr, $to:ident, $pool:ident) => { $value.put(Pool::$pool, $to) };
    (@decode $from:ident) => { Encoded::decode($from) };
    (@decode $from:ident, $pool:ident) => { Pooled::take(Pool::$pool, $from) };
    (@decode $from:ident, $version:literal) => {
        if $from.version < $version { Default::default() } else { Encoded::decode($from) }
    };
}
records! {
    Library { digest in Ids, reports }
    Report {
        id in Ids, languages since 2, name, title, subtitle, publisher, published, period, pages, rights, citation,
        units since 3, brands, audiences, themes, parts, cards, errata, source_text, frameworks since 3, document since 3, codes since 3
    }
    OtherLang { tag in Ids, name in Ids }
    Term { id in Ids, name }
    Part { no, page, title, summary, headlines, errata, source_text }
    Headline { figure, basis, tally }
    Tally { terms, remainder, note, caveat }
    FigureRef { card, figure }
    Link { report, card }
    Card {
        id in Ids, part, page, brands, audiences, themes, title, printed_title in Printed,
        printed_names in Printed, summary, dates, partners, awards, figures, series, errata, source_text, see
    }
    Figure { id in Ids, label, value, unit, approx, estimate, printed in Printed, page, note, details since 3 }
    Details { previous, base, target, restated, assurance, codes }
    Framework { id in Ids, name, omissions }
    Omission { code in Ids, reason }
    DeclaredUnit { id in Ids, kind, singular, plural, spoken, scale }
    Document { url in Ids, sha256 in Ids, page_offset }
    Code { framework, code in Ids }
    Dated { value, at }
    Restated { before in Printed, reason }
    Assurance { level, scope }
    Series { id in Ids, kind, label, unit, points }
    Point { at in Ids, label, value }
    Erratum { id in Ids, about, kind, says in Printed, reading, why }
    SourceNote { about, reads in Printed, reading }
    Event { span, what }
    Span { from, to }
}

/// Nothing in a bundle comes near the limit.
fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
