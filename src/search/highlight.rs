//! Marking what was found.

use super::Query;

/// A piece of a text, found or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment<'t> {
    /// The piece; the pieces of a text put together are the text.
    pub text: &'t str,
    /// Whether the query found it.
    pub hit: bool,
}

/// Cuts a text into what the query found and what it did not.
#[must_use]
pub fn highlight<'t>(text: &'t str, query: &Query) -> Vec<Segment<'t>> {
    let mut segments = Vec::new();
    let mut rest = text;
    let found = query.words.iter().find_map(|word| Some((text.find(word.as_str())?, word.len())));
    if let Some((from, length)) = found {
        segments.push(Segment { text: &text[..from], hit: false });
        segments.push(Segment { text: &text[from..from + length], hit: true });
        rest = &text[from + length..];
    }
    segments.push(Segment { text: rest, hit: false });
    segments.retain(|segment| !segment.text.is_empty());
    segments
}
