//! What the crates themselves write, natively: the reports in the program, charts and index terms,
//! prerendered pages, and the joined style sheet.

#[path = "../../../src/styles.rs"]
mod styles;

use super::Staging;
use super::modules::CODE;
use crate::project;
use anyhow::Result;
use xshell::cmd;

/// What readers load on demand: the charts, one file for each language, when they open what has one;
/// the index terms when they are about to search.
pub const ON_DEMAND: [&str; 3] =
    ["report-widget-charts-en.json", "report-widget-charts-ko.json", "report-widget-search.txt"];

/// The style sheet, which the element fetches while the program loads.
pub const SHEET: &str = "report-widget.css";

/// The crate, to be run natively.
const SSR: &str = "--package report-widget --no-default-features --features ssr";

/// Puts the packed reports into the program, which was compiled without any.
pub fn attach_reports(staging: &Staging) -> Result<()> {
    run("--package report-bundle", "attach_reports", &[staging.folder.join(CODE).as_ref()])
}

/// Runs the crate's `on_demand`, which writes [`ON_DEMAND`].
pub fn write_on_demand(staging: &Staging) -> Result<()> {
    run(SSR, "on_demand", &[staging.folder.as_ref()])
}

/// Generated reports have no index terms; the element asks for the file all the same.
pub fn write_no_terms(staging: &Staging) -> Result<()> {
    staging.write(ON_DEMAND[2], "")
}

/// Runs the crate's `prerender`, which takes the page as its template and writes it anew. It
/// compiles in the quick profile, with Leptos' `ssr`: seconds, and next to nothing when repeated.
pub fn prerender(staging: &Staging) -> Result<()> {
    run(SSR, "prerender", &[staging.folder.join("index.html").as_ref(), staging.folder.as_ref()])
}

/// Joins the sheets that stand beside the components.
pub fn write_styles(staging: &Staging) -> Result<()> {
    let src = project::root().join("src");
    staging.write(SHEET, styles::joined(&src)? + &styles::printed(&src)?)
}

fn run(package: &str, program: &str, arguments: &[&std::ffi::OsStr]) -> Result<()> {
    let (shell, package) = (project::shell()?, package.split(' '));
    let run = cmd!(shell, "cargo run --quiet {package...} --bin {program} -- {arguments...}");
    Ok(run.quiet().run()?)
}
