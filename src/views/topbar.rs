//! The bar on top: which report, which language.

use leptos::prelude::*;

use super::{Outward, Reader};
use crate::report::Lang;
use crate::words;

/// Report switcher and language switch. Drawn once, so that the focus stays
/// on a button while everything below is drawn anew.
#[component]
pub fn TopBar(
    /// The reader.
    reader: Reader,
    /// Whether the report can be switched.
    switcher: bool,
) -> impl IntoView {
    let lang = reader.lang;
    let reports = (switcher && reader.library.reports.len() > 1).then(|| {
        let buttons = reader.library.reports.iter().zip(0_u16..).map(|(report, index)| {
            view! {
                <button
                    type="button"
                    data-report=report.id
                    aria-pressed=move || pressed(reader.state.with(|state| state.report) == index)
                    on:click=move |_| reader.state.update(|state| state.switch_report(reader.library, index))
                >
                    {move || report.name.get(lang.get())}
                </button>
            }
        });
        view! {
            <div class="reports" role="group" aria-label=move || words::REPORTS.get(lang.get())>
                {buttons.collect_view()}
            </div>
        }
    });
    let languages = Lang::ALL.into_iter().map(|choice| {
        let name = match choice {
            Lang::Ko => "한국어",
            Lang::En => "English",
        };
        view! {
            <button
                type="button"
                lang=choice.tag()
                data-lang=choice.tag()
                aria-pressed=move || pressed(lang.get() == choice)
                on:click=move |_| {
                    lang.set(choice);
                    reader.wish(Outward::Speak(choice));
                }
            >
                {name}
            </button>
        }
    });
    view! {
        <div class="topbar" hidden=!reader.live>
            {reports}
            <div class="languages" role="group" aria-label=move || words::LANGUAGE.get(lang.get())>
                {languages.collect_view()}
            </div>
        </div>
    }
}

/// The value of `aria-pressed`.
pub fn pressed(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}
