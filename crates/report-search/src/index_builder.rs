//! Building the index: every word that a card says, and every number.

use report_model::{Card, Code, Date, Figure, Lang, Part, Report, Span, Text};
use report_numbers::around;
use report_text::text;

use super::figures::{Figures, counter};
use super::fold::{Folded, GAP, HYPHEN, is_gap};
use super::lexicon::{Field, Lexicon, Spot, Writer};
use super::number::{Digits, Number};

/// Everything the cards say.
#[derive(Debug)]
pub struct Words {
    /// Their words.
    pub lexicon: Lexicon,
    /// Their numbers.
    pub figures: Figures,
}

/// The texts of a card that are neither names nor labels.
pub fn running_text(card: &Card) -> impl Iterator<Item = Text> {
    let texts = card.dates.iter().map(|event| event.what);
    texts.chain([card.summary])
}

/// Reads cards, a few at a time, and notes what they say.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    /// How many cards were read.
    read: usize,
    knows_headlines: bool,
    writer: Writer,
    figures: Figures,
    /// The words of brands, audiences, themes and codes.
    terms: [Vec<TermWords>; 4],
    folded: Folded,
    /// Room for a word that is put together.
    joined: Vec<u16>,
}

/// The words of a brand, an audience, a theme or a code, which many cards repeat.
type TermWords = Vec<(u32, bool)>;

impl IndexBuilder {
    /// Reads this many cards more; whether all are read.
    pub fn read_on(&mut self, report: &Report, cards: usize) -> bool {
        if self.read == 0 {
            let [brands, audiences, themes] = [&report.brands, &report.audiences, &report.themes]
                .map(|terms| terms.iter().map(|term| self.term(term.name)).collect());
            let codes = report.codes.iter().map(|code| self.code(report, code)).collect();
            self.terms = [brands, audiences, themes, codes];
        }
        let terms = std::mem::take(&mut self.terms);
        for (index, card) in (0..).zip(&report.cards).skip(self.read).take(cards) {
            self.read(index, card, &terms);
            self.read += 1;
        }
        self.terms = terms;
        let all = self.read == report.cards.len();
        if all && !std::mem::replace(&mut self.knows_headlines, true) {
            for part in &report.parts {
                self.headlines(part, &report.cards);
            }
        }
        all
    }

    /// The finished words and numbers.
    pub fn finish(self) -> Words {
        Words { lexicon: self.writer.finish(), figures: self.figures }
    }

    /// Better fields first, as [`Writer::say_again`] wants them.
    fn read(&mut self, index: u32, card: &Card, terms: &[Vec<TermWords>; 4]) {
        self.name(index, Field::Title, card.title);
        let garbled = card.source_text.iter().flat_map(|note| &note.reads);
        for name in [card.printed_title].iter().chain(&card.printed_names).chain(garbled) {
            self.text(index, Field::Name, true, name);
        }
        let codes = card.codes().collect();
        let positions = [&card.brands, &card.audiences, &card.themes, &codes];
        for (terms, positions) in terms.iter().zip(positions) {
            let words = positions.iter().filter_map(|position| terms.get(usize::from(*position)));
            for (number, joined) in words.flatten() {
                let spot = Spot { field: Field::Name, joined: *joined };
                self.writer.say_again(*number, index, spot);
            }
        }
        for figure in &card.figures {
            self.name(index, Field::Label, figure.label);
            self.figure(index, figure);
        }
        for series in &card.series {
            self.name(index, Field::Label, series.label);
            for point in &series.points {
                self.name(index, Field::Label, point.label);
                self.figures.note(index, point.value.as_str().as_bytes(), series.unit);
            }
        }
        for name in card.partners.iter().chain(&card.awards) {
            self.name(index, Field::Text, *name);
        }
        for text in running_text(card) {
            for text in text.each() {
                self.text(index, Field::Text, false, text);
            }
        }
        self.dates(index, card);
    }

    /// Korean names are found with and without their spaces; others as
    /// written.
    fn name(&mut self, card: u32, field: Field, name: Text) {
        for (at, name) in name.each().enumerate() {
            self.text(card, field, at == 0, name);
        }
    }

    fn text(&mut self, card: u32, field: Field, joined: bool, text: &str) {
        self.folded.fold(text);
        let (writer, spot) = (&mut self.writer, Spot { field, joined: false });
        each_word(&self.folded, joined, &mut self.joined, |word, joined| {
            writer.say(word, card, Spot { joined, ..spot });
        });
    }

    /// A value, and whatever else the document prints for it: now and then
    /// other digits, or words (`8명 중 1명`). The words that we show around the
    /// value (`이상`, `at least`) find it as well.
    fn figure(&mut self, card: u32, figure: &Figure) {
        let value = figure.value.as_str().as_bytes();
        self.figures.note(card, value, figure.unit);
        for printed in &figure.printed {
            self.folded.fold(printed);
            for word in self.folded.words() {
                let word = &self.folded.units()[word];
                let number = Number::read(word);
                if number
                    .as_ref()
                    .is_some_and(|it| it.fits(Digits::new(value), counter(figure.unit)))
                {
                    continue;
                }
                if let Some(digits) = number.and_then(Number::digits).filter(|it| it != value) {
                    self.figures.note(card, &digits, figure.unit);
                }
                self.writer.say(word, card, Spot { field: Field::Label, joined: false });
            }
        }
        for lang in Lang::INTERFACE {
            let (before, after) = around(figure.approx, figure.estimate, lang);
            self.text(card, Field::Label, false, &before);
            self.text(card, Field::Label, false, after);
        }
    }

    /// A part's headline numbers. They are found on the cards that make them
    /// up or, where nobody knows these, on all cards of the part.
    fn headlines(&mut self, part: &Part, cards: &[Card]) {
        for headline in &part.headlines {
            let terms = headline.tally.iter().flat_map(|tally| &tally.terms).map(|term| term.card);
            let mut holders: Vec<u32> = terms.collect();
            if holders.is_empty() {
                let of_part = (0..).zip(cards).filter(|(_, card)| card.part == part.no);
                holders.extend(of_part.map(|(index, _)| index));
            }
            holders.dedup();
            for card in holders {
                self.figure(card, &headline.figure);
            }
        }
    }

    /// Nobody remembers the spaces of brands, in any language.
    fn term(&mut self, name: Text) -> TermWords {
        let mut words = Vec::new();
        for name in name.each() {
            self.words(name, &mut words);
        }
        words
    }

    /// A code is found with and without the name of its framework: `GRI 305-1`, `305-1`.
    fn code(&mut self, report: &Report, code: &Code) -> TermWords {
        let mut words = self.term(report.frameworks[usize::from(code.framework)].name);
        self.words(code.code, &mut words);
        words
    }

    fn words(&mut self, name: &str, words: &mut TermWords) {
        self.folded.fold(name);
        each_word(&self.folded, true, &mut self.joined, |word, joined| {
            words.push((self.writer.number(word), joined));
        });
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
                        word.push_str(&text!(number));
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
