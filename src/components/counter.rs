//! A number whose digits may run when it is first seen. The exact number is its text from the
//! first paint; running digits are decoration over it.

use leptos::prelude::*;

use super::host::{HostHandle, host};
use crate::html;
use crate::report::{Figure, Lang};
use crate::view::{BoxedView, IntoBoxed, hook, lazy_html, with_element};

/// A number that may run up once.
#[component]
pub fn Counter(
    /// The figure.
    figure: &'static Figure,
    lang: Lang,
) -> BoxedView {
    let host = host();
    view! {
        <span
            class="number counter"
            part="counter"
            role="text"
            inner_html=lazy_html(move || html::value(figure, lang))
            use:with_element=hook(move |element| {
                if let Some(host) = host.and_then(HostHandle::get) {
                    host.observe_counter(&element);
                }
            })
        ></span>
    }
    .boxed()
}

/// A number with what it counts, in a summary.
#[component]
pub fn Counted(
    /// The figure.
    figure: &'static Figure,
    lang: Lang,
) -> BoxedView {
    view! {
        <span class="main">
            <span class="label" inner_html=lazy_html(move || html::mixed(figure.label.get(lang), lang))></span>
            <span class="value"><Counter figure lang/></span>
        </span>
    }
    .boxed()
}
