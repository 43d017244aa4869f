//! What comes from Rust itself: the crates, the WebAssembly target, the standard library's source.

use crate::project::step;
use crate::trunk;
use anyhow::{Result, bail};
use std::path::Path;
use xshell::{Shell, cmd};

const TARGET: &str = "wasm32-unknown-unknown";

/// Downloads the crates of `Cargo.lock`, so that everything later works offline.
pub fn fetch_crates(shell: &Shell) -> Result<()> {
    step("fetching crates (a minute the first time)", || {
        Ok(cmd!(shell, "cargo fetch").quiet().run()?)
    })
}

/// Adds the standard library for WebAssembly to the toolchain in use.
pub fn add_wasm_target(shell: &Shell) -> Result<()> {
    let folder = format!("lib/rustlib/{TARGET}");
    add(
        shell,
        "the target wasm32-unknown-unknown",
        &folder,
        ["target", "add", TARGET],
        "libstd-rust-dev-wasm32",
    )
}

/// Adds the source of the standard library to the toolchain in use, and the crates that it is made
/// of, since the release compiles it along.
pub fn add_source(shell: &Shell) -> Result<()> {
    let folder = "lib/rustlib/src/rust/library";
    let rustup = ["component", "add", "rust-src"];
    add(shell, "the source of the standard library", folder, rustup, "rust-src")?;
    step("fetching the crates of the standard library (a few seconds)", || {
        Ok(trunk::with_std(cmd!(shell, "cargo fetch --target {TARGET}").quiet()).run()?)
    })
}

/// Adds a piece of a toolchain: the folder that it has there, what rustup adds it with, and the
/// package that Debian has it in.
fn add(shell: &Shell, what: &str, folder: &str, rustup: [&str; 3], debian: &str) -> Result<()> {
    // The folder tells for every kind of installation; rustup knows only about its own.
    let toolchain = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if Path::new(&toolchain).join(folder).is_dir() {
        println!("- {what} is there");
        return Ok(());
    }
    if which::which("rustup").is_err() {
        bail!(
            "{what} for Rust is missing: install Rust through https://rustup.rs, or this through \
             the package manager that Rust came from (Debian: apt install {debian})"
        );
    }
    step(&format!("adding {what} (half a minute)"), || {
        Ok(cmd!(shell, "rustup {rustup...}").quiet().run()?)
    })
}
