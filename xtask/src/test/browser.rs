//! The end-to-end tests: Node drives a browser through the bundle, as it would be hosted.

use crate::drive::drive;
use crate::fault::Fault;
use crate::host::Host;
use crate::project;
use crate::setup::Toolbox;
use std::path::PathBuf;
use std::time::Duration;

/// A file of tests takes about a minute at most. One that hangs, for a browser that never answers,
/// has failed by its name long before the patience of whoever waits for the whole run is at its end.
const LIMIT: Duration = Duration::from_mins(6);

/// Runs every `tests/browser/*.test.mjs` against `dist/`.
pub fn run(tools: &Toolbox) -> Result<(), Fault> {
    let tests = test_files()?;
    let host = Host::open(&project::dist(), 0)?;
    let node = tools
        .program("node")
        // Ended with its last test: a connection that a browser left open keeps nobody waiting.
        .args(["--test", "--test-reporter=spec", "--test-force-exit"])
        .arg(format!("--test-timeout={}", LIMIT.as_millis()))
        .args(&tests)
        .within(&project::tests());
    drive(&host, node)
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
