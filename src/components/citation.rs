//! A citation of a section, ready to copy.

use leptos::prelude::*;

use super::controls::Button;
use crate::html;
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::report::{Lang, Text};
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, follow, handler, hook, lazy_html, on_click, with_element};

/// A citation; beside it, the export of what is cited.
#[component]
pub fn Citation(
    store: Store,
    edition: Edition,
    /// The heading that the document prints.
    printed: &'static str,
    /// Our title of the section.
    title: Text,
    /// Page of the section.
    page: u16,
    /// What is exported beside it.
    subject: ExportSubject,
) -> BoxedView {
    let lang = edition.lang;
    let cited = lazy_html(move || {
        html::citation(&i18n::citation(edition.report, printed, title, page, lang), lang)
    });
    let copy = view! { <CopyCitation store edition printed title page/> }.boxed();
    let compare = match subject {
        ExportSubject::Card(index) if !edition.report.cards[index as usize].figures.is_empty() => {
            Some(view! { <CompareToggle store lang index/> }.boxed())
        }
        _ => None,
    };
    let dialog = Dialog::Export(subject);
    let press = handler(move || store.dispatch(Action::OpenDialog(dialog.clone())));
    let export =
        view! { <Button class="copy export" text=Message::Export.get(lang) press/> }.boxed();
    view! { <p class="cite"><cite inner_html=cited></cite>{copy}{export}{compare}</p> }.boxed()
}

/// Chooses a card to be compared, or gives it up.
#[component]
fn CompareToggle(store: Store, lang: Lang, index: u32) -> BoxedView {
    // Hydration takes attributes as they stand; the card may have been chosen by an address before.
    let show = hook(move |button| {
        follow(move || {
            let pressed = if store.ui.read().chosen.contains(&index) { "true" } else { "false" };
            // The name of the attribute is valid.
            let _ = button.set_attribute("aria-pressed", pressed);
        });
    });
    view! {
        <button
            type="button"
            class="copy compare"
            on:click=on_click(move || store.dispatch(Action::ToggleChosen(index)))
            use:with_element=show
        >
            {Message::Compare.get(lang)}
        </button>
    }
    .boxed()
}

/// Copies a citation of a section. In the trace of a card's figure it stands alone: document, section
/// and page stand there already, and the card has its citation in full.
#[component]
pub fn CopyCitation(
    store: Store,
    edition: Edition,
    /// The heading that the document prints.
    printed: &'static str,
    /// Our title of the section.
    title: Text,
    /// Page of the figure or section.
    page: u16,
) -> BoxedView {
    let Edition { report, lang, .. } = edition;
    let citation = move || i18n::citation(report, printed, title, page, lang);
    let press = handler(move || store.dispatch(Action::Copy(citation())));
    view! { <Button class="copy" text=Message::CopyCitation.get(lang) press/> }.boxed()
}
