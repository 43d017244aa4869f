//! The stages that are commands and nothing else: of Cargo, or scripts for Node.

use anyhow::{Result, ensure};
use std::process::{Command, Stdio};
use xshell::{Shell, cmd};

/// Clippy: each shape of the crate as it is built, for the machine it is built for.
pub const LINT: [&str; 4] = [
    "clippy --quiet --workspace --exclude xtask --exclude report-studio --all-targets --no-default-features --features report-widget/ssr -- -D warnings",
    "clippy --quiet -p report-widget -p report-studio -p wasm-streams --all-targets --target wasm32-unknown-unknown -- -D warnings",
    "clippy --quiet -p report-authoring --target wasm32-unknown-unknown -- -D warnings",
    "clippy --quiet -p xtask --all-targets -- -D warnings",
];

/// Runs every command, also after one has failed, so that all failures show at once.
pub fn cargo(shell: &Shell, commands: &[&str]) -> Result<()> {
    let mut failures = Vec::new();
    for command in commands {
        let mut cargo = Command::from(shell.cmd("cargo").args(command.split(' ')));
        let output = cargo.stderr(Stdio::inherit()).output()?;
        let printed = String::from_utf8_lossy(&output.stdout);
        print!("{printed}");
        if !output.status.success() {
            failures.push(format!("`cargo {command}` failed"));
            failures.extend(failed(&printed).map(|name| format!("    {name}")));
        }
    }
    ensure!(failures.is_empty(), failures.join("\n"));
    Ok(())
}

/// Runs every generator; the new files stay, to be looked at.
pub fn check_generated(shell: &Shell) -> Result<()> {
    let drifted = printed(shell, "tools/check-generated.mjs")?;
    ensure!(
        drifted.is_empty(),
        "{drifted} was out of date and has been written anew; look at it and commit it"
    );
    Ok(())
}

/// Weighs `dist/`.
pub fn check_size(shell: &Shell) -> Result<()> {
    let exceeded = printed(shell, "tests/size.mjs")?;
    ensure!(exceeded.is_empty(), exceeded);
    Ok(())
}

/// The lines that a script prints, each of which is about something that is wrong.
fn printed(shell: &Shell, script: &str) -> Result<String> {
    Ok(cmd!(shell, "node {script}").quiet().read()?.lines().collect::<Vec<_>>().join(", "))
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
