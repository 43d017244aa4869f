//! Controls that several components share.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::view::{BoxedView, Dynamic, Handler, IntoBoxed, derive, on_click};

/// A button that does one thing.
#[component]
pub fn Button(
    /// Its class.
    class: &'static str,
    /// Its label.
    text: &'static str,
    /// What pressing it does.
    press: Handler,
) -> BoxedView {
    view! { <button type="button" class=class on:click=on_click(press)>{text}</button> }.boxed()
}

/// A button that is pressed or not.
#[component]
pub fn Toggle(
    /// Its class.
    class: &'static str,
    /// Its label.
    text: Dynamic<String>,
    /// Whether it is pressed.
    pressed: Dynamic<bool>,
    /// What pressing it does.
    press: Handler,
) -> BoxedView {
    view! {
        <button type="button" class=class aria-pressed=aria(pressed) on:click=on_click(press)>
            {text}
        </button>
    }
    .boxed()
}

/// A chip that goes when it is pressed.
#[component]
pub fn Chip(
    /// What it stands for.
    text: String,
    /// Its name for screen readers, which says that pressing it removes something.
    label: String,
    /// What pressing it does.
    press: Handler,
) -> BoxedView {
    view! {
        <li>
            <button type="button" class="chip" aria-label=label on:click=on_click(press)>
                {text}
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"></path></svg>
            </button>
        </li>
    }
    .built()
}

/// A way to other cards, in a list of such ways.
#[component]
pub fn Offer(
    /// What is offered.
    text: String,
    /// How many cards it gives.
    cards: String,
    /// What pressing it does.
    press: Handler,
) -> BoxedView {
    view! {
        <li>
            <button type="button" class="chip" on:click=on_click(press)>
                {text + " "}
                <span class="n">{cards}</span>
            </button>
        </li>
    }
    .built()
}

/// The value of `aria-pressed`.
pub fn aria(mut pressed: Dynamic<bool>) -> Dynamic<&'static str> {
    derive(move || if pressed() { "true" } else { "false" })
}

/// The key that was pressed; nothing where it is a shortcut of the browser, such as "back".
pub fn plain_key(event: &KeyboardEvent) -> String {
    if event.alt_key() || event.meta_key() { String::new() } else { event.key() }
}
