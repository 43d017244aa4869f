//! The bar on top: which report, which language.

use leptos::prelude::*;

use super::controls::aria;
use crate::i18n::{self, Message};
use crate::report::{Lang, Report};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, derive, on_click};

/// Report switcher, where it is offered, and language switch.
#[component]
pub fn Topbar(store: Store) -> BoxedView {
    let reports = &store.library.reports;
    let switcher = (store.config.has_tools && reports.len() > 1).then(|| {
        let buttons: Vec<_> = (0_u16..)
            .zip(reports)
            .map(|(index, report)| view! { <ReportButton store report index/> }.boxed())
            .collect();
        view! {
            <div class="reports" role="group" aria-label=derive(move || Message::Reports.get(store.lang.get()))>
                {buttons}
            </div>
        }
        .boxed()
    });
    let languages = store.library.languages();
    // Readers of one language have nothing to choose from.
    let languages = (languages.len() > 1).then(|| {
        let buttons: Vec<_> = languages
            .into_iter()
            .map(|lang| view! { <LanguageButton store lang/> }.boxed())
            .collect();
        view! {
            <div class="languages" role="group" aria-label=derive(move || Message::Language.get(store.lang.get()))>
                {buttons}
            </div>
        }
        .boxed()
    });
    view! {
        <div class="topbar">
            {switcher}
            {languages}
        </div>
    }
    .boxed()
}

#[component]
fn ReportButton(store: Store, report: &'static Report, index: u16) -> BoxedView {
    let pressed = derive(move || store.route.read().report == index);
    view! {
        <button
            type="button"
            data-report=report.id
            aria-pressed=aria(pressed)
            on:click=on_click(move || store.dispatch(Action::SwitchReport(index)))
        >
            {derive(move || report.name.get(store.lang.get()))}
        </button>
    }
    .boxed()
}

#[component]
fn LanguageButton(store: Store, lang: Lang) -> BoxedView {
    let pressed = derive(move || store.lang.get() == lang);
    view! {
        <button
            type="button"
            lang=lang.tag()
            data-lang=lang.tag()
            hidden=derive(move || !store.edition().report.languages.has(lang))
            aria-pressed=aria(pressed)
            on:click=on_click(move || store.dispatch(Action::SetLang(lang)))
        >
            {i18n::language(lang)}
        </button>
    }
    .boxed()
}
