//! Which cards have which facet values: the values of all facets, numbered through, and each card's
//! values in one row.

use std::sync::Arc;

use report_model::{Choice, Facet, Report};
use report_state::Filters;

/// The values of all facets, and those of each card.
#[derive(Debug)]
pub struct FacetIndex {
    choices: Arc<Vec<(Facet, Choice)>>,
    /// For each value, the bit of its facet.
    facet_bits: Vec<u8>,
    /// The values of all cards, card after card.
    values: Vec<u16>,
    /// Where each card's values begin, and where another's would.
    starts: Vec<u32>,
}

/// How many cards each value would give; see [`super::Results::count`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    choices: Arc<Vec<(Facet, Choice)>>,
    numbers: Vec<u32>,
}

impl FacetIndex {
    /// Reads the facet values of a report's cards.
    pub fn new(report: &Report) -> Self {
        let all_keys = Facet::ALL.map(|facet| facet.report_keys(report));
        let mut choices = Vec::new();
        let mut facet_bits = Vec::new();
        let mut firsts = [0; Facet::ALL.len()];
        for ((facet, keys), first) in Facet::ALL.into_iter().zip(&all_keys).zip(&mut firsts) {
            *first = choices.len();
            for key in keys {
                choices.push((facet, facet.choice(*key, report)));
                facet_bits.push(bit(facet));
            }
        }
        let (mut values, mut starts, mut of_card) = (Vec::new(), vec![0], Vec::new());
        for card in &report.cards {
            for ((facet, keys), first) in Facet::ALL.into_iter().zip(&all_keys).zip(firsts) {
                facet.card_keys(report, card, &mut of_card);
                let positions = of_card.iter().filter_map(|key| keys.binary_search(key).ok());
                values.extend(positions.filter_map(|at| u16::try_from(first + at).ok()));
            }
            starts.push(u32::try_from(values.len()).unwrap_or(u32::MAX));
        }
        Self { choices: Arc::new(choices), facet_bits, values, starts }
    }

    /// All values, facet by facet.
    pub fn choices(&self) -> &[(Facet, Choice)] {
        &self.choices
    }

    /// Keeps the cards that the filters leave, and counts on the way what
    /// every value would give. A card that fails in one facet only counts
    /// for the values of that facet: choosing one of them would show it.
    pub fn filter_and_count(
        &self,
        found: impl Iterator<Item = u32>,
        filters: &Filters,
    ) -> (Vec<u32>, Counts) {
        let mut numbers = vec![0; self.choices.len()];
        let (chosen, asked) = self.chosen(filters);
        let mut cards = Vec::new();
        for card in found {
            let values = self.values_of(card);
            let met = values.iter().fold(0, |met, value| met | chosen[usize::from(*value)]);
            let failed = asked & !met;
            if failed == 0 {
                cards.push(card);
                for value in values {
                    numbers[usize::from(*value)] += 1;
                }
            } else if failed.is_power_of_two() {
                for value in values.iter().map(|value| usize::from(*value)) {
                    numbers[value] += u32::from(self.facet_bits[value] == failed);
                }
            }
        }
        (cards, Counts { choices: Arc::clone(&self.choices), numbers })
    }

    fn values_of(&self, card: u32) -> &[u16] {
        let card = card as usize;
        &self.values[self.starts[card] as usize..self.starts[card + 1] as usize]
    }

    /// For each value its facet's bit if it is chosen, else 0; and the bits
    /// of all facets in which something is chosen.
    fn chosen(&self, filters: &Filters) -> (Vec<u8>, u8) {
        let of_value = self.choices.iter().zip(&self.facet_bits).map(|((facet, choice), bit)| {
            if filters.is_chosen(*facet, &choice.id) { *bit } else { 0 }
        });
        let asked = filters.iter().fold(0, |asked, (facet, _)| asked | bit(facet));
        (of_value.collect(), asked)
    }
}

impl Counts {
    /// Cards that have the value.
    pub fn count(&self, facet: Facet, id: &str) -> usize {
        let position = self.choices.iter().position(|(of, choice)| *of == facet && choice.id == id);
        position.map_or(0, |position| self.count_at(position))
    }

    /// Cards that have the value at this place.
    pub fn count_at(&self, place: usize) -> usize {
        self.numbers.get(place).map_or(0, |count| *count as usize)
    }
}

fn bit(facet: Facet) -> u8 {
    1 << facet as u8
}
