//! The dates of a card.

use maud::{Markup, html};

use crate::html::prose;
use crate::report::{Event, Lang};
use crate::words;

/// Dated events, in the order of the card.
pub fn dates(events: &[Event], lang: Lang) -> Markup {
    html! {
        @if !events.is_empty() {
            h5 { (words::DATES.get(lang)) }
            ol.timeline part="timeline" {
                @for event in events {
                    li {
                        time datetime=(event.span.from.as_str()) { (words::span(event.span, lang)) " " }
                        span { (prose(event.what.get(lang))) }
                    }
                }
            }
        }
    }
}
