//! Finding cards: words as Koreans type them, facets, and orders.
//!
//! In reading order: a text is folded to the letters that are compared
//! (`fold`); a [`Query`] is read in several ways (`query`, `particle`,
//! `number`), each a few patterns (`pattern`); an [`Index`] knows every
//! distinct word of a report and who says it (`reader`, `lexicon`), its
//! numbers (`figures`) and its facets (`drawers`); a [`Session`] brings them
//! together and ranks what it finds (`rank`, and `seam` for words written
//! apart); [`highlight`] shows it.
//!
//! Not here: which words the reader sees, and anything that waits or paints.

mod corrections;
mod drawers;
mod figures;
mod fold;
mod headlines;
mod highlight;
mod index;
mod lexicon;
mod number;
mod order;
mod particle;
mod pattern;
mod query;
mod question;
mod rank;
mod reader;
mod results;
mod seam;
mod session;
mod terms;
mod ways_out;

pub use crate::report::{Choice, Facet};
pub use corrections::{Correction, corrections};
pub use headlines::headlines;
pub use highlight::{Segment, highlight};
pub use index::Index;
pub use query::Query;
pub use results::{PrintedWord, Results};
pub use session::Session;
pub use ways_out::{WayOut, ways_out};

use crate::state::{Filters, RouteState, Sort};

/// What is searched for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// The words as typed.
    pub query: &'r str,
    /// What was chosen beside them.
    pub filters: &'r Filters,
    /// The order wanted.
    pub sort: Sort,
}

impl<'r> Request<'r> {
    /// What a view asks for.
    #[must_use]
    pub fn of(state: &'r RouteState) -> Self {
        Self { query: &state.query, filters: &state.filters, sort: state.sort }
    }
}

#[cfg(test)]
pub(crate) mod tests;
