//! The digest of the reports' files: whoever has the files that editors wrote can tell whether they
//! are the ones that a reader has before them. Any shell gives the same:
//!
//! ```sh
//! cd assets/reports && sha256sum */*.json | sha256sum
//! ```
//!
//! The library carries it, and xtask writes it into `VERSION`.

use sha2::{Digest, Sha256};
use std::env;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Names another folder of reports.
pub const VARIABLE: &str = "REPORT_WIDGET_REPORTS";

/// The folder of the reports that a build is made with, as a path from the workspace on.
#[must_use]
pub fn reports() -> PathBuf {
    env::var_os(VARIABLE).unwrap_or_else(|| "assets/reports".into()).into()
}

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
                lines.push(line(&name, &fs::read(file.path())?));
            }
        }
    }
    Ok(of(lines))
}

/// The digest of lines that [`line()`] wrote, one for each file.
#[must_use]
pub fn of(mut lines: Vec<String>) -> String {
    // Every digest has one length, so the names decide the order.
    lines.sort_by(|one, other| one[64..].cmp(&other[64..]));
    hex(lines.concat().as_bytes())
}

/// What `sha256sum` prints of a file.
#[must_use]
pub fn line(name: &str, content: &[u8]) -> String {
    hex(content) + "  " + name + "\n"
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
