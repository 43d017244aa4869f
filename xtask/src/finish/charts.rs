//! Charts: the crate's own views draw them, natively, into files that readers load when they open
//! what has one.

use super::Staging;
use crate::fault::Fault;
use crate::program::Program;

/// The drawings, one file for each language.
pub const FILES: [&str; 2] = ["report-widget-charts-en.json", "report-widget-charts-ko.json"];

/// Runs the crate's `charts`, which writes [`FILES`].
pub fn draw(staging: &Staging) -> Result<(), Fault> {
    Program::new("cargo")
        .args(["run", "--quiet", "--package", "report-widget", "--no-default-features"])
        .args(["--features", "ssr", "--bin", "charts", "--"])
        .arg(&staging.folder)
        .run()
}
