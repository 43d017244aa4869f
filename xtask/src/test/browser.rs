//! The end-to-end tests: Node drives a browser through the bundle, as it would be hosted.
//!
//! A test finds the bundle at `REPORT_WIDGET_URL`, and the programs of the browser at `CHROMIUM`
//! and `CHROMEDRIVER`.

use crate::fault::Fault;
use crate::host::Host;
use crate::program;
use crate::project;
use crate::setup::{self, Toolbox};
use std::path::PathBuf;
use std::thread;

/// Runs every `tests/browser/*.test.mjs` against `dist/`.
pub fn run(tools: &Toolbox) -> Result<(), Fault> {
    let tests = test_files()?;
    let host = Host::open(&project::dist(), 0)?;
    let mut node = tools
        .program("node")
        .args(["--test", "--test-reporter=spec"])
        .args(&tests)
        .within(&project::tests())
        .with("REPORT_WIDGET_URL", host.address());
    if let Some(chromium) = setup::chromium() {
        node = node.with("CHROMIUM", chromium);
    }
    if let Some(driver) = program::find("chromedriver") {
        node = node.with("CHROMEDRIVER", driver);
    }
    thread::scope(|scope| {
        scope.spawn(|| host.serve());
        let result = node.run();
        host.close();
        result
    })
}

/// Node 20 does not expand patterns by itself.
fn test_files() -> Result<Vec<PathBuf>, Fault> {
    let folder = project::tests().join("browser");
    let mut files = project::files(&folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    if files.is_empty() {
        return Err(Fault::content(folder, "holds no *.test.mjs"));
    }
    Ok(files)
}
