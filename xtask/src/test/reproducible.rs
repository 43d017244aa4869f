//! Whether two builds of one commit are the same, byte by byte: `dist/`, and what the same sources
//! give in another folder, at another time.
//!
//! The other folder is one of the same machine, with the same tools: this proves that neither the
//! folder nor the clock gets into the output, and nothing about other systems. What was compiled
//! there for an earlier comparison is used again, as far as Cargo finds that it has not changed.

use crate::fault::Fault;
use crate::fingerprint;
use crate::project;
use crate::setup::Toolbox;
use crate::trunk;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds elsewhere, and names every file that is another.
pub fn run(tools: &Toolbox) -> Result<(), Fault> {
    let elsewhere = project::root().join("target/reproducible");
    let sources = elsewhere.join("another-folder");
    copy_sources(&sources)?;
    trunk::build_elsewhere(tools, &sources, &elsewhere.join("target"))?;
    let differing = differing(&project::dist(), &sources.join("dist"))?;
    if differing.is_empty() {
        return Ok(());
    }
    Err(Fault::Found(format!("built in another folder, these differ: {}", differing.join(", "))))
}

/// The sources alone, as a fresh checkout has them.
fn copy_sources(to: &Path) -> Result<(), Fault> {
    if to.exists() {
        fs::remove_dir_all(to).map_err(Fault::file(to))?;
    }
    for source in fingerprint::SOURCES {
        let source = project::root().join(source);
        let files = if source.is_dir() { project::files(&source)? } else { vec![source] };
        for file in files {
            let copy = to.join(file.strip_prefix(project::root()).unwrap_or(&file));
            if let Some(folder) = copy.parent() {
                fs::create_dir_all(folder).map_err(Fault::file(folder))?;
            }
            fs::copy(&file, &copy).map_err(Fault::file(&file))?;
        }
    }
    Ok(())
}

/// The names of files that only one folder has, or that differ.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>, Fault> {
    let mut names = BTreeSet::new();
    for folder in [one, other] {
        for file in project::files(folder)? {
            names.insert(file.strip_prefix(folder).map(Path::to_owned).unwrap_or(file));
        }
    }
    let is_same = |name: &PathBuf| {
        let read = |folder: &Path| fs::read(folder.join(name)).ok();
        read(one).is_some_and(|content| read(other) == Some(content))
    };
    names.retain(|name| !is_same(name));
    Ok(names.into_iter().map(|name| name.display().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_differs_and_what_only_one_has() {
        let place = std::env::temp_dir().join(format!("xtask-same-{}", std::process::id()));
        let (one, other) = (place.join("one"), place.join("other"));
        for (folder, files) in [
            (&one, [("same", "a"), ("in/changed", "a"), ("lost", "a")]),
            (&other, [("same", "a"), ("in/changed", "b"), ("new", "a")]),
        ] {
            fs::create_dir_all(folder.join("in")).unwrap();
            for (name, content) in files {
                fs::write(folder.join(name), content).unwrap();
            }
        }
        assert_eq!(differing(&one, &other).unwrap(), ["in/changed", "lost", "new"]);
        assert!(differing(&one, &one).unwrap().is_empty());
        fs::remove_dir_all(place).unwrap();
    }
}
