//! The whole widget, from the bar on top to the footer.

use leptos::prelude::*;

use super::Reader;
use super::edition::Edition;
use super::errata::ErrataPage;
use super::facets::Facets;
use super::footer::Footer;
use super::hero::hero;
use super::markup::markup;
use super::nav::PartNav;
use super::results::Cards;
use super::search::SearchBar;
use super::topbar::TopBar;

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
                let library = reader.library;
                let report = &library.reports[usize::from(report.get())];
                let edition = Edition { library, report, lang: reader.lang.get() };
                view! { <Page reader edition tools/> }
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
    /// Report and language.
    edition: Edition,
    /// Whether the footer's tools are offered.
    tools: bool,
) -> impl IntoView {
    let lang = edition.lang;
    view! {
        <header class="hero" part="hero" inner_html=markup(|m| hero(m, edition))></header>
        <div class="columns">
            <aside class="aside">
                <PartNav reader edition/>
                <Facets reader lang/>
            </aside>
            <div class="content">
                <SearchBar reader lang/>
                <Cards reader edition/>
                <ErrataPage reader edition/>
            </div>
        </div>
        <Footer reader edition tools/>
    }
}
