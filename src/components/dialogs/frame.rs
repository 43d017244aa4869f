//! The frame of a dialog: a heading, a button that closes it, its content, and a message.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent};

use crate::i18n::Message;
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, derive, hook, on_event, with_element};

/// Space between a dialog and the edge of its window, in pixels.
const EDGE: f64 = 8.0;

/// A modal dialog. It opens when it is put into the page, and gives the focus back when it closes.
#[component]
pub fn DialogFrame(
    store: Store,
    /// Class of the dialog, and the beginning of the id of its title.
    class: &'static str,
    /// Its title.
    title: &'static str,
    /// What stands in it.
    content: BoxedView,
) -> BoxedView {
    let lang = store.current_lang();
    let id = format!("{class}-title");
    let message = move || {
        let message = store.ui.read().dialog.as_ref().and_then(|dialog| dialog.message);
        message.map_or("", |message| message.get(lang))
    };
    view! {
        <dialog
            class=format!("widget dialog {class}")
            lang=lang.tag()
            aria-labelledby=id.clone()
            closedby="any"
            on:close=on_event(move |_| store.dispatch(Action::CloseDialog))
            use:with_element=hook(show_modal)
        >
            <header>
                <h2 id=id.clone()>{title}</h2>
                <button type="button" class="close" on:click=close_dialog()>{Message::Close.get(lang)}</button>
            </header>
            {content}
            <p role="status">{derive(message)}</p>
        </dialog>
    }
    .built()
}

/// A listener that closes the dialog around what was pressed.
fn close_dialog() -> Box<dyn FnMut(MouseEvent)> {
    Box::new(|event| {
        let dialog = event_target::<Element>(&event).closest("dialog").ok().flatten();
        if let Some(dialog) = dialog.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
            dialog.close();
        }
    })
}

/// Shows a dialog once it is in the page, with the focus on its first control.
fn show_modal(dialog: Element) {
    let dialog: HtmlDialogElement = dialog.unchecked_into();
    request_animation_frame(move || {
        let opener = focused(&dialog);
        if !dialog.is_connected() || dialog.show_modal().is_err() {
            return;
        }
        if let Some(opener) = opener {
            place_near(&dialog, &opener);
        }
        let control = dialog.query_selector("[data-take], [data-snippet], .screens").ok().flatten();
        if let Some(control) = control.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // Where focus is refused the dialog is still open.
            let _ = control.focus();
        }
    });
}

/// The element that has the focus in the widget.
fn focused(dialog: &HtmlDialogElement) -> Option<Element> {
    let root = dialog.get_root_node();
    let root = root.dyn_ref::<web_sys::ShadowRoot>()?;
    root.active_element()
}

/// In an iframe as high as its content the middle of the window may be far from the button that was
/// pressed: the dialog opens beside it.
fn place_near(dialog: &HtmlDialogElement, opener: &Element) {
    let Some(window) = web_sys::window() else { return };
    let is_framed = window.parent().ok().flatten().is_none_or(|parent| parent != window);
    let Some(height) = window.inner_height().ok().and_then(|height| height.as_f64()) else {
        return;
    };
    if !is_framed {
        return;
    }
    let button = opener.get_bounding_client_rect();
    let own = f64::from(dialog.offset_height());
    let beside = button.top() + (button.height() - own) / 2.0;
    #[allow(clippy::cast_possible_truncation, reason = "a place in a window, in whole pixels")]
    let top = beside.min(height - own - EDGE).max(EDGE) as i32;
    // A style set by a program is no inline style; where it is refused the dialog is in the middle.
    let _ = HtmlElement::style(dialog).set_property("margin-block-start", &format!("{top}px"));
}
