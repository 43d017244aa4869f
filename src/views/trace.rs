//! The trace: where a number comes from. It unfolds under the number like a
//! receipt: exact value, printed forms, page, what it counts, the figures
//! that add up to it, what stays unexplained, and where the document
//! contradicts itself.
//!
//! Links and buttons say in `data-go` and `data-copy` what they do; the edge
//! does it.

use super::edition::Edition;
use super::errata::erratum;
use super::figure::{Motion, number};
use super::markup::Markup;
use super::places::card_element;
use crate::number::{digits, full, stated};
use crate::report::{
    About, Card, Decimal, Erratum, Figure, FigureRef, Headline, Lang, Part, Tally, Text, Unit,
};
use crate::state::Trace;
use crate::words;

/// The trace of a headline, behind its question.
pub fn headline_trace(
    m: &mut Markup,
    edition: Edition,
    part: &'static Part,
    headline: &'static Headline,
    index: u16,
) {
    let lang = edition.lang;
    open(m, edition, "trace", Trace::Headline { part: part.no, headline: index });
    m.raw("<summary><span class=\"hidden\">").text(headline.figure.label.get(lang));
    m.raw(": </span><span class=\"ask\">")
        .text(words::ASK.get(lang))
        .raw("</span></summary><div class=\"receipt\">");
    facts(m, edition, &headline.figure, part.title, Some(headline.basis));
    match &headline.tally {
        Some(tally) => sum(m, edition, tally, &headline.figure),
        None => {
            m.raw("<p class=\"no-tally\">").text(words::NO_TALLY.get(lang)).raw("</p>");
        }
    }
    discrepancies(m, &part.errata, About::Headline(index), lang);
    cite(m, edition, part.title.ko, part.title, headline.figure.page, None);
    m.raw("</div></details>");
}

/// A figure of a card: label and number, unfolding into its trace.
pub fn figure_trace(m: &mut Markup, edition: Edition, card: &'static Card, at: FigureRef) {
    let lang = edition.lang;
    let figure = &card.figures[usize::from(at.figure)];
    let about = About::Figure(at.figure);
    open(m, edition, "trace figure", Trace::Figure(at));
    m.raw("<summary><span class=\"label\">").text(figure.label.get(lang));
    m.raw("</span> <span class=\"value\">");
    number(m, figure, lang, Motion::Stands);
    m.raw("</span>");
    let marks = card.errata.iter().filter(|erratum| erratum.about == about).count();
    if marks > 0 {
        m.raw(" <span class=\"mark\">").text(&words::marks(marks, lang)).raw("</span>");
    }
    m.raw("</summary><div class=\"receipt\">");
    facts(m, edition, figure, card.title, None);
    memberships(m, edition, at, figure);
    discrepancies(m, &card.errata, about, lang);
    cite(m, edition, card.printed_title, card.title, figure.page, None);
    m.raw("</div></details>");
}

/// Opens the disclosure; its address stands in `data-trace`.
fn open(m: &mut Markup, edition: Edition, class: &'static str, trace: Trace) {
    m.raw("<details class=\"").raw(class).raw("\" data-trace=\"");
    m.text(&trace.id(edition.report).unwrap_or_default()).raw("\">");
}

/// Exact value, printed forms, place, basis and note.
fn facts(m: &mut Markup, edition: Edition, figure: &Figure, title: Text, basis: Option<Text>) {
    let lang = edition.lang;
    m.raw("<dl class=\"facts\">");
    m.raw("<div><dt>").text(words::EXACT.get(lang)).raw("</dt><dd class=\"exact\">");
    // Said once: the words beside them are the same number, with its unit.
    m.raw("<span class=\"digits\" aria-hidden=\"true\">")
        .text(&digits(figure.value))
        .raw("</span> <span class=\"words\">");
    m.text(&stated(figure, lang)).raw("</span></dd></div><div><dt>");
    m.text(words::PRINTED.get(lang)).raw("</dt><dd>");
    quotes(m, &figure.printed);
    m.raw("</dd></div>");
    row(m, words::PLACE, &words::place(edition.report, title, figure.page, lang), lang);
    for (name, text) in [(words::BASIS, basis), (words::NOTE, figure.note)] {
        if let Some(text) = text {
            row(m, name, text.get(lang), lang);
        }
    }
    m.raw("</dl>");
}

/// One fact with its name.
pub fn row(m: &mut Markup, name: Text, fact: &str, lang: Lang) {
    m.raw("<div><dt>").text(name.get(lang)).raw("</dt><dd>").mixed(fact, lang).raw("</dd></div>");
}

/// Forms as the document prints them.
pub fn quotes(m: &mut Markup, forms: &[&str]) {
    for form in forms {
        m.raw("<q lang=\"ko\">").text(form).raw("</q> ");
    }
}

/// The sum that makes a headline, row by row; each row leads to its card.
fn sum(m: &mut Markup, edition: Edition, tally: &Tally, total: &Figure) {
    let lang = edition.lang;
    m.raw("<table class=\"sum\"><caption>").text(words::TALLY.get(lang)).raw("</caption><tbody>");
    for term in &tally.terms {
        let Some((card, figure)) = edition.report.term(*term) else { continue };
        m.raw("<tr data-term=\"").text(card.id).raw("/").text(figure.id);
        m.raw("\"><th scope=\"row\">");
        link(m, card, term.card, lang);
        m.raw("<span class=\"of\">").text(figure.label.get(lang)).raw(", ");
        m.text(&words::page(figure.page, lang)).raw("</span></th><td>");
        amount(m, figure.value, figure.unit, lang);
        if let Some(share) = words::share(figure.value, total.value) {
            m.raw(" <span class=\"share\">").text(&share).raw("</span>");
        }
        m.raw("</td></tr>");
    }
    if !tally.remainder.is_zero() {
        m.raw("<tr class=\"remainder\"><th scope=\"row\">").text(words::REMAINDER.get(lang));
        m.raw("</th><td>");
        amount(m, tally.remainder, total.unit, lang);
        m.raw("</td></tr>");
    }
    m.raw("</tbody><tfoot><tr><th scope=\"row\">").text(words::TOTAL.get(lang));
    m.raw("</th><td>");
    amount(m, total.value, total.unit, lang);
    m.raw("</td></tr></tfoot></table><p class=\"small\">").text(words::RECONSTRUCTED.get(lang));
    if let Some(note) = tally.note {
        m.raw(" ").text(note.get(lang));
    }
    m.raw("</p>");
}

/// A link to a card of the same report.
pub fn link(m: &mut Markup, card: &Card, index: u32, lang: Lang) {
    m.raw("<a href=\"#").text(&card_element(card)).raw("\" data-go=\"card:").number(index as usize);
    m.raw("\">").text(card.title.get(lang)).raw("</a>");
}

/// An amount in a sum: digits that line up, and the form with its unit.
fn amount(m: &mut Markup, value: Decimal, unit: Unit, lang: Lang) {
    match lang {
        Lang::Ko => {
            m.raw("<span class=\"digits\" aria-hidden=\"true\">").text(&digits(value));
            m.raw("</span><data value=\"");
        }
        Lang::En => {
            m.raw("<data class=\"digits\" value=\"");
        }
    }
    m.text(value.as_str()).raw("\">").text(&full(value, unit, lang)).raw("</data>");
}

/// The sums a figure is part of.
fn memberships(m: &mut Markup, edition: Edition, at: FigureRef, figure: &Figure) {
    let (report, lang) = (edition.report, edition.lang);
    let mut first = true;
    for part in &report.parts {
        for (headline, index) in part.headlines.iter().zip(0_u16..) {
            let inside = headline.tally.as_ref().is_some_and(|tally| tally.terms.contains(&at));
            if !inside {
                continue;
            }
            if std::mem::take(&mut first) {
                m.raw("<h5>").text(words::PART_OF.get(lang)).raw("</h5><ul class=\"memberships\">");
            }
            let trace = Trace::Headline { part: part.no, headline: index };
            let id = trace.id(report).unwrap_or_default();
            m.raw("<li><a class=\"link\" href=\"#").text(&id).raw("\" data-go=\"trace:");
            m.text(&id).raw("\">");
            m.text(&words::part(part.no, lang)).raw(" ").text(headline.figure.label.get(lang));
            m.raw("</a> ");
            number(m, &headline.figure, lang, Motion::Stands);
            if let Some(share) = words::share(figure.value, headline.figure.value) {
                m.raw(" <span class=\"share\">").text(&share).raw("</span>");
            }
            m.raw("</li>");
        }
    }
    if !first {
        m.raw("</ul>");
    }
}

/// What the document says against itself about one thing.
fn discrepancies(m: &mut Markup, errata: &[Erratum], about: About, lang: Lang) {
    for found in errata.iter().filter(|erratum| erratum.about == about) {
        erratum(m, found, lang);
    }
}

/// A citation of a section, ready to copy; beside it, what else can be taken
/// along of the card that is the section.
pub fn cite(
    m: &mut Markup,
    edition: Edition,
    printed: &str,
    title: Text,
    page: u16,
    card: Option<&Card>,
) {
    let lang = edition.lang;
    m.raw("<p class=\"cite\"><cite>");
    m.text(&words::citation(edition.report, printed, title, page, lang));
    m.raw("</cite><button type=\"button\" class=\"copy\" data-copy>");
    m.text(words::COPY_CITATION.get(lang)).raw("</button>");
    if let Some(card) = card {
        m.raw("<button type=\"button\" class=\"copy\" data-go=\"take:card:").text(card.id);
        m.raw("\">").text(words::TAKE.get(lang)).raw("</button>");
    }
    m.raw("</p>");
}
