//! What a search found.

use std::sync::Arc;

use super::{Choice, Facet, Query};

/// The cards found, and what choosing a value would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Indices into the report's cards, in the order asked for.
    pub cards: Vec<u32>,
    /// The query as it was understood; what [`super::highlight`] marks.
    pub query: Query,
    pub(super) choices: Arc<Vec<(Facet, Choice)>>,
    pub(super) counts: Vec<u32>,
    pub(super) gains: Vec<u32>,
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
        self.look_up(&self.counts, facet, id)
    }

    /// How many cards choosing this value adds to those already found by other
    /// values of its facet; the same as [`Results::count`] where none is chosen.
    #[must_use]
    pub fn gain(&self, facet: Facet, id: &str) -> usize {
        self.look_up(&self.gains, facet, id)
    }

    fn look_up(&self, numbers: &[u32], facet: Facet, id: &str) -> usize {
        let position = self.choices.iter().position(|(of, choice)| *of == facet && choice.id == id);
        position.map_or(0, |position| numbers[position] as usize)
    }
}
