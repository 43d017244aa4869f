//! The chosen filters, each removable, and one button that removes all.

use std::sync::Arc;

use leptos::prelude::*;

use super::controls::{Button, Chip};
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, List, derive, handler};

/// The chips under the search field.
#[component]
pub fn Chips(store: Store, edition: Edition) -> BoxedView {
    let lang = edition.lang;
    let index = store.index();
    let chosen = {
        let index = Arc::clone(&index);
        move || {
            let route = store.route.read();
            let choices = (0_u32..).zip(index.all_choices());
            let chosen =
                choices.filter(|(_, (facet, choice))| route.filters.is_chosen(*facet, &choice.id));
            chosen.map(|(key, _)| key).collect()
        }
    };
    let chip = move |key: u32| {
        let (facet, choice) = &index.all_choices()[key as usize];
        let (facet, id, text) = (*facet, choice.id.to_string(), choice.name(lang).to_owned());
        let label = format!("{} {text}: {}", i18n::facet(facet, lang), Message::Remove.get(lang));
        let press = handler(move || store.dispatch(Action::ToggleFilter(facet, id.clone())));
        view! { <Chip text label press/> }.boxed()
    };
    let clear = handler(move || store.dispatch(Action::ClearFilters));
    let export = store.config.has_tools.then(|| {
        let dialog = Dialog::Export(ExportSubject::Results);
        let press = handler(move || store.dispatch(Action::OpenDialog(dialog.clone())));
        view! { <Button class="plain export" text=Message::Export.get(lang) press/> }.boxed()
    });
    view! {
        <div class="chips" hidden=derive(move || store.is_unfiltered())>
            <ul aria-label=Message::Chosen.get(lang)>
                <List each=derive(chosen) row=Arc::new(chip)/>
            </ul>
            <Button class="plain clear" text=Message::Clear.get(lang) press=clear/>
            {export}
        </div>
    }
    .boxed()
}
