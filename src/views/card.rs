//! A service card: closed, a title and its main number; opened, the whole
//! section.

use leptos::prelude::*;

use super::Reader;
use super::edition::Edition;
use super::errata::erratum;
use super::figure::{Motion, number};
use super::markup::{Markup, markup};
use super::reader::card_element;
use super::trace::{cite, figure_trace, link, quotes};
use crate::report::{About, Card, Erratum, FigureRef, Text};
use crate::search::{Query, highlight};
use crate::words;

/// One card, a `<details>`, so that it opens without a program, prints open,
/// and is reached by the browser's own search.
#[component]
pub fn CardView(
    /// The reader.
    reader: Reader,
    /// Report and language.
    edition: Edition,
    /// The card's place in the report.
    index: u32,
    /// The words looked for, to be marked.
    query: Memo<Query>,
) -> impl IntoView {
    let card = &edition.report.cards[index as usize];
    let lang = edition.lang;
    let open = Memo::new(move |_| reader.opened.with(|opened| opened.contains(&index)));
    let drawn = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || !reader.live || open.get() || reader.whole.get()
    });
    let marked = move |text: Text| query.with(|query| marked(text.get(lang), query));
    view! {
        <details
            class="card"
            part="card"
            id=card_element(card)
            data-card=card.id
            data-page=card.page
            data-index=index
            open=move || open.get()
        >
            <summary>
                <span class="head" inner_html=markup(|m| head(m, edition, card))></span>
                <h4 inner_html=move || marked(card.title)></h4>
                <span class="main" inner_html=markup(|m| main_figure(m, edition, card))></span>
            </summary>
            <div class="body">
                <p class="text" inner_html=move || marked(card.summary)></p>
                <div inner_html=move || {
                    if drawn.get() { markup(|m| body(m, edition, card, index)) } else { String::new() }
                }></div>
            </div>
        </details>
    }
}

/// A text in which the words looked for are marked.
fn marked(text: &str, query: &Query) -> String {
    markup(|m| {
        for piece in highlight(text, query) {
            if piece.hit {
                m.raw("<mark>").text(piece.text).raw("</mark>");
            } else {
                m.text(piece.text);
            }
        }
    })
}

/// Whose service, and on which page.
fn head(m: &mut Markup, edition: Edition, card: &Card) {
    m.raw("<span class=\"brand\">");
    let brands =
        card.brands.iter().filter_map(|brand| edition.report.brands.get(usize::from(*brand)));
    for (position, brand) in brands.enumerate() {
        m.raw(if position == 0 { "" } else { " · " }).text(brand.name.get(edition.lang));
    }
    m.raw("</span> <span class=\"page\">")
        .text(&words::page(card.page, edition.lang))
        .raw("</span>");
}

/// The number a card is known by.
fn main_figure(m: &mut Markup, edition: Edition, card: &Card) {
    if let Some(figure) = card.figures.first() {
        m.raw("<span class=\"label\">").text(figure.label.get(edition.lang));
        m.raw("</span> <span class=\"value\">");
        number(m, figure, edition.lang, Motion::Counts);
        m.raw("</span>");
    }
}

/// Everything a card holds beside its summary.
fn body(m: &mut Markup, edition: Edition, card: &'static Card, index: u32) {
    let lang = edition.lang;
    if card.figures.is_empty() {
        m.raw("<p class=\"small\">").text(words::NO_FIGURES.get(lang)).raw("</p>");
    } else {
        heading(m, words::FIGURES, edition);
        m.raw("<ul class=\"figures\" part=\"figure\">");
        for (figure, _) in (0_u16..).zip(&card.figures) {
            m.raw("<li>");
            figure_trace(m, edition, card, FigureRef { card: index, figure });
            m.raw("</li>");
        }
        m.raw("</ul>");
    }
    if !card.dates.is_empty() {
        heading(m, words::DATES, edition);
        m.raw("<ol class=\"timeline\" part=\"timeline\">");
        for event in &card.dates {
            m.raw("<li><time datetime=\"").text(event.span.from.as_str()).raw("\">");
            m.text(&words::span(event.span, lang)).raw("</time> <span>");
            m.text(event.what.get(lang)).raw("</span></li>");
        }
        m.raw("</ol>");
    }
    names(m, words::PARTNERS, &card.partners, edition);
    names(m, words::AWARDS, &card.awards, edition);
    if card.errata.iter().any(|erratum| !is_about_a_figure(erratum)) {
        heading(m, words::ERRATA, edition);
        for found in card.errata.iter().filter(|erratum| !is_about_a_figure(erratum)) {
            erratum(m, found, lang);
        }
    }
    see_also(m, edition, card);
    m.raw("<p class=\"printed\"><span>").text(words::IN_DOCUMENT.get(lang)).raw("</span> ");
    quotes(m, &[card.printed_title]);
    m.text(&words::page(card.page, lang)).raw("</p>");
    cite(m, edition, card.title, card.page);
}

fn heading(m: &mut Markup, name: Text, edition: Edition) {
    m.raw("<h5>").text(name.get(edition.lang)).raw("</h5>");
}

/// Errata about figures stand in the figures' traces.
fn is_about_a_figure(erratum: &Erratum) -> bool {
    matches!(erratum.about, About::Figure(_))
}

fn names(m: &mut Markup, name: Text, entries: &[Text], edition: Edition) {
    if entries.is_empty() {
        return;
    }
    heading(m, name, edition);
    m.raw("<ul class=\"names\">");
    for entry in entries {
        m.raw("<li>").text(entry.get(edition.lang)).raw("</li>");
    }
    m.raw("</ul>");
}

/// Links to cards about the same service, here and in other reports.
fn see_also(m: &mut Markup, edition: Edition, card: &Card) {
    if card.see.is_empty() {
        return;
    }
    heading(m, words::SEE_ALSO, edition);
    m.raw("<ul class=\"see\">");
    for link_to in &card.see {
        let Some((other, seen)) = edition.library.follow(*link_to) else { continue };
        m.raw("<li>");
        if other.id == edition.report.id {
            link(m, seen, link_to.card, edition.lang);
        } else {
            m.raw("<a href=\"#").text(&card_element(seen)).raw("\" data-go=\"report:");
            m.number(usize::from(link_to.report)).raw(":").number(link_to.card as usize).raw("\">");
            m.text(seen.title.get(edition.lang)).raw("</a> <span class=\"of\">");
            m.text(other.name.get(edition.lang)).raw("</span>");
        }
        m.raw("</li>");
    }
    m.raw("</ul>");
}
