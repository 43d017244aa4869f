//! What a part opens and ends with: its number, its story in brief, and the way to its neighbours.

use leptos::prelude::*;
use maud::html;
use report_text::text;

use crate::html::{number, prose};
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::report::{Date, Part};
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, derive, lazy_html};

/// How many audiences are named; the others are counted.
const NAMED: usize = 2;

/// What a part opens with: its number and title, and, while nothing is filtered, its story and its
/// headline numbers.
#[component]
pub fn PartHead(store: Store, edition: Edition, part: &'static Part) -> BoxedView {
    let lang = edition.lang;
    let story_hidden = derive(move || !store.is_unfiltered());
    view! {
        <header class="part-head">
            <div inner_html=lazy_html(move || html! {
                p.no { span.numeral aria-hidden="true" { (text!(part.no)) } (i18n::part(part.no, lang)) span.page { (i18n::page(part.page, lang)) } }
                h3 tabindex="-1" { (prose(part.title.get(lang))) }
            })></div>
            <div class="story" hidden=story_hidden inner_html=lazy_html(move || html! {
                p.brief { (brief(edition, part)) }
                p.summary { (prose(part.summary.get(lang))) }
                @if !part.headlines.is_empty() {
                    ul.headlines {
                        @for headline in &part.headlines {
                            li {
                                p.label { (headline.figure.label.get(lang)) }
                                p.value { (number(&headline.figure, lang)) }
                            }
                        }
                    }
                }
            })></div>
        </header>
    }
    .boxed()
}

/// How many services a part has, for whom, and since when.
fn brief(edition: Edition, part: &Part) -> String {
    let Edition { report, lang, .. } = edition;
    let (mut count, mut since, mut audiences) = (0_u32, None::<Date>, Vec::new());
    for card in report.cards.iter().filter(|card| card.part == part.no) {
        count += 1;
        for audience in &card.audiences {
            if !audiences.contains(audience) {
                audiences.push(*audience);
            }
        }
        for event in &card.dates {
            let from = event.span.from;
            since = Some(since.map_or(from, |since| since.min(from)));
        }
    }
    let mut for_whom = String::new();
    for at in audiences.iter().take(NAMED) {
        for_whom.push_str(if for_whom.is_empty() { "" } else { ", " });
        for_whom.push_str(report.audiences[usize::from(*at)].name.get(lang));
    }
    if audiences.len() > NAMED {
        for_whom.push_str(&text!("\u{a0}+", audiences.len() - NAMED));
    }
    let mut brief = i18n::fill(Message::PartInBrief, &[&text!(count), &for_whom], lang);
    if let Some(since) = since {
        brief.push_str(&i18n::fill(Message::PartSince, &[&i18n::date(since, lang)], lang));
    }
    brief
}

/// What a part ends with: the parts before and after it, and the way back to the top.
#[component]
pub fn PartEnd(store: Store, edition: Edition, part: &'static Part) -> BoxedView {
    let Edition { report, lang, .. } = edition;
    let hidden = derive(move || !store.is_unfiltered());
    view! {
        <div class="part-end" hidden=hidden inner_html=lazy_html(move || html! {
            @for (no, direction) in [
                (part.no.wrapping_sub(1), Message::PreviousPart),
                (part.no.wrapping_add(1), Message::NextPart),
            ] {
                @if let Some(part) = report.part(no) {
                    a href=(text!("#part-", no)) {
                        (direction.get(lang)) " · "
                        b { (i18n::part(no, lang)) " " (prose(part.title.get(lang))) }
                    }
                }
            }
            a.top href="#top" { (Message::ToTop.get(lang)) }
        })></div>
    }
    .boxed()
}
