//! What is on screen: which part stands at the reading line, which counters came into view, and
//! when the end of the drawn cards is near. One `IntersectionObserver` a question; all end when
//! this is dropped.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::counters::Counters;
use crate::store::{Action, Store};

/// The reading line: a part is read while it crosses the upper quarter.
const READING_LINE: &str = "-25% 0px -74% 0px";
/// How far below the screen more cards are drawn.
const AHEAD: &str = "0px 0px 600px 0px";

/// The observers of one widget.
pub struct Observers {
    parts: Observer,
    ends: Observer,
    counters: Observer,
}

impl Observers {
    /// Observers that tell a store, and run counters.
    ///
    /// # Errors
    /// The browser's, where it knows no observers.
    pub fn new(store: Store, counters: Counters) -> Result<Self, JsValue> {
        Ok(Self {
            parts: Observer::new(READING_LINE, move |element, crosses| {
                if let Some(part) =
                    element.get_attribute("data-part").and_then(|no| no.parse().ok())
                {
                    store.dispatch(Action::PartPassed(part, crosses));
                }
            })?,
            ends: Observer::new(AHEAD, move |_, is_near| {
                store.dispatch(Action::EndPassed(is_near));
            })?,
            counters: Observer::new("0px", move |element, is_seen| {
                if is_seen {
                    counters.run(&element);
                }
            })?,
        })
    }

    /// Observes the section of a part.
    pub fn part(&self, element: &Element) {
        self.parts.observer.observe(element);
    }

    /// Observes the end of the drawn cards.
    pub fn end(&self, element: &Element) {
        self.ends.observer.observe(element);
    }

    /// Observes a counter.
    pub fn counter(&self, element: &Element) {
        self.counters.observer.observe(element);
    }
}

/// An observer that reports of each element whether it is inside a margin.
struct Observer {
    observer: IntersectionObserver,
    _on_entries: Closure<dyn FnMut(Array)>,
}

impl Observer {
    fn new(
        margin: &str,
        mut on_change: impl FnMut(Element, bool) + 'static,
    ) -> Result<Self, JsValue> {
        let on_entries = Closure::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                on_change(entry.target(), entry.is_intersecting());
            }
        });
        let init = IntersectionObserverInit::new();
        init.set_root_margin(margin);
        let callback = on_entries.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &init)?;
        Ok(Self { observer, _on_entries: on_entries })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
