//! One report in one language: what the unchanging parts of the page need.

use crate::report::{Lang, Library, Report};

/// One report in one language.
#[derive(Clone, Copy)]
pub struct Edition {
    /// The reports of the bundle.
    pub library: &'static Library,
    /// The report.
    pub report: &'static Report,
    /// The language.
    pub lang: Lang,
}
