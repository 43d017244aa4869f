//! The place of a chart. Charts are drawn when the bundle is built, and loaded when the reader
//! opens what has one.

use std::cell::RefCell;

use leptos::prelude::*;

use super::host::host;
use crate::view::{BoxedView, Dynamic, IntoBoxed, follow, hook, with_element};

/// A place for the charts of one thing.
#[component]
pub fn ChartSlot(
    /// What the charts belong to: a card's id, the id of a headline's trace, or `timeline`.
    id: String,
    /// Whether what has the charts is open.
    open: Dynamic<bool>,
) -> BoxedView {
    let host = host();
    let waiting = RefCell::new(Some((id, open)));
    let load = hook(move |element| {
        let (Some((id, mut open)), Some(host)) = (waiting.take(), host) else { return };
        let mut is_placed = false;
        follow(move || {
            if !is_placed && open() {
                is_placed = true;
                if let Some(host) = host.get() {
                    host.place_charts(&element, &id);
                }
            }
        });
    });
    view! { <div class="chart-slot" use:with_element=load></div> }.boxed()
}

/// The drawn charts follow these years, which are chosen as filters.
#[component]
pub fn TimelineSlot(
    /// Whether the timeline is open.
    open: Dynamic<bool>,
    /// The years chosen, separated by spaces.
    years: Dynamic<String>,
) -> BoxedView {
    view! { <div class="timeline-slot" data-years=years><ChartSlot id="timeline".to_owned() open/></div> }
        .boxed()
}
