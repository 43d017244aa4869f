//! Bringing an element into view, and the focus to it.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Scrolls to the element of this selector, smoothly or at once, and moves the focus to its heading or
/// summary. Without a way to scroll only the focus moves.
pub fn reveal(inside: &Element, selector: &str, scroll: Option<bool>) {
    if let Ok(Some(element)) = inside.query_selector(selector) {
        bring(&element, scroll);
    }
}

/// Scrolls to the first of the cards found.
pub fn reveal_results(inside: &Element, smooth: bool) {
    if let Ok(Some(section)) = inside.query_selector(".results section:not([hidden])") {
        bring(&section, Some(smooth));
    }
}

fn bring(element: &Element, scroll: Option<bool>) {
    if let Some(smooth) = scroll {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(if smooth { ScrollBehavior::Smooth } else { ScrollBehavior::Auto });
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    if let Ok(Some(target)) = element.query_selector("summary, [tabindex]")
        && let Ok(target) = target.dyn_into::<HtmlElement>()
    {
        let focus = FocusOptions::new();
        focus.set_prevent_scroll(true);
        // Where focus is refused the element is still in view.
        let _ = target.focus_with_options(&focus);
    }
}
