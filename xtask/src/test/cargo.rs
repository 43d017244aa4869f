//! The stages that are Cargo commands and nothing else.

use crate::fault::Fault;
use crate::setup::Toolbox;

/// Formatting, of every package; the files are named, and `cargo fmt` shows the rest.
pub const FORMAT: [&str; 1] = ["fmt --all --check -- --files-with-diff"];

/// Clippy: each circle of the crate as it is built, for the machine it is built for.
pub const LINT: [&str; 5] = [
    "clippy --quiet -p report-widget --all-targets --no-default-features -- -D warnings",
    "clippy --quiet -p report-widget --all-targets --no-default-features --features prerender -- -D warnings",
    "clippy --quiet -p report-widget --all-targets -- -D warnings",
    "clippy --quiet -p report-widget -p wasm-streams --all-targets --target wasm32-unknown-unknown -- -D warnings",
    "clippy --quiet -p xtask --all-targets -- -D warnings",
];

/// The tests of this program.
pub const XTASK: [&str; 1] = ["test --quiet -p xtask"];

/// The tests of the core, which compile without Leptos.
pub const CORE: [&str; 1] = ["test --quiet -p report-widget --no-default-features"];

/// The tests of the views, which draw to text, of their reader, and of the pages written of them.
pub const VIEWS: [&str; 1] = ["test --quiet -p report-widget --features prerender"];

/// The tests that run as WebAssembly in a browser; `.cargo/config.toml` names their runner.
pub const WEB: [&str; 1] = ["test -p report-widget --target wasm32-unknown-unknown --test web"];

/// Runs every command, also after one has failed, so that all faults show at once.
pub fn run_all(tools: &Toolbox, commands: &[&str]) -> Result<(), Fault> {
    let faults: Vec<String> = commands
        .iter()
        .map(|command| tools.program("cargo").args(command.split(' ')))
        .filter_map(|program| program.run().err())
        .map(|fault| fault.to_string())
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Fault::Found(faults.join("; "))) }
}
