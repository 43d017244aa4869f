//! A folder in memory and on the disk.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fs_err as fs;
use report_bundler::{Files, names};
use walkdir::WalkDir;

/// Every file below a folder.
pub fn read(folder: &Path) -> Result<Files> {
    if !folder.is_dir() {
        bail!("{} is no folder", folder.display());
    }
    let mut files = Files::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(files)
}

/// Makes the folder hold exactly these files.
pub fn write(folder: &Path, files: &Files) -> Result<()> {
    for (name, content) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().context("a file stands in a folder")?)?;
        fs::write(file, content)?;
    }
    for entry in WalkDir::new(folder).contents_first(true).min_depth(1) {
        let entry = entry?;
        let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let is_empty = || entry.path().read_dir().is_ok_and(|mut inside| inside.next().is_none());
        if entry.file_type().is_dir() {
            if is_empty() {
                fs::remove_dir(entry.path())?;
            }
        } else if !files.contains_key(&name) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Refuses a folder with files that no bundle of ours has brought there, or with what is to be read:
/// they would be lost.
pub fn refuse_loss<'a>(folder: &Path, inputs: impl Iterator<Item = &'a PathBuf>) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let is_empty = fs::read_dir(folder)?.next().is_none();
    if !is_empty && !folder.join(names::VERSION).is_file() {
        bail!(
            "{} holds other files, which would be lost; choose an empty or a new folder",
            folder.display()
        );
    }
    let place = fs::canonicalize(folder)?;
    for input in inputs {
        if fs::canonicalize(input).is_ok_and(|input| input.starts_with(&place)) {
            bail!(
                "{} is in the folder {} and would be lost; choose another folder",
                input.display(),
                folder.display()
            );
        }
    }
    Ok(())
}
