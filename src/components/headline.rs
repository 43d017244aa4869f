//! A headline number: what it is made of, its part, and the trace that opens when it is pressed.

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};

use super::chart_slot::ChartSlot;
use super::citation::Citation;
use super::counter::Counted;
use super::details::course;
use super::discrepancies::discrepancies;
use super::proportion::made_of;
use super::source_notes::source_notes;
use super::tally::Tally;
use super::trace::{Disclosure, facts};
use crate::i18n;
use crate::report::Edition;
use crate::report::{About, Lang, Part};
use crate::state::Trace;
use crate::store::Store;
use crate::view::{BoxedView, Deferred, IntoBoxed, Need, derive, lazy_html};

/// A headline number of a part.
#[component]
pub fn HeadlineItem(
    store: Store,
    edition: Edition,
    /// The part that prints it.
    part: &'static Part,
    /// Its place among the part's headlines.
    index: u16,
) -> BoxedView {
    let (lang, headline) = (edition.lang, &part.headlines[usize::from(index)]);
    let trace = Trace::Headline { part: part.no, headline: index };
    let id = trace.id(edition.report).unwrap_or_default();
    let need = derive(move || {
        if store.is_trace_open(trace) {
            Need::Interactive
        } else if store.ui.read().filled > 0 {
            Need::Present
        } else {
            Need::Nothing
        }
    });
    let content = Arc::new(move || view! { <HeadlineReceipt store edition part index/> }.boxed());
    let summary = view! {
        <summary class="headline">
            <Counted figure=&headline.figure lang/>
            <span class="made-of" inner_html=lazy_html(move || html! {
                (made_of(edition, headline)) (course(&headline.figure, lang))
            })></span>
        </summary>
    }
    .boxed();
    view! {
        <li class="great" id=id.clone() data-headline=id.clone()>
            <slot name=id.clone()></slot>
            <a class="of" href=format!("#part-{}", part.no)>{i18n::part(part.no, lang)}</a>
            <Disclosure
                store
                report=edition.report
                class="trace"
                trace
                summary
                content=view! { <Deferred class="receipt" need content/> }.boxed()
            />
        </li>
    }
    .boxed()
}

/// Exact value, printed forms, what it counts, the sum that makes it, and where the document says
/// something else.
#[component]
fn HeadlineReceipt(store: Store, edition: Edition, part: &'static Part, index: u16) -> BoxedView {
    let (lang, headline) = (edition.lang, &part.headlines[usize::from(index)]);
    let figure = &headline.figure;
    let chart = headline
        .tally
        .as_ref()
        .and_then(|_| Trace::Headline { part: part.no, headline: index }.id(edition.report));
    let trace = Trace::Headline { part: part.no, headline: index };
    let chart = chart.map(|id| {
        let open = derive(move || store.is_trace_open(trace));
        view! { <ChartSlot id open/> }.boxed()
    });
    view! {
        <div class="receipt-content">
            <dl class="facts" inner_html=lazy_html(move || facts(edition, figure, Some(part.title), Some(headline.basis)))></dl>
            {chart}
            <Tally edition headline/>
            <div inner_html=lazy_html(move || notes(part, index, lang))></div>
            <Citation store edition printed=part.title.ko title=part.title page=figure.page card=None/>
        </div>
    }
    .boxed()
}

/// Errata and source notes about a headline. The first one has also the source notes about the rest
/// of the part's opening, which it is cited from.
fn notes(part: &Part, index: u16, lang: Lang) -> Markup {
    let about = About::Headline(index);
    let garbled = part.source_text.iter().filter(|note| {
        note.about == about || index == 0 && !matches!(note.about, About::Headline(_))
    });
    html! {
        (discrepancies(&part.errata, about, lang))
        (source_notes(garbled, lang))
    }
}
