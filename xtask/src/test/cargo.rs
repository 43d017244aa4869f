//! The stages that are Cargo commands and nothing else.

use crate::fault::Fault;
use crate::setup::Toolbox;
use std::iter;

/// Formatting, of every package; the files are named, and `cargo fmt` shows the rest.
pub const FORMAT: [&str; 1] = ["fmt --all --check -- --files-with-diff"];

/// Clippy: each shape of the crate as it is built, for the machine it is built for.
pub const LINT: [&str; 3] = [
    "clippy --quiet --workspace --exclude xtask --all-targets --no-default-features --features report-widget/ssr -- -D warnings",
    "clippy --quiet -p report-widget -p wasm-streams --all-targets --target wasm32-unknown-unknown -- -D warnings",
    "clippy --quiet -p xtask --all-targets -- -D warnings",
];

/// The tests of this program.
pub const XTASK: [&str; 1] = ["test --quiet -p xtask"];

/// The tests of the core, which compile without Leptos.
pub const CORE: [&str; 2] = [
    "test --quiet --workspace --exclude report-widget --exclude xtask",
    "test --quiet -p report-widget --no-default-features",
];

/// The tests of the views, which draw to text, of their reader, and of the pages written of them.
pub const VIEWS: [&str; 1] = ["test --quiet -p report-widget --no-default-features --features ssr"];

/// The tests that run as WebAssembly in a browser; `.cargo/config.toml` names their runner.
pub const WEB: [&str; 1] = ["test -p report-widget --target wasm32-unknown-unknown --test web"];

/// Runs every command, also after one has failed, so that all faults show at once.
pub fn run_all(tools: &Toolbox, commands: &[&str]) -> Result<(), Fault> {
    let faults: Vec<String> = commands
        .iter()
        .map(|command| tools.program("cargo").args(command.split(' ')))
        .filter_map(|program| program.run_heard().err())
        .map(|(fault, heard)| iter::once(fault.to_string()).chain(failed(&heard)).collect())
        .map(|lines: Vec<_>| lines.join("\n    "))
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Fault::Found(faults.join("\n"))) }
}

/// The tests that failed, as the two runners head what such a test printed: that of Cargo and that
/// of wasm-bindgen.
fn failed(heard: &str) -> impl Iterator<Item = String> {
    let heads = heard.lines().filter_map(|line| line.strip_prefix("---- ")?.strip_suffix(" ----"));
    let names = heads
        .filter_map(|head| head.strip_suffix(" stdout").or_else(|| head.strip_suffix(" output")));
    names.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_are_known_by_the_heads_of_what_they_printed() {
        let heard = "running 3 tests\n.F.\nfailures:\n\n---- a::is_one stdout ----\n\n\
                     thread 'a::is_one' panicked\n---- \n---- src/lib.rs - b (line 3) stdout ----\n\
                     \n    ---- web::c output ----\n---- web::c output ----\n    log\n\
                     failures:\n    a::is_one\n";
        let names: Vec<_> = failed(heard).collect();
        assert_eq!(names, ["a::is_one", "src/lib.rs - b (line 3)", "web::c"]);
        assert_eq!(failed("test result: ok. 3 passed").count(), 0);
    }
}
