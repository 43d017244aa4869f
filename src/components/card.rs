//! A service card: closed, a title and its main number; opened, the whole section.

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};
use report_text::join;

use super::chart_slot::ChartSlot;
use super::citation::Citation;
use super::counter::Counted;
use super::dates::dates;
use super::details::course;
use super::discrepancies::erratum;
use super::figure::FigureItem;
use super::links::{ReportPages, link_to};
use super::proportion::glance;
use super::source_notes::source_notes;
use super::trace::is_open;
use crate::element_ids::card_element;
use crate::html::{highlighted, mixed, name, quotes};
use crate::i18n::{self, Message};
use crate::number::MainShare;
use crate::report::Edition;
use crate::report::{About, Card, Facet, FigureRef, Lang, Text};
use crate::search::Results;
use crate::store::dialog::ExportSubject;
use crate::store::{Action, Store};
use crate::view::{
    BoxedView, Deferred, IntoBoxed, Need, derive, follow, hook, lazy_html, on_event, with_element,
};

/// One card in its list: a `<details>`, so that it opens without a program, prints open, and is
/// reached by find-in-page.
#[component]
pub fn CardItem(
    store: Store,
    edition: Edition,
    /// Its index in the report.
    index: u32,
) -> BoxedView {
    let (card, lang) = (&edition.report.cards[index as usize], edition.lang);
    let open = move || store.is_open(index);
    let title = move || highlighted(card.title.get(lang), lang, &store.results.read().query);
    let printed = move || printed_words(&store.results.read(), index, lang);
    let need = derive(move || match open() {
        true => Need::Interactive,
        false if store.is_filled(index) => Need::Present,
        false => Need::Nothing,
    });
    let content = Arc::new(move || view! { <CardContent store edition index/> }.boxed());
    let main_figure = card.figures.first().map(|figure| view! { <Counted figure lang/> }.boxed());
    // A card that makes up most of its part's headline has a row for itself.
    let is_lead =
        MainShare::of(edition.report, index).is_some_and(|share| share.amount > share.total / 2);
    let class = if is_lead { "lead" } else { "" };
    view! {
        <li class=class>
            <slot name=card_element(card)></slot>
            <details
                class="card"
                part="card"
                id=card_element(card)
                data-card=card.id
                open=derive(open)
                on:toggle=on_event(move |event| store.dispatch(Action::CardToggled(index, is_open(&event))))
            >
                <summary>
                    <span class="head" inner_html=lazy_html(move || head(edition, card))></span>
                    <h4 inner_html=derive(title)></h4>
                    {main_figure}
                    <span class="glance" inner_html=lazy_html(move || html! {
                        (glance(edition, index))
                        @if let Some(figure) = card.figures.first() { (course(figure, lang)) }
                    })></span>
                    <span class="printed-words" inner_html=derive(printed)></span>
                </summary>
                <Deferred class="body" need content/>
            </details>
        </li>
    }
    .boxed()
}

/// Which words of the query only the document prints, page by page.
fn printed_words(results: &Results, index: u32, lang: Lang) -> String {
    let printed: Vec<_> = results.printed_words(index).collect();
    let said: Vec<String> = printed
        .chunk_by(|one, next| one.page == next.page)
        .map(|chunk| {
            let words: Vec<&str> = chunk.iter().map(|printed| printed.word.as_str()).collect();
            i18n::printed_words(&words, chunk[0].page, lang)
        })
        .collect();
    mixed(&join(&mut said.iter().map(String::as_str), " / "), lang).into_string()
}

/// Whose service, for whom, and on which page.
fn head(edition: Edition, card: &Card) -> Markup {
    let (report, lang) = (edition.report, edition.lang);
    let brands = card.brands.iter().filter_map(|brand| report.brands.get(usize::from(*brand)));
    let mut for_whom = String::new();
    for at in &card.audiences {
        for_whom.push_str(if for_whom.is_empty() { ": " } else { " · " });
        for_whom.push_str(report.audiences[usize::from(*at)].name.get(lang));
    }
    html! {
        span.whose {
            b.brand {
                @for (position, brand) in brands.enumerate() {
                    @if position > 0 { " · " }
                    (name(brand.name.get(lang)))
                }
            }
            " " span { (i18n::facet(Facet::Audience, lang)) (for_whom) } " "
        }
        span.page { (i18n::page(card.page, lang)) }
    }
}

/// Everything a card holds beside its head.
#[component]
fn CardContent(store: Store, edition: Edition, index: u32) -> BoxedView {
    let (card, lang) = (&edition.report.cards[index as usize], edition.lang);
    let marked = move || highlighted(card.summary.get(lang), lang, &store.results.read().query);
    // Hydration takes text as it stands; the card may be opened while words are searched for.
    let mark = hook(move |text| {
        follow(move || {
            let html = marked();
            if text.inner_html() != html {
                text.set_inner_html(&html);
            }
        });
    });
    let summary = lazy_html(move || mixed(card.summary.get(lang), lang));
    let figures: Vec<_> = (0_u16..)
        .zip(&card.figures)
        .map(|(figure, _)| {
            view! { <FigureItem store edition at=FigureRef { card: index, figure }/> }.boxed()
        })
        .collect();
    let figures = if figures.is_empty() {
        view! { <p class="small">{Message::NoFigures.get(lang)}</p> }.boxed()
    } else {
        view! {
            <div>
                <h5>{Message::Figures.get(lang)}</h5>
                <ul class="figures" part="figure">{figures}</ul>
            </div>
        }
        .boxed()
    };
    let chart = (!card.series.is_empty()).then(|| {
        let open = derive(move || store.is_open(index));
        view! { <ChartSlot id=card.id.to_owned() open/> }.boxed()
    });
    let pages = use_context::<ReportPages>();
    view! {
        <div class="card-content">
            <p class="text" inner_html=summary use:with_element=mark></p>
            {figures}
            {chart}
            <div inner_html=lazy_html(move || rest(edition, card, pages.as_ref()))></div>
            <Citation store edition printed=card.printed_title title=card.title page=card.page subject=ExportSubject::Card(index)/>
        </div>
    }
    .boxed()
}

/// Dates, partners, awards, errata about no figure, related cards, the printed heading, source notes
/// about no figure.
fn rest(edition: Edition, card: &Card, pages: Option<&ReportPages>) -> Markup {
    let lang = edition.lang;
    // Errata and source notes about figures stand in the figures' traces.
    let is_figure = |about| matches!(about, About::Figure(_));
    let mut errata = card.errata.iter().filter(|erratum| !is_figure(erratum.about)).peekable();
    let garbled = card.source_text.iter().filter(|note| !is_figure(note.about));
    let related = card.see.iter().filter_map(|link| edition.library.follow(*link));
    html! {
        (dates(&card.dates, lang))
        (names(Message::Partners, &card.partners, lang))
        (names(Message::Awards, &card.awards, lang))
        @if errata.peek().is_some() {
            h5 { (Message::Errata.get(lang)) }
            @for found in errata { (erratum(found, lang)) }
        }
        @if !card.see.is_empty() {
            h5 { (Message::SeeAlso.get(lang)) }
            ul.see {
                @for (report, other) in related {
                    li {
                        (link_to(edition, report, other, pages))
                        @if report.id != edition.report.id {
                            " " span.of { (report.name.get(lang)) }
                        }
                    }
                }
            }
        }
        p.printed {
            span { (Message::InDocument.get(lang)) " " }
            (quotes(&[card.printed_title])) " " (i18n::page(card.page, lang))
        }
        (source_notes(garbled, lang))
    }
}

fn names(title: Message, entries: &[Text], lang: Lang) -> Markup {
    html! {
        @if !entries.is_empty() {
            h5 { (title.get(lang)) }
            ul.names { @for entry in entries { li { (entry.get(lang)) } } }
        }
    }
}
