//! A tool is a program that the project needs in exactly one version.
//!
//! It is taken from the PATH if the version is right there, else from this user's cache, else it
//! is installed into the cache.

use super::{npm, prepend_path, script};
use crate::project::{self, step};
use anyhow::Result;
use fs_err as fs;
use std::path::Path;
use xshell::{Shell, cmd};

/// A tool, and where it comes from.
pub struct Tool {
    /// The name of the package that brings it.
    package: &'static str,
    /// The version of the package.
    version: String,
    /// The registry that has the package.
    registry: Registry,
    /// How long an installation takes, in words.
    takes: &'static str,
    /// The programs of the package that this project calls.
    programs: &'static [&'static str],
}

/// Where packages come from.
enum Registry {
    /// crates.io, with these flags for the compilation.
    Crates(&'static [&'static str]),
    /// npm, for programs that Node runs.
    Npm,
}

/// Trunk, with a TLS of its own so that it compiles without the system's. Newer versions need a
/// newer Rust than `rust-toolchain.toml` names.
pub fn trunk() -> Tool {
    let flags = &["--no-default-features", "--features", "rustls"];
    Tool::new("trunk", "0.21.14", Registry::Crates(flags), "10 to 15 minutes, once", &["trunk"])
}

/// wasm-bindgen's programs. They read what the crate wrote, so the versions must be equal.
pub fn wasm_bindgen() -> Result<Tool> {
    let version = project::version_of("wasm-bindgen")?;
    let programs = &["wasm-bindgen", "wasm-bindgen-test-runner"];
    let takes = "5 to 10 minutes, once";
    Ok(Tool::new("wasm-bindgen-cli", &version, Registry::Crates(&[]), takes, programs))
}

/// wasm-opt. Distributions ship versions that are years too old for what Rust writes today;
/// `Trunk.toml` names the same version.
pub fn wasm_opt() -> Tool {
    Tool::new("binaryen", "132.0.0", Registry::Npm, "10 seconds, once", &["wasm-opt"])
}

/// esbuild bundles and minifies modules. Trunk's own minifier gives up on what wasm-bindgen writes.
/// `tests/package.json` names the same version.
pub fn esbuild() -> Tool {
    Tool::new("esbuild", "0.28.2", Registry::Npm, "10 seconds, once", &["esbuild"])
}

/// Lighthouse, which judges the page as search engines and phones meet it.
pub fn lighthouse() -> Tool {
    Tool::new("lighthouse", "13.5.0", Registry::Npm, "1 minute, once", &["lighthouse"])
}

/// geckodriver steers Firefox. Debian has none.
pub fn geckodriver() -> Tool {
    let takes = "3 to 5 minutes, once";
    Tool::new("geckodriver", "0.37.1", Registry::Crates(&[]), takes, &["geckodriver"])
}

impl Tool {
    fn new(
        package: &'static str,
        version: &str,
        registry: Registry,
        takes: &'static str,
        programs: &'static [&'static str],
    ) -> Self {
        Self { package, version: version.to_owned(), registry, takes, programs }
    }

    /// Finds the tool or installs it, and lets the shell find it.
    pub fn set_up(&self, shell: &Shell) -> Result<()> {
        let name = format!("{} {}", self.package, self.version);
        if self.is_right(shell, Path::new("")) {
            println!("- {name} is on the PATH");
            return Ok(());
        }
        let home = project::tool_home(self.package, &self.version)?;
        let folder = home.join(match self.registry {
            Registry::Crates(_) => "bin",
            Registry::Npm => "node_modules/.bin",
        });
        if self.is_right(shell, &folder) {
            println!("- {name} is in {}", home.display());
        } else {
            self.install(shell, &home)?;
        }
        prepend_path(shell, &folder);
        Ok(())
    }

    /// Whether each program of a folder answers with the version that is needed. Binaryen's programs
    /// know only the first number of their package's version.
    fn is_right(&self, shell: &Shell, folder: &Path) -> bool {
        let known = self.version.strip_suffix(".0.0").unwrap_or(&self.version);
        self.programs.iter().all(|program| {
            let program = match self.registry {
                Registry::Crates(_) => (*program).to_owned(),
                Registry::Npm => script(program),
            };
            let answer = shell.cmd(folder.join(program)).arg("--version").quiet().ignore_stderr();
            answer.read().is_ok_and(|answer| answer.split_whitespace().any(|word| word == known))
        })
    }

    /// Installs the tool into a folder, in the quickest way that its registry has.
    fn install(&self, shell: &Shell, home: &Path) -> Result<()> {
        let Self { package, version, takes, .. } = self;
        let place = home.display();
        let named = format!("{package}@{version}");
        let Registry::Crates(flags) = self.registry else {
            return step(&format!("installing {package} {version} into {place} ({takes})"), || {
                // npm looks for a package.json in the folders above, unless the folder is there.
                fs::create_dir_all(home)?;
                Ok(npm(shell)
                    .args(["install", "--no-save", "--prefix"])
                    .arg(home)
                    .arg(named)
                    .run()?)
            });
        };
        if which::which("cargo-binstall").is_ok() {
            let what = format!("fetching {package} {version} into {place} (a minute, once)");
            let binstall = cmd!(
                shell,
                "cargo binstall --no-confirm --disable-strategies compile --root {home} {named}"
            );
            if step(&what, || Ok(binstall.quiet().run()?)).is_ok() {
                return Ok(());
            }
        }
        step(&format!("compiling {package} {version} into {place} ({takes})"), || {
            // A lock file can name a version that a mirror of the registry does not have.
            self.compile(shell, home, flags, &["--locked"])
                .or_else(|_| self.compile(shell, home, flags, &[]))
        })
    }

    fn compile(&self, shell: &Shell, home: &Path, flags: &[&str], locked: &[&str]) -> Result<()> {
        let Self { package, version, .. } = self;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_and_the_build_use_the_same_esbuild() {
        let package = fs::read_to_string(project::tests().join("package.json")).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        assert_eq!(package["devDependencies"]["esbuild"], esbuild().version);
    }
}
