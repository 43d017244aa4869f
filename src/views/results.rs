//! The cards found, grouped by part, or the way out when nothing was found.

use leptos::prelude::*;

use super::Reader;
use super::card::CardView;
use super::edition::Edition;
use super::figure::{Motion, number};
use super::markup::{Markup, markup};
use super::reader::part_element;
use crate::report::{Lang, Part};
use crate::search::{Query, WayOut};
use crate::state::Sort;
use crate::words;

/// All parts that have cards to show; the whole report when nothing is
/// looked for.
#[component]
pub fn Cards(
    /// The reader.
    reader: Reader,
    /// Report and language.
    edition: Edition,
) -> impl IntoView {
    let Edition { report, lang, .. } = edition;
    let query = Memo::new(move |_| reader.state.with(|state| Query::new(&state.query)));
    let sort = Memo::new(move |_| reader.state.with(|state| state.sort));
    let plain = Memo::new(move |_| {
        reader.state.with(|state| state.query.trim().is_empty() && state.filters.is_empty())
    });
    let shown = Memo::new(move |_| {
        let drawn = reader.drawn.get();
        reader.results.with(|results| results.cards.iter().copied().take(drawn).collect::<Vec<_>>())
    });
    let of_part = move |part: u8| {
        let cards = &report.cards;
        shown.with(|shown| {
            shown
                .iter()
                .copied()
                .filter(|card| cards[*card as usize].part == part)
                .collect::<Vec<_>>()
        })
    };
    let card = move |index: u32| view! { <li><CardView reader edition index query/></li> };
    let by_part = move || {
        report
            .parts
            .iter()
            .map(|part| {
                let no = part.no;
                let here = Memo::new(move |_| of_part(no));
                let empty = move || here.with(Vec::is_empty);
                view! {
                    <section class="part" id=part_element(no) data-part=no hidden=empty>
                        <header
                            class="part-head"
                            inner_html=move || markup(|m| part_head(m, edition, part, plain.get()))
                        ></header>
                        <ul class="cards"><For each=move || here.get() key=|card| *card children=card/></ul>
                    </section>
                }
            })
            .collect_view()
            .into_any()
    };
    let in_order = move || {
        view! { <ul class="cards ranked"><For each=move || shown.get() key=|card| *card children=card/></ul> }
            .into_any()
    };
    let more = move || {
        let found = reader.results.with(|results| results.cards.len());
        let shown = shown.with(Vec::len);
        (shown < found).then(|| {
            view! {
                <button type="button" class="more" on:click=move |_| reader.draw_more()>
                    {words::MORE.get(lang)} " " <span class="n">{shown} " / " {found}</span>
                </button>
            }
        })
    };
    let none = Memo::new(move |_| reader.results.with(|results| results.cards.is_empty()));
    let ranked =
        Memo::new(move |_| sort.get() != Sort::Report || query.with(|query| !query.is_empty()));
    view! {
        <div class="results">
            {move || if ranked.get() { in_order() } else { by_part() }}
            {move || none.get().then(|| view! { <Nothing reader lang/> })}
            {more}
        </div>
    }
}

/// What a part opens with: its number and title, and, while nothing is
/// filtered, its story and its great numbers.
fn part_head(m: &mut Markup, edition: Edition, part: &'static Part, plain: bool) {
    let lang = edition.lang;
    m.raw("<p class=\"no\">").text(&words::part(part.no, lang)).raw(" <span>");
    m.text(&words::page(part.page, lang)).raw("</span></p><h3 tabindex=\"-1\">");
    m.text(part.title.get(lang)).raw("</h3>");
    if !plain {
        return;
    }
    m.raw("<p class=\"summary\">").text(part.summary.get(lang)).raw("</p>");
    if part.headlines.is_empty() {
        return;
    }
    m.raw("<ul class=\"headlines\">");
    for headline in &part.headlines {
        m.raw("<li><p class=\"label\">").text(headline.figure.label.get(lang));
        m.raw("</p><p class=\"value\">");
        number(m, &headline.figure, lang, Motion::Stands);
        m.raw("</p></li>");
    }
    m.raw("</ul>");
}

/// Nothing found: what to drop, and how many cards that would give.
#[component]
fn Nothing(
    /// The reader.
    reader: Reader,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let ways = move || {
        reader
            .ways_out()
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(way, count)| {
                let name = match &way {
                    WayOut::Word { word, .. } => format!("'{word}'"),
                    WayOut::Filters => words::FILTERS.get(lang).to_owned(),
                    WayOut::Query => reader.state.with(|state| format!("'{}'", state.query)),
                    WayOut::Filter(facet, id) => {
                        let choices = reader.choices(*facet);
                        let choice = choices.iter().find(|choice| choice.id == *id);
                        choice.map_or_else(String::new, |choice| choice.name(lang).to_owned())
                    }
                };
                view! {
                    <li>
                        <button type="button" class="chip" on:click=move |_| reader.take(&way)>
                            {name} " " {words::REMOVE.get(lang)} " "
                            <span class="n">{words::cards(count, lang)}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="nothing">
            <p class="big">{words::NOTHING.get(lang)}</p>
            <p>{words::NOTHING_HELP.get(lang)}</p>
            <ul>{ways}</ul>
        </div>
    }
}
