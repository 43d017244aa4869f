//! What a reader sees, one component a file, with its style sheet beside it.
//!
//! Components show the store and dispatch actions; they compute nothing. Data of a report is
//! `&'static` and comes as a plain prop.

#![allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    reason = "components are called by `view!`, which uses their views and gives props away"
)]

mod app;
mod card;
mod chart_slot;
mod chips;
mod citation;
mod compare_bar;
mod controls;
mod corrections;
mod counter;
mod dates;
pub mod details;
pub mod dialogs;
mod discrepancies;
mod errata;
mod figure;
mod filters;
mod footer;
mod frameworks;
mod headline;
mod hero;
pub mod host;
mod links;
mod notice;
mod part_head;
mod part_nav;
mod proportion;
mod result_status;
mod results;
mod search_box;
mod sort_menu;
mod source_notes;
mod tally;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod timeline;
mod topbar;
mod trace;

pub use app::{App, AppProps};
pub use links::ReportPages;
