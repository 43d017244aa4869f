//! A tool is a program that the project needs in exactly one version.
//!
//! It is taken from the PATH if the version is right there, else from this user's cache, else it
//! is installed into the cache.

use super::prepend_path;
use crate::project::{self, step};
use anyhow::Result;
use fs_err as fs;
use std::path::Path;
use xshell::{Shell, cmd};

/// A tool that crates.io has. Those that npm has are packages of `tests/package.json`.
pub struct Tool {
    package: &'static str,
    version: String,
    /// The flags of its compilation.
    flags: &'static [&'static str],
    /// How long that takes, in words.
    takes: &'static str,
    /// The programs of the package that this project calls.
    programs: &'static [&'static str],
}

/// Trunk, with a TLS of its own so that it compiles without the system's. Newer versions need a
/// newer Rust than `rust-toolchain.toml` names.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: "0.21.14".into(),
        flags: &["--no-default-features", "--features", "rustls"],
        takes: "10 to 15 minutes, once",
        programs: &["trunk"],
    }
}

/// wasm-bindgen's programs. They read what the crate wrote, so the versions must be equal.
pub fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: project::version_of("wasm-bindgen")?,
        flags: &[],
        takes: "5 to 10 minutes, once",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    })
}

/// cargo-deny checks licences, sources and versions against `deny.toml`. What it fetches by itself,
/// advisories, is left out.
pub fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        version: "0.20.2".into(),
        flags: &["--no-default-features"],
        takes: "3 to 5 minutes, once",
        programs: &["cargo-deny"],
    }
}

/// geckodriver steers Firefox. Debian has none.
pub fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        version: "0.37.1".into(),
        flags: &[],
        takes: "3 to 5 minutes, once",
        programs: &["geckodriver"],
    }
}

impl Tool {
    /// Finds the tool or installs it, and lets the shell find it.
    pub fn set_up(&self, shell: &Shell) -> Result<()> {
        let Self { package, version, .. } = self;
        if self.is_right(shell, Path::new("")) {
            println!("- {package} {version} is on the PATH");
            return Ok(());
        }
        let home = project::tool_home(package, version)?;
        if self.is_right(shell, &home.join("bin")) {
            println!("- {package} {version} is in {}", home.display());
        } else {
            self.install(shell, &home)?;
        }
        prepend_path(shell, &home.join("bin"));
        Ok(())
    }

    /// Whether each program of a folder answers with the version that is needed.
    fn is_right(&self, shell: &Shell, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            let answer = shell.cmd(folder.join(program)).arg("--version").quiet().ignore_stderr();
            let is_version = |answer: String| answer.split_whitespace().any(|w| w == self.version);
            answer.read().is_ok_and(is_version)
        })
    }

    /// Installs the tool into a folder, as a binary where that can be had.
    fn install(&self, shell: &Shell, home: &Path) -> Result<()> {
        let Self { package, version, takes, .. } = self;
        let place = home.display();
        if which::which("cargo-binstall").is_ok() {
            let what = format!("fetching {package} {version} into {place} (a minute, once)");
            let named = format!("{package}@{version}");
            let flags = ["--no-confirm", "--disable-strategies", "compile"];
            let binstall = cmd!(shell, "cargo binstall {flags...} --root {home} {named}").quiet();
            if step(&what, || Ok(binstall.run()?)).is_ok() {
                return Ok(());
            }
        }
        step(&format!("compiling {package} {version} into {place} ({takes})"), || {
            // A lock file can name a version that a mirror of the registry does not have.
            self.compile(shell, home, &["--locked"]).or_else(|_| self.compile(shell, home, &[]))
        })
    }

    fn compile(&self, shell: &Shell, home: &Path, locked: &[&str]) -> Result<()> {
        let &Self { package, ref version, flags, .. } = self;
        // Kept inside the home, an interrupted installation goes on where it stopped.
        let target = home.join("target");
        let place = ["--root".as_ref(), home, "--target-dir".as_ref(), &target];
        cmd!(
            shell,
            "cargo install {package} --version {version} {flags...} {locked...} {place...}"
        )
        .quiet()
        // A tool that runs for seconds is not worth the minutes of a thorough build.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .run()?;
        // These are hundreds of megabytes, but leaving them behind does no harm.
        drop(fs::remove_dir_all(target));
        Ok(())
    }
}
