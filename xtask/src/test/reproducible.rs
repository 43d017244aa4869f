//! Whether two builds of one commit are the same, byte by byte: `dist/`, and what the same sources
//! give in another folder, at another time.
//!
//! The other folder is one of the same machine, with the same tools: this proves that neither the
//! folder nor the clock gets into the output, and nothing about other systems. What was compiled
//! there for an earlier comparison is used again, as far as Cargo finds that it has not changed.
//!
//! wasm-bindgen would write into the program which of its builds it is, and ready-made and compiled it
//! is another one: the program may not name the tools that made it, so `function-order` drops that.

use crate::verify::differences;
use crate::{fingerprint, project, trunk};
use anyhow::{Result, ensure};
use fs_err as fs;
use std::collections::BTreeMap;
use std::path::Path;
use xshell::Shell;

/// What the section that names tools holds.
const TOOLS: &[u8] = b"processed-by";

/// Builds elsewhere, and names every file that is another.
pub fn run(shell: &Shell) -> Result<()> {
    let program = fs::read(project::dist().join("report-widget_bg.wasm"))?;
    let names_tools = program.windows(TOOLS.len()).any(|bytes| bytes == TOOLS);
    ensure!(!names_tools, "the program names the tools that made it");
    let elsewhere = project::root().join("target/reproducible");
    let sources = elsewhere.join("another-folder");
    project::remove(&sources.join("dist"))?;
    bring(&sources)?;
    trunk::build_elsewhere(shell, &sources, &elsewhere.join("target"))?;
    let differing = differences(&project::dist(), &sources.join("dist"))?;
    ensure!(differing.is_empty(), "built in another folder: {}", differing.join(", "));
    Ok(())
}

/// Makes a folder hold the sources alone, as a fresh checkout has them. What is the same there already
/// keeps its time, by which Cargo knows what has changed.
fn bring(folder: &Path) -> Result<()> {
    let mut wanted = BTreeMap::new();
    for source in fingerprint::SOURCES {
        for (name, file) in project::files(&project::root().join(source))? {
            wanted.insert(folder.join(Path::new(source).join(name).components().as_path()), file);
        }
    }
    if folder.exists() {
        for (_, place) in project::files(folder)? {
            if !wanted.contains_key(&place) {
                fs::remove_file(place)?;
            }
        }
    }
    for (place, file) in wanted {
        if fs::read(&place).ok() != Some(fs::read(&file)?) {
            project::copy(&file, &place)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_folder_has_the_sources_alone_and_what_has_not_changed_keeps_its_time() {
        let shell = project::shell().unwrap();
        let place = shell.create_temp_dir().unwrap();
        let folder = place.path();
        bring(folder).unwrap();
        let [same, changed, other] =
            ["Cargo.toml", "src/lib.rs", "xtask/old.rs"].map(|name| folder.join(name));
        let time = |file: &Path| fs::metadata(file).unwrap().modified().unwrap();
        let before = time(&same);
        shell.write_file(&changed, "changed").unwrap();
        shell.write_file(&other, "of an older version").unwrap();
        bring(folder).unwrap();
        assert_eq!(time(&same), before);
        for source in fingerprint::SOURCES {
            let [here, there] = [project::root(), folder].map(|folder| folder.join(source));
            let is_same = if here.is_dir() {
                differences(&here, &there).unwrap().is_empty()
            } else {
                fs::read(&here).unwrap() == fs::read(&there).unwrap()
            };
            assert!(is_same, "{source}");
        }
    }
}
