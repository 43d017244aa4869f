//! A citation of a section, ready to copy.

use leptos::prelude::*;

use super::controls::{Button, Toggle};
use crate::html;
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::report::Text;
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, derive, handler, lazy_html};

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
            let pressed = derive(move || store.ui.read().chosen.contains(&index));
            let press = handler(move || store.dispatch(Action::ToggleChosen(index)));
            let text = derive(move || Message::Compare.get(lang).to_owned());
            Some(view! { <Toggle class="copy compare" text pressed press/> }.boxed())
        }
        _ => None,
    };
    let dialog = Dialog::Export(subject);
    let press = handler(move || store.dispatch(Action::OpenDialog(dialog.clone())));
    let export =
        view! { <Button class="copy export" text=Message::Export.get(lang) press/> }.boxed();
    view! { <p class="cite"><cite inner_html=cited></cite>{copy}{export}{compare}</p> }.boxed()
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
