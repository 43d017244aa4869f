//! What a reader typed, understood once.

/// A query: words that must all be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) words: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: typed.split_whitespace().map(str::to_lowercase).collect() }
    }

    /// Whether nothing is searched for, so that every card is a result.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}
