//! Finding elements of the page again, and keeping the focus where it was.

use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// A field with a value: `<input>` or `<select>`.
    #[derive(Clone)]
    pub type Field;

    /// What stands in the field.
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &Field) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Field, value: &str);
}

impl Field {
    /// Writes into the field, unless it says so already: writing would move
    /// the cursor, and disturb a syllable that is being composed.
    pub fn show(&self, value: &str) {
        if self.value() != value {
            self.set_value(value);
        }
    }
}

/// The first element inside that fits.
pub fn hook(inside: &Element, selector: &str) -> Option<Element> {
    inside.query_selector(selector).ok().flatten()
}

/// All elements inside that fit, in their order.
pub fn hooks(inside: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = inside.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// How to find the focused element inside again, if it is one that leads
/// somewhere or the search field.
pub fn focused_way(inside: &Element) -> Option<String> {
    let focused = hook(inside, "[data-go]:focus, input:focus")?;
    Some(match focused.get_attribute("data-go") {
        Some(way) => said!("[data-go=\"", way, "\"]"),
        None => "input".to_owned(),
    })
}

/// Brings the focus to an element without moving the page.
pub fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Where focus is refused the page is still right.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Writes HTML into an element. If that takes the focused element away, its
/// successor gets the focus: the one that leads to the same, else the first.
pub fn rewrite(element: &Element, html: &str) {
    let way = focused_way(element);
    element.set_inner_html(html);
    if let Some(way) = way
        && let Some(next) = hook(element, &way).or_else(|| hook(element, "[data-go]"))
    {
        focus(&next);
    }
}

/// Sets or removes an attribute that is there or not.
pub fn flag(element: &Element, attribute: &str, there: bool) {
    // The names are ours, and valid.
    let _ = element.toggle_attribute_with_force(attribute, there);
}

/// Sets an attribute.
pub fn set(element: &Element, attribute: &str, value: &str) {
    // The names are ours, and valid.
    let _ = element.set_attribute(attribute, value);
}
