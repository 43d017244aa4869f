//! Links inside the widget. They are real links, so that a page without a program can be read by
//! them; where there is a program, one listener follows them.

use leptos::prelude::*;
use maud::{Markup, html};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::element_ids::card_element;
use crate::report::Edition;
use crate::report::{Card, Lang, Library, Link, Report};
use crate::state::Trace;
use crate::store::{Action, Store};

/// How pages of other reports are reached where there is no program; provided as context by the
/// prerendering.
#[derive(Clone)]
pub struct ReportPages(pub std::sync::Arc<dyn Fn(&'static Report) -> Option<String> + Send + Sync>);

/// A link to a card of the same report.
pub fn card_link(card: &Card, lang: Lang) -> Markup {
    html! { a href={ "#" (card_element(card)) } { (card.title.get(lang)) } }
}

/// A link to a card of any report: in the program it is followed, in a prerendered page it leads to
/// the page of its report, and where there is none its words stay.
pub fn link_to(
    edition: Edition,
    report: &'static Report,
    card: &Card,
    pages: Option<&ReportPages>,
) -> Markup {
    let lang = edition.lang;
    if report.id == edition.report.id {
        return card_link(card, lang);
    }
    let page = pages.map_or(Some(String::new()), |pages| (pages.0)(report));
    html! {
        @if let Some(page) = page {
            a href={ (page) "#" (card_element(card)) } data-report-link=(report.id) {
                (card.title.get(lang))
            }
        } @else {
            a { (card.title.get(lang)) }
        }
    }
}

/// Follows a link of the widget that was clicked.
pub fn follow_link(store: Store, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(Ok(Some(link))) = target.map(|target| target.closest("a[href*='#']")) else { return };
    let Some(href) = link.get_attribute("href") else { return };
    let report = link.get_attribute("data-report-link");
    let place = untrack(|| store.edition());
    if let Some(action) = target_of(&href, report.as_deref(), place.library, place.report) {
        event.prevent_default();
        store.dispatch(action);
    }
}

/// Where a link leads: `#top`, `#part-3`, `#card-masks`, `#part-2/reach`, or a card of another report.
fn target_of(
    href: &str,
    other_report: Option<&str>,
    library: &Library,
    report: &Report,
) -> Option<Action> {
    let (_, fragment) = href.split_once('#')?;
    if fragment == "top" {
        return Some(Action::ShowTop);
    }
    let card = fragment.strip_prefix("card-");
    if let Some(other) = other_report {
        let (index, other) =
            (0_u16..).zip(&library.reports).find(|(_, report)| report.id == other)?;
        return Some(Action::FollowLink(Link { report: index, card: other.card_index(card?)? }));
    }
    if let Some(card) = card {
        return report.card_index(card).map(Action::ShowCard);
    }
    if let Some(trace) = Trace::from_id(fragment, report) {
        return Some(Action::ShowTrace(trace));
    }
    let no = fragment.strip_prefix("part-")?.parse().ok()?;
    report.part(no).map(|part| Action::ShowPart(part.no))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;

    #[test]
    fn a_link_leads_to_what_its_address_names() {
        let library = library();
        let report = &library.reports[0];
        let other = &library.reports[1];
        let card = report.cards[6].id;
        let first_of_other = format!("../story-2021/index.html#card-{}", other.cards[0].id);
        for (href, other, expected) in [
            ("#part-3", None, Some(Action::ShowPart(3))),
            ("#part-99", None, None),
            ("#top", None, Some(Action::ShowTop)),
            (
                "#part-2/reach",
                None,
                Some(Action::ShowTrace(Trace::Headline { part: 2, headline: 0 })),
            ),
            (&format!("#card-{card}"), None, Some(Action::ShowCard(6))),
            ("#card-nothing", None, None),
            ("#", None, None),
            (
                first_of_other.as_str(),
                Some("story-2021"),
                Some(Action::FollowLink(Link { report: 1, card: 0 })),
            ),
            ("#card-nothing", Some("story-2021"), None),
        ] {
            assert_eq!(target_of(href, other, library, report), expected, "{href}");
        }
    }
}
