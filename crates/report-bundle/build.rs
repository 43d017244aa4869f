//! Validates the reports and packs them into the bundle. Reports with faults stop the build, and
//! every diagnostic is listed.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;

use report_model::codec;
use report_validation::{Diagnostic, data_digest, folders, library, search_terms};

/// The report shown when a host names none.
const FIRST: &str = "white-paper-2022";

/// Names another folder of reports, as a path from the workspace on.
const REPORTS: &str = "REPORT_WIDGET_REPORTS";

/// Synonyms that hold for every report.
const SYNONYMS: &str = "assets/synonyms.json";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let workspace = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../..");
    println!("cargo:rerun-if-env-changed={REPORTS}");
    // Paths in diagnostics begin at the workspace.
    env::set_current_dir(workspace.canonicalize()?)?;
    let reports = env::var(REPORTS).unwrap_or_else(|_| "assets/reports".to_owned());
    let reports = Path::new(&reports);
    for place in [reports, Path::new(SYNONYMS)] {
        println!("cargo:rerun-if-changed={}", place.canonicalize()?.display());
    }
    pack(reports, &out)?;
    println!("cargo:rustc-env=REPORT_WIDGET_DATA={}", data_digest::digest(reports)?);
    Ok(())
}

fn pack(reports: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let folders =
        folders(reports, FIRST).map_err(|error| format!("{}: {error}", reports.display()))?;
    let library = library(&folders).unwrap_or_else(|diagnostics| refuse(reports, &diagnostics));
    let (numbers, texts) = codec::encode(&library);
    fs::write(out.join("reports.numbers"), numbers)?;
    fs::write(out.join("reports.txt"), texts)?;
    let terms = search_terms(&folders, &library, &fs::read_to_string(SYNONYMS)?)
        .unwrap_or_else(|diagnostics| refuse(reports, &diagnostics));
    Ok(fs::write(out.join("search-terms.txt"), terms)?)
}

/// Stops the build and lists every diagnostic.
fn refuse(reports: &Path, diagnostics: &[Diagnostic]) -> ! {
    eprintln!("\nThe reports have {} fault(s):\n", diagnostics.len());
    for diagnostic in diagnostics {
        eprintln!("  {}/{diagnostic}", reports.display());
    }
    exit(1);
}
