//! The trace: where a number comes from. It unfolds under the number like a
//! receipt: exact value, printed forms, page, what it counts, the figures
//! that add up to it, what stays unexplained, and where the document
//! contradicts itself.

use leptos::prelude::*;

use super::errata::ErratumView;
use super::figure::Number;
use super::reader::card_element;
use super::{Outward, Reader};
use crate::number;
use crate::report::{
    About, Card, Decimal, Erratum, Figure, FigureRef, Headline, Lang, Part, Tally, Text, Unit,
};
use crate::state::Trace;
use crate::words;

/// The trace of a headline, behind its question.
#[component]
pub fn HeadlineTrace(
    /// The reader.
    reader: Reader,
    /// The part that prints the number.
    part: &'static Part,
    /// The number.
    headline: &'static Headline,
    /// Its address.
    trace: Trace,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let summary = view! { <span class="ask">{words::ASK.get(lang)}</span> }.into_any();
    let Trace::Headline { headline: index, .. } = trace else { return ().into_any() };
    let body = move || {
        let errata = about(&part.errata, About::Headline(index));
        let sum = match &headline.tally {
            Some(tally) => view! { <Sum reader tally total=&headline.figure lang/> }.into_any(),
            None => view! { <p class="no-tally">{words::NO_TALLY.get(lang)}</p> }.into_any(),
        };
        view! {
            <Facts reader figure=&headline.figure title=part.title basis=Some(headline.basis) lang/>
            {sum}
            <Discrepancies errata lang/>
            <Cite reader title=part.title page=headline.figure.page lang/>
        }
        .into_any()
    };
    unfolding(reader, trace, "trace", summary, body)
}

/// A figure of a card: label and number, unfolding into its trace.
#[component]
pub fn FigureTrace(
    /// The reader.
    reader: Reader,
    /// The card.
    card: &'static Card,
    /// The figure's address.
    at: FigureRef,
    /// The figure.
    figure: &'static Figure,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let errata = about(&card.errata, About::Figure(at.figure));
    let mark = (!errata.is_empty())
        .then(|| view! { <span class="mark">{words::marks(errata.len(), lang)}</span> });
    let summary = view! {
        <span class="label">{figure.label.get(lang)}</span>
        " "
        <span class="value"><Number figure lang/></span>
        {mark}
    }
    .into_any();
    let body = move || {
        view! {
            <Facts reader figure title=card.title basis=None lang/>
            <Memberships reader at figure lang/>
            <Discrepancies errata=errata.clone() lang/>
            <Cite reader title=card.title page=figure.page lang/>
        }
        .into_any()
    };
    unfolding(reader, Trace::Figure(at), "trace figure", summary, body)
}

/// A disclosure that is open while the address asks for it; its inside is
/// drawn when first opened, or at once on a page without a program.
fn unfolding(
    reader: Reader,
    trace: Trace,
    class: &'static str,
    summary: AnyView,
    body: impl Fn() -> AnyView + Clone + Send + 'static,
) -> AnyView {
    let open = Memo::new(move |_| reader.state.with(|state| state.trace == Some(trace)));
    let drawn = Memo::new(move |before: Option<&bool>| !reader.live || open.get() || before == Some(&true));
    let flip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        reader.ask(trace, !open.get_untracked());
    };
    view! {
        <details class=class open=move || open.get()>
            <summary on:click=flip>{summary}</summary>
            <div class="receipt">{move || drawn.get().then(body.clone())}</div>
        </details>
    }
    .into_any()
}

/// Exact value, printed forms, place, basis and note.
#[component]
fn Facts(
    /// The reader.
    reader: Reader,
    /// The figure.
    figure: &'static Figure,
    /// The section it stands in.
    title: Text,
    /// What it counts, where the document says so.
    basis: Option<Text>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let report = reader.report_now();
    let row = |name: Text, value: &'static str| {
        view! { <div><dt>{name.get(lang)}</dt><dd>{value}</dd></div> }
    };
    let printed = figure.printed.iter().map(|form| view! { <q lang="ko">{*form}</q> " " });
    view! {
        <dl class="facts">
            <div>
                <dt>{words::EXACT.get(lang)}</dt>
                <dd class="exact">
                    <span class="digits">{number::digits(figure.value)}</span>
                    " "
                    <span class="words">{number::stated(figure, lang)}</span>
                </dd>
            </div>
            <div>
                <dt>{words::PRINTED.get(lang)}</dt>
                <dd>{printed.collect_view()}</dd>
            </div>
            <div>
                <dt>{words::PLACE.get(lang)}</dt>
                <dd>{words::place(report, title, figure.page, lang)}</dd>
            </div>
            {basis.map(|basis| row(words::BASIS, basis.get(lang)))}
            {figure.note.map(|note| row(words::NOTE, note.get(lang)))}
        </dl>
    }
}

/// The sum that makes a headline, row by row.
#[component]
fn Sum(
    /// The reader.
    reader: Reader,
    /// The sum.
    tally: &'static Tally,
    /// The headline's figure.
    total: &'static Figure,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let report = reader.report_now();
    let rows = tally.terms.iter().filter_map(|term| {
        let (card, figure) = report.term(*term)?;
        Some(view! { <Term reader term=*term card figure total=total.value lang/> })
    });
    let remainder = (!tally.remainder.is_zero()).then(|| {
        view! {
            <tr class="remainder">
                <th scope="row">{words::REMAINDER.get(lang)}</th>
                <td><Amount value=tally.remainder unit=total.unit lang/></td>
            </tr>
        }
    });
    view! {
        <table class="sum">
            <caption>{words::TALLY.get(lang)}</caption>
            <tbody>{rows.collect_view()} {remainder}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{words::TOTAL.get(lang)}</th>
                    <td><Amount value=total.value unit=total.unit lang/></td>
                </tr>
            </tfoot>
        </table>
        <p class="small">
            {words::RECONSTRUCTED.get(lang)}
            " "
            {tally.note.map(|note| note.get(lang))}
        </p>
    }
}

/// One row of a sum; it leads to its card.
#[component]
fn Term(
    /// The reader.
    reader: Reader,
    /// The address of the figure.
    term: FigureRef,
    /// The card it stands on.
    card: &'static Card,
    /// The figure.
    figure: &'static Figure,
    /// The sum's total.
    total: Decimal,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        reader.visit(term.card);
    };
    view! {
        <tr data-term=format!("{}/{}", card.id, figure.id)>
            <th scope="row">
                <a href=format!("#{}", card_element(card)) on:click=go>{card.title.get(lang)}</a>
                <span class="of">{figure.label.get(lang)} ", " {words::page(figure.page, lang)}</span>
            </th>
            <td>
                <Amount value=figure.value unit=figure.unit lang/>
                <span class="share">{words::share(figure.value, total)}</span>
            </td>
        </tr>
    }
}

/// An amount in a sum: digits that line up, and the form with its unit.
#[component]
fn Amount(
    /// The value.
    value: Decimal,
    /// Its unit.
    unit: Unit,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let full = number::full(value, unit, lang);
    match lang {
        Lang::Ko => view! {
            <span class="digits" aria-hidden="true">{number::digits(value)}</span>
            <data value=value.as_str()>{full}</data>
        }
        .into_any(),
        Lang::En => view! { <data class="digits" value=value.as_str()>{full}</data> }.into_any(),
    }
}

/// The sums a figure is part of.
#[component]
fn Memberships(
    /// The reader.
    reader: Reader,
    /// The figure's address.
    at: FigureRef,
    /// The figure.
    figure: &'static Figure,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let report = reader.report_now();
    let sums = report.parts.iter().flat_map(|part| {
        part.headlines.iter().zip(0_u16..).filter_map(move |(headline, index)| {
            let tally = headline.tally.as_ref()?;
            tally.terms.contains(&at).then_some((part, headline, index))
        })
    });
    let rows: Vec<_> = sums
        .map(|(part, headline, index)| {
            let trace = Trace::Headline { part: part.no, headline: index };
            let share = words::share(figure.value, headline.figure.value)
                .map(|share| view! { <span class="share">{share}</span> });
            view! {
                <li>
                    <button
                        type="button"
                        class="link"
                        on:click=move |_| {
                            reader.ask(trace, true);
                            reader.wish(Outward::Reveal(super::reader::part_element(part.no)));
                        }
                    >
                        {words::part(part.no, lang)} " " {headline.figure.label.get(lang)}
                    </button>
                    " "
                    <Number figure=&headline.figure lang/>
                    " "
                    {share}
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="memberships">
                <h5>{words::PART_OF.get(lang)}</h5>
                <ul>{rows}</ul>
            </div>
        }
    })
}

/// What the document says against itself, here.
#[component]
fn Discrepancies(
    /// The errata about this number.
    errata: Vec<&'static Erratum>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let list = errata.into_iter().map(|erratum| view! { <ErratumView erratum lang/> });
    view! { {list.collect_view()} }
}

/// A citation of this section, ready to copy.
#[component]
pub fn Cite(
    /// The reader.
    reader: Reader,
    /// The section.
    title: Text,
    /// Its page.
    page: u16,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = words::citation(reader.report_now(), title.get(lang), page, lang);
    let copied = text.clone();
    view! {
        <p class="cite">
            <cite>{text}</cite>
            <button
                type="button"
                class="copy"
                hidden=!reader.live
                on:click=move |_| reader.wish(Outward::Copy(copied.clone()))
            >
                {words::COPY_CITATION.get(lang)}
            </button>
        </p>
    }
}

fn about(errata: &'static [Erratum], about: About) -> Vec<&'static Erratum> {
    errata.iter().filter(|erratum| erratum.about == about).collect()
}
