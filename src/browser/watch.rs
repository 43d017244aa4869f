//! Watches the shadow root: tells which part is on screen, which counters
//! came into view, and when the end of the drawn cards is near. One
//! `MutationObserver` finds new elements, one `IntersectionObserver` a
//! question watches them; all end when this is dropped.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    MutationObserver, MutationObserverInit,
};

use super::counters::Counters;
use crate::views::Reader;

/// The reading line: a part is "here" while it crosses the upper third.
const READING_LINE: &str = "-25% 0px -74% 0px";
/// How far below the screen more cards are drawn.
const AHEAD: &str = "0px 0px 600px 0px";

type Seen = Closure<dyn FnMut(Array)>;

/// The observers of one widget.
pub struct Watch {
    mutations: MutationObserver,
    observers: [IntersectionObserver; 3],
    _closures: (Closure<dyn FnMut()>, [Seen; 3]),
    _counters: Counters,
}

impl Watch {
    /// Watches the inside of `root`.
    ///
    /// # Errors
    /// The browser's, where it knows no observers.
    pub fn new(root: &Element, reader: Reader, counters: Counters) -> Result<Self, JsValue> {
        let (parts, on_part) = observer(READING_LINE, move |element, crossing| {
            let part = element.get_attribute("data-part").and_then(|no| no.parse::<u8>().ok());
            reader.pass(part, crossing);
        })?;
        let (ends, on_end) = observer(AHEAD, move |_, near| {
            if near {
                reader.draw_more();
            }
        })?;
        let runner = counters.clone();
        let (numbers, on_number) = observer("0px", move |element, seen| {
            if seen {
                runner.run(&element);
            }
        })?;
        let scan = {
            let (root, parts, ends, numbers) =
                (root.clone(), parts.clone(), ends.clone(), numbers.clone());
            move || {
                watch_new(&root, "section[data-part]", &parts);
                watch_new(&root, ".more", &ends);
                watch_new(&root, ".counter", &numbers);
            }
        };
        scan();
        let on_change = Closure::<dyn FnMut()>::new(scan);
        let mutations = MutationObserver::new(on_change.as_ref().unchecked_ref())?;
        let init = MutationObserverInit::new();
        init.set_child_list(true);
        init.set_subtree(true);
        mutations.observe_with_options(root, &init)?;
        Ok(Self {
            mutations,
            observers: [parts, ends, numbers],
            _closures: (on_change, [on_part, on_end, on_number]),
            _counters: counters,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.mutations.disconnect();
        for observer in &self.observers {
            observer.disconnect();
        }
    }
}

/// An observer that tells of each element whether it is inside the margin.
fn observer(
    margin: &str,
    mut tell: impl FnMut(Element, bool) + 'static,
) -> Result<(IntersectionObserver, Seen), JsValue> {
    let seen = Seen::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            tell(entry.target(), entry.is_intersecting());
        }
    });
    let init = IntersectionObserverInit::new();
    init.set_root_margin(margin);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &init)?;
    Ok((observer, seen))
}

/// Observes what is not observed yet; `data-watched` marks what is.
fn watch_new(root: &Element, selector: &str, observer: &IntersectionObserver) {
    let Ok(found) = root.query_selector_all(&said!(selector, ":not([data-watched])")) else {
        return;
    };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok())
            && element.set_attribute("data-watched", "").is_ok()
        {
            observer.observe(&element);
        }
    }
}
