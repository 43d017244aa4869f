//! Drift: a generated file that is no longer what its generator writes.
//!
//! A file is compared before and after its generator ran, not with what is committed, so that the
//! stage also passes while someone is still at work, and in a checkout without Git.

use crate::fault::Fault;
use crate::project;
use crate::setup::Toolbox;
use std::fs;
use std::path::Path;

/// Tells a generator that is a test to write its file instead of comparing it.
const WRITE: &str = "WRITE_GENERATED";

/// Every generated file of the project, and the Cargo command that writes it when [`WRITE`] is
/// set. A new one is a new line.
const GENERATED: [(&str, &str); 1] = [(
    "assets/reports/report.schema.json",
    "test --quiet -p report-widget --no-default-features --features schema schema_is_up_to_date",
)];

/// Runs every generator, and fails when it changed a file; the new file stays, to be looked at.
pub fn run(tools: &Toolbox) -> Result<(), Fault> {
    let mut drifted = Vec::new();
    for (file, generator) in GENERATED {
        let place = project::root().join(file);
        let before = fs::read(&place).ok();
        write_anew(&place, || {
            tools.program("cargo").args(generator.split(' ')).with(WRITE, "1").run()
        })?;
        if before != fs::read(&place).ok() {
            drifted.push(file);
        }
    }
    if drifted.is_empty() {
        return Ok(());
    }
    Err(Fault::Found(format!(
        "{} was out of date and has been written anew; look at it and commit it",
        drifted.join(", ")
    )))
}

/// Runs a generator and makes sure that it wrote: Cargo is content with a test that does not exist.
fn write_anew(place: &Path, generate: impl FnOnce() -> Result<(), Fault>) -> Result<(), Fault> {
    let written = || fs::metadata(place).and_then(|about| about.modified()).ok();
    let before = written();
    generate()?;
    if written() == before {
        return Err(Fault::content(place, "its generator did not write it"));
    }
    Ok(())
}
