//! The foot of the widget: citation, terms, and the data to take along.

use leptos::prelude::*;

use super::{Outward, Reader};
use crate::report::{Lang, Report};
use crate::words;

/// Citation, rights, sharing.
#[component]
pub fn Footer(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The language.
    lang: Lang,
    /// Whether tools (share, copy) are offered.
    tools: bool,
) -> impl IntoView {
    let citation = report.citation.get(lang);
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
            <dl>
                <div><dt>{words::CITE.get(lang)}</dt><dd>{citation}</dd></div>
                <div><dt>{words::RIGHTS.get(lang)}</dt><dd>{report.rights.get(lang)}</dd></div>
            </dl>
        </footer>
    }
}
