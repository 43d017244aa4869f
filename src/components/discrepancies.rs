//! What the document says against itself about one thing.

use maud::{Markup, html};

use crate::html::{fact, quotes};
use crate::report::{About, Erratum, Lang};
use crate::words;

/// The errata about one thing.
pub fn discrepancies(errata: &[Erratum], about: About, lang: Lang) -> Markup {
    html! {
        @for found in errata.iter().filter(|erratum| erratum.about == about) {
            (erratum(found, lang))
        }
    }
}

/// What each place says, how we read it, and why.
pub fn erratum(erratum: &Erratum, lang: Lang) -> Markup {
    html! {
        dl.erratum data-erratum=(erratum.id) {
            div { dt { (words::SAYS.get(lang)) } dd { (quotes(&erratum.says)) } }
            (fact(words::READING.get(lang), erratum.reading.get(lang), lang))
            (fact(words::WHY.get(lang), erratum.why.get(lang), lang))
        }
    }
}
