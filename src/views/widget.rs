//! The whole widget, from the bar on top to the footer.

use leptos::prelude::*;

use super::Reader;
use super::errata::ErrataPage;
use super::facets::Facets;
use super::footer::Footer;
use super::hero::Hero;
use super::nav::PartNav;
use super::results::Cards;
use super::search::SearchBar;
use super::topbar::TopBar;
use crate::report::{Lang, Report};

/// Everything. Switching language or report draws all but the top bar anew;
/// whatever was opened stays open, because the state is not in the page.
#[component]
pub fn Widget(
    /// The reader.
    reader: Reader,
    /// Whether the report switcher and the footer's tools are offered.
    #[prop(default = true)]
    tools: bool,
) -> impl IntoView {
    let report = Memo::new(move |_| reader.state.with(|state| state.report));
    view! {
        <div class="widget" lang=move || reader.lang.get().tag()>
            <TopBar reader switcher=tools/>
            {move || {
                let report = &reader.library.reports[usize::from(report.get())];
                let lang = reader.lang.get();
                view! { <Page reader report lang tools/> }
            }}
            <p class="notice" role="status">{move || reader.notice.get()}</p>
        </div>
    }
}

/// One report in one language.
#[component]
fn Page(
    /// The reader.
    reader: Reader,
    /// The report.
    report: &'static Report,
    /// The language.
    lang: Lang,
    /// Whether the footer's tools are offered.
    tools: bool,
) -> impl IntoView {
    view! {
        <Hero reader report lang/>
        <div class="columns">
            <aside class="aside">
                <PartNav reader report lang/>
                <Facets reader lang/>
            </aside>
            <div class="content">
                <SearchBar reader lang/>
                <Cards reader report lang/>
                <ErrataPage reader report lang/>
            </div>
        </div>
        <Footer reader report lang tools/>
    }
}
