//! One report in one language: what the unchanging parts of the page need.

use super::{Lang, Library, Report};

/// One report in one language.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    /// The reports of the bundle.
    pub library: &'static Library,
    /// The report.
    pub report: &'static Report,
    /// The language.
    pub lang: Lang,
}

impl Edition {
    /// Whether both are the same report in the same language.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        self.report.id == other.report.id && self.lang == other.lang
    }
}
