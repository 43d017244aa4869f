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
        let lang = Lang::from_tag(&widget.get_attribute("lang")?)?;
        let (index, report) =
            (0_u16..).zip(&library.reports).find(|(_, report)| report.id == id)?;
        let open = |name: &str| {
            let selector = format!("[{name}][open]");
            let found = root.query_selector_all(&selector).ok();
            let name = name.to_owned();
            let elements = found.into_iter().flat_map(|found| {
                (0..found.length()).filter_map(move |at| found.item(at)?.dyn_into::<Element>().ok())
            });
            elements.filter_map(move |element| element.get_attribute(&name))
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
    if let Some(links) =
        root.previous_element_sibling().filter(|it| it.class_list().contains("doors"))
    {
        links.remove();
    }
}
