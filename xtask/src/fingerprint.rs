//! A fingerprint tells whether `dist/` is still what the sources would give.
//!
//! Cargo knows that for what it compiles. Trunk does not: it optimises and compresses anew each time,
//! and a reader who only wants to look again would wait for nothing.

use crate::project;
use anyhow::Result;
use fs_err as fs;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Everything in the project that a build reads: its tools' versions stand in these files too.
pub const SOURCES: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "assets",
    "benches",
    "crates",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "tests/package-lock.json",
    "vendor",
    "xtask",
];

/// How the names of environment variables begin that change what a build makes.
const VARIABLES: [&str; 6] =
    ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_", "REPORT_WIDGET_", "RUSTFLAGS", "TRUNK_"];

/// The fingerprint of the sources as they are.
pub fn of_sources() -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        add(&project::root().join(source), &mut hasher)?;
    }
    let is_of_build = |name: &str| VARIABLES.iter().any(|start| name.starts_with(start));
    let mut variables: Vec<_> =
        env::vars_os().filter(|(name, _)| is_of_build(&name.to_string_lossy())).collect();
    variables.sort();
    variables.hash(&mut hasher);
    Ok(hasher.finish())
}

/// Whether `dist/` was built from these sources and left alone since.
pub fn is_of_dist(sources: u64) -> bool {
    let recorded = fs::read_to_string(record());
    recorded.is_ok_and(|recorded| with_dist(sources).is_ok_and(|now| now == recorded))
}

/// Remembers that `dist/` has just been built from these sources.
pub fn remember(sources: u64) -> Result<()> {
    // Cargo's own folder may be elsewhere.
    fs::create_dir_all(project::root().join("target"))?;
    Ok(fs::write(record(), with_dist(sources)?)?)
}

fn with_dist(sources: u64) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    add(&project::dist(), &mut hasher)?;
    Ok(format!("{sources:x} {:x}\n", hasher.finish()))
}

fn record() -> PathBuf {
    project::root().join("target/dist.fingerprint")
}

/// Adds the name and content of a file, or of every file of a folder.
fn add(place: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    for (_, file) in project::files(place)? {
        file.hash(hasher);
        fs::read(&file)?.hash(hasher);
    }
    Ok(())
}
