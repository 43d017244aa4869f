//! The style sheets that stand beside the views, as one: for pages prepared by
//! the build, and for the file that the program's page loads.
//!
//! Only the build and its tools compile this.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// Joins the sheets of a folder in alphabetical order (`00-base.css` first),
/// without comments and needless whitespace. A space after a sign of the
/// language is written `\20` where a text needs it.
///
/// # Errors
/// Those of reading the files, and a comment without an end.
pub fn joined(views: &Path) -> Result<String> {
    let mut sheets: Vec<PathBuf> = fs::read_dir(views)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    sheets.sort();
    let mut joined = String::new();
    for sheet in sheets {
        joined.push_str(&fs::read_to_string(sheet)?);
    }
    while let Some(from) = joined.find("/*") {
        let to = joined[from..].find("*/").ok_or_else(|| {
            Error::new(ErrorKind::InvalidData, "a comment in a style sheet has no end")
        })?;
        joined.replace_range(from..from + to + 2, "");
    }
    Ok(tight(&joined))
}

/// Joins the sheets for paper, which stand in a folder of their own.
///
/// # Errors
/// Those of [`joined`].
pub fn printed(views: &Path) -> Result<String> {
    joined(&views.join("print"))
}

/// A style sheet without the whitespace that means nothing.
fn tight(sheet: &str) -> String {
    let mut out = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["{", "}", ";", ","] {
        out = out.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    // A colon may begin a selector, so only what follows a property's is dropped.
    out.replace(": ", ":").replace(";}", "}")
}
