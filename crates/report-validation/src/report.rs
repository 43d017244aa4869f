//! One report: its fields checked, its parts and cards built.

use std::collections::HashMap;

use super::Problem;
use super::card::card;
use super::diagnostic::{Diagnostics, Place};
use super::document::document;
use super::errata::{Subjects, errata, source_notes};
use super::figure::headline;
use super::frameworks::{all_codes, frameworks};
use super::parsed::Parsed;
use super::read::{date, keep, languages, page, slug, span, unique, words};
use super::references::{CardIds, Context};
use super::source;
use super::units::units;
use report_model::{Card, Date, Part, Report, Span, Term, Text};

/// Checks everything and builds the report; what is faulty is noted and
/// replaced by a stand-in.
pub fn build(diagnostics: &Diagnostics, parsed: &Parsed, card_ids: &CardIds) -> Report {
    let source = &parsed.report;
    let place = diagnostics.file(&format!("{}/report.json", parsed.folder));
    let languages = languages(&place.field("languages"), source.languages.as_ref());
    let file = |name: &str| diagnostics.file(name).speaking(&languages);
    let place = place.speaking(&languages);
    let id = slug(&place.field("id"), &source.id);
    if source.id != parsed.folder {
        place.field("id").error(Problem::OtherThanFolder(source.id.clone()));
    }
    if parsed.parts.is_empty() {
        place.error(Problem::NoParts);
    }
    let brands = terms(&place.field("brands"), &source.brands);
    let audiences = terms(&place.field("audiences"), &source.audiences);
    let themes = terms(&place.field("themes"), &source.themes);
    let framework_ids: Vec<_> = source.frameworks.iter().map(|given| keep(&given.id)).collect();
    let codes = all_codes(&parsed.parts, &framework_ids);
    let frameworks = frameworks(&place.field("frameworks"), &source.frameworks, &codes);
    let period = span(&place.field("period"), &source.period.from, source.period.to.as_ref());
    let ids = |terms: &[Term]| terms.iter().map(|term| term.id).collect();
    let context = Context {
        report: source,
        card_ids,
        brands: ids(&brands),
        audiences: ids(&audiences),
        themes: ids(&themes),
        frameworks: framework_ids,
        codes,
        units: units(&place.field("units"), &source.units),
        now: period.map(|period| period.to.unwrap_or(period.from)),
    };
    unique_cards(diagnostics, &parsed.parts);
    let cards = parsed.parts.iter().flat_map(|(name, part)| {
        let place = file(name).field("cards");
        let context = &context;
        part.cards
            .iter()
            .enumerate()
            .map(move |(index, given)| {
                card(&place.entry(&given.id, index), given, part.no, context)
            })
            .collect::<Vec<_>>()
    });
    let cards: Vec<Card> = cards.collect();
    let parts = parsed
        .parts
        .iter()
        .enumerate()
        .map(|(index, (name, part))| build_part(&file(name), part, index, &cards, &context));
    let parts = parts.collect();
    Report {
        id,
        languages: languages.clone(),
        name: words(&place.field("name"), &source.name),
        title: words(&place.field("title"), &source.title),
        subtitle: words(&place.field("subtitle"), &source.subtitle),
        publisher: words(&place.field("publisher"), &source.publisher),
        published: date(&place.field("published"), &source.published).unwrap_or_else(stand_in_date),
        period: period.unwrap_or(Span { from: stand_in_date(), to: None }),
        pages: source.pages,
        rights: words(&place.field("rights"), &source.rights),
        citation: citation(&place.field("citation"), source),
        units: context.units,
        brands,
        audiences,
        themes,
        parts,
        cards,
        errata: errata(&place.field("errata"), &source.errata, &Subjects::default()),
        source_text: source_notes(
            &place.field("source_text"),
            &source.source_text,
            &Subjects::default(),
        ),
        frameworks,
        document: source.document.as_ref().map(|given| document(&place.field("document"), given)),
        codes: context.codes,
    }
}

/// The citation, which names the document by the title it prints.
fn citation(place: &Place, source: &source::Report) -> Text {
    let citation = words(place, &source.citation);
    for (lang, text) in place.languages.iter().map(|&lang| (lang, citation.get(lang))) {
        let place = place.field(lang.tag());
        if text.ends_with('.') {
            place.error(Problem::FullStop);
        }
        if let Some(title) = source.printed_title.as_ref().filter(|it| !text.contains(*it)) {
            place.error(Problem::OtherTitle(title.clone()));
        }
    }
    citation
}

fn stand_in_date() -> Date {
    Date::new("2000").expect("2000 is a year")
}

fn terms(place: &Place, terms: &[source::Term]) -> Vec<Term> {
    unique(place, terms.iter().map(|term| term.id.as_str()));
    terms
        .iter()
        .enumerate()
        .map(|(index, term)| {
            let place = place.entry(&term.id, index);
            Term {
                id: slug(&place.field("id"), &term.id),
                name: words(&place.field("name"), &term.name),
            }
        })
        .collect()
}

/// Card ids are unique in the whole report; the fault names the later file.
fn unique_cards(diagnostics: &Diagnostics, parts: &[(String, source::Part)]) {
    let mut seen = HashMap::new();
    for (file, part) in parts {
        for (index, card) in part.cards.iter().enumerate() {
            if let Some(first) = seen.insert(card.id.as_str(), file)
                && !card.id.is_empty()
            {
                let place = diagnostics.file(file).field("cards").entry("", index).field("id");
                let (id, first) = (card.id.clone(), first.clone());
                place.error(Problem::IdInTwoFiles { id, first });
            }
        }
    }
}

fn build_part(
    place: &Place,
    part: &source::Part,
    index: usize,
    cards: &[Card],
    context: &Context,
) -> Part {
    if usize::from(part.no) != index + 1 {
        let (no, at) = (part.no, index + 1);
        place.field("no").error(Problem::OutOfPlace { no, place: at });
    }
    let list = place.field("headlines");
    unique(&list, part.headlines.iter().map(|headline| headline.id.as_str()));
    let headlines = part
        .headlines
        .iter()
        .enumerate()
        .map(|(index, given)| headline(&list.entry(&given.id, index), given, cards, context))
        .collect();
    let subjects = Subjects {
        headlines: part.headlines.iter().map(|headline| headline.id.as_str()).collect(),
        ..Subjects::default()
    };
    Part {
        no: part.no,
        page: page(&place.field("page"), part.page, context.report.pages),
        title: words(&place.field("title"), &part.title),
        summary: words(&place.field("summary"), &part.summary),
        headlines,
        errata: errata(&place.field("errata"), &part.errata, &subjects),
        source_text: source_notes(&place.field("source_text"), &part.source_text, &subjects),
    }
}
