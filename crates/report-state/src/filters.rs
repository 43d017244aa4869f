//! What a reader chose beside the search field: values of facets.

use report_text::text;
use std::fmt;

use report_model::Report;
use report_model::{Choice, Facet};

/// A set of chosen values in one canonical order, so that equal choices are
/// equal sets and give equal addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    /// Sorted by facet, then by id; no value twice.
    chosen: Vec<(Facet, String)>,
}

impl Filters {
    /// Reads `brand:kakaotalk,brand:kakaomap;theme:vaccine`, and lists the
    /// pieces that are not a value of the report. Commas and semicolons part
    /// values alike, and `facet:` may be left out after a comma:
    /// `brand:kakaotalk,kakaomap`.
    #[must_use]
    pub fn parse(text: &str, report: &Report) -> (Self, Vec<String>) {
        let mut known = Known { report, choices: Vec::new() };
        let mut filters = Self::default();
        let mut refused = Vec::new();
        for group in text.split(';') {
            let mut facet = None;
            for piece in group.split(',').map(str::trim).filter(|piece| !piece.is_empty()) {
                let id = match piece.split_once(':') {
                    Some((name, id)) => {
                        facet = Facet::from_id(name.trim());
                        id.trim()
                    }
                    None => piece,
                };
                match facet.filter(|facet| known.has(*facet, id)) {
                    Some(facet) => filters.add(facet, id),
                    None => refused.push(piece.to_owned()),
                }
            }
        }
        (filters, refused)
    }

    /// Whether the value is chosen.
    #[must_use]
    pub fn is_chosen(&self, facet: Facet, id: &str) -> bool {
        self.position(facet, id).is_ok()
    }

    /// Chooses the value, or gives it up if it was chosen.
    pub fn toggle(&mut self, facet: Facet, id: &str) {
        match self.position(facet, id) {
            Ok(at) => {
                self.chosen.remove(at);
            }
            Err(at) => self.chosen.insert(at, (facet, id.to_owned())),
        }
    }

    /// Chooses the value.
    pub fn add(&mut self, facet: Facet, id: &str) {
        if let Err(at) = self.position(facet, id) {
            self.chosen.insert(at, (facet, id.to_owned()));
        }
    }

    /// Gives the value up.
    pub fn remove(&mut self, facet: Facet, id: &str) {
        if let Ok(at) = self.position(facet, id) {
            self.chosen.remove(at);
        }
    }

    /// Gives every value up.
    pub fn clear(&mut self) {
        self.chosen.clear();
    }

    /// Gives up the values that no card of the report has.
    pub fn keep_known(&mut self, report: &Report) {
        let mut known = Known { report, choices: Vec::new() };
        self.chosen.retain(|(facet, id)| known.has(*facet, id));
    }

    /// The chosen values, facet by facet.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.chosen.iter().map(|(facet, id)| (*facet, id.as_str()))
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// `brand:kakaomap,brand:kakaotalk;theme:vaccine`
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::new();
        let mut last = None;
        for (facet, id) in self.iter() {
            written.push_str(match last {
                None => "",
                Some(before) if before == facet => ",",
                Some(_) => ";",
            });
            written.push_str(&text!(facet.id(), ":", id));
            last = Some(facet);
        }
        written
    }

    fn position(&self, facet: Facet, id: &str) -> Result<usize, usize> {
        self.chosen.binary_search_by(|(other, chosen)| {
            other.cmp(&facet).then_with(|| chosen.as_str().cmp(id))
        })
    }
}

impl fmt::Display for Filters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

/// What can be chosen in a report, gathered once for each facet asked about.
struct Known<'r> {
    report: &'r Report,
    choices: Vec<(Facet, Vec<Choice>)>,
}

impl Known<'_> {
    fn has(&mut self, facet: Facet, id: &str) -> bool {
        let position = self.choices.iter().position(|(other, _)| *other == facet);
        let position = position.unwrap_or_else(|| {
            self.choices.push((facet, facet.choices(self.report)));
            self.choices.len() - 1
        });
        self.choices[position].1.iter().any(|choice| choice.id == id)
    }
}
