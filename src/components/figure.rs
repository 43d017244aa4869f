//! A figure of a card: label and number, unfolding into its trace.

use leptos::prelude::*;
use maud::{Markup, html};

use super::citation::CopyCitation;
use super::discrepancies::discrepancies;
use super::source_notes::source_notes;
use super::tally::share;
use super::trace::{Disclosure, facts};
use crate::html::{mixed, number};
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::report::{About, Figure, FigureRef};
use crate::state::Trace;
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, lazy_html};

/// One figure in the list of a card.
#[component]
pub fn FigureItem(
    store: Store,
    edition: Edition,
    /// The figure.
    at: FigureRef,
) -> BoxedView {
    let (card, lang) = (&edition.report.cards[at.card as usize], edition.lang);
    let figure = &card.figures[usize::from(at.figure)];
    let about = About::Figure(at.figure);
    let garbled = move || card.source_text.iter().filter(move |note| note.about == about);
    let marks = card.errata.iter().filter(|erratum| erratum.about == about).count();
    let summary = lazy_html(move || {
        html! {
            span.label { (mixed(figure.label.get(lang), lang)) " " }
            span.value { (number(figure, lang)) @if marks > 0 { " " } }
            @if marks > 0 { span.mark { (i18n::marks(marks, lang)) } }
        }
    });
    let summary = view! { <summary inner_html=summary></summary> }.boxed();
    let content = view! {
        <div class="receipt">
            <dl class="facts" inner_html=lazy_html(move || facts(edition, figure, None, None))></dl>
            <div inner_html=lazy_html(move || html! {
                (memberships(edition, at, figure))
                (discrepancies(&card.errata, about, lang))
                (source_notes(garbled(), lang))
            })></div>
            <CopyCitation store edition printed=card.printed_title title=card.title page=figure.page/>
        </div>
    }
    .boxed();
    view! {
        <li>
            <Disclosure
                store
                report=edition.report
                class="trace figure"
                trace=Trace::Figure(at)
                summary
                content
            />
        </li>
    }
    .boxed()
}

/// The totals that include a figure.
fn memberships(edition: Edition, at: FigureRef, figure: &Figure) -> Markup {
    let (report, lang) = (edition.report, edition.lang);
    let mut totals = report
        .headlines()
        .filter(|(_, headline)| {
            headline.tally.as_ref().is_some_and(|tally| tally.terms.contains(&at))
        })
        .peekable();
    html! {
        @if totals.peek().is_some() {
            h5 { (Message::PartOf.get(lang)) }
            ul.memberships {
                @for (part, headline) in totals {
                    li {
                        a.link href=(format!("#part-{}/{}", part.no, headline.figure.id)) {
                            (i18n::part(part.no, lang)) " " (headline.figure.label.get(lang)) " "
                        }
                        (number(&headline.figure, lang)) (share(figure, &headline.figure))
                    }
                }
            }
        }
    }
}
