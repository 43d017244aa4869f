//! What readers load on demand: charts, drawn natively by the crate's own views, and the index terms.

use super::Staging;
use crate::fault::Fault;
use crate::program::Program;

/// The drawings, one file for each language, and the index terms.
pub const FILES: [&str; 3] =
    ["report-widget-charts-en.json", "report-widget-charts-ko.json", "report-widget-search.txt"];

/// Runs the crate's `on_demand`, which writes [`FILES`].
pub fn draw(staging: &Staging) -> Result<(), Fault> {
    Program::new("cargo")
        .args(["run", "--quiet", "--package", "report-widget", "--no-default-features"])
        .args(["--features", "ssr", "--bin", "on_demand", "--"])
        .arg(&staging.folder)
        .run()
}
