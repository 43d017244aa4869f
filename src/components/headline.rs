//! A headline number: what it is made of, its part, and the trace that opens when it is pressed.

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};
use web_sys::{Element, KeyboardEvent, MouseEvent};

use super::chart_slot::ChartSlot;
use super::citation::Citation;
use super::controls::plain_key;
use super::counter::Counted;
use super::details::course;
use super::discrepancies::discrepancies;
use super::proportion::Proportion;
use super::source_notes::source_notes;
use super::tally::Tally;
use super::trace::{Disclosure, facts};
use crate::i18n;
use crate::number::Composition;
use crate::report::Edition;
use crate::report::{About, Headline, Lang, Part};
use crate::state::Trace;
use crate::store::dialog::ExportSubject;
use crate::store::{Action, Store};
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
    let piece = derive(move || {
        let named = store.ui.read().named_piece.filter(|(of, _)| *of == trace);
        named
            .and_then(|(_, piece)| Proportion::of_piece(edition, headline, piece))
            .unwrap_or_default()
    });
    let composition = move || Composition::of(edition.report, headline);
    let point: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        if let (Some(composition), Some(place)) = (composition(), place_on_bar(&event)) {
            store.dispatch(Action::NamePiece(trace, composition.piece_at(place)));
        }
    });
    let step: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        let is_next = match plain_key(&event).as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        let Some(composition) = composition() else { return };
        event.prevent_default();
        let named = store.ui.read_untracked().named_piece.filter(|(of, _)| *of == trace);
        let piece = match (named, is_next) {
            (Some((_, piece)), true) => (piece + 1).min(composition.pieces() - 1),
            (Some((_, piece)), false) => piece.saturating_sub(1),
            (None, _) => 0,
        };
        store.dispatch(Action::NamePiece(trace, piece));
    });
    // What a piece is stands over the sentence; screen readers hear the sentence alone.
    let summary = view! {
        <summary class="headline" on:mousemove=point on:keydown=step>
            <Counted figure=&headline.figure lang/>
            <span class="made-of" inner_html=lazy_html(move || html! {
                (made_of(edition, headline)) (course(&headline.figure, lang))
            })></span>
            <span class="piece" aria-hidden="true">{piece}</span>
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
            <Citation store edition printed=part.printed_title(edition.report) title=part.title page=figure.page subject=ExportSubject::Headline(trace)/>
        </div>
    }
    .boxed()
}

/// Where a pointer is on a bar, in thousandths of its width.
fn place_on_bar(event: &MouseEvent) -> Option<u64> {
    let bar = event_target::<Element>(event).closest("svg").ok()??.get_bounding_client_rect();
    let place = (f64::from(event.client_x()) - bar.left()) / bar.width() * 1000.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
    Some(place as u64)
}

/// What a headline number is made of.
fn made_of(edition: Edition, headline: &Headline) -> Markup {
    let proportion = Proportion::of_headline(edition, headline);
    html! { @if let Some(proportion) = proportion { (proportion.drawn()) } }
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
