//! The opening: whose report this is, and its great numbers.

use leptos::prelude::*;
use maud::html;

use super::controls::Button;
use super::headline::HeadlineItem;
use crate::html::prose;
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::store::dialog::Dialog;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, handler, lazy_html};

/// Title, publisher, period, and the headline counters, each unfolding into its trace.
#[component]
pub fn Hero(store: Store, edition: Edition) -> BoxedView {
    let Edition { report, lang, .. } = edition;
    let headlines: Vec<_> = report
        .parts
        .iter()
        .flat_map(|part| (0_u16..).zip(&part.headlines).map(move |(index, _)| (part, index)))
        .map(|(part, index)| view! { <HeadlineItem store edition part index/> }.boxed())
        .collect();
    let has_headlines = !headlines.is_empty();
    let press = handler(move || store.dispatch(Action::OpenDialog(Dialog::Story)));
    let start_story =
        view! { <Button class="copy open-story" text=Message::Story.get(lang) press/> }.boxed();
    let headlines = has_headlines.then(|| {
        view! {
            <div class="opening">
                <ul class="greats">{headlines}</ul>
                <p class="traced" inner_html=lazy_html(move || html! {
                    svg viewBox="0 0 16 16" aria-hidden="true" { path d="M3.5 8.5l3 3L12.5 5" {} }
                    span { (i18n::traced(report, lang)) }
                })></p>
            </div>
        }
        .boxed()
    });
    view! {
        <header class="hero" part="hero">
            <div inner_html=lazy_html(move || html! {
                p.kicker {
                    span { (report.publisher.get(lang)) } " "
                    time datetime=(report.published.as_str()) { (i18n::date(report.published, lang)) }
                }
                h2 tabindex="-1" { (prose(report.title.get(lang))) }
                p.subtitle { (prose(report.subtitle.get(lang))) }
                p.period { (Message::Covers.get(lang)) " " (i18n::span(report.period, lang)) }
                @if has_headlines {
                    p.ask { b { (Message::Ask.get(lang)) } " " (Message::AskHelp.get(lang)) }
                }
            })></div>
            {start_story}
            {headlines}
        </header>
    }
    .boxed()
}
