//! Whether two builds of one commit are the same, byte by byte: `dist/`, and what the same sources
//! give in another folder, at another time.
//!
//! The other folder is one of the same machine, with the same tools: this proves that neither the
//! folder nor the clock gets into the output, and nothing about other systems. What was compiled
//! there for an earlier comparison is used again, as far as Cargo finds that it has not changed.

use crate::verify::differences;
use crate::{fingerprint, project, trunk};
use anyhow::{Result, ensure};
use xshell::Shell;

/// Builds elsewhere, and names every file that is another.
pub fn run(shell: &Shell) -> Result<()> {
    let elsewhere = project::root().join("target/reproducible");
    let sources = elsewhere.join("another-folder");
    project::remove(&sources)?;
    // The sources alone, as a fresh checkout has them.
    for source in fingerprint::SOURCES {
        project::copy(&project::root().join(source), &sources.join(source))?;
    }
    trunk::build_elsewhere(shell, &sources, &elsewhere.join("target"))?;
    let differing = differences(&project::dist(), &sources.join("dist"))?;
    ensure!(differing.is_empty(), "built in another folder: {}", differing.join(", "));
    Ok(())
}
