//! The style sheets that stand beside the components, as one: for pages prepared by the build, and
//! for the file that the program's page loads.
//!
//! Only the build and its tools compile this.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// The sheets for the screen, in layers: what all components share, the components, and the modes
/// that override both. Sheets have no comments and needless whitespace left. A space after a sign
/// of the language is written `\20` where a text needs it.
///
/// # Errors
/// Those of reading the files, and a comment without an end.
pub fn joined(src: &Path) -> Result<String> {
    let base = read(&[src.join("styles/base.css")])?;
    let modes = read(&[src.join("styles/modes.css")])?;
    let mut components = sheets(&src.join("components"))?;
    components.extend(sheets(&src.join("components/dialogs"))?);
    let components = read(&components)?;
    Ok(format!(
        "@layer base,components,modes;@layer base{{{base}}}@layer components{{{components}}}\
         @layer modes{{{modes}}}"
    ))
}

/// The sheets for paper, which override those for the screen.
///
/// # Errors
/// Those of [`joined`].
pub fn printed(src: &Path) -> Result<String> {
    read(&sheets(&src.join("styles/print"))?)
}

/// The sheets of a folder, by their names.
fn sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut sheets: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "css")).collect();
    sheets.sort();
    Ok(sheets)
}

fn read(sheets: &[PathBuf]) -> Result<String> {
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

/// A style sheet without the whitespace that means nothing.
fn tight(sheet: &str) -> String {
    let mut out = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["{", "}", ";", ","] {
        out = out.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    // A colon may begin a selector, so only what follows a property's is dropped.
    out.replace(": ", ":").replace(";}", "}")
}
