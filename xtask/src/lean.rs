//! A lean release: the standard library is compiled along, for size, and a panic is a trap.
//!
//! Rust's ready-made standard library carries the text and the formatting of every panic that
//! could ever happen, and sorts, searches and prints for speed. Compiled along, the bundle loses a
//! twelfth of its bytes after Brotli. Cargo still calls the switches unstable, so they hold for
//! this one build, of the toolchain that `rust-toolchain.toml` pins; a plain `trunk build
//! --release` does without them and makes the same program, larger.

use crate::fault::Fault;
use crate::program::Program;
use std::env;
use std::path::{Path, PathBuf};

/// What is compiled along.
const PARTS: &str = "std,panic_abort";

/// Makes the release that a program builds of some sources a lean one, and the same in every
/// folder.
pub fn release(program: Program, sources: &Path) -> Result<Program, Fault> {
    Ok(with_source(program)
        .with("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(sources)?))
}

/// Lets Cargo know that the standard library is compiled along.
pub fn with_source(program: Program) -> Program {
    program.with("RUSTC_BOOTSTRAP", "1").with("CARGO_UNSTABLE_BUILD_STD", PARTS)
}

/// Rust's flags: how to panic, and names for the folders of this machine.
fn flags(sources: &Path) -> Result<String, Fault> {
    let sysroot = Program::new("rustc").args(["--print", "sysroot"]).answer()?;
    let mut flags =
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
            .to_owned();
    let folders = [
        (Some(sources.to_owned()), "report-widget"),
        (Some(PathBuf::from(sysroot)), "rust"),
        (cargo_home(), "cargo"),
    ];
    for (folder, name) in folders {
        let Some(folder) = folder else { continue };
        let folder = folder.to_string_lossy();
        // Flags are parted at spaces; a folder with one in its name keeps its name.
        if !folder.contains(' ') {
            flags.extend([" --remap-path-prefix=", &folder, "=", name]);
        }
    }
    Ok(flags)
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}
