//! The foot of the widget: citation and terms, and sharing.

use leptos::prelude::*;

use super::edition::Edition;
use super::markup::markup;
use super::trace::row;
use super::{Outward, Reader};
use crate::words;

/// Citation, rights, sharing.
#[component]
pub fn Footer(
    /// The reader.
    reader: Reader,
    /// Report and language.
    edition: Edition,
    /// Whether tools (share, copy) are offered.
    tools: bool,
) -> impl IntoView {
    let Edition { report, lang, .. } = edition;
    let citation = report.citation.get(lang);
    let facts = markup(|m| {
        row(m, words::CITE, citation, lang);
        row(m, words::RIGHTS, report.rights.get(lang), lang);
    });
    let buttons = (tools && reader.live).then(|| {
        view! {
            <div class="tools">
                <button type="button" on:click=move |_| reader.wish(Outward::Share)>
                    {words::SHARE.get(lang)}
                </button>
                <button type="button" on:click=move |_| reader.wish(Outward::Copy(citation.to_owned()))>
                    {words::COPY_CITATION.get(lang)}
                </button>
            </div>
        }
    });
    view! {
        <footer class="foot" part="footer">
            {buttons}
            <dl inner_html=facts></dl>
        </footer>
    }
}
