//! Part navigation: a row of chips on narrow screens, a column on wide ones.

use leptos::prelude::*;
use maud::html;

use crate::i18n::Message;
use crate::report::Edition;
use crate::report::Part;
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, derive, lazy_html};

/// Links to the parts; the one on screen is marked.
#[component]
pub fn PartNav(store: Store, edition: Edition) -> BoxedView {
    let links: Vec<_> = edition
        .report
        .parts
        .iter()
        .map(|part| view! { <PartLink store edition part/> }.boxed())
        .collect();
    view! {
        <nav class="parts" part="nav" aria-label=Message::Parts.get(edition.lang)><ol>{links}</ol></nav>
    }
    .boxed()
}

#[component]
fn PartLink(store: Store, edition: Edition, part: &'static Part) -> BoxedView {
    let no = part.no;
    let current = derive(move || (store.ui.read().current_part == Some(no)).then_some("true"));
    view! {
        <li>
            <a
                href=format!("#part-{no}")
                data-nav=no.to_string()
                aria-current=current
                inner_html=lazy_html(move || html! {
                    span.no { (no) } span.name { (part.title.get(edition.lang)) }
                })
            ></a>
        </li>
    }
    .boxed()
}
