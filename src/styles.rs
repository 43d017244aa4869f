//! The style sheets that stand beside the components, as two: what a prerendered page needs for its
//! first paint, and what can come later. The file that the program loads has both.
//!
//! Only the build and its tools compile this.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};

/// The sheets of a first paint, in layers: what all components share, the components, and the modes
/// that override both.
///
/// # Errors
/// Those of reading the files, and what is wrong in them.
pub fn first(src: &Path) -> Result<String> {
    let base = read(&[src.join("styles/base.css")])?;
    let modes = read(&[src.join("styles/modes.css")])?;
    let components = read(&sheets(&src.join("components"))?)?;
    Ok(format!(
        "@layer base,components,modes;@layer base{{{base}}}@layer components{{{components}}}\
         @layer modes{{{modes}}}"
    ))
}

/// The sheets that no first paint needs: dialogs, which only the program opens, and paper, whose
/// rules stand outside of layers and override the screen.
///
/// # Errors
/// Those of [`first`].
pub fn later(src: &Path) -> Result<String> {
    let dialogs = read(&sheets(&src.join("components/dialogs"))?)?;
    let paper = read(&sheets(&src.join("styles/print"))?)?;
    Ok(format!("@layer components{{{dialogs}}}{paper}"))
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
        joined.push_str(&minified(sheet)?);
    }
    Ok(joined)
}

/// A style sheet, minified.
///
/// # Errors
/// Those of reading the file, and what is wrong in it.
pub fn minified(sheet: &Path) -> Result<String> {
    let text = fs::read_to_string(sheet)?;
    let name = sheet.display().to_string();
    let wrong =
        |error: &dyn std::fmt::Display| Error::new(ErrorKind::InvalidData, error.to_string());
    let options = ParserOptions { filename: name, ..ParserOptions::default() };
    let mut parsed = StyleSheet::parse(&text, options).map_err(|error| wrong(&error))?;
    parsed.minify(MinifyOptions::default()).map_err(|error| wrong(&error))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(parsed.to_css(options).map_err(|error| wrong(&error))?.code)
}
