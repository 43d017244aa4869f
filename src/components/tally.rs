//! The sum that makes a headline number, row by row, with what stays unexplained.

use leptos::prelude::*;
use maud::{Markup, html};

use super::links::card_link;
use crate::html::{mixed, page_link};
use crate::i18n::Message;
use crate::number::{self, digits, full};
use crate::report::Edition;
use crate::report::{Decimal, Figure, Headline, Lang, Locale, Unit};
use crate::view::{BoxedView, IntoBoxed, lazy_html};

/// How a headline number adds up; each row leads to its card.
#[component]
pub fn Tally(edition: Edition, headline: &'static Headline) -> BoxedView {
    view! { <div class="tally" inner_html=lazy_html(move || tally(edition, headline))></div> }
        .boxed()
}

fn tally(edition: Edition, headline: &Headline) -> Markup {
    let Edition { report, lang, .. } = edition;
    let Some(tally) = &headline.tally else {
        return html! { p.no-tally { (Message::NoTally.get(lang)) } };
    };
    let total = &headline.figure;
    let terms = tally.terms.iter().filter_map(|term| report.term(*term));
    html! {
        table.sum {
            caption { (Message::Tally.get(lang)) }
            tbody {
                @for (card, figure) in terms {
                    tr data-term=(format!("{}/{}", card.id, figure.id)) {
                        th scope="row" {
                            (card_link(card, lang))
                            span.of {
                                (mixed(figure.label.get(lang), lang)) ", " (page_link(report, figure.page, lang))
                            }
                        }
                        td {
                            (amount(figure.value, figure.unit, lang))
                            (share(figure, total))
                        }
                    }
                }
                @if !tally.remainder.is_zero() {
                    tr.remainder {
                        th scope="row" { (Message::Remainder.get(lang)) }
                        td { (amount(tally.remainder, total.unit, lang)) }
                    }
                }
            }
            tfoot {
                tr {
                    th scope="row" { (Message::Total.get(lang)) }
                    td { (amount(total.value, total.unit, lang)) }
                }
            }
        }
        p.small {
            (Message::Reconstructed.get(lang))
            @if let Some(note) = tally.note { " " (note.get(lang)) }
        }
    }
}

/// A figure's share of a sum it is part of.
pub fn share(figure: &Figure, total: &Figure) -> Markup {
    html! {
        @if let Some(share) = number::share(figure.value, total.value) {
            span.share { " " (share) }
        }
    }
}

/// An amount in a sum: digits that line up, and the form with its unit.
pub fn amount(value: Decimal, unit: Unit, lang: Lang) -> Markup {
    let words = full(value, unit, lang);
    html! {
        @match lang.locale() {
            Locale::Ko => {
                span.digits aria-hidden="true" { (digits(value)) }
                data value=(value.as_str()) { (words) }
            }
            Locale::En => { data.digits value=(value.as_str()) { (words) } }
        }
    }
}
