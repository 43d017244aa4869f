//! Validates the reports and packs them for native builds. Reports with faults stop the build, and
//! every diagnostic is listed. The program itself is compiled without them.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;

use report_model::section;
use report_validation::{Diagnostic, FIRST, data_digest, folders, library, search_terms};

/// Synonyms that hold for every report.
const SYNONYMS: &str = "assets/synonyms.json";

fn main() -> Result<(), Box<dyn Error>> {
    let is_program = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if is_program && env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        println!("cargo:rerun-if-changed=build.rs");
        return Ok(());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let workspace = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../..");
    println!("cargo:rerun-if-env-changed={}", data_digest::VARIABLE);
    // Paths in diagnostics begin at the workspace.
    env::set_current_dir(workspace.canonicalize()?)?;
    let reports = data_digest::reports();
    for place in [&reports, Path::new(SYNONYMS)] {
        println!("cargo:rerun-if-changed={}", place.canonicalize()?.display());
    }
    pack(&reports, &out)
}

fn pack(reports: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let folders =
        folders(reports, FIRST).map_err(|error| format!("{}: {error}", reports.display()))?;
    let library = library(&folders).unwrap_or_else(|diagnostics| refuse(reports, &diagnostics));
    fs::write(out.join("reports.section"), section::encode(&library))?;
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
