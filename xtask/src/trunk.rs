//! Trunk builds the bundle: Cargo, wasm-bindgen, wasm-opt and the page, after `Trunk.toml`.

use crate::fault::Fault;
use crate::finish;
use crate::lean;
use crate::program::Program;
use crate::project;
use crate::setup::{Need, Toolbox};
use std::path::Path;

/// What must be there before Trunk can build.
pub const NEEDS: [Need; 8] = [
    Need::Crates,
    Need::WasmTarget,
    Need::RustSource,
    Need::Trunk,
    Need::WasmBindgen,
    Need::Node,
    Need::WasmOpt,
    Need::Terser,
];

/// Builds the delivery into `dist/`.
pub fn build(tools: &Toolbox) -> Result<(), Fault> {
    lean::release(trunk(tools), project::root())?.args(["build", "--release"]).run()
}

/// Builds the program with other reports into another folder, to be measured, beside everything
/// that other builds made: Cargo's work is kept in a folder of its own.
pub fn build_measured(
    tools: &Toolbox,
    reports: &Path,
    target: &Path,
    dist: &Path,
) -> Result<(), Fault> {
    lean::release(trunk(tools), project::root())?
        .args(["build", "--release", "--dist"])
        .arg(dist)
        .with("REPORT_WIDGET_REPORTS", reports)
        .with(finish::MEASURED, "1")
        .with("CARGO_TARGET_DIR", target)
        .run()
}

/// Builds the delivery of a copy of the sources, in the copy's own `dist/`.
pub fn build_elsewhere(tools: &Toolbox, sources: &Path, target: &Path) -> Result<(), Fault> {
    lean::release(trunk(tools), sources)?
        .args(["build", "--release"])
        .within(sources)
        .with("CARGO_TARGET_DIR", target)
        .run()
}

/// Serves on a port, and rebuilds and reloads on every change, until interrupted. `dist/` stays as
/// it is: it is the delivery, and tests look at it.
pub fn watch(tools: &Toolbox, port: u16) -> Result<(), Fault> {
    trunk(tools)
        .args(["serve", "--address", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .args(["--dist", "target/development"])
        .take_over()
}

fn trunk(tools: &Toolbox) -> Program {
    tools
        .program("trunk")
        // Trunk would download tools by itself, and not the ones that were set up.
        .with("TRUNK_OFFLINE", "true")
        // Trunk takes "true" and "false" here and stops at the usual "1".
        .without("NO_COLOR")
}
