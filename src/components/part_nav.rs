//! Part navigation: a row of chips on narrow screens, a column on wide ones.

use std::cell::Cell;

use leptos::prelude::*;
use maud::html;
use report_text::text;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::html::prose;
use crate::i18n::Message;
use crate::report::Edition;
use crate::report::Part;
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, derive, follow, hook, lazy_html, with_element};

/// How much of the part before is seen where the row is scrolled to a part, in pixels.
const MARGIN: i32 = 48;

/// Links to the parts; the one on screen is marked, and scrolled to where they stand in a row.
#[component]
pub fn PartNav(store: Store, edition: Edition) -> BoxedView {
    let links: Vec<_> = edition
        .report
        .parts
        .iter()
        .map(|part| view! { <PartLink store edition part/> }.boxed())
        .collect();
    let scroll = hook(move |nav| {
        let shown = Cell::new(0);
        follow(move || {
            let part = store.ui.read().current_part.unwrap_or_default();
            // Only another part moves the row: a reader may have moved it meanwhile.
            if shown.replace(part) == part {
                return;
            }
            let link = nav.query_selector(&text!("[data-nav='", part, "']")).ok().flatten();
            if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
                nav.set_scroll_left(link.offset_left() - MARGIN);
            }
        });
    });
    view! {
        <nav class="parts" part="nav" aria-label=Message::Parts.get(edition.lang) use:with_element=scroll>
            <ol>{links}</ol>
        </nav>
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
                    span.no { (text!(no)) } span.name { (prose(part.title.get(edition.lang))) }
                })
            ></a>
        </li>
    }
    .boxed()
}
