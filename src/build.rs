//! Checks the reports under `assets/reports`, packs them into the bundle, and
//! joins the style sheets of the views. A faulty report stops the build and
//! lists every fault.

#[allow(dead_code, reason = "the build needs only a part of what the program needs")]
mod check;
mod frozen;
mod styles;

use report_model as report;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;

/// The report shown when a host names none.
const FIRST: &str = "white-paper-2022";

/// Synonyms that hold for every report.
const SYNONYMS: &str = "assets/synonyms.json";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo:rerun-if-env-changed=REPORT_WIDGET_REPORTS");
    let reports = env::var("REPORT_WIDGET_REPORTS").unwrap_or_else(|_| "assets/reports".to_owned());
    pack(Path::new(&reports), &out)?;
    println!("cargo:rustc-env=REPORT_WIDGET_DATA={}", frozen::digest(Path::new(&reports))?);
    let src = Path::new("src");
    for folder in ["styles", "styles/print", "components", "components/dialogs"] {
        println!("cargo:rerun-if-changed={}", src.join(folder).display());
    }
    fs::write(out.join("widget.css"), styles::joined(src)?)?;
    fs::write(out.join("print.css"), styles::printed(src)?)?;
    Ok(())
}

fn pack(reports: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", reports.display());
    println!("cargo:rerun-if-changed={SYNONYMS}");
    let folders = check::folders(reports, FIRST)
        .map_err(|error| format!("{}: {error}", reports.display()))?;
    match check::library(&folders) {
        Ok(library) => {
            let (numbers, texts) = report::codec::encode(&library);
            fs::write(out.join("reports.numbers"), numbers)?;
            fs::write(out.join("reports.txt"), texts)?;
            let synonyms = fs::read_to_string(SYNONYMS)?;
            match check::search_terms(&folders, &library, &synonyms) {
                Ok(terms) => Ok(fs::write(out.join("search-terms.txt"), terms)?),
                Err(faults) => refuse(reports, &faults),
            }
        }
        Err(faults) => refuse(reports, &faults),
    }
}

/// Stops the build and lists every fault.
fn refuse(reports: &Path, faults: &[check::Fault]) -> ! {
    eprintln!("\nThe reports have {} fault(s):\n", faults.len());
    for fault in faults {
        eprintln!("  {}/{fault}", reports.display());
    }
    exit(1);
}
