//! Measuring: how fast searching is, what readers wait for, and what running digits cost - at
//! sizes far past our own reports.
//!
//! Reports are generated here and built like any other, apart from `dist/` and `target/`. Figures
//! are printed and never fail: they depend on the machine, and on who else works on it. What
//! holds on every machine is the growth from size to size, taken within one run.

mod beside;
mod load;
mod measure;
mod order;
pub mod page;
mod pages;
mod samples;
mod statistics;
mod table;

pub use order::Order;

use crate::fault::Fault;
use crate::setup::{self, Need};
use crate::trunk;
use order::Part;

/// Measures what was ordered, or builds the page to be kept.
pub fn run(order: &Order) -> Result<(), Fault> {
    if let Some((folder, cards)) = order.kept() {
        let tools = setup::all(trunk::NEEDS)?;
        return page::keep(&tools, cards, folder);
    }
    let mut needs = vec![Need::Crates, Need::Node];
    if order.has(Part::Browser) || order.has(Part::Counters) {
        needs.extend(trunk::NEEDS);
        needs.extend([Need::NodePackages, Need::Chromium, Need::Chromedriver, Need::KoreanFonts]);
    }
    if Part::OF_PAGES.into_iter().any(|part| order.has(part)) {
        needs.extend([Need::Node, Need::NodePackages]);
        needs.extend([Need::Chromium, Need::Chromedriver, Need::KoreanFonts]);
    }
    if order.has(Part::Engines) {
        needs.extend([Need::Node, Need::NodePackages]);
    }
    if order.has(Part::Lighthouse) {
        needs.extend([Need::Node, Need::Lighthouse, Need::Chromium, Need::KoreanFonts]);
    }
    let tools = setup::all(needs)?;
    load::tell();
    let pages = pages::Pages::open(&tools, order)?;
    for part in Part::ALL.into_iter().filter(|part| order.has(*part)) {
        match part {
            Part::Search => measure::search(&tools, &order.cards())?,
            Part::Engines => measure::engines(&tools, &order.cards())?,
            Part::Browser => measure::browser(&tools, &order.cards())?,
            Part::Counters => measure::counters(&tools)?,
            Part::Startup => pages.startup(&tools)?,
            Part::Filter => pages.filter(&tools)?,
            Part::Usable => pages.usable(&tools)?,
            // A column of its own in the tables of the three.
            Part::Peers => {}
            Part::Lighthouse => measure::lighthouse(&tools)?,
        }
    }
    load::tell();
    Ok(())
}
