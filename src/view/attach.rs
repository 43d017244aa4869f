//! Making a view live in an element.

use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, PositionState};
use web_sys::Element;

use super::{BoxedState, BoxedView};

/// Makes a view live in an element: hydrates what stands there, or else builds it.
#[must_use = "the view lives as long as its state"]
pub fn attach(element: &Element, view: BoxedView) -> BoxedState {
    if element.first_element_child().is_some() {
        let cursor = Cursor::new(element.clone());
        return view.make(Some((&cursor, &PositionState::default())));
    }
    let mut state = view.build();
    state.mount(element, None);
    state
}
