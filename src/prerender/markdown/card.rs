//! A card: its figures and series as tables, its dates, and who took part.

use std::collections::BTreeSet;

use crate::i18n::{self, ChartMessage, Message};
use crate::number::{full, stated};
use crate::report::{About, Card, Edition, Facet, Series, Term, Text};

use super::writer::{Document, Inline};
use super::{facts, named, notes};

/// Everything that a card says, with a citation for each page that a figure of it stands on.
pub fn write(out: &mut Document, edition: Edition, card: &'static Card) {
    let Edition { report, lang, .. } = edition;
    out.heading(3, card.title.get(lang));
    out.paragraph(card.summary.get(lang));
    let printed = named(Message::InDocument.get(lang), facts::quotes(&[card.printed_title]));
    let terms = [
        (Facet::Brand, &card.brands, &report.brands),
        (Facet::Audience, &card.audiences, &report.audiences),
        (Facet::Theme, &card.themes, &report.themes),
    ];
    let terms = terms.into_iter().map(|(facet, chosen, terms)| {
        let name = |index: &u16| terms.get(usize::from(*index)).map(|term: &Term| term.name);
        listed(i18n::facet(facet, lang), chosen.iter().filter_map(name), edition)
    });
    let people = [
        listed(Message::Partners.get(lang), card.partners.iter().copied(), edition),
        listed(Message::Awards.get(lang), card.awards.iter().copied(), edition),
    ];
    let place = printed.and(" · ").and(facts::page(report, card.page, lang));
    out.list([place].into_iter().chain(terms.chain(people).flatten()));
    figures(out, edition, card);
    for series in &card.series {
        points(out, edition, series);
    }
    out.list(
        card.dates.iter().map(|event| named(&i18n::span(event.span, lang), event.what.get(lang))),
    );
    let subject = |about| {
        let label = match about {
            About::Figure(index) => card.figures.get(usize::from(index))?.label,
            About::Date(index) => card.dates.get(usize::from(index))?.what,
            About::Series(index) => card.series.get(usize::from(index))?.label,
            _ => return None,
        };
        Some(label.get(lang))
    };
    notes(out, &card.errata, &card.source_text, subject, lang);
    let pages: BTreeSet<u16> =
        card.figures.iter().map(|figure| figure.page).chain([card.page]).collect();
    out.list(pages.into_iter().map(|page| {
        let citation = i18n::citation(report, card.printed_title, card.title, page, lang);
        named(Message::Citation.get(lang), citation)
    }));
}

/// Names behind one another; nothing where there are none.
fn listed(name: &str, texts: impl Iterator<Item = Text>, edition: Edition) -> Option<Inline> {
    let texts: Vec<_> = texts.map(|text| text.get(edition.lang)).collect();
    (!texts.is_empty()).then(|| named(name, texts.join(", ")))
}

fn figures(out: &mut Document, edition: Edition, card: &Card) {
    let Edition { report, lang, .. } = edition;
    out.table(
        &[
            Message::Figures.get(lang),
            ChartMessage::Value.get(lang),
            Message::Exact.get(lang),
            Message::Printed.get(lang),
            ChartMessage::Page.get(lang),
        ],
        card.figures.iter().map(|figure| {
            vec![
                figure.label.get(lang).into(),
                stated(figure, lang).into(),
                figure.value.as_str().into(),
                facts::quotes(&figure.printed).into(),
                facts::page(report, figure.page, lang),
            ]
        }),
    );
    out.list(card.figures.iter().filter_map(|figure| {
        let note = figure.note.map(|note| named(Message::Note.get(lang), note.get(lang)));
        let facts: Vec<_> = note.into_iter().chain(facts::details(report, figure, lang)).collect();
        let facts = (!facts.is_empty()).then(|| Inline::join(facts, " · "))?;
        Some(named(figure.label.get(lang), facts))
    }));
}

fn points(out: &mut Document, edition: Edition, series: &Series) {
    let lang = edition.lang;
    let head = [series.label.get(lang), ChartMessage::Value.get(lang), Message::Exact.get(lang)];
    out.table(
        &head,
        series.points.iter().map(|point| {
            vec![
                point.label.get(lang).into(),
                full(point.value, series.unit, lang).into(),
                point.value.as_str().into(),
            ]
        }),
    );
}
