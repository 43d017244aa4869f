//! What a search found.

use super::drawers::Counts;
use super::{Facet, Query};

/// The cards found, and what choosing a value would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Indices into the report's cards, in the order asked for.
    pub cards: Vec<u32>,
    /// The query as it was understood: of every word only the reading that
    /// found something. This is what [`super::highlight`] should mark.
    pub query: Query,
    pub(super) counts: Counts,
}

impl Results {
    /// How many cards were found.
    #[must_use]
    pub fn total(&self) -> usize {
        self.cards.len()
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

    /// How many cards choosing this value adds to those shown for other
    /// values of its facet, or, where none is chosen, [`Results::count`].
    #[must_use]
    pub fn gain(&self, facet: Facet, id: &str) -> usize {
        self.counts.gain(facet, id)
    }
}
