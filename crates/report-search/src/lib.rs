//! Finding cards: words as Koreans type them, facets, and orders.
//!
//! ```
//! use std::sync::Arc;
//!
//! use report_search::{Index, Request, Session};
//! use report_state::{Filters, Sort};
//!
//! let report = report_bundle::library().report("white-paper-2022").expect("it is shipped");
//! let mut session = Session::new(Arc::new(Index::new(report)));
//! let filters = Filters::default();
//! // Masks, typed as initial consonants.
//! let results = session.search(&Request { query: "ㅁㅅㅋ", filters: &filters, sort: Sort::Report });
//! assert_eq!(report.cards[results.cards[0] as usize].id, "public-masks");
//! ```
//!
//! In reading order: a text is folded to the letters that are compared
//! (`fold`, `hangul`); a [`Query`] is read in several ways (`query`, `particle`,
//! `number`), each a few patterns (`pattern`); an [`Index`] knows every
//! distinct word of a report and who says it (`index_builder`, `lexicon`), its
//! numbers (`figures`) and its facets (`facet_index`); a [`Session`] brings them
//! together and ranks what it finds (`rank`, and `split_words` for words written
//! apart); [`highlight`] shows it.
//!
//! Not here: which words the reader sees, and anything that waits or paints.

mod corrections;
mod facet_index;
mod figures;
mod fold;
mod hangul;
mod highlight;
mod index;
mod index_builder;
mod lexicon;
mod number;
mod order;
mod particle;
mod pattern;
mod query;
mod question;
mod rank;
mod results;
mod session;
mod split_words;
mod story;
mod suggestions;
mod terms;

use report_state::{Filters, RouteState, Sort};

pub use corrections::{Correction, corrections};
pub use highlight::{Segment, highlight};
pub use index::Index;
pub use query::Query;
pub use results::{PrintedWord, Results};
pub use session::Session;
pub use story::{LONGEST_STORY, story};
pub use suggestions::suggestions;

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
mod tests;
