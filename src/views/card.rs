//! A service card: closed, a title and its main number; opened, the whole
//! section.

use super::edition::Edition;
use super::errata::erratum;
use super::figure::{Motion, number};
use super::markup::Markup;
use super::moment::Moment;
use super::places::card_element;
use super::trace::{cite, figure_trace, link, quotes};
use crate::report::{About, Card, Erratum, FigureRef, Lang, Text};
use crate::search::{Query, highlight};
use crate::words;

/// One card in its list, a `<details>`, so that it opens without a program,
/// prints open, and is reached by the browser's own search.
pub fn card(m: &mut Markup, moment: &Moment, index: u32) {
    let edition = moment.edition;
    let card = &edition.report.cards[index as usize];
    let (open, query) = (moment.is_open(index), &moment.results.query);
    m.raw("<li><details class=\"card\" part=\"card\" id=\"").text(&card_element(card));
    m.raw("\" data-card=\"").text(card.id).raw("\" data-page=\"").number(card.page.into());
    m.raw("\" data-index=\"").number(index as usize).raw("\"");
    m.flag("data-series", !card.series.is_empty()).flag("open", open);
    m.raw("><summary><span class=\"head\">");
    head(m, edition, card);
    m.raw("</span><h4>");
    marked(m, card.title, edition.lang, query);
    m.raw("</h4><span class=\"main\">");
    main_figure(m, edition, card);
    m.raw("</span></summary><div class=\"body\"><p class=\"text\">");
    marked(m, card.summary, edition.lang, query);
    m.raw("</p><div>");
    if open || moment.fills(index) {
        body(m, edition, index);
    }
    m.raw("</div></div></details></li>");
}

/// A text in which the words looked for are marked.
pub fn marked(m: &mut Markup, text: Text, lang: Lang, query: &Query) {
    for piece in highlight(text.get(lang), query) {
        let (before, after) = if piece.hit { ("<mark>", "</mark>") } else { ("", "") };
        m.raw(before).mixed(piece.text, lang).raw(after);
    }
}

/// Whose service, and on which page.
fn head(m: &mut Markup, edition: Edition, card: &Card) {
    m.raw("<span class=\"brand\">");
    let brands =
        card.brands.iter().filter_map(|brand| edition.report.brands.get(usize::from(*brand)));
    for (position, brand) in brands.enumerate() {
        m.raw(if position == 0 { "" } else { " · " }).name(brand.name.get(edition.lang));
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
pub fn body(m: &mut Markup, edition: Edition, index: u32) {
    let (card, lang) = (&edition.report.cards[index as usize], edition.lang);
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
            m.prose(event.what.get(lang)).raw("</span></li>");
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
    cite(m, edition, card.printed_title, card.title, card.page, Some(card));
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
