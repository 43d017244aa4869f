//! A few cards beside each other: their numbers as bars at one scale, and as a table.

use leptos::prelude::*;
use maud::{Markup, html};

use super::frame::DialogFrame;
use crate::components::controls::Button;
use crate::components::links::card_link;
use crate::components::proportion::bar;
use crate::components::tally::amount;
use crate::html::mixed;
use crate::i18n::{self, Message};
use crate::number::whole;
use crate::report::Edition;
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, handler, lazy_html};

/// The "Compare" dialog.
#[component]
pub fn CompareDialog(store: Store) -> BoxedView {
    let edition = untrack(|| store.edition());
    let cards = store.route.read_untracked().compare.clone();
    let table = lazy_html(move || comparison(edition, &cards));
    let dialog = Dialog::Export(ExportSubject::Compared);
    let press = handler(move || store.dispatch(Action::OpenDialog(dialog.clone())));
    let content = view! {
        <div>
            <div inner_html=table></div>
            <Button class="export" text=Message::Export.get(edition.lang) press/>
        </div>
    }
    .built();
    view! { <DialogFrame store class="compare" title=Message::Compare.get(edition.lang) content/> }
        .built()
}

/// The cards as rows of a table. A bar is as long as its number, of the width of the greatest.
fn comparison(edition: Edition, cards: &[u32]) -> Markup {
    let Edition { report, lang, .. } = edition;
    let rows: Vec<_> = cards
        .iter()
        .filter_map(|index| {
            let card = report.cards.get(*index as usize)?;
            let figure = card.figures.first()?;
            Some((*index, card, figure, whole(figure.value)))
        })
        .collect();
    let greatest = rows.iter().filter_map(|(.., amount)| *amount).max().unwrap_or_default();
    html! {
        table.sum {
            @for (index, card, figure, value) in rows {
                tr {
                    th scope="row" {
                        (card_link(card, lang))
                        span.of {
                            (mixed(figure.label.get(lang), lang)) ", " span.whole { (i18n::page(figure.page, lang)) }
                        }
                    }
                    td { (amount(figure.value, figure.unit, lang)) }
                }
                @if let Some(value) = value {
                    tr aria-hidden="true" { td colspan="2" { (bar(&[(index, value)], greatest)) } }
                }
            }
        }
    }
}
