//! What the crate itself writes, natively: charts and index terms, prerendered pages, and the joined
//! style sheet.

#[path = "../../../src/styles.rs"]
mod styles;

use super::Staging;
use crate::project;
use anyhow::Result;
use xshell::cmd;

/// What readers load on demand: the charts, one file for each language, when they open what has one;
/// the index terms when they are about to search.
pub const ON_DEMAND: [&str; 3] =
    ["report-widget-charts-en.json", "report-widget-charts-ko.json", "report-widget-search.txt"];

/// The style sheet, which the element fetches while the program loads.
pub const SHEET: &str = "report-widget.css";

/// Runs the crate's `on_demand`, which writes [`ON_DEMAND`].
pub fn write_on_demand(staging: &Staging) -> Result<()> {
    run("on_demand", &[staging.folder.as_os_str()])
}

/// Generated reports have no index terms; the element asks for the file all the same.
pub fn write_no_terms(staging: &Staging) -> Result<()> {
    staging.write(ON_DEMAND[2], "")
}

/// Runs the crate's `prerender`, which takes the page as its template and writes it anew. It
/// compiles in the quick profile, with Leptos' `ssr`: seconds, and next to nothing when repeated.
pub fn prerender(staging: &Staging) -> Result<()> {
    run("prerender", &[staging.folder.join("index.html").as_os_str(), staging.folder.as_os_str()])
}

/// Joins the sheets that stand beside the components.
pub fn write_styles(staging: &Staging) -> Result<()> {
    let src = project::root().join("src");
    staging.write(SHEET, styles::joined(&src)? + &styles::printed(&src)?)
}

fn run(program: &str, arguments: &[&std::ffi::OsStr]) -> Result<()> {
    let shell = project::shell()?;
    let features = ["--no-default-features", "--features", "ssr"];
    cmd!(shell, "cargo run --quiet --package report-widget {features...} --bin {program} --")
        .quiet()
        .args(arguments)
        .run()?;
    Ok(())
}
