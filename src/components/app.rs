//! The whole page, from the bar on top to the footer.

use std::sync::Arc;

use leptos::prelude::*;
use maud::html;

use super::dialogs::DialogHost;
use super::errata::ErrataSection;
use super::filters::Filters;
use super::footer::Footer;
use super::frameworks::framework_index;
use super::hero::Hero;
use super::links::follow_link;
use super::notice::Notices;
use super::part_nav::PartNav;
use super::results::Results;
use super::search_box::SearchBox;
use super::source_notes::source_notes;
use super::timeline::Timeline;
use super::topbar::Topbar;
use crate::report::Edition;
use crate::store::Store;
use crate::view::{BoxedView, IntoBoxed, List, derive, lazy_html};

/// The widget.
#[component]
pub fn App(
    /// The state of the widget.
    store: Store,
) -> BoxedView {
    // Another report or language is another page; the bar on top stays, with the focus in it.
    let edition_key = move || {
        let edition = store.edition();
        let report = u32::from(store.route.read().report);
        let lang = edition.report.languages.position(edition.lang);
        vec![report << 8 | u32::from(lang)]
    };
    let page = move |_| {
        let edition = untrack(|| store.edition());
        view! { <ReportView store edition/> }.boxed()
    };
    let follow: Box<dyn FnMut(web_sys::MouseEvent)> =
        Box::new(move |event| follow_link(store, &event));
    view! {
        <div class="widget" lang=derive(move || store.lang.get().tag()) on:click=follow>
            <Topbar store/>
            <List each=derive(edition_key) row=Arc::new(page)/>
            <Notices store/>
            <DialogHost store/>
        </div>
    }
    .boxed()
}

/// One report in one language.
#[component]
fn ReportView(store: Store, edition: Edition) -> BoxedView {
    let Edition { report, lang, .. } = edition;
    let has_more = !report.source_text.is_empty() || !report.frameworks.is_empty();
    let more = has_more.then(|| {
        let more = lazy_html(move || {
            html! {
                (source_notes(&report.source_text, lang)) (framework_index(edition))
            }
        });
        view! { <div inner_html=more></div> }.boxed()
    });
    view! {
        <div class="report" data-report-id=report.id>
            <Hero store edition/>
            <Timeline store edition/>
            <div class="columns">
                <div class="aside">
                    <PartNav store edition/>
                    <Filters store edition/>
                </div>
                <div class="content">
                    <SearchBox store edition/>
                    <Results store edition/>
                    <ErrataSection store edition/>
                    {more}
                </div>
            </div>
            <Footer store edition/>
        </div>
    }
    .boxed()
}
