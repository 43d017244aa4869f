//! A tool is a program that the project needs in exactly one version.
//!
//! It is taken from the PATH if the version is right there, else from this user's cache, else it
//! is installed into the cache.

use super::install;
use super::{Toolbox, lock};
use crate::fault::Fault;
use crate::program::Program;
use crate::project;
use std::path::Path;

/// A tool, and where it comes from.
pub struct Tool {
    /// The name of the package that brings it.
    pub package: &'static str,
    /// The version of the package.
    pub version: String,
    /// The registry that has the package.
    pub registry: Registry,
    /// How long an installation takes, in words.
    pub takes: &'static str,
    /// The programs of the package that this project calls.
    programs: &'static [&'static str],
    /// The word by which a program tells its version.
    says: String,
}

/// Where packages come from.
#[derive(Clone, Copy)]
pub enum Registry {
    /// crates.io, with these flags for the compilation.
    Crates(&'static [&'static str]),
    /// npm, for programs that Node runs.
    Npm,
}

/// Trunk, with a TLS of its own so that it compiles without the system's. Newer versions need a
/// newer Rust than `rust-toolchain.toml` names.
pub fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: "0.21.14".into(),
        registry: Registry::Crates(&["--no-default-features", "--features", "rustls"]),
        takes: "10 to 15 minutes, once",
        programs: &["trunk"],
        says: "0.21.14".into(),
    }
}

/// wasm-bindgen's programs. They read what the crate wrote, so the versions must be equal.
pub fn wasm_bindgen() -> Result<Tool, Fault> {
    let version = lock::version("wasm-bindgen")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: version.clone(),
        registry: Registry::Crates(&[]),
        takes: "5 to 10 minutes, once",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        says: version,
    })
}

/// wasm-opt. Distributions ship versions that are years too old for what Rust writes today;
/// `Trunk.toml` names the same version.
pub fn wasm_opt() -> Tool {
    Tool {
        package: "binaryen",
        version: "132.0.0".into(),
        registry: Registry::Npm,
        takes: "10 seconds, once",
        programs: &["wasm-opt"],
        says: "132".into(),
    }
}

/// Terser makes modules small. Trunk's own minifier gives up on what wasm-bindgen writes.
pub fn terser() -> Tool {
    Tool {
        package: "terser",
        version: "5.51.2".into(),
        registry: Registry::Npm,
        takes: "10 seconds, once",
        programs: &["terser"],
        says: "5.51.2".into(),
    }
}

/// Lighthouse, which judges the page as search engines and phones meet it.
pub fn lighthouse() -> Tool {
    Tool {
        package: "lighthouse",
        version: "13.5.0".into(),
        registry: Registry::Npm,
        takes: "1 minute, once",
        programs: &["lighthouse"],
        says: "13.5.0".into(),
    }
}

/// geckodriver steers Firefox. Debian has none.
pub fn geckodriver() -> Tool {
    Tool {
        package: "geckodriver",
        version: "0.37.1".into(),
        registry: Registry::Crates(&[]),
        takes: "3 to 5 minutes, once",
        programs: &["geckodriver"],
        says: "0.37.1".into(),
    }
}

impl Tool {
    /// Finds the tool or installs it, and puts it into the toolbox.
    pub fn set_up(&self, tools: &mut Toolbox) -> Result<(), Fault> {
        let name = format!("{} {}", self.package, self.version);
        if self.is_right(Program::new) {
            println!("- {name} is on the PATH");
            return Ok(());
        }
        let home = project::tool_home(self.package, &self.version)?;
        let folder = home.join(self.registry.folder_of_programs());
        if self.is_in(&folder) {
            println!("- {name} is in {}", home.display());
        } else {
            install::install(self, &home)?;
        }
        tools.add(folder);
        Ok(())
    }

    fn is_in(&self, folder: &Path) -> bool {
        let mut own = Toolbox::default();
        own.add(folder.to_owned());
        folder.is_dir() && self.is_right(|program| own.program(program))
    }

    /// Whether each program answers with the version that is needed.
    fn is_right(&self, find: impl Fn(&str) -> Program) -> bool {
        self.programs.iter().all(|program| {
            let answer = find(program).arg("--version").answer();
            answer.is_ok_and(|answer| answer.split_whitespace().any(|word| word == self.says))
        })
    }
}

impl Registry {
    fn folder_of_programs(self) -> &'static str {
        match self {
            Self::Crates(_) => "bin",
            Self::Npm => "node_modules/.bin",
        }
    }
}
