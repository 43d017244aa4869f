//! Places where the document contradicts or garbles itself: one of them, and
//! all of them together.

use super::edition::Edition;
use super::markup::Markup;
use super::moment::Moment;
use super::trace::{link, quotes, row};
use crate::report::{Erratum, ErratumKind, Lang, Report};
use crate::words;

/// What each place says, how we read it, and why.
pub fn erratum(m: &mut Markup, erratum: &Erratum, lang: Lang) {
    m.raw("<dl class=\"erratum\" data-erratum=\"").text(erratum.id).raw("\"><div><dt>");
    m.text(words::SAYS.get(lang)).raw("</dt><dd>");
    quotes(m, &erratum.says);
    m.raw("</dd></div>");
    row(m, words::READING, erratum.reading.get(lang), lang);
    row(m, words::WHY, erratum.why.get(lang), lang);
    m.raw("</dl>");
}

/// An erratum with the place it belongs to.
#[derive(Clone, Copy)]
struct Placed {
    part: Option<u8>,
    card: Option<u32>,
    erratum: &'static Erratum,
}

/// Every erratum of a report, in the order of its pages.
fn all(report: &'static Report) -> Vec<Placed> {
    let mut all = Vec::new();
    let mut add = |part, card, errata: &'static [Erratum]| {
        all.extend(errata.iter().map(|erratum| Placed { part, card, erratum }));
    };
    add(None, None, &report.errata);
    for part in &report.parts {
        add(Some(part.no), None, &part.errata);
        for (index, card) in (0_u32..).zip(&report.cards) {
            if card.part == part.no {
                add(Some(part.no), Some(index), &card.errata);
            }
        }
    }
    all
}

/// Which errata are shown: of one part, of one kind, of both, or all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Only {
    /// Those of this part.
    pub part: Option<u8>,
    /// Those of this kind.
    pub kind: Option<ErratumKind>,
}

impl Only {
    /// Chooses what `only` names, or gives it up if it was chosen.
    pub fn flip(&mut self, only: Self) {
        if only.kind.is_some() {
            self.kind = only.kind.filter(|_| self.kind != only.kind);
        }
        if only.part.is_some() {
            self.part = only.part.filter(|_| self.part != only.part);
        }
    }

    /// Whether what `only` names is chosen.
    #[must_use]
    pub fn has(self, only: Self) -> bool {
        (only.kind.is_some() && self.kind == only.kind)
            || (only.part.is_some() && self.part == only.part)
    }

    fn fits(self, placed: &Placed) -> bool {
        self.kind.is_none_or(|kind| placed.erratum.kind == kind)
            && self.part.is_none_or(|part| placed.part == Some(part))
    }
}

/// What can be chosen among a report's errata: the kinds it has, and its
/// parts. A place in this list is what `data-go` carries.
#[must_use]
pub fn choices(report: &'static Report) -> Vec<Only> {
    let all = all(report);
    let has = |kind: &ErratumKind| all.iter().any(|placed| placed.erratum.kind == *kind);
    let kinds = ErratumKind::ALL.into_iter().filter(has);
    let kinds = kinds.map(|kind| Only { kind: Some(kind), part: None });
    let parts = report.parts.iter().map(|part| Only { part: Some(part.no), kind: None });
    kinds.chain(parts).collect()
}

/// The errata of the whole report, by part and kind.
pub fn errata(m: &mut Markup, moment: &Moment) {
    let (report, lang, only) = (moment.edition.report, moment.edition.lang, moment.desk.errata);
    let count = all(report).len();
    if count == 0 {
        return;
    }
    m.raw("<section class=\"errata\" id=\"errata\"><details data-errata=\"\"");
    m.flag("open", moment.state.errata).raw("><summary><h3>").text(words::ERRATA.get(lang));
    m.raw("</h3><span class=\"n\">").number(count).raw("</span></summary><p class=\"lead\">");
    m.text(words::ERRATA_LEAD.get(lang))
        .raw("</p><div class=\"kinds\" role=\"group\" aria-label=\"");
    m.text(words::FILTERS.get(lang)).raw("\">");
    for (position, choice) in choices(report).into_iter().enumerate() {
        m.raw("<button type=\"button\" class=\"chip\" data-go=\"errata:").number(position);
        m.raw("\"").pressed(only.has(choice)).raw(">");
        if let Some(kind) = choice.kind {
            m.text(words::erratum_kind(kind).get(lang));
        }
        if let Some(part) = choice.part {
            m.text(&words::part(part, lang));
        }
        m.raw("</button>");
    }
    let shown = shown(report, only);
    m.raw("</div><p class=\"small\" role=\"status\" data-errata-count=\"").number(shown);
    m.raw("\">").text(&words::places(shown, lang)).raw("</p><ul>");
    if draws(moment) {
        rows(m, moment.edition, only);
    }
    m.raw("</ul></details></section>");
}

/// How many errata are shown.
#[must_use]
pub fn shown(report: &'static Report, only: Only) -> usize {
    all(report).iter().filter(|placed| only.fits(placed)).count()
}

/// Whether the rows are drawn: they are many, and the list mostly closed.
#[must_use]
pub fn draws(moment: &Moment) -> bool {
    moment.state.errata || moment.fills_all()
}

/// The errata shown.
pub fn rows(m: &mut Markup, edition: Edition, only: Only) {
    for placed in all(edition.report).into_iter().filter(|placed| only.fits(placed)) {
        placed_row(m, edition, placed);
    }
}

fn placed_row(m: &mut Markup, edition: Edition, placed: Placed) {
    let (report, lang) = (edition.report, edition.lang);
    let kind = placed.erratum.kind;
    m.raw("<li data-kind=\"").text(words::erratum_kind_id(kind));
    m.raw("\"><p class=\"place\"><span class=\"kind\">").text(words::erratum_kind(kind).get(lang));
    m.raw("</span> ");
    match (placed.card, placed.part) {
        (Some(index), _) => {
            let card = &report.cards[index as usize];
            link(m, card, index, lang);
            m.raw(", ").text(&words::page(card.page, lang));
        }
        (None, Some(no)) => {
            m.text(&words::part(no, lang));
        }
        (None, None) => {
            m.text(report.name.get(lang));
        }
    }
    m.raw("</p>");
    erratum(m, placed.erratum, lang);
    m.raw("</li>");
}
