//! Setting up: what a command needs is looked for first, and installed where it is missing.

mod release;
mod rust;
mod system;
mod tool;

pub use system::{chromium, chromium_without_windows, firefox, webkit};

use crate::project::{self, step};
use anyhow::{Error, Result};
use fs_err as fs;
use release::ReleaseHost;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::Path;
use xshell::Shell;

/// A need is one thing that must be there before some work can start.
///
/// The order is the order of setting up: npm comes with Node, and the lock file that names the
/// version of wasm-bindgen is brought up to date by fetching the crates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Crates,
    WasmTarget,
    /// The source of the standard library, which the release compiles along.
    RustSource,
    Trunk,
    WasmBindgen,
    CargoDeny,
    /// The tests of the set-up download from a server of their own.
    Curl,
    Node,
    /// What `tests/package.json` names: for the build esbuild and wasm-opt, and all for the tests.
    NodePackages,
    Chromium,
    Chromedriver,
    Firefox,
    Geckodriver,
    Webkit,
    /// Fonts with Hangul, without which a screenshot shows boxes.
    KoreanFonts,
}

impl Need {
    fn set_up(self, shell: &Shell, releases: &ReleaseHost) -> Result<()> {
        match self {
            Self::Crates => rust::fetch_crates(shell),
            Self::WasmTarget => rust::add_wasm_target(shell),
            Self::RustSource => rust::add_source(shell),
            Self::Trunk => tool::trunk().set_up(shell, releases),
            Self::WasmBindgen => tool::wasm_bindgen()?.set_up(shell, releases),
            Self::CargoDeny => tool::cargo_deny().set_up(shell, releases),
            Self::Curl => system::CURL.set_up(shell),
            Self::Node => system::NODE.set_up(shell),
            Self::NodePackages => install_node_packages(shell),
            Self::Chromium => system::CHROMIUM.set_up(shell),
            Self::Chromedriver => system::CHROMEDRIVER.set_up(shell),
            Self::Firefox => system::FIREFOX.set_up(shell),
            Self::Geckodriver => tool::geckodriver().set_up(shell, releases),
            Self::Webkit => system::WEBKIT.set_up(shell),
            Self::KoreanFonts => system::KOREAN_FONTS.set_up(shell),
        }
    }
}

/// Sets up as much as possible, and says of each need that could not be met why. Programs that the
/// shell starts find the tools.
pub fn each(needs: impl IntoIterator<Item = Need>) -> Result<(Shell, BTreeMap<Need, Error>)> {
    let needs: BTreeSet<_> = needs.into_iter().collect();
    if !needs.is_empty() {
        println!("setting up");
    }
    let shell = project::shell()?;
    let releases = ReleaseHost::github();
    let mut errors = BTreeMap::new();
    for need in needs {
        if let Err(error) = need.set_up(&shell, &releases) {
            println!("- {error:#}");
            errors.insert(need, error);
        }
    }
    Ok((shell, errors))
}

/// Sets up everything, or says what could not be set up first.
pub fn all(needs: impl IntoIterator<Item = Need>) -> Result<Shell> {
    let (shell, errors) = each(needs)?;
    errors.into_values().next().map_or(Ok(shell), Err)
}

/// Installs what `tests/package-lock.json` names, unless that is what is installed.
fn install_node_packages(shell: &Shell) -> Result<()> {
    let tests = project::tests();
    let wanted = fs::read_to_string(tests.join("package-lock.json"))?;
    let seal = tests.join("node_modules/.installed-from");
    if fs::read_to_string(&seal).is_ok_and(|installed| installed == wanted) {
        println!("- the npm packages are there");
    } else {
        step("installing the npm packages (20 seconds)", || {
            let _folder = shell.push_dir(&tests);
            let npm = shell.cmd(script("npm")).quiet();
            npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).run()?;
            Ok(fs::write(&seal, &wanted)?)
        })?;
    }
    use_node_packages(shell);
    Ok(())
}

/// Lets the shell find the programs of the npm packages.
pub fn use_node_packages(shell: &Shell) {
    prepend_path(shell, &project::tests().join("node_modules/.bin"));
}

/// The file name of a program that npm brings: Windows finds those by their full name only.
pub fn script(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

/// Puts the programs of a folder in front of those of the system.
fn prepend_path(shell: &Shell, folder: &Path) {
    let path = shell.var_os("PATH").or_else(|| env::var_os("PATH")).unwrap_or_default();
    let folders = [folder.to_owned()].into_iter().chain(env::split_paths(&path));
    // Joining fails only on a folder whose name holds the separator; the PATH alone is then the
    // best there is.
    shell.set_var("PATH", env::join_paths(folders).unwrap_or(path));
}
