//! A report made ready for searching: read through once, never changed.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use report_model::{Choice, Facet, Lang, Report};
use report_state::Sort;

use super::facet_index::FacetIndex;
use super::fold::Folded;
use super::index_builder::{IndexBuilder, Words};
use super::session::QueryCache;
use super::terms::Terms;
use super::{Request, Results, order};

/// A report made ready for searching, in both languages.
#[derive(Debug)]
pub struct Index {
    pub(crate) report: &'static Report,
    pub(crate) facets: FacetIndex,
    /// The Korean names of brands, audiences and themes, folded, without spaces.
    pub(crate) names: Vec<Vec<u16>>,
    words: OnceLock<Words>,
    terms: OnceLock<Terms>,
    /// What was read so far, until all is.
    builder: Mutex<IndexBuilder>,
    by_size: OnceLock<Vec<u32>>,
    by_date: OnceLock<Vec<u32>>,
}

impl Index {
    /// Sorts a report's cards into facets. What they say is read when first
    /// searched for, or before that by [`Index::read_on`].
    #[must_use]
    pub fn new(report: &'static Report) -> Self {
        Self {
            report,
            facets: FacetIndex::new(report),
            names: names(report),
            words: OnceLock::new(),
            terms: OnceLock::new(),
            builder: Mutex::default(),
            by_size: OnceLock::new(),
            by_date: OnceLock::new(),
        }
    }

    /// Reads this many cards more, for moments in which nobody waits; whether
    /// all are read now. Searching never needs it, and is quick at once after.
    pub fn read_on(&self, cards: usize) -> bool {
        if self.words.get().is_none() {
            let all = self.builder().read_on(self.report, cards);
            if all {
                self.words();
            }
        }
        self.words.get().is_some()
    }

    /// Adds the index terms and synonyms of the report, once: later calls change
    /// nothing. From then on searches find them, in running sessions too.
    /// Returns whether they are new, so that what is shown should be searched
    /// for again. `text` is what the build wrote for all reports.
    pub fn add_terms(&self, text: &str) -> bool {
        let is_new = self.terms.get().is_none();
        self.terms.get_or_init(|| Terms::read(self.report, text));
        is_new
    }

    pub(crate) fn terms(&self) -> Option<&Terms> {
        self.terms.get()
    }

    /// The report searched.
    #[must_use]
    pub fn report(&self) -> &'static Report {
        self.report
    }

    /// The values of a facet that at least one card has, in order.
    pub fn choices(&self, facet: Facet) -> impl Iterator<Item = &Choice> {
        self.all_choices().iter().filter(move |(of, _)| *of == facet).map(|(_, choice)| choice)
    }

    /// The values of all facets, facet by facet.
    #[must_use]
    pub fn all_choices(&self) -> &[(Facet, Choice)] {
        self.facets.choices()
    }

    /// The name of a value; nothing where no card has it.
    #[must_use]
    pub fn choice_name(&self, facet: Facet, id: &str, lang: Lang) -> &str {
        let choice = self.choices(facet).find(|choice| choice.id == id);
        choice.map_or("", |choice| choice.name(lang))
    }

    /// Finds cards. While somebody types, a [`super::Session`] finds them
    /// sooner.
    #[must_use]
    pub fn search(&self, request: &Request<'_>) -> Results {
        QueryCache::default().search(self, request)
    }

    fn builder(&self) -> MutexGuard<'_, IndexBuilder> {
        self.builder.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let mut builder = std::mem::take(&mut *self.builder());
            builder.read_on(self.report, usize::MAX);
            builder.finish()
        })
    }

    /// All cards in an order that does not depend on the query; `None` for
    /// the report's own. Sorted when first asked for.
    pub(crate) fn order(&self, sort: Sort) -> Option<&[u32]> {
        match sort {
            Sort::Report => None,
            Sort::Size => Some(self.by_size.get_or_init(|| order::by_size(&self.report.cards))),
            Sort::Date => Some(self.by_date.get_or_init(|| order::by_date(&self.report.cards))),
        }
    }
}

fn names(report: &Report) -> Vec<Vec<u16>> {
    let mut names = Vec::new();
    for terms in [&report.brands, &report.audiences, &report.themes] {
        for term in terms {
            names.push(Folded::new(term.name.ko).joined().collect());
        }
    }
    names
}
