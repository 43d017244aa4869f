//! What the document says against itself about one thing.

use maud::{Markup, html};

use crate::html::{fact, quotes};
use crate::i18n::Message;
use crate::report::{About, Erratum, Lang};

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
            div { dt { (Message::Says.get(lang)) } dd { (quotes(&erratum.says)) } }
            (fact(Message::Reading.get(lang), erratum.reading.get(lang), lang))
            (fact(Message::Why.get(lang), erratum.why.get(lang), lang))
        }
    }
}
