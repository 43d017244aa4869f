//! A report made ready for searching: read through once, never changed.

use std::sync::OnceLock;

use crate::report::{Card, Date, Report, Span, Term, Text};
use crate::state::Sort;

use super::drawers::Drawers;
use super::figures::Figures;
use super::fold::{Folded, GAP, HYPHEN, is_gap};
use super::lexicon::{Field, Lexicon, Spot, Writer};
use super::session::Memory;
use super::{Choice, Facet, Request, Results, order};

/// A report made ready for searching, in both languages.
#[derive(Debug)]
pub struct Index {
    pub(super) report: &'static Report,
    pub(super) drawers: Drawers,
    words: OnceLock<Words>,
    by_size: OnceLock<Vec<u32>>,
    by_date: OnceLock<Vec<u32>>,
}

/// Everything the cards say.
#[derive(Debug)]
pub(super) struct Words {
    pub lexicon: Lexicon,
    pub figures: Figures,
}

impl Index {
    /// Sorts a report's cards into facets. What they say is read when first
    /// searched for, or in [`Index::warm`].
    #[must_use]
    pub fn new(report: &'static Report) -> Self {
        Self {
            report,
            drawers: Drawers::new(report),
            words: OnceLock::new(),
            by_size: OnceLock::new(),
            by_date: OnceLock::new(),
        }
    }

    /// Reads the cards through, unless that is done: for a moment in which
    /// nobody waits, before the first letter is typed.
    pub fn warm(&self) {
        self.words();
    }

    /// The report searched.
    #[must_use]
    pub fn report(&self) -> &'static Report {
        self.report
    }

    /// The values of a facet that at least one card has, in order.
    pub fn choices(&self, facet: Facet) -> impl Iterator<Item = &Choice> {
        self.drawers.choices().filter(move |(of, _)| *of == facet).map(|(_, choice)| choice)
    }

    /// Finds cards. While somebody types, a [`super::Session`] finds them
    /// sooner.
    #[must_use]
    pub fn search(&self, request: &Request<'_>) -> Results {
        Memory::default().search(self, request)
    }

    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Reader::read_all(self.report))
    }

    /// All cards in an order that does not depend on the query; `None` for
    /// the report's own. Sorted when first asked for.
    pub(super) fn order(&self, sort: Sort) -> Option<&[u32]> {
        match sort {
            Sort::Report => None,
            Sort::Size => Some(self.by_size.get_or_init(|| order::by_size(&self.report.cards))),
            Sort::Date => Some(self.by_date.get_or_init(|| order::by_date(&self.report.cards))),
        }
    }
}

/// The texts of a card that are neither names nor labels.
pub(super) fn running_text(card: &Card) -> impl Iterator<Item = Text> {
    let told = card.dates.iter().map(|event| event.what);
    told.chain([card.summary])
}

/// Reads cards and writes down what they say.
struct Reader {
    writer: Writer,
    figures: Figures,
    folded: Folded,
    /// Room for a word that is put together.
    joined: Vec<u16>,
}

/// The words of a brand, an audience or a theme, which many cards repeat.
type TermWords = Vec<(u32, bool)>;

impl Reader {
    fn read_all(report: &Report) -> Words {
        let mut reader = Self {
            writer: Writer::new(),
            figures: Figures::default(),
            folded: Folded::default(),
            joined: Vec::new(),
        };
        let terms = [&report.brands, &report.audiences, &report.themes]
            .map(|terms| terms.iter().map(|term| reader.term(term)).collect::<Vec<_>>());
        for (index, card) in (0..).zip(&report.cards) {
            reader.read(index, card, &terms);
        }
        Words { lexicon: reader.writer.finish(), figures: reader.figures }
    }

    /// Better fields first, as [`Writer::say_again`] wants them.
    fn read(&mut self, index: u32, card: &Card, terms: &[Vec<TermWords>; 3]) {
        self.name(index, Field::Title, card.title);
        for name in [card.printed_title].iter().chain(&card.printed_names) {
            self.text(index, Field::Name, true, name);
        }
        for (terms, positions) in terms.iter().zip([&card.brands, &card.audiences, &card.themes]) {
            let words = positions.iter().filter_map(|position| terms.get(usize::from(*position)));
            for (number, joined) in words.flatten() {
                let spot = Spot { field: Field::Name, joined: *joined };
                self.writer.say_again(*number, index, spot);
            }
        }
        for figure in &card.figures {
            self.name(index, Field::Label, figure.label);
        }
        for series in &card.series {
            self.name(index, Field::Label, series.label);
            for point in &series.points {
                self.name(index, Field::Label, point.label);
            }
        }
        for name in card.partners.iter().chain(&card.awards) {
            self.name(index, Field::Text, *name);
        }
        for text in running_text(card) {
            self.text(index, Field::Text, false, text.ko);
            self.text(index, Field::Text, false, text.en);
        }
        self.dates(index, card);
        self.figures.add(index, card, &mut self.folded);
    }

    /// Korean names are found with and without their spaces; English ones as
    /// written.
    fn name(&mut self, card: u32, field: Field, name: Text) {
        self.text(card, field, true, name.ko);
        self.text(card, field, false, name.en);
    }

    fn text(&mut self, card: u32, field: Field, joined: bool, text: &str) {
        self.folded.fold(text);
        let (writer, spot) = (&mut self.writer, Spot { field, joined: false });
        each_word(&self.folded, joined, &mut self.joined, |word, joined| {
            writer.say(word, card, Spot { joined, ..spot });
        });
    }

    /// Nobody remembers the spaces of brands, in any language.
    fn term(&mut self, term: &Term) -> TermWords {
        let mut words = Vec::new();
        for name in [term.name.ko, term.name.en] {
            self.folded.fold(name);
            each_word(&self.folded, true, &mut self.joined, |word, joined| {
                words.push((self.writer.number(word), joined));
            });
        }
        words
    }

    /// `2021년5월9일` for each date, and the years between; a query finds any
    /// of its numbers.
    fn dates(&mut self, card: u32, what: &Card) {
        let mut word = String::new();
        for Span { from, to } in what.dates.iter().map(|event| event.span) {
            let first = [(from.year(), from.month(), from.day())];
            let last = to.map(|to| (to.year(), to.month(), to.day()));
            let between = from.year() + 1..to.map_or(0, Date::year);
            let all = first.into_iter().chain(last).chain(between.map(|year| (year, None, None)));
            for (year, month, day) in all {
                word.clear();
                for (number, name) in [(Some(year), '년'), (month, '월'), (day, '일')] {
                    if let Some(number) = number {
                        word.push_str(&number.to_string());
                        word.push(name);
                    }
                }
                self.text(card, Field::Text, false, &word);
            }
        }
    }
}

/// The words of a folded text; what hyphens join, as one word too; and, if
/// wanted, everything in one, which is then marked as joined.
fn each_word(text: &Folded, join: bool, room: &mut Vec<u16>, mut each: impl FnMut(&[u16], bool)) {
    let row = text.units();
    for compound in row.split(|unit| *unit == GAP) {
        let mut words = 0;
        for word in compound.split(|unit| *unit == HYPHEN).filter(|word| !word.is_empty()) {
            words += 1;
            each(word, false);
        }
        if words > 1 {
            room.clear();
            room.extend(compound.iter().filter(|unit| **unit != HYPHEN));
            each(room, false);
        }
    }
    if join && row.iter().any(|unit| is_gap(*unit)) {
        room.clear();
        room.extend(text.joined());
        each(room, true);
    }
}
