//! Headline numbers, which belong to parts and not to cards. Searching for
//! one finds the cards that make it up; here is the headline itself.

use crate::report::{Figure, Report};
use crate::state::Trace;

use super::figures::counter;
use super::number::Digits;
use super::query::Word;
use super::{Query, highlight};

/// The headlines a query asks for: each of its words is in the label, or is
/// the number. [`super::Results::query`] gives better answers than the query
/// as typed: it knows how each word was understood.
#[must_use]
pub fn headlines(report: &Report, query: &Query) -> Vec<Trace> {
    let mut found = Vec::new();
    for part in &report.parts {
        for (headline, what) in (0..).zip(&part.headlines) {
            let says = |word: &Word| says(&what.figure, word);
            if !query.is_empty() && query.words.iter().all(says) {
                found.push(Trace::Headline { part: part.no, headline });
            }
        }
    }
    found
}

fn says(figure: &Figure, word: &Word) -> bool {
    let digits = Digits::new(figure.value.as_str().as_bytes());
    let mut numbers = word.understood().filter_map(|reading| reading.number.as_ref());
    numbers.any(|number| number.fits(digits, counter(figure.unit)))
        || [figure.label.ko, figure.label.en].iter().any(|label| highlight::says(label, word))
}
