//! A report made ready for searching.

use std::sync::Arc;

use super::{Choice, Facet, Request, Results, Session, choices};
use crate::report::Report;

/// A report made ready for searching, once.
#[derive(Debug)]
pub struct Index {
    pub(super) report: &'static Report,
    pub(super) choices: Arc<Vec<(Facet, Choice)>>,
}

impl Index {
    /// Reads a report through.
    #[must_use]
    pub fn new(report: &'static Report) -> Self {
        let all = Facet::ALL
            .into_iter()
            .flat_map(|facet| choices(report, facet).into_iter().map(move |choice| (facet, choice)));
        Self { report, choices: Arc::new(all.collect()) }
    }

    /// The report searched.
    #[must_use]
    pub fn report(&self) -> &'static Report {
        self.report
    }

    /// The values of a facet that at least one card has, in order.
    pub fn choices(&self, facet: Facet) -> impl Iterator<Item = &Choice> {
        self.choices.iter().filter(move |(of, _)| *of == facet).map(|(_, choice)| choice)
    }

    /// Finds cards. While somebody types, a [`Session`] finds them sooner.
    #[must_use]
    pub fn search(&self, request: &Request<'_>) -> Results {
        Session::new(self).search(request)
    }
}
