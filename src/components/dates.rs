//! The dates of a card.

use maud::{Markup, html};

use crate::html::prose;
use crate::i18n::{self, Message};
use crate::report::{Event, Lang};

/// Dated events, in the order of the card.
pub fn dates(events: &[Event], lang: Lang) -> Markup {
    html! {
        @if !events.is_empty() {
            h5 { (Message::Dates.get(lang)) }
            ol.timeline part="timeline" {
                @for event in events {
                    li {
                        time datetime=(event.span.from.as_str()) { (i18n::span(event.span, lang)) " " }
                        span { (prose(event.what.get(lang))) }
                    }
                }
            }
        }
    }
}
