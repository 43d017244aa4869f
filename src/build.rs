//! Checks the reports under `assets/reports`, packs them into the bundle, and
//! joins the style sheets of the views. A faulty report stops the build and
//! lists every fault.

#[allow(dead_code, reason = "the build needs only a part of what the program needs")]
mod check;
mod frozen;
#[allow(
    dead_code,
    unused_imports,
    reason = "the build needs only a part of what the program needs"
)]
mod report;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;

/// The report shown when a host names none.
const FIRST: &str = "white-paper-2022";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo:rerun-if-env-changed=REPORT_WIDGET_REPORTS");
    let reports = env::var("REPORT_WIDGET_REPORTS").unwrap_or_else(|_| "assets/reports".to_owned());
    pack(Path::new(&reports), &out)?;
    println!("cargo:rustc-env=REPORT_WIDGET_DATA={}", frozen::digest(Path::new(&reports))?);
    join_styles(Path::new("src/views"), &out.join("widget.css"))?;
    Ok(())
}

fn pack(reports: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", reports.display());
    let folders = check::folders(reports, FIRST)
        .map_err(|error| format!("{}: {error}", reports.display()))?;
    match check::library(&folders) {
        Ok(library) => {
            let (numbers, texts) = report::packed::Packer::pack(&library);
            fs::write(out.join("reports.numbers"), numbers)?;
            fs::write(out.join("reports.txt"), texts)?;
            Ok(())
        }
        Err(faults) => {
            eprintln!("\nThe reports have {} fault(s):\n", faults.len());
            for fault in faults {
                eprintln!("  {}/{fault}", reports.display());
            }
            exit(1);
        }
    }
}

/// Joins the style sheets that stand beside the views, in alphabetical order
/// (`00-base.css` first), without comments and needless whitespace.
fn join_styles(views: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", views.display());
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
        let to = joined[from..].find("*/").ok_or("a comment in a style sheet has no end")?;
        joined.replace_range(from..from + to + 2, "");
    }
    fs::write(out, tight(&joined))?;
    Ok(())
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
