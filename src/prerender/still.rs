//! The report as it stands in a page: in the element's shadow root, written by the components of
//! the program, which makes it live where it stands.

use crate::components::{App, AppProps, ReportPages};
use crate::element_ids::{card_element, part_element};
use crate::i18n::{self, Message};
use crate::number::stated;
use crate::state::{RouteState, Trace};
use crate::store::{Config, Store};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use maud::{Markup, PreEscaped, html};

use super::site::{Page, Site};
use super::style;

/// The content of the element: its shadow root, and what stands beside it.
pub fn write(site: &Site, page: Page) -> Markup {
    let report = page.edition.report;
    html! {
        template shadowrootmode="open" {
            style { (PreEscaped(style::sheet())) }
            link rel="stylesheet" href={ (page.up()) (style::LATER_FILE) } media="print";
            div.inside.doors { div.widget lang=(page.edition.lang.tag()) { (doors(site, page)) } }
            div.inside data-prerendered=(report.id) { (PreEscaped(app(site, page))) }
        }
        (anchors(page))
        (fallback(page))
    }
}

/// The page as the program's components write it.
fn app(site: &Site, page: Page) -> String {
    let library = page.edition.library;
    let index = library.reports.iter().position(|report| report.id == page.edition.report.id);
    let index = index.and_then(|index| u16::try_from(index).ok()).unwrap_or_default();
    let route = RouteState { report: index, ..RouteState::default() };
    let pages = site.clone();
    let pages = ReportPages(std::sync::Arc::new(move |report| {
        pages.way(page, pages.page(report, page.edition.lang))
    }));
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(pages);
        let config = Config { has_tools: true };
        let store = Store::new(library, route, page.edition.lang, config, |_| {});
        App(AppProps { store }).to_html()
    });
    owner.cleanup();
    html
}

/// The bar on top while there is no program: links to the other report, and to the other language.
fn doors(site: &Site, page: Page) -> Markup {
    let (lang, here, library) = (page.edition.lang, page.edition.report, page.edition.library);
    html! {
        div.topbar {
            @if library.reports.len() > 1 {
                div.reports role="group" aria-label=(Message::Reports.get(lang)) {
                    @for report in &library.reports {
                        @let current = (report.id == here.id).then_some("page");
                        a href=[site.way(page, site.page(report, lang))] aria-current=[current] {
                            (report.name.get(lang))
                        }
                    }
                }
            }
            @if here.languages.iter().count() > 1 {
                div.languages role="group" aria-label=(Message::Language.get(lang)) {
                    @for other in here.languages.iter() {
                        @let current = (other == lang).then_some("page");
                        a href=[site.way(page, site.page(here, other))] aria-current=[current]
                            lang=(other.tag()) hreflang=(other.tag()) { (i18n::language(other)) }
                    }
                }
            }
        }
    }
}

/// Places that links lead to. A fragment of an address is looked for outside of shadow roots, so the
/// places stand there, and are shown in slots of the page inside.
fn anchors(page: Page) -> Markup {
    let report = page.edition.report;
    let headlines = report.parts.iter().flat_map(|part| {
        let traces = (0_u16..).zip(&part.headlines);
        traces.filter_map(|(headline, _)| Trace::Headline { part: part.no, headline }.id(report))
    });
    let parts = report.parts.iter().map(|part| part_element(part.no));
    let cards = report.cards.iter().map(card_element);
    html! { @for id in headlines.chain(parts).chain(cards) { i id=(id) slot=(id) {} } }
}

/// What a browser shows that knows no declarative shadow roots and runs no script.
fn fallback(page: Page) -> Markup {
    let (report, lang) = (page.edition.report, page.edition.lang);
    html! {
        p { (report.subtitle.get(lang)) ". " (report.publisher.get(lang)) ", " (i18n::date(report.published, lang)) "." }
        ul {
            @for (_, headline) in report.headlines() {
                li { (headline.figure.label.get(lang)) ": " (stated(&headline.figure, lang)) }
            }
        }
        p { (report.citation.get(lang)) }
    }
}
