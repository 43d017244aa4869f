//! Compressed copies beside the files, for static hosts that send them.

use super::Staging;
use crate::{compress, project};
use anyhow::Result;
use fs_err as fs;
use rayon::prelude::*;
use std::path::Path;

/// The endings of files that get smaller; pictures are compressed already.
const COMPRESSIBLE: [&str; 11] =
    ["css", "html", "ico", "js", "json", "map", "svg", "ts", "txt", "wasm", "webmanifest"];

/// Writes the copies of every file.
pub fn write(staging: &Staging) -> Result<()> {
    let mut files = project::files(&staging.folder)?;
    files.retain(|(name, _)| COMPRESSIBLE.contains(&project::ending(name)));
    files.par_iter().with_max_len(1).try_for_each(|(_, file)| write_copies(file))
}

/// A copy that is no smaller would only make a host work.
fn write_copies(file: &Path) -> Result<()> {
    let content = fs::read(file)?;
    for (ending, copy) in [("br", compress::brotli(&content)), ("gz", compress::gzip(&content))] {
        if copy.len() < content.len() {
            fs::write(file.with_added_extension(ending), copy)?;
        }
    }
    Ok(())
}
