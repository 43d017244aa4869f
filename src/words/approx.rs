//! Words around a value that the document does not state as exact.

use super::t;
use crate::report::{Approx, Lang, Text};

/// Before a value that the document calls an estimate (추산).
pub const ESTIMATE: Text = t("추산 ", "an estimated ");

/// What stands before a value and after it: `약 `, ` 이상`; `about `,
/// `in the ` and ` range`.
#[must_use]
pub fn approx(approx: Approx, lang: Lang) -> (&'static str, &'static str) {
    match (approx, lang) {
        (Approx::Exact, _) => ("", ""),
        (Approx::About, Lang::Ko) => ("약 ", ""),
        (Approx::About, Lang::En) => ("about ", ""),
        (Approx::AtLeast, Lang::Ko) => ("", " 이상"),
        (Approx::AtLeast, Lang::En) => ("at least ", ""),
        (Approx::LessThan, Lang::Ko) => ("", " 미만"),
        (Approx::LessThan, Lang::En) => ("less than ", ""),
        (Approx::Band, Lang::Ko) => ("", "대"),
        (Approx::Band, Lang::En) => ("in the ", " range"),
    }
}

/// The same, with the word for an estimate before it: `추산 약 `,
/// `an estimated `.
#[must_use]
pub fn around(is: Approx, estimate: bool, lang: Lang) -> (String, &'static str) {
    let (before, after) = approx(is, lang);
    (said!(if estimate { ESTIMATE.get(lang) } else { "" }, before), after)
}
