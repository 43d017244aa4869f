//! Puts the template of the last release build into the command.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that `cargo xtask` keeps a template in, unless this variable names another.
const VARIABLE: &str = "REPORT_WIDGET_TEMPLATE";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    println!("cargo:rerun-if-changed=build.rs");
    let mut names = Vec::new();
    if env::var_os("CARGO_FEATURE_TEMPLATE").is_some() {
        let folder = folder()?;
        println!("cargo:rerun-if-changed={}", folder.display());
        if folder.is_dir() {
            add(&folder, &folder, &mut names)?;
        }
        names.sort();
    }
    let entry = |(name, file)| format!("({name:?}, include_bytes!({file:?}))");
    let entries = names.into_iter().map(entry).collect::<Vec<_>>().join(", ");
    let out = PathBuf::from(env::var("OUT_DIR")?).join("template.rs");
    Ok(fs::write(out, format!("&[{entries}]"))?)
}

fn folder() -> Result<PathBuf, Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let named = env::var_os(VARIABLE).map(PathBuf::from);
    Ok(std::path::absolute(named.unwrap_or_else(|| root.join("target/template")))?)
}

/// Every file below a folder: its name within the template, and its place on the disk.
fn add(
    template: &Path,
    folder: &Path,
    names: &mut Vec<(String, String)>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add(template, &path, names)?;
        } else {
            let name = path.strip_prefix(template)?.to_string_lossy().replace('\\', "/");
            names.push((name, path.to_string_lossy().into_owned()));
        }
    }
    Ok(())
}
