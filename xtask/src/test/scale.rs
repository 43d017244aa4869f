//! A report of thousands of cards, generated as the measurements do, read in a browser.
//!
//! Our own reports are so small that most of what a large one needs never runs in them: drawing
//! more as one scrolls, beginning in the middle, finding among thousands.

use super::browser;
use crate::bench::page;
use crate::fault::Fault;
use crate::setup::Toolbox;

/// Many times what a page draws at once.
const CARDS: usize = 2_000;

/// Builds the page, and runs every `tests/scale/*.test.mjs` in Chromium.
pub fn run(tools: &Toolbox) -> Result<(), Fault> {
    let page = page::build(tools, CARDS)?;
    let node =
        browser::node(tools, browser::CHROMIUM).with("REPORT_WIDGET_CARDS", CARDS.to_string());
    browser::visit(&page, node, &browser::test_files("scale")?)
}
