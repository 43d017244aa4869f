//! The cards found, under their headings, or a way out when nothing was found.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::CardItem;
use super::controls::Offer;
use super::corrections::text_key;
use super::host::{HostHandle, host};
use super::part_head::{PartEnd, PartHead};
use crate::element_ids::part_element;
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::state::Suggestion;
use crate::store::{Action, Group, Store, groups};
use crate::view::{BoxedView, IntoBoxed, List, derive, handler, hook, on_click, with_element};

#[cfg(not(feature = "ssr"))]
type Cards = crate::view::ViewCache;
#[cfg(feature = "ssr")]
#[derive(Clone, Copy)]
struct Cards;
#[cfg(feature = "ssr")]
impl Cards {
    const fn new() -> Self {
        Self
    }
}

/// All groups that have cards to show, and what leads to more of them.
#[component]
pub fn Results(store: Store, edition: Edition) -> BoxedView {
    let cards = Cards::new();
    let keys = move || {
        let order = store.order();
        if store.report().id != edition.report.id {
            // Another report is shown: this page is about to go.
            return Vec::new();
        }
        let found = store.results.read();
        let groups = groups(edition.report, &found, order).into_iter();
        groups.map(|group| group.key(edition.report)).collect()
    };
    let section = move |key| {
        let group = Group::from_key(key, edition.report);
        view! { <GroupSection store edition group cards/> }.boxed()
    };
    view! {
        <div class="results">
            <Earlier store edition/>
            <div class="groups-of-cards">
                <List each=derive(keys) row=Arc::new(section)/>
            </div>
            <Later store edition/>
        </div>
    }
    .boxed()
}

/// The cards under one heading.
#[component]
fn GroupSection(store: Store, edition: Edition, group: Group, cards: Cards) -> BoxedView {
    let keys = move || store.cards_in(edition, group);
    let row = move |index| card(store, edition, index, cards);
    let hidden = derive(move || keys().is_empty());
    let list_class = if group == Group::All { "cards ranked" } else { "cards" };
    let list = view! {
        <ul class=list_class><List each=derive(keys) row=Arc::new(row)/></ul>
    };
    let part = match group {
        Group::Part(no) => edition.report.part(no),
        Group::Unit(_) | Group::All => None,
    };
    if let Some(part) = part {
        let id = part_element(part.no);
        let host = host();
        let observe = hook(move |element| {
            if let Some(host) = host.and_then(HostHandle::get) {
                host.observe_part(&element);
            }
        });
        return view! {
            <section class="part" part="part" id=id.clone() data-part=part.no.to_string()
                hidden=hidden use:with_element=observe>
                <slot name=id.clone()></slot>
                <PartHead store edition part/>
                {list}
                <PartEnd store edition part/>
            </section>
        }
        .boxed();
    }
    let (class, heading) = match group {
        Group::Unit(unit) => ("", i18n::compared(unit, edition.lang)),
        Group::All | Group::Part(_) => ("hidden", Message::Ranked.get(edition.lang).to_owned()),
    };
    view! {
        <section class="unit" hidden=hidden><h3 class=class>{heading}</h3>{list}</section>
    }
    .boxed()
}

/// A card's view: kept while it is not shown, since it comes back with the next letter typed.
#[cfg(not(feature = "ssr"))]
fn card(store: Store, edition: Edition, index: u32, cards: Cards) -> BoxedView {
    cards.view(index, move || view! { <CardItem store edition index/> }.boxed())
}

#[cfg(feature = "ssr")]
fn card(store: Store, edition: Edition, index: u32, _: Cards) -> BoxedView {
    view! { <CardItem store edition index/> }.boxed()
}

/// The way back to cards that are left out before those that are drawn.
#[component]
fn Earlier(store: Store, edition: Edition) -> BoxedView {
    let start = move || store.window.read().range.start;
    view! {
        <button
            type="button"
            class="earlier"
            hidden=derive(move || start() == 0)
            on:click=on_click(move || store.dispatch(Action::ShowEarlier))
        >
            {Message::Earlier.get(edition.lang)}
            <span class="n">{derive(move || start().to_string())}</span>
        </button>
    }
    .boxed()
}

/// What follows the cards: the way to more of them, or suggestions where there are none.
#[component]
fn Later(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    let end = move || store.window.read().range.end;
    let host = host();
    let observe = hook(move |element| {
        if let Some(host) = host.and_then(HostHandle::get) {
            host.observe_end(&element);
        }
    });
    let keys = move || store.suggestions().iter().map(suggestion_key).collect();
    let button = move |key| {
        let suggestions = untrack(|| store.suggestions());
        let found = suggestions.into_iter().find(|suggestion| suggestion_key(suggestion) == key);
        let (way, count) = found.unwrap_or((Suggestion::Query, 0));
        view! { <SuggestionButton store edition way count/> }.boxed()
    };
    view! {
        <div class="later">
            <button
                type="button"
                class="more"
                hidden=derive(move || end() >= store.count())
                on:click=on_click(move || store.dispatch(Action::ShowMore))
                use:with_element=observe
            >
                {Message::More.get(lang)}
                <span class="n">{derive(move || format!("{} / {}", end().min(store.count()), store.count()))}</span>
            </button>
            <div class="nothing" hidden=derive(move || store.count() > 0)>
                <p class="big">{Message::Nothing.get(lang)}</p>
                <p>{Message::NothingHelp.get(lang)}</p>
                <ul><List each=derive(keys) row=Arc::new(button)/></ul>
            </div>
        </div>
    }
    .boxed()
}

/// Something to drop, and how many cards that would give.
#[component]
fn SuggestionButton(store: Store, edition: Edition, way: Suggestion, count: usize) -> BoxedView {
    let lang = edition.lang;
    let name = match &way {
        Suggestion::Word { word, .. } => format!("'{word}'"),
        Suggestion::Filters => Message::AllFilters.get(lang).to_owned(),
        Suggestion::Query => format!("'{}'", store.route.read_untracked().query),
        Suggestion::Filter(facet, id) => store.index().choice_name(*facet, id, lang).to_owned(),
    };
    let press = handler(move || store.dispatch(Action::ApplySuggestion(way.clone())));
    let (text, cards) = (i18n::remove(&name, lang), i18n::cards(count, lang));
    view! { <Offer text cards press/> }.boxed()
}

/// The key of a suggestion in its list.
fn suggestion_key((way, count): &(Suggestion, usize)) -> u32 {
    let (kind, facet, text) = match way {
        Suggestion::Word { word, .. } => ('w', "", word.as_str()),
        Suggestion::Filter(facet, id) => ('f', facet.id(), id.as_str()),
        Suggestion::Filters => ('a', "", ""),
        Suggestion::Query => ('q', "", ""),
    };
    text_key(&format!("{kind}{facet}:{text}:{count}"))
}
