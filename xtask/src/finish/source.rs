//! What the crates themselves write, natively: the joined style sheet, and the bundle.

#[path = "../../../src/styles.rs"]
mod styles;

use super::Staging;
use crate::project;
use anyhow::Result;
use report_bundler::names;
use report_validation::{FIRST, data_digest, folders};
use xshell::cmd;

/// Joins the sheets that stand beside the components.
pub fn write_styles(staging: &Staging) -> Result<()> {
    let src = project::root().join("src");
    staging.write(names::SHEET, styles::first(&src)? + &styles::later(&src)?)
}

/// Runs the command `report-widget`, without a template of its own, on the staging folder. It compiles
/// in the quick profile, with Leptos' `ssr`: a minute, and next to nothing when repeated.
pub fn bundle(staging: &Staging) -> Result<()> {
    let shell = project::shell()?;
    let reports = data_digest::reports();
    let names = folders(&project::root().join(&reports), FIRST)?;
    let inputs = names.into_iter().map(|folder| reports.join(folder.name));
    let profile = staging.profile.to_string();
    let folder = &staging.folder;
    let cargo = cmd!(shell, "cargo run --quiet --package report-cli --no-default-features --");
    let build = cargo.args(["build", "--profile", &profile]).args(inputs);
    Ok(build.arg("--template").arg(folder).arg("--out").arg(folder).quiet().run()?)
}
