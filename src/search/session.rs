//! Searching while somebody types.

use std::sync::Arc;

use super::{Facet, Index, Query, Request, Results};
use crate::report::Card;

/// Searches one index again and again, and keeps what the next keystroke can
/// use of the last one. Its results are those of [`Index::search`].
#[derive(Debug, Clone)]
pub struct Session<'i> {
    index: &'i Index,
}

impl<'i> Session<'i> {
    /// Begins with nothing typed.
    #[must_use]
    pub fn new(index: &'i Index) -> Self {
        Self { index }
    }

    /// Finds cards.
    pub fn search(&mut self, request: &Request<'_>) -> Results {
        let query = Query::new(request.query);
        let all = &self.index.choices;
        let mut counts = vec![0; all.len()];
        let mut gains = vec![0; all.len()];
        let mut cards = Vec::new();
        for (position, card) in (0u32..).zip(&self.index.report.cards) {
            if !query.words.iter().all(|word| says(card, word)) {
                continue;
            }
            let failing: Vec<Facet> =
                Facet::ALL.into_iter().filter(|facet| !self.passes(card, *facet, request)).collect();
            if failing.is_empty() {
                cards.push(position);
            }
            for (at, (facet, choice)) in all.iter().enumerate() {
                if failing.iter().all(|failing| failing == facet) && self.has(card, *facet, &choice.id) {
                    counts[at] += 1;
                    let open = !request.filters.iter().any(|(chosen, _)| chosen == *facet);
                    gains[at] += u32::from(open || !failing.is_empty());
                }
            }
        }
        Results { cards, query, choices: Arc::clone(all), counts, gains }
    }

    fn passes(&self, card: &Card, facet: Facet, request: &Request<'_>) -> bool {
        let mut chosen = request.filters.iter().filter(|(of, _)| *of == facet).peekable();
        chosen.peek().is_none() || chosen.any(|(_, id)| self.has(card, facet, id))
    }

    fn has(&self, card: &Card, facet: Facet, id: &str) -> bool {
        let mut keys = Vec::new();
        facet.keys(card, &mut keys);
        let all = super::facet::keys(self.index.report, facet);
        let position = self.index.choices(facet).position(|choice| choice.id == id);
        position.is_some_and(|position| keys.contains(&all[position]))
    }
}

fn says(card: &Card, word: &str) -> bool {
    [card.title.ko, card.title.en, card.summary.ko, card.summary.en, card.printed_title]
        .iter()
        .chain(&card.printed_names)
        .any(|text| text.to_lowercase().contains(word))
}
