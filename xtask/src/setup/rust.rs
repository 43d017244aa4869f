//! What comes from Rust itself: the crates and the WebAssembly target.

use crate::fault::Fault;
use crate::lean;
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

/// Downloads the crates that the standard library is made of, which the release compiles along.
pub fn fetch_source_crates() -> Result<(), Fault> {
    step("fetching the crates of the standard library (a few seconds)", || {
        lean::with_source(Program::new("cargo")).args(["fetch", "--target", TARGET]).run()
    })
}

/// Adds the standard library for WebAssembly to the toolchain in use.
pub fn add_wasm_target() -> Result<(), Fault> {
    add(&Piece {
        what: &format!("the target {TARGET}"),
        place: &format!("lib/rustlib/{TARGET}"),
        rustup: ["target", "add", TARGET],
        debian: "libstd-rust-dev-wasm32",
    })
}

/// Adds the source of the standard library to the toolchain in use.
pub fn add_source() -> Result<(), Fault> {
    add(&Piece {
        what: "the source of the standard library",
        place: "lib/rustlib/src/rust/library",
        rustup: ["component", "add", "rust-src"],
        debian: "rust-src",
    })
}

/// A piece of a toolchain.
struct Piece<'a> {
    what: &'a str,
    /// The folder that it has in a toolchain.
    place: &'a str,
    /// What rustup adds it with.
    rustup: [&'a str; 3],
    /// The package that Debian has it in.
    debian: &'a str,
}

fn add(piece: &Piece) -> Result<(), Fault> {
    // The folder tells for every kind of installation; rustup knows only about its own.
    let toolchain = Program::new("rustc").args(["--print", "sysroot"]).answer()?;
    if Path::new(&toolchain).join(piece.place).is_dir() {
        println!("- {} is there", piece.what);
        return Ok(());
    }
    if program::find("rustup").is_none() {
        return Err(Fault::Missing {
            what: format!("{} for Rust", piece.what),
            remedy: format!(
                "install Rust through https://rustup.rs, or this through the package manager \
                 that Rust came from (Debian: apt install {})",
                piece.debian
            ),
        });
    }
    step(&format!("adding {} (half a minute)", piece.what), || {
        Program::new("rustup").args(piece.rustup).run()
    })
}
