//! The end-to-end tests: Node drives a browser through the bundle, as it would be hosted.

use super::drift::WRITE;
use super::failures;
use crate::drive::drive;
use crate::fault::Fault;
use crate::host::Host;
use crate::program::Program;
use crate::project;
use crate::setup::Toolbox;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file of tests takes about a minute at most. One that hangs, for a browser that never answers,
/// has failed by its name long before the patience of whoever waits for the whole run is at its end.
const LIMIT: Duration = Duration::from_mins(6);

/// The engine that every test runs in, as `tests/browser/engine.mjs` names it.
pub const CHROMIUM: &str = "chromium";

/// The engines that the journeys run in besides Chromium.
const ENGINES: [&str; 2] = ["firefox", "webkit"];

/// The journey that compares the pictures of `tests/pictures`, and can take them.
const PICTURES: &str = "browser/journeys/pictures.test.mjs";

/// Runs every `tests/browser/**/*.test.mjs` in Chromium, against `dist/`.
pub fn run(tools: &Toolbox) -> Result<(), Fault> {
    visit(&project::dist(), node(tools, CHROMIUM), &test_files("browser")?)
}

/// Runs every `tests/browser/journeys/*.test.mjs` in every other engine, also after one has failed.
pub fn run_journeys(tools: &Toolbox) -> Result<(), Fault> {
    let journeys = test_files("browser/journeys")?;
    let mut faults = Vec::new();
    for engine in ENGINES {
        println!("in {engine}");
        if let Err(fault) = visit(&project::dist(), node(tools, engine), &journeys) {
            faults.push(format!("in {engine}: {fault}"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Fault::Found(faults.join("\n"))) }
}

/// Takes the pictures that are missing, or that the delivery does not look like any more.
pub fn take_pictures(tools: &Toolbox) -> Result<(), Fault> {
    let pictures = [project::tests().join(PICTURES)];
    for engine in [CHROMIUM].iter().chain(&ENGINES) {
        println!("in {engine}");
        visit(&project::dist(), node(tools, engine).with(WRITE, "1"), &pictures)?;
    }
    Ok(())
}

/// Lets Node run files of tests against a folder, as it would be hosted.
pub fn visit(folder: &Path, node: Program, tests: &[PathBuf]) -> Result<(), Fault> {
    let host = Host::open(folder, 0)?;
    failures::named(node, |node| drive(&host, node.files(tests)))
}

/// Node, about to test in an engine.
pub fn node(tools: &Toolbox, engine: &str) -> Program {
    tools
        .program("node")
        .arg("--test")
        .arg(format!("--test-timeout={}", LIMIT.as_millis()))
        .with("REPORT_WIDGET_ENGINE", engine)
        .within(&project::tests())
}

/// The tests of a folder: Node 20 does not expand patterns by itself.
pub fn test_files(folder: &str) -> Result<Vec<PathBuf>, Fault> {
    let folder = project::tests().join(folder);
    let mut files = project::files(&folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    if files.is_empty() {
        return Err(Fault::content(folder, "holds no *.test.mjs"));
    }
    Ok(files)
}
