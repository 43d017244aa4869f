//! Places where the document contradicts or garbles itself: one of them, and
//! all of them together.

use leptos::prelude::*;

use super::Reader;
use super::topbar::pressed;
use crate::report::{Erratum, ErratumKind, Lang, Report};
use crate::words;

/// What each place says, how we read it, and why.
#[component]
pub fn ErratumView(
    /// The erratum.
    erratum: &'static Erratum,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let says = erratum.says.iter().map(|form| view! { <q lang="ko">{*form}</q> " " });
    view! {
        <dl class="erratum" data-erratum=erratum.id>
            <div><dt>{words::SAYS.get(lang)}</dt><dd>{says.collect_view()}</dd></div>
            <div><dt>{words::READING.get(lang)}</dt><dd>{erratum.reading.get(lang)}</dd></div>
            <div><dt>{words::WHY.get(lang)}</dt><dd>{erratum.why.get(lang)}</dd></div>
        </dl>
    }
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
    let whole = report.errata.iter().map(|erratum| Placed { part: None, card: None, erratum });
    let parts = report.parts.iter().flat_map(|part| {
        let own = part
            .errata
            .iter()
            .map(|erratum| Placed { part: Some(part.no), card: None, erratum });
        let cards = report.cards.iter().zip(0_u32..).filter(|(card, _)| card.part == part.no);
        let on_cards = cards.flat_map(|(card, index)| {
            card.errata.iter().map(move |erratum| Placed {
                part: Some(card.part),
                card: Some(index),
                erratum,
            })
        });
        own.chain(on_cards)
    });
    whole.chain(parts).collect()
}

/// The errata of the whole report, by part and kind.
#[component]
pub fn ErrataPage(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let errata = StoredValue::new(all(report));
    let count = errata.with_value(Vec::len);
    let kind = RwSignal::new(None::<ErratumKind>);
    let part = RwSignal::new(None::<u8>);
    let open = Memo::new(move |_| reader.state.with(|state| state.errata));
    let drawn = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || !reader.live || open.get() || reader.whole.get()
    });
    let flip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        reader.state.update(|state| state.errata = !state.errata);
    };
    let fits = move |placed: &Placed| {
        kind.get().is_none_or(|kind| placed.erratum.kind == kind)
            && part.get().is_none_or(|part| placed.part == Some(part))
    };
    let shown = Memo::new(move |_| {
        errata.with_value(|errata| errata.iter().filter(|placed| fits(placed)).count())
    });
    let rows = move || {
        errata.with_value(|errata| {
            errata.iter().copied().filter(|placed| fits(placed)).map(|placed| row(reader, report, placed, lang)).collect_view()
        })
    };
    let kinds = ErratumKind::ALL
        .into_iter()
        .filter(|kind| errata.with_value(|errata| errata.iter().any(|placed| placed.erratum.kind == *kind)))
        .map(|choice| {
            let on = move || kind.get() == Some(choice);
            let flip = move |_| kind.update(|kind| *kind = (*kind != Some(choice)).then_some(choice));
            view! {
                <button type="button" class="chip" aria-pressed=move || pressed(on()) on:click=flip>
                    {words::erratum_kind(choice).get(lang)}
                </button>
            }
        })
        .collect_view();
    let parts = report
        .parts
        .iter()
        .map(|choice| {
            let no = choice.no;
            let on = move || part.get() == Some(no);
            let flip = move |_| part.update(|part| *part = (*part != Some(no)).then_some(no));
            view! {
                <button type="button" class="chip" aria-pressed=move || pressed(on()) on:click=flip>
                    {words::part(no, lang)}
                </button>
            }
        })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <section class="errata" id="errata">
                <details open=move || open.get()>
                    <summary on:click=flip>
                        <h3>{words::ERRATA.get(lang)}</h3>
                        <span class="n">{count}</span>
                    </summary>
                    <p class="lead">{words::ERRATA_LEAD.get(lang)}</p>
                    <div class="kinds" role="group" aria-label=words::FILTERS.get(lang) hidden=!reader.live>
                        {kinds}
                    </div>
                    <div class="kinds" role="group" aria-label=words::PARTS.get(lang) hidden=!reader.live>
                        {parts}
                    </div>
                    <p class="small" role="status" data-errata-count=move || shown.get().to_string()>
                        {move || words::places(shown.get(), lang)}
                    </p>
                    <ul>{move || drawn.get().then(rows)}</ul>
                </details>
            </section>
        }
    })
}

fn row(reader: Reader, report: &'static Report, placed: Placed, lang: Lang) -> impl IntoView {
    let card = placed.card.and_then(|index| Some((index, report.cards.get(index as usize)?)));
    let place = match (card, placed.part) {
        (Some((index, card)), _) => {
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                reader.visit(index);
            };
            view! {
                <a href=format!("#{}", super::reader::card_element(card)) on:click=go>{card.title.get(lang)}</a>
                ", "
                {words::page(card.page, lang)}
            }
            .into_any()
        }
        (None, Some(no)) => words::part(no, lang).into_any(),
        (None, None) => report.subtitle.get(lang).into_any(),
    };
    view! {
        <li data-kind=words::erratum_kind_id(placed.erratum.kind)>
            <p class="place">
                <span class="kind">{words::erratum_kind(placed.erratum.kind).get(lang)}</span>
                " "
                {place}
            </p>
            <ErratumView erratum=placed.erratum lang/>
        </li>
    }
}
