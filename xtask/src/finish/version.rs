//! Which version this is, of the program and of the reports: `VERSION`, and the widget's foot.

use super::Staging;
use crate::fault::Fault;
use crate::frozen;
use crate::project;
use std::env;
use std::path::PathBuf;

/// Names another folder of reports, here as in the build script.
const REPORTS: &str = "REPORT_WIDGET_REPORTS";

/// Writes the version and the digest of the reports' files.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    let text = format!("report-widget {}\ndata sha256 {}\n", project::version()?, data()?);
    project::write(&staging.folder.join("VERSION"), text)
}

/// The digest of the reports' files, by which a frozen report is known.
pub fn data() -> Result<String, Fault> {
    let reports = env::var_os(REPORTS).unwrap_or_else(|| "assets/reports".into());
    let reports = project::root().join(PathBuf::from(reports));
    frozen::digest(&reports).map_err(Fault::file(&reports))
}
