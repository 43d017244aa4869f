//! What a search found.

use super::facet_index::Counts;
use report_model::Facet;

use super::Query;

/// The cards found, and what choosing a value would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Indices into the report's cards, in the order asked for.
    pub cards: Vec<u32>,
    /// The query as it was understood: of every word only the reading that
    /// found something. This is what [`super::highlight`] should mark.
    pub query: Query,
    pub(crate) counts: Counts,
    pub(crate) printed: Vec<PrintedWord>,
}

/// A word that the document prints and a card does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedWord {
    /// Index into the report's cards.
    pub card: u32,
    /// The word as the document spells it.
    pub word: String,
    /// The page on which the section that prints it begins, or the opening of
    /// the card's part.
    pub page: u16,
}

impl Results {
    /// How many cards were found.
    #[must_use]
    pub fn total(&self) -> usize {
        self.cards.len()
    }

    /// The words of the document without which this card would not have been
    /// found, in the order of the query; none where the card itself says
    /// everything.
    pub fn printed_words(&self, card: u32) -> impl Iterator<Item = &PrintedWord> {
        self.printed.iter().filter(move |printed| printed.card == card)
    }

    /// The words of the query that excluded no card, as typed: question words,
    /// and verbs of questions that the report does not have.
    pub fn set_aside(&self) -> impl Iterator<Item = &str> {
        let words = self.query.words.iter().filter(|word| word.is_set_aside);
        words.map(|word| word.typed.as_str())
    }

    /// How many cards have this value, among those the query and the other
    /// facets' filters leave: what one gets by choosing it alone in its facet.
    #[must_use]
    pub fn count(&self, facet: Facet, id: &str) -> usize {
        self.counts.count(facet, id)
    }

    /// The same for the value at a place among [`super::Index::all_choices`].
    #[must_use]
    pub fn count_at(&self, place: usize) -> usize {
        self.counts.count_at(place)
    }
}
