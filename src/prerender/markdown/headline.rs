//! A headline number: where it stands, and how it adds up.

use crate::i18n::{self, ChartMessage, Message};
use crate::number::{full, stated};
use crate::report::{Edition, Headline, Part, Tally};

use super::writer::{Document, Inline};
use super::{facts, named};

/// The number, its facts, its tally and its citation.
pub fn write(out: &mut Document, edition: Edition, part: &Part, headline: &Headline) {
    let Edition { report, lang, .. } = edition;
    let figure = &headline.figure;
    out.heading(3, format!("{}: {}", figure.label.get(lang), stated(figure, lang)));
    let note = figure.note.map(|note| named(Message::Note.get(lang), note.get(lang)));
    out.list(
        [
            named(Message::Exact.get(lang), figure.value.as_str()),
            named(Message::Printed.get(lang), facts::quotes(&figure.printed)),
            named(Message::Place.get(lang), facts::page(report, figure.page, lang)),
            named(Message::Basis.get(lang), headline.basis.get(lang)),
        ]
        .into_iter()
        .chain(note)
        .chain(facts::details(report, figure, lang)),
    );
    match &headline.tally {
        Some(tally) => adds_up(out, edition, headline, tally),
        None => out.paragraph(Message::NoTally.get(lang)),
    }
    let citation =
        i18n::citation(report, part.printed_title(report), part.title, figure.page, lang);
    out.paragraph(named(Message::Citation.get(lang), citation));
}

/// The figures that are added up, what they leave unexplained, and the total.
fn adds_up(out: &mut Document, edition: Edition, headline: &Headline, tally: &Tally) {
    let Edition { report, lang, .. } = edition;
    let total = &headline.figure;
    let row = |name: String, value: String, exact: &str, page: Inline| {
        vec![name.into(), value.into(), exact.into(), page]
    };
    let terms = tally.terms.iter().filter_map(|term| report.term(*term)).map(|(card, figure)| {
        let name = format!("{}, {}", card.title.get(lang), figure.label.get(lang));
        let page = facts::page(report, figure.page, lang);
        row(name, stated(figure, lang), figure.value.as_str(), page)
    });
    let remainder = row(
        Message::Remainder.get(lang).to_owned(),
        full(tally.remainder, total.unit, lang),
        tally.remainder.as_str(),
        Inline::default(),
    );
    let sum = row(
        Message::Total.get(lang).to_owned(),
        stated(total, lang),
        total.value.as_str(),
        facts::page(report, total.page, lang),
    );
    out.table(
        &[
            Message::Tally.get(lang),
            ChartMessage::Value.get(lang),
            Message::Exact.get(lang),
            ChartMessage::Page.get(lang),
        ],
        terms.chain([remainder, sum]),
    );
    let remarks = [tally.note, tally.caveat].into_iter().flatten().map(|text| text.get(lang));
    let remarks: Vec<_> = [Message::Reconstructed.get(lang)].into_iter().chain(remarks).collect();
    out.paragraph(remarks.join(" "));
}
