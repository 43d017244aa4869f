//! A service card: closed, a title and its main number; opened, the whole
//! section.

use leptos::html;
use leptos::prelude::*;

use super::errata::ErratumView;
use super::figure::Number;
use super::reader::card_element;
use super::trace::{Cite, FigureTrace};
use super::Reader;
use crate::report::{About, Card, Erratum, FigureRef, Lang, Report, Text};
use crate::search::{Query, highlight};
use crate::state::Trace;
use crate::words;

/// One card, a `<details>`, so that it opens without a program, prints open,
/// and is reached by the browser's own search.
#[component]
pub fn CardView(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The card's place in the report.
    index: u32,
    /// The language.
    lang: Lang,
    /// The words looked for, to be marked.
    query: Memo<Query>,
) -> impl IntoView {
    let card = &report.cards[index as usize];
    let open = Memo::new(move |_| reader.opened.with(|opened| opened.contains(&index)));
    let drawn = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || !reader.live || open.get() || reader.whole.get()
    });
    let element = NodeRef::<html::Details>::new();
    let toggled = move |_| {
        let now = element.get_untracked().is_some_and(|element| element.open());
        reader.opened_or_closed(index, now);
    };
    let brands = card.brands.iter().filter_map(|brand| report.brands.get(usize::from(*brand)));
    let brands = brands.map(|brand| brand.name.get(lang)).collect::<Vec<_>>().join(" · ");
    let main = card.figures.first().map(|figure| {
        view! {
            <span class="main">
                <span class="value"><Number figure lang counter=true/></span>
                <span class="label">{figure.label.get(lang)}</span>
            </span>
        }
    });
    view! {
        <details
            class="card"
            part="card"
            id=card_element(card)
            data-card=card.id
            data-page=card.page
            node_ref=element
            prop:open=move || open.get()
            on:toggle=toggled
        >
            <summary>
                <span class="head">
                    <span class="brand">{brands}</span>
                    <span class="page">{words::page(card.page, lang)}</span>
                </span>
                <h4>{marked(card.title, lang, query)}</h4>
                {main}
            </summary>
            <div class="body">
                {move || drawn.get().then(|| view! { <Body reader report card index lang query/> })}
            </div>
        </details>
    }
}

/// Everything a card holds.
#[component]
fn Body(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The card.
    card: &'static Card,
    /// Its place in the report.
    index: u32,
    /// The language.
    lang: Lang,
    /// The words looked for.
    query: Memo<Query>,
) -> impl IntoView {
    let figures = card.figures.iter().zip(0_u16..).map(|(figure, number)| {
        let at = FigureRef { card: index, figure: number };
        view! { <li><FigureTrace reader card at figure lang/></li> }
    });
    let figures = (!card.figures.is_empty()).then(|| {
        view! {
            <h5>{words::FIGURES.get(lang)}</h5>
            <ul class="figures" part="figure">{figures.collect_view()}</ul>
        }
    });
    let no_figures = card
        .figures
        .is_empty()
        .then(|| view! { <p class="small">{words::NO_FIGURES.get(lang)}</p> });
    let dates = (!card.dates.is_empty()).then(|| {
        let events = card.dates.iter().map(|event| {
            view! {
                <li>
                    <time datetime=event.span.from.as_str()>{words::span(event.span, lang)}</time>
                    <span>{event.what.get(lang)}</span>
                </li>
            }
        });
        view! {
            <h5>{words::DATES.get(lang)}</h5>
            <ol class="timeline" part="timeline">{events.collect_view()}</ol>
        }
    });
    let errata: Vec<_> = card.errata.iter().filter(|erratum| !is_about_a_figure(erratum)).collect();
    let errata = (!errata.is_empty()).then(|| {
        let list = errata.into_iter().map(|erratum| view! { <ErratumView erratum lang/> });
        view! {
            <h5>{words::ERRATA.get(lang)}</h5>
            {list.collect_view()}
        }
    });
    view! {
        <p class="text">{marked(card.summary, lang, query)}</p>
        {figures}
        {no_figures}
        {dates}
        {list(words::PARTNERS, &card.partners, lang)}
        {list(words::AWARDS, &card.awards, lang)}
        {errata}
        <SeeAlso reader report card lang/>
        <p class="printed">
            <span>{words::IN_DOCUMENT.get(lang)}</span>
            " "
            <q lang="ko">{card.printed_title}</q>
            ", "
            {words::page(card.page, lang)}
        </p>
        <Cite reader title=card.title page=card.page lang/>
    }
}

/// Errata about figures stand in the figures' traces.
fn is_about_a_figure(erratum: &Erratum) -> bool {
    match erratum.about {
        About::Figure(_) => true,
        About::Title
        | About::Summary
        | About::Headline(_)
        | About::Date(_)
        | About::Series(_)
        | About::Partners
        | About::Report => false,
    }
}

fn list(name: Text, entries: &'static [Text], lang: Lang) -> impl IntoView {
    (!entries.is_empty()).then(|| {
        let entries = entries.iter().map(|entry| view! { <li>{entry.get(lang)}</li> });
        view! {
            <h5>{name.get(lang)}</h5>
            <ul class="names">{entries.collect_view()}</ul>
        }
    })
}

/// Links to cards about the same service, here and in other reports.
#[component]
fn SeeAlso(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The card.
    card: &'static Card,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let links: Vec<_> = card
        .see
        .iter()
        .filter_map(|link| {
            let (other, seen) = reader.library.follow(*link)?;
            let elsewhere = (other.id != report.id)
                .then(|| view! { <span class="of">{other.subtitle.get(lang)}</span> });
            let link = *link;
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                reader.follow(link);
            };
            Some(view! {
                <li>
                    <a href=format!("#{}", card_element(seen)) on:click=go>{seen.title.get(lang)}</a>
                    {elsewhere}
                </li>
            })
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <h5>{words::SEE_ALSO.get(lang)}</h5>
            <ul class="see">{links}</ul>
        }
    })
}

/// A text in which the words looked for are marked.
fn marked(text: Text, lang: Lang, query: Memo<Query>) -> impl IntoView {
    move || {
        let pieces = query.with(|query| highlight(text.get(lang), query));
        pieces
            .into_iter()
            .map(|piece| {
                if piece.hit {
                    view! { <mark>{piece.text}</mark> }.into_any()
                } else {
                    piece.text.into_any()
                }
            })
            .collect_view()
    }
}

impl Reader {
    /// The browser opened or closed a card: remember it.
    fn opened_or_closed(self, card: u32, open: bool) {
        if self.opened.with_untracked(|opened| opened.contains(&card)) == open {
            return;
        }
        self.opened.update(|opened| {
            if open {
                opened.push(card);
            } else {
                opened.retain(|other| *other != card);
            }
        });
        self.state.update(|state| {
            if open {
                state.open(card);
            } else if state.card == Some(card) {
                state.close();
            }
            if !open && matches!(state.trace, Some(Trace::Figure(at)) if at.card == card) {
                state.dismiss();
            }
        });
    }

    /// Follows a link, into the other report where it leads there.
    fn follow(self, link: crate::report::Link) {
        if self.state.with_untracked(|state| state.report) != link.report {
            self.opened.set(Vec::new());
            self.state.update(|state| state.switch_report(self.library, link.report));
        }
        self.visit(link.card);
    }
}
