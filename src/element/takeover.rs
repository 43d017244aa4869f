//! The prerendered page, which the program makes live where it stands.
//!
//! The page shows one report in one language, with nothing searched for. The store begins in just
//! that state, with whatever the reader has opened meanwhile; only then is the route of the
//! address shown, as any other change.

use leptos::prelude::UpdateUntracked;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::report::{Lang, Library};
use crate::state::{RouteState, Trace};
use crate::store::Store;

/// What a prerendered page shows.
pub struct Standing {
    /// The report.
    pub route: RouteState,
    /// The language.
    pub lang: Lang,
    open_cards: Vec<u32>,
    open_traces: Vec<Trace>,
}

impl Standing {
    /// Reads what stands in `root`; nothing where nothing was prerendered.
    pub fn read(root: &HtmlElement, library: &'static Library) -> Option<Self> {
        let id = root.get_attribute("data-prerendered")?;
        let widget = root.first_element_child()?;
        let lang = library.lang(&widget.get_attribute("lang")?)?;
        let (index, report) =
            (0_u16..).zip(&library.reports).find(|(_, report)| report.id == id)?;
        let open = |name: &str| {
            let open = elements(root, &format!("[{name}][open]")).into_iter();
            let name = name.to_owned();
            open.filter_map(move |element| element.get_attribute(&name))
        };
        let open_cards = open("data-card").filter_map(|id| report.card_index(&id)).collect();
        let open_traces: Vec<Trace> =
            open("data-trace").filter_map(|id| Trace::from_id(&id, report)).collect();
        let route = RouteState {
            report: index,
            errata: open("data-errata").next().is_some(),
            ..RouteState::default()
        };
        Some(Self { route, lang, open_cards, open_traces })
    }

    /// Tells a store what stands open, and that everything closed has its content.
    pub fn open_in(&self, store: Store) {
        store.ui.update_untracked(|ui| {
            ui.open_cards.clone_from(&self.open_cards);
            ui.open_traces.clone_from(&self.open_traces);
            ui.filled = usize::MAX;
        });
    }
}

/// Shows what needs a program, and takes away what stood in its place: the links between pages.
pub fn finish(root: &HtmlElement) {
    // The attribute is ours; an attribute can always be removed.
    let _ = root.remove_attribute("data-prerendered");
    let before = root.previous_element_sibling();
    let Some(links) = before.filter(|it| it.class_list().contains("doors")) else { return };
    // A link that has the focus hands it to the button that stands in its place.
    let is_focused = |link: &Element| link.matches(":focus").unwrap_or_default();
    let focused = elements(&links, "a").iter().position(is_focused);
    let buttons = elements(root, ".topbar button");
    let button = focused.and_then(|at| buttons.get(at)).and_then(|it| it.dyn_ref::<HtmlElement>());
    links.remove();
    if let Some(button) = button {
        // Where focus is refused the page is still right.
        let _ = button.focus();
    }
}

/// The elements inside that match, in their order.
fn elements(inside: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = inside.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
