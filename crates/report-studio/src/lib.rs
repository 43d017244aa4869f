//! The studio: a page on which a report team drops workbooks, sees what is wrong with them and how the
//! reports look, and downloads the bundle. Nothing leaves the browser.
//!
//! The page is a Leptos program; a worker does the work (`page/worker.js`, `report-authoring`).

mod download;
mod intake;
mod messages;
mod state;
mod view;
mod words;
mod worker;

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the studio in the page.
#[wasm_bindgen(start)]
pub fn start() {
    leptos::mount::mount_to_body(view::App);
}
