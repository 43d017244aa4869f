//! The stages that are Cargo commands and nothing else.

use anyhow::{Context, Result, bail, ensure};
use std::io::{self, Read, Write};
use std::process::{Command, Stdio};
use xshell::{Shell, cmd};

/// Formatting, of every package; the files are named, and `cargo fmt` shows the rest.
pub const FORMAT: [&str; 1] = ["fmt --all --check -- --files-with-diff"];

/// Clippy: each shape of the crate as it is built, for the machine it is built for.
pub const LINT: [&str; 4] = [
    "clippy --quiet -p report-widget --all-targets --no-default-features -- -D warnings",
    "clippy --quiet -p report-widget --all-targets --no-default-features --features ssr -- -D warnings",
    "clippy --quiet -p report-widget -p wasm-streams --all-targets --target wasm32-unknown-unknown -- -D warnings",
    "clippy --quiet -p xtask --all-targets -- -D warnings",
];

/// The tests of this program.
pub const XTASK: [&str; 1] = ["test --quiet -p xtask"];

/// The tests of the core, which compile without Leptos.
pub const CORE: [&str; 1] = ["test --quiet -p report-widget --no-default-features"];

/// The tests of the views, which draw to text, of their reader, and of the pages written of them.
pub const VIEWS: [&str; 1] = ["test --quiet -p report-widget --no-default-features --features ssr"];

/// The tests that run as WebAssembly in a browser; `.cargo/config.toml` names their runner.
pub const WEB: [&str; 1] = ["test -p report-widget --target wasm32-unknown-unknown --test web"];

/// Runs every command, also after one has failed, so that all failures show at once.
pub fn run_all(shell: &Shell, commands: &[&str]) -> Result<()> {
    let mut failures = Vec::new();
    for command in commands {
        let cargo = Command::from(shell.cmd("cargo").args(command.split(' ')));
        if let Err(heard) = run_heard(cargo).with_context(|| format!("cargo {command}"))? {
            failures.push(format!("`cargo {command}` failed"));
            failures.extend(failed(&heard).map(|name| format!("    {name}")));
        }
    }
    if failures.is_empty() { Ok(()) } else { bail!(failures.join("\n")) }
}

/// Runs every generator; the new files stay, to be looked at.
pub fn check_generated(shell: &Shell) -> Result<()> {
    let drifted = cmd!(shell, "node tools/check-generated.mjs").quiet().read()?;
    let files = drifted.lines().collect::<Vec<_>>().join(", ");
    ensure!(
        files.is_empty(),
        "{files}: written anew, for it was out of date; look at it and commit it"
    );
    Ok(())
}

/// Runs to the end; a failure comes with what was printed until then, which was also shown.
fn run_heard(mut command: Command) -> io::Result<Result<(), String>> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut printed = child.stdout.take().expect("it is piped");
    let (mut heard, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        let count = printed.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        heard.extend_from_slice(&buffer[..count]);
        io::stdout().write_all(&buffer[..count])?;
        // A test that passed is a dot, and no line.
        io::stdout().flush()?;
    }
    let is_success = child.wait()?.success();
    Ok(if is_success { Ok(()) } else { Err(String::from_utf8_lossy(&heard).into_owned()) })
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
