//! Whether two builds of one commit are the same, byte by byte: `dist/`, and what the same sources
//! give in another folder, at another time.
//!
//! The other folder is one of the same machine, with the same tools: this proves that neither the
//! folder nor the clock gets into the output, and nothing about other systems. What was compiled
//! there for an earlier comparison is used again, as far as Cargo finds that it has not changed.

use crate::{fingerprint, project, trunk};
use anyhow::{Result, ensure};
use fs_err as fs;
use std::collections::BTreeSet;
use std::path::Path;
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
    let differing = differing(&project::dist(), &sources.join("dist"))?;
    ensure!(
        differing.is_empty(),
        "built in another folder, these differ: {}",
        differing.join(", ")
    );
    Ok(())
}

/// The names of files that only one folder has, or that differ.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let mut names = BTreeSet::new();
    for folder in [one, other] {
        names.extend(project::files(folder)?.into_iter().map(|(name, _)| name));
    }
    let is_same = |name: &String| {
        let read = |folder: &Path| fs::read(folder.join(name)).ok();
        read(one).is_some_and(|content| read(other) == Some(content))
    };
    names.retain(|name| !is_same(name));
    Ok(names.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_differs_and_what_only_one_has() {
        let shell = Shell::new().unwrap();
        let place = shell.create_temp_dir().unwrap();
        shell.change_dir(place.path());
        for (name, content) in [
            ("one/same", "a"),
            ("one/in/changed", "a"),
            ("one/lost", "a"),
            ("other/same", "a"),
            ("other/in/changed", "b"),
            ("other/new", "a"),
        ] {
            shell.write_file(name, content).unwrap();
        }
        let (one, other) = (place.path().join("one"), place.path().join("other"));
        assert_eq!(differing(&one, &other).unwrap(), ["in/changed", "lost", "new"]);
        assert!(differing(&one, &one).unwrap().is_empty());
    }
}
