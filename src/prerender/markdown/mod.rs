//! A report as Markdown, for those who read or search texts: every number with its exact value, its printed
//! forms, its page and a citation. Nothing here is part of the program.

mod card;
mod facts;
mod headline;
#[cfg(test)]
mod tests;
mod writer;

use crate::bundle::VERSION;
use crate::i18n::{self, EditionMessage, Message};
use crate::report::{About, Edition, Erratum, Framework, Lang, Part, SourceNote};

use super::site::Page;
pub use writer::{Document, Inline};

/// The file, beside its page.
pub const NAME: &str = "report.md";

/// The report of a page in its language.
pub fn of_page(page: Page) -> String {
    let Edition { library, report, lang } = page.edition;
    let mut out = Document::default();
    out.heading(1, report.title.get(lang));
    out.paragraph(report.subtitle.get(lang));
    out.paragraph(EditionMessage::Lead.get(lang));
    let document = report.document.as_ref().map(|document| {
        let link = Inline::link(document.url, document.url);
        let digest = document.sha256.map(|digest| format!(" · SHA-256 {digest}"));
        named(Message::Document.get(lang), link.and(digest.unwrap_or_default()))
    });
    out.list(
        [
            named(EditionMessage::Publisher.get(lang), report.publisher.get(lang)),
            named(EditionMessage::Published.get(lang), i18n::date(report.published, lang)),
            named(Message::Covers.get(lang), i18n::span(report.period, lang)),
            named(EditionMessage::Pages.get(lang), report.pages.to_string()),
            named(Message::Citation.get(lang), report.citation.get(lang)),
            named(Message::Rights.get(lang), report.rights.get(lang)),
        ]
        .into_iter()
        .chain(document)
        .chain([
            named(Message::DataDigest.get(lang), format!("{VERSION} · SHA-256 {}", library.digest)),
            Inline::link(EditionMessage::Interactive.get(lang), "index.html"),
        ]),
    );
    out.paragraph(i18n::traced(report, lang));
    notes(&mut out, &report.errata, &report.source_text, |_| None, lang);
    for part in &report.parts {
        of_part(&mut out, page.edition, part);
    }
    for framework in &report.frameworks {
        omissions(&mut out, framework, lang);
    }
    out.finish()
}

fn of_part(out: &mut Document, edition: Edition, part: &'static Part) {
    let Edition { report, lang, .. } = edition;
    out.heading(2, format!("{}. {}", i18n::part(part.no, lang), part.title.get(lang)));
    out.paragraph(facts::page(report, part.page, lang));
    out.paragraph(part.summary.get(lang));
    for headline in &part.headlines {
        headline::write(out, edition, part, headline);
    }
    let subject = |about| match about {
        About::Headline(index) => {
            Some(part.headlines.get(usize::from(index))?.figure.label.get(lang))
        }
        _ => None,
    };
    notes(out, &part.errata, &part.source_text, subject, lang);
    for card in report.cards.iter().filter(|card| card.part == part.no) {
        card::write(out, edition, card);
    }
}

/// What a framework asks for and the publisher leaves out.
fn omissions(out: &mut Document, framework: &Framework, lang: Lang) {
    if framework.omissions.is_empty() {
        return;
    }
    out.heading(2, framework.name.get(lang));
    out.list(framework.omissions.iter().map(|omission| {
        let omitted = format!("{} {}", omission.code, Message::Omitted.get(lang));
        named(&omitted, omission.reason.get(lang))
    }));
}

/// Where the document contradicts itself, and where our source text is garbled. `subject` names what a
/// note is about.
fn notes(
    out: &mut Document,
    errata: &[Erratum],
    source_text: &[SourceNote],
    subject: impl Fn(About) -> Option<&'static str>,
    lang: Lang,
) {
    let about = |about| subject(about).map(|subject| format!("{subject} · ")).unwrap_or_default();
    if !errata.is_empty() {
        out.paragraph(format!("{}:", Message::Errata.get(lang)));
    }
    out.list(errata.iter().map(|erratum| {
        let kind = i18n::erratum_kind(erratum.kind, lang);
        Inline::text(&format!("{}{kind} · ", about(erratum.about)))
            .and(named(Message::Says.get(lang), facts::quotes(&erratum.says)))
            .and(" · ")
            .and(named(Message::Reading.get(lang), erratum.reading.get(lang)))
            .and(" · ")
            .and(named(Message::Why.get(lang), erratum.why.get(lang)))
    }));
    if !source_text.is_empty() {
        out.paragraph(Message::SourceTextLead.get(lang));
    }
    out.list(source_text.iter().map(|note| {
        Inline::text(&about(note.about))
            .and(named(Message::SourceText.get(lang), facts::quotes(&note.reads)))
            .and(" · ")
            .and(named(Message::Reading.get(lang), note.reading.get(lang)))
    }));
}

/// A fact with its name.
fn named(name: &str, fact: impl Into<Inline>) -> Inline {
    Inline::text(name).and(": ").and(fact)
}
