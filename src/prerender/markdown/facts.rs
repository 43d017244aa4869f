//! What is said of a figure, in pieces of a line.

use crate::components::details::{aimed, changed};
use crate::i18n::{self, Message};
use crate::number::full;
use crate::report::{Dated, Facet, Figure, Lang, Report};

use super::named;
use super::writer::Inline;

/// A page, as a link to it where the address of the document is known.
pub fn page(report: &Report, page: u16, lang: Lang) -> Inline {
    let words = i18n::page(page, lang);
    match &report.document {
        Some(document) => Inline::link(&words, &document.page_url(page)),
        None => Inline::text(&words),
    }
}

/// Forms as the document prints them.
pub fn quotes(forms: &[&str]) -> String {
    let quoted: Vec<_> = forms.iter().map(|form| format!("“{form}”")).collect();
    quoted.join(" ")
}

/// Other periods, assurance, corrections and codes of a figure, as far as the document has them.
pub fn details(report: &Report, figure: &Figure, lang: Lang) -> Vec<Inline> {
    let Some(details) = &figure.details else { return Vec::new() };
    let value = |dated: Dated| {
        let value = full(dated.value, figure.unit, lang);
        format!("{} ({}), {}", value, dated.value.as_str(), i18n::date(dated.at, lang))
    };
    let previous = details
        .previous
        .map(|previous| format!("{} · {}", value(previous), changed(figure, previous, lang)));
    let target = details
        .target
        .map(|target| format!("{} · {}", value(target), aimed(figure, details, target, lang)));
    let restated = details
        .restated
        .as_ref()
        .map(|restated| format!("“{}” · {}", restated.before, restated.reason.get(lang)));
    let assurance = details
        .assurance
        .as_ref()
        .map(|assurance| i18n::assurance(assurance.level, assurance.scope, lang));
    let codes = details.codes.iter().map(|code| &report.codes[usize::from(*code)]);
    let codes: Vec<_> = codes
        .map(|code| {
            let framework = &report.frameworks[usize::from(code.framework)];
            format!("{} {}", framework.name.get(lang), code.code)
        })
        .collect();
    [
        (Message::Previous.get(lang), previous),
        (Message::Base.get(lang), details.base.map(value)),
        (Message::Target.get(lang), target),
        (Message::Restated.get(lang), restated),
        (Message::Assurance.get(lang), assurance),
        (i18n::facet(Facet::Framework, lang), Some(codes.join(", ")).filter(|it| !it.is_empty())),
    ]
    .into_iter()
    .filter_map(|(name, text)| Some(named(name, text?)))
    .collect()
}
