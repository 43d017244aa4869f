//! A fingerprint tells whether `dist/` is still what the sources would give.
//!
//! Cargo knows that for what it compiles. Trunk does not: it optimises and packs anew each time,
//! and a reader who only wants to look again would wait for nothing.

use crate::fault::Fault;
use crate::project;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Everything in the project that a build reads: its tools' versions stand in these files too.
pub const SOURCES: [&str; 12] = [
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
    "vendor",
    "xtask",
];

/// How the names of environment variables begin that change what a build makes.
const VARIABLES: [&str; 6] =
    ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_", "REPORT_WIDGET_", "RUSTFLAGS", "TRUNK_"];

/// The sources as they are before a build.
#[derive(Clone, Copy)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Takes the fingerprint of the sources.
    pub fn of_sources() -> Result<Self, Fault> {
        let mut hasher = DefaultHasher::new();
        for source in SOURCES {
            add(&project::root().join(source), &mut hasher)?;
        }
        let mut variables: Vec<_> = env::vars_os()
            .filter(|(name, _)| {
                let name = name.to_string_lossy();
                VARIABLES.iter().any(|start| name.starts_with(start))
            })
            .collect();
        variables.sort();
        variables.hash(&mut hasher);
        Ok(Self(hasher.finish()))
    }

    /// Whether `dist/` was built from these sources and left alone since.
    pub fn is_of_the_delivery(self) -> bool {
        let recorded = fs::read_to_string(record());
        recorded.is_ok_and(|recorded| self.with_delivery().is_ok_and(|now| now == recorded))
    }

    /// Remembers that `dist/` has just been built from these sources.
    pub fn remember(self) -> Result<(), Fault> {
        let record = record();
        if let Some(folder) = record.parent() {
            fs::create_dir_all(folder).map_err(Fault::file(folder))?;
        }
        project::write(&record, self.with_delivery()?)
    }

    fn with_delivery(self) -> Result<String, Fault> {
        let mut hasher = DefaultHasher::new();
        add(&project::dist(), &mut hasher)?;
        Ok(format!("{:x} {:x}\n", self.0, hasher.finish()))
    }
}

fn record() -> PathBuf {
    project::root().join("target/dist.fingerprint")
}

/// Adds the name and content of a file, or of every file of a folder.
fn add(place: &Path, hasher: &mut DefaultHasher) -> Result<(), Fault> {
    let files = if place.is_dir() { project::files(place)? } else { vec![place.to_owned()] };
    for file in files {
        file.hash(hasher);
        fs::read(&file).map_err(Fault::file(&file))?.hash(hasher);
    }
    Ok(())
}
