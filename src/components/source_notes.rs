//! Where the text that we worked from is garbled. The document itself is not: these notes are never
//! shown as the publisher's, and never among the errata.

use maud::{Markup, html};

use crate::html::{fact, quotes};
use crate::i18n::Message;
use crate::report::{Lang, SourceNote};

/// What the source text reads, whose error that is, and how we read it.
pub fn source_notes<'a>(notes: impl IntoIterator<Item = &'a SourceNote>, lang: Lang) -> Markup {
    let mut notes = notes.into_iter().enumerate().peekable();
    html! {
        @if notes.peek().is_some() {
            dl.source-note {
                @for (position, note) in notes {
                    div {
                        dt { (Message::SourceText.get(lang)) }
                        dd {
                            (quotes(&note.reads))
                            @if position == 0 { (Message::SourceTextLead.get(lang)) }
                        }
                    }
                    (fact(Message::Reading.get(lang), note.reading.get(lang), lang))
                }
            }
        }
    }
}
