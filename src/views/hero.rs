//! The opening: whose report this is, and its great numbers.

use leptos::prelude::*;

use super::Reader;
use super::figure::Number;
use super::trace::HeadlineTrace;
use crate::report::{Headline, Lang, Part, Report};
use crate::state::Trace;
use crate::words;

/// Title, publisher, period and the headline counters.
#[component]
pub fn Hero(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let counters = report
        .parts
        .iter()
        .flat_map(|part| part.headlines.iter().zip(0_u16..).map(move |(headline, index)| (part, headline, index)))
        .map(|(part, headline, index)| view! { <Great reader part headline index lang/> })
        .collect_view();
    let (exact, all) = traced(report);
    let lead = (all > 0).then(|| view! {
        <ul class="greats">{counters}</ul>
        <p class="traced">
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.5l3.2 3.2L13 5"/></svg>
            {words::traced(exact, all, lang)}
        </p>
    });
    view! {
        <header class="hero" part="hero">
            <p class="kicker">
                <span>{report.publisher.get(lang)}</span>
                <span><time datetime=report.published.as_str()>{words::date(report.published, lang)}</time></span>
            </p>
            <h2>{report.title.get(lang)}</h2>
            <p class="subtitle">{report.subtitle.get(lang)}</p>
            <p class="period">
                <span>{words::COVERS.get(lang)}</span>
                {words::span(report.period, lang)}
            </p>
            {lead}
        </header>
    }
}

/// How many headlines add up exactly, of how many.
fn traced(report: &Report) -> (usize, usize) {
    let exact = |headline: &Headline| {
        headline.tally.as_ref().is_some_and(|tally| tally.remainder.is_zero())
    };
    let all = report.headlines().count();
    (report.headlines().filter(|(_, headline)| exact(headline)).count(), all)
}

/// One great number, which unfolds into its trace.
#[component]
fn Great(
    /// The reader.
    reader: Reader,
    /// The part that prints it.
    part: &'static Part,
    /// The headline.
    headline: &'static Headline,
    /// Its place among the part's headlines.
    index: u16,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let trace = Trace::Headline { part: part.no, headline: index };
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        reader.go_to(part.no);
    };
    view! {
        <li class="great" data-headline=format!("part-{}/{}", part.no, headline.figure.id)>
            <a class="of" href=format!("#part-{}", part.no) on:click=go>
                {words::part(part.no, lang)}
            </a>
            <p class="label">{headline.figure.label.get(lang)}</p>
            <p class="value"><Number figure=&headline.figure lang counter=true/></p>
            {reader.live.then(|| view! { <HeadlineTrace reader part headline trace lang/> })}
        </li>
    }
}
