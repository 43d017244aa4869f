//! What is chosen to be compared: how many cards, the comparison, and giving them up.

use leptos::prelude::*;
use report_text::text;

use super::controls::Button;
use crate::element_ids::{card_element, id_selector};
use crate::i18n::{self, Message};
use crate::store::dialog::Dialog;
use crate::store::{Action, HostCommand, Store};
use crate::view::{BoxedView, IntoBoxed, derive, handler};

/// The bar, while cards are chosen.
#[component]
pub fn CompareBar(store: Store) -> BoxedView {
    let lang = store.current_lang();
    let status = derive(move || {
        let ui = store.ui.read();
        let help = Message::CompareHelp.get(lang);
        let (dot, help) = if ui.refused { (" · ", help) } else { ("", "") };
        text!(i18n::cards(ui.chosen.len(), lang), dot, help)
    });
    let compare = handler(move || store.dispatch(Action::OpenDialog(Dialog::Compare)));
    // The bar goes with its button: the focus moves to the card that was chosen last.
    let clear = handler(move || {
        let last = store.ui.read_untracked().chosen.last().copied();
        store.dispatch(Action::ClearChosen);
        if let Some(card) = last.and_then(|at| store.current_report().cards.get(at as usize)) {
            store.send(HostCommand::Focus(id_selector(&card_element(card))));
        }
    });
    view! {
        <div class="notice chosen" role="group">
            <span role="status">{status}</span>
            <Button class="compare" text=Message::Compare.get(lang) press=compare/>
            <Button class="clear" text=Message::Clear.get(lang) press=clear/>
        </div>
    }
    .built()
}
