//! The pages that need no program: the components write them, natively.

use super::Staging;
use crate::fault::Fault;
use crate::program::Program;

/// Runs the crate's `prerender`, which takes the page as its template and writes it anew. It
/// compiles in the quick profile, with Leptos' `ssr`: seconds, and next to nothing when repeated.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    Program::new("cargo")
        .args(["run", "--quiet", "--package", "report-widget", "--no-default-features"])
        .args(["--features", "ssr", "--bin", "prerender", "--"])
        .arg(staging.folder.join("index.html"))
        .arg(&staging.folder)
        .run()
}
