//! A report made ready for searching: read through once, never changed.

use std::sync::OnceLock;

use crate::report::{Card, Report, Term, Text};
use crate::state::Sort;

use super::drawers::Drawers;
use super::figures::Figures;
use super::fold::{self, Letter};
use super::lexicon::{Field, Lexicon, Mention, Writer};
use super::session::Memory;
use super::{Choice, Facet, Request, Results, order};

/// A report made ready for searching, in both languages.
#[derive(Debug)]
pub struct Index {
    pub(super) report: &'static Report,
    pub(super) lexicon: Lexicon,
    pub(super) figures: Figures,
    pub(super) drawers: Drawers,
    by_size: OnceLock<Vec<u32>>,
    by_date: OnceLock<Vec<u32>>,
}

impl Index {
    /// Reads a report through.
    #[must_use]
    pub fn new(report: &'static Report) -> Self {
        let mut reader = Reader::new(report);
        for (index, card) in (0..).zip(&report.cards) {
            reader.read(index, card);
        }
        Self {
            report,
            lexicon: reader.writer.finish(),
            figures: reader.figures,
            drawers: Drawers::new(report),
            by_size: OnceLock::new(),
            by_date: OnceLock::new(),
        }
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
    report: &'static Report,
    writer: Writer,
    figures: Figures,
    letters: Vec<Letter>,
}

impl Reader {
    fn new(report: &'static Report) -> Self {
        Self {
            report,
            writer: Writer::new(),
            figures: Figures::default(),
            letters: Vec::new(),
        }
    }

    /// Better fields first, as [`Writer::say`] wants them.
    fn read(&mut self, index: u32, card: &Card) {
        let report = self.report;
        self.name(index, Field::Title, card.title);
        for name in [card.printed_title].iter().chain(&card.printed_names) {
            self.text(index, Field::Name, true, name);
        }
        for (terms, positions) in [
            (&report.brands, &card.brands),
            (&report.audiences, &card.audiences),
            (&report.themes, &card.themes),
        ] {
            for term in positions.iter().filter_map(|position| terms.get(usize::from(*position))) {
                self.term(index, term);
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
        self.figures.add(index, card, &mut self.letters);
    }

    /// Korean names are found with and without their spaces; English ones as
    /// written.
    fn name(&mut self, card: u32, field: Field, name: Text) {
        self.text(card, field, true, name.ko);
        self.text(card, field, false, name.en);
    }

    /// Brands and the like, whose spaces nobody remembers in any language.
    fn term(&mut self, card: u32, term: &Term) {
        self.text(card, Field::Name, true, term.name.ko);
        self.text(card, Field::Name, true, term.name.en);
    }

    /// `2021년5월9일` for each date, and the years between; a query finds any
    /// of its numbers.
    fn dates(&mut self, card: u32, what: &Card) {
        for event in &what.dates {
            for date in [Some(event.span.from), event.span.to].into_iter().flatten() {
                let mut word = format!("{}년", date.year());
                for (number, name) in [(date.month(), '월'), (date.day(), '일')] {
                    if let Some(number) = number {
                        word.push_str(&number.to_string());
                        word.push(name);
                    }
                }
                self.text(card, Field::Text, false, &word);
            }
            let (first, last) = event.span.years();
            for year in first + 1..last {
                self.text(card, Field::Text, false, &format!("{year}년"));
            }
        }
    }

    fn text(&mut self, card: u32, field: Field, joined: bool, text: &str) {
        fold::fold(text, &mut self.letters);
        let units = fold::units(&self.letters);
        let mut words = 0;
        for word in fold::words(&self.letters) {
            words += 1;
            self.writer.say(&units[word], Mention::new(card, field, false));
        }
        if words < 2 {
            return;
        }
        for compound in fold::compounds(&self.letters) {
            self.writer.say(&units[compound], Mention::new(card, field, false));
        }
        if joined {
            self.writer.say(&units, Mention::new(card, field, true));
        }
    }
}
