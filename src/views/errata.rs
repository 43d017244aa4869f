//! Places where the document contradicts or garbles itself: one of them, and
//! all of them together.

use leptos::prelude::*;

use super::Reader;
use super::edition::Edition;
use super::markup::{Markup, markup};
use super::topbar::pressed;
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

/// Which errata are shown.
#[derive(Clone, Copy, Default, PartialEq)]
struct Choice {
    part: Option<u8>,
    kind: Option<ErratumKind>,
}

impl Choice {
    fn fits(self, placed: &Placed) -> bool {
        self.kind.is_none_or(|kind| placed.erratum.kind == kind)
            && self.part.is_none_or(|part| placed.part == Some(part))
    }
}

/// The errata of the whole report, by part and kind.
#[component]
pub fn ErrataPage(
    /// The reader.
    reader: Reader,
    /// Report and language.
    edition: Edition,
) -> impl IntoView {
    let (report, lang) = (edition.report, edition.lang);
    let errata = StoredValue::new(all(report));
    let choice = RwSignal::new(Choice::default());
    let open = Memo::new(move |_| reader.state.with(|state| state.errata));
    let drawn = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || !reader.live || open.get() || reader.whole.get()
    });
    let shown = Memo::new(move |_| {
        let choice = choice.get();
        errata.with_value(|errata| errata.iter().filter(|placed| choice.fits(placed)).count())
    });
    let rows = move || {
        let (choice, drawn) = (choice.get(), drawn.get());
        errata.with_value(|errata| {
            markup(|m| {
                for placed in errata.iter().filter(|placed| drawn && choice.fits(placed)) {
                    placed_row(m, edition, *placed);
                }
            })
        })
    };
    let kinds: Vec<_> = ErratumKind::ALL
        .into_iter()
        .filter(|kind| {
            errata.with_value(|all| all.iter().any(|placed| placed.erratum.kind == *kind))
        })
        .map(|kind| {
            let only = Choice { kind: Some(kind), part: None };
            (words::erratum_kind(kind).get(lang).to_owned(), only)
        })
        .collect();
    let parts = report
        .parts
        .iter()
        .map(|part| (words::part(part.no, lang), Choice { part: Some(part.no), kind: None }));
    let button = move |(name, only): (String, Choice)| {
        let on = move || {
            let now = choice.get();
            (only.kind.is_some() && now.kind == only.kind)
                || (only.part.is_some() && now.part == only.part)
        };
        let flip = move |_| {
            let chosen = on();
            choice.update(|choice| {
                if only.kind.is_some() {
                    choice.kind = only.kind.filter(|_| !chosen);
                } else {
                    choice.part = only.part.filter(|_| !chosen);
                }
            });
        };
        view! {
            <button type="button" class="chip" aria-pressed=move || pressed(on()) on:click=flip>
                {name}
            </button>
        }
    };
    let buttons: Vec<_> = kinds.into_iter().chain(parts).map(button).collect();
    let count = errata.with_value(Vec::len);
    (count > 0).then(|| {
        view! {
            <section class="errata" id="errata">
                <details data-errata="" open=move || open.get()>
                    <summary>
                        <h3>{words::ERRATA.get(lang)}</h3>
                        <span class="n">{count}</span>
                    </summary>
                    <p class="lead">{words::ERRATA_LEAD.get(lang)}</p>
                    <div class="kinds" role="group" aria-label=words::FILTERS.get(lang)>{buttons}</div>
                    <p class="small" role="status" data-errata-count=move || shown.get()>
                        {move || words::places(shown.get(), lang)}
                    </p>
                    <ul inner_html=rows></ul>
                </details>
            </section>
        }
    })
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
