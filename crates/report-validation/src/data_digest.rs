//! The digest of the reports' files: whoever has the files that editors wrote can tell whether they
//! are the ones that a reader has before them. Any shell gives the same:
//!
//! ```sh
//! cd assets/reports && sha256sum */*.json | sha256sum
//! ```
//!
//! The build script of `report-bundle` tells the program, xtask writes it into `VERSION`.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// The SHA-256 over the names and the SHA-256 of every file of the reports.
///
/// # Errors
/// Those of reading the files.
pub fn digest(reports: &Path) -> io::Result<String> {
    let mut lines = Vec::new();
    for folder in fs::read_dir(reports)? {
        let folder = folder?;
        if !folder.path().is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            if file.path().extension().is_some_and(|ending| ending == "json") {
                let name =
                    format!("{}/{}", folder.file_name().display(), file.file_name().display());
                lines.push((name, hex(&fs::read(file.path())?)));
            }
        }
    }
    lines.sort();
    let list =
        lines.iter().fold(String::new(), |list, (name, digest)| list + digest + "  " + name + "\n");
    Ok(hex(list.as_bytes()))
}

/// The SHA-256 of some content, as `sha256sum` prints it.
///
/// # Panics
/// Never: writing to memory cannot fail.
#[must_use]
pub fn hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::with_capacity(64), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to memory cannot fail");
        text
    })
}
