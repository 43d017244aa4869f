//! Index terms and synonyms: what the browser loads when somebody is about to
//! search, so that readers who never search do not pay for it.
//!
//! An index term is a single word that the section of a card prints and that
//! nothing on the card says. It is searched like any other word, ranks below
//! everything on the card, and is never displayed but as the reason why a card
//! was found. `report-validation` writes the text that is read here.

use report_model::Report;

use super::fold::Folded;
use super::lexicon::{Field, Lexicon, Spot, Writer};
use super::pattern::Pattern;

/// Begins the lines of one report; what stands before belongs to all.
pub const REPORT: char = '@';
/// Begins a line of synonyms.
pub const SYNONYMS: char = '=';
/// Begins a line of words that a part's opening prints.
pub const PART: char = '#';

/// The section of the card prints the word.
pub const OF_CARD: Spot = Spot { field: Field::Label, joined: false };
/// The opening of the card's part prints the word.
pub const OF_PART: Spot = Spot { field: Field::Text, joined: false };

/// The index terms and synonyms of one report.
#[derive(Debug)]
pub struct Terms {
    /// The terms, and the cards whose sections print them.
    pub lexicon: Lexicon,
    /// For each word of the lexicon how the document spells it.
    spellings: Vec<String>,
    /// Groups of folded spellings that stand for each other.
    synonyms: Vec<Vec<Vec<u16>>>,
}

impl Terms {
    /// Reads what the text has for a report. Cards and parts that the report
    /// does not have are left out: the text may be of another version.
    pub fn read(report: &Report, text: &str) -> Self {
        let (mut writer, mut spellings, mut synonyms) = (Writer::default(), Vec::new(), Vec::new());
        let mut folded = Folded::default();
        let mut is_ours = true;
        for line in text.lines() {
            if let Some(id) = line.strip_prefix(REPORT) {
                is_ours = id == report.id;
                continue;
            }
            if !is_ours {
                continue;
            }
            if let Some(group) = line.strip_prefix(SYNONYMS) {
                let fold = |spelling| Folded::new(spelling).joined().collect();
                let spellings = group.split(' ').map(fold);
                // A text that was not written by the build can have a space too many.
                synonyms.push(spellings.filter(|units: &Vec<u16>| !units.is_empty()).collect());
                continue;
            }
            let mut words = line.split(' ');
            let (cards, spot) = cards_of(report, words.next().unwrap_or_default());
            for word in words {
                folded.fold(word);
                if folded.units().is_empty() {
                    continue;
                }
                let number = writer.number(folded.units());
                if number as usize == spellings.len() {
                    spellings.push(word.to_owned());
                }
                for card in &cards {
                    writer.say_again(number, *card, spot);
                }
            }
        }
        Self { lexicon: writer.finish(), spellings, synonyms }
    }

    /// How the document spells a word of the lexicon.
    pub fn spelling(&self, word: u32) -> &str {
        self.spellings.get(word as usize).map_or("", String::as_str)
    }

    /// Adds what a word, or several in one, may be called as well. A spelling
    /// at the beginning of a longer word counts too, from two letters on:
    /// `카톡채널` asks for 카카오톡채널.
    pub fn expand(&self, word: &[u16], patterns: &mut Vec<Pattern>) {
        for group in &self.synonyms {
            for spelling in group {
                let Some(rest) = word.strip_prefix(spelling.as_slice()) else { continue };
                if !rest.is_empty() && spelling.len() < 2 {
                    continue;
                }
                for other in group.iter().filter(|other| *other != spelling) {
                    let pattern = Pattern::exact(&[other.as_slice(), rest].concat());
                    if !patterns.contains(&pattern) {
                        patterns.push(pattern);
                    }
                }
            }
        }
    }
}

/// The cards that a line is about.
fn cards_of(report: &Report, place: &str) -> (Vec<u32>, Spot) {
    match place.strip_prefix(PART) {
        Some(no) => {
            let of_part = |(_, card): &(u32, &report_model::Card)| no.parse() == Ok(card.part);
            let cards = (0..).zip(&report.cards).filter(of_part).map(|(index, _)| index);
            (cards.collect(), OF_PART)
        }
        None => (report.card_index(place).into_iter().collect(), OF_CARD),
    }
}
