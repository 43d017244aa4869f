//! Part navigation: a row of chips on narrow screens, a column on wide ones.

use leptos::prelude::*;

use super::Reader;
use super::edition::Edition;
use super::reader::part_element;
use crate::words;

/// Links to the parts; the one on screen is marked.
#[component]
pub fn PartNav(
    /// The reader.
    reader: Reader,
    /// Report and language.
    edition: Edition,
) -> impl IntoView {
    let Edition { report, lang, .. } = edition;
    let links = report.parts.iter().map(|part| {
        let no = part.no;
        let here = move || (reader.here.get() == Some(no)).then_some("true");
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            reader.go_to(no);
        };
        view! {
            <li>
                <a href=format!("#{}", part_element(no)) data-nav=no aria-current=here on:click=go>
                    <span class="no">{no}</span>
                    <span class="name">{part.title.get(lang)}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="parts" part="nav" aria-label=words::PARTS.get(lang)>
            <ol>{links.collect_view()}</ol>
        </nav>
    }
}
