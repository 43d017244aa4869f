//! Drift: a generated file that is no longer what its generator writes.
//!
//! A file is compared before and after its generator ran, not with what is committed, so that the
//! stage also passes while someone is still at work, and in a checkout without Git.

use crate::project;
use anyhow::{Result, bail, ensure};
use fs_err as fs;
use std::time::SystemTime;
use xshell::Shell;

/// Tells a generator that is a test to write its file instead of comparing it.
pub const WRITE: &str = "WRITE_GENERATED";

/// A generator: a command, and the files that it writes when [`WRITE`] is set.
struct Generator {
    program: &'static str,
    arguments: &'static str,
    files: &'static [&'static str],
}

/// Every generator of the project. A new one is a new entry.
const GENERATORS: [Generator; 3] = [
    Generator {
        program: "cargo",
        arguments: "test --quiet -p report-widget --no-default-features --features schema \
                    schema_is_up_to_date",
        files: &["assets/reports/report.schema.json"],
    },
    Generator {
        program: "node",
        arguments: "tests/contract/write.mjs",
        files: &[
            "assets/custom-elements.json",
            "assets/report-widget.d.ts",
            "README.md",
            "docs/embedding.md",
        ],
    },
    // The pictures themselves are drawn only where they are not those of their drawings.
    Generator {
        program: "node",
        arguments: "tests/share/write.mjs",
        files: &[
            "assets/share/story-2021-en.svg",
            "assets/share/story-2021-ko.svg",
            "assets/share/white-paper-2022-en.svg",
            "assets/share/white-paper-2022-ko.svg",
        ],
    },
];

/// Runs every generator, and fails when one changed a file; the new file stays, to be looked at.
pub fn run(shell: &Shell) -> Result<()> {
    let mut drifted = Vec::new();
    for generator in &GENERATORS {
        drifted.extend(generator.write_anew(shell)?);
    }
    if drifted.is_empty() {
        return Ok(());
    }
    let files = drifted.join(", ");
    bail!("{files} was out of date and has been written anew; look at it and commit it")
}

impl Generator {
    /// Runs it, and gives the files that were not what it writes.
    ///
    /// It has to have written each: Cargo is content with a test that does not exist.
    fn write_anew(&self, shell: &Shell) -> Result<Vec<&'static str>> {
        let before: Vec<_> = self.files.iter().map(|file| (content(file), written(file))).collect();
        shell.cmd(self.program).args(self.arguments.split(' ')).quiet().env(WRITE, "1").run()?;
        let mut drifted = Vec::new();
        for (file, (content_before, written_before)) in self.files.iter().zip(before) {
            ensure!(written(file) != written_before, "{file}: its generator did not write it");
            if content(file) != content_before {
                drifted.push(*file);
            }
        }
        Ok(drifted)
    }
}

fn content(file: &str) -> Option<Vec<u8>> {
    fs::read(project::root().join(file)).ok()
}

fn written(file: &str) -> Option<SystemTime> {
    fs::metadata(project::root().join(file)).and_then(|about| about.modified()).ok()
}
