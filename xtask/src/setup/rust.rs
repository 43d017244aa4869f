//! What comes from Rust itself: the crates and the WebAssembly target.

use crate::fault::Fault;
use crate::program::{self, Program};
use crate::step::step;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Downloads the crates of `Cargo.lock`, so that everything later works offline.
pub fn fetch_crates() -> Result<(), Fault> {
    step("fetching crates (a minute the first time)", || {
        Program::new("cargo").args(["fetch"]).run()
    })
}

/// Adds the standard library for WebAssembly to the toolchain in use.
pub fn add_wasm_target() -> Result<(), Fault> {
    // The folder tells for every kind of installation; rustup knows only about its own.
    let toolchain = Program::new("rustc").args(["--print", "sysroot"]).answer()?;
    if Path::new(&toolchain).join("lib/rustlib").join(TARGET).is_dir() {
        println!("- the target {TARGET} is there");
        return Ok(());
    }
    if program::find("rustup").is_none() {
        return Err(Fault::Missing {
            what: format!("Rust's target {TARGET}"),
            remedy: "install Rust through https://rustup.rs, or the target through the package \
                     manager that Rust came from (Debian: apt install libstd-rust-dev-wasm32)"
                .into(),
        });
    }
    step(&format!("adding the target {TARGET} (half a minute)"), || {
        Program::new("rustup").args(["target", "add", TARGET]).run()
    })
}
