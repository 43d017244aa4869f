//! Installing a tool into its own folder of the user's cache.

use super::npm;
use super::tool::{Registry, Tool};
use crate::fault::Fault;
use crate::program::{self, Program};
use crate::step::step;
use std::fs;
use std::path::Path;

/// Installs a tool, in the quickest way that its registry has.
pub fn install(tool: &Tool, home: &Path) -> Result<(), Fault> {
    let name = format!("{} {}", tool.package, tool.version);
    let place = home.display();
    match tool.registry {
        Registry::Npm => step(&format!("installing {name} into {place} ({})", tool.takes), || {
            from_npm(tool, home)
        }),
        Registry::Crates(flags) => {
            if program::find("cargo-binstall").is_some() {
                let what = format!("fetching {name} into {place} (a minute, once)");
                if step(&what, || binary(tool, home)).is_ok() {
                    return Ok(());
                }
            }
            step(&format!("compiling {name} into {place} ({})", tool.takes), || {
                // A lock file can name a version that a mirror of the registry does not have.
                compiled(tool, home, flags, &["--locked"])
                    .or_else(|_| compiled(tool, home, flags, &[]))
            })
        }
    }
}

fn from_npm(tool: &Tool, home: &Path) -> Result<(), Fault> {
    // npm looks for a package.json in the folders above, unless the folder is there.
    fs::create_dir_all(home).map_err(Fault::file(home))?;
    npm::npm(&["install", "--no-save", "--prefix"])
        .arg(home)
        .arg(format!("{}@{}", tool.package, tool.version))
        .run()
}

fn binary(tool: &Tool, home: &Path) -> Result<(), Fault> {
    Program::new("cargo")
        .args(["binstall", "--no-confirm"])
        .args(["--disable-strategies", "compile", "--root"])
        .arg(home)
        .arg(format!("{}@{}", tool.package, tool.version))
        .run()
}

fn compiled(tool: &Tool, home: &Path, flags: &[&str], locking: &[&str]) -> Result<(), Fault> {
    // Kept inside the home, an interrupted installation goes on where it stopped.
    let target = home.join("target");
    Program::new("cargo")
        .args(["install", tool.package, "--version", &tool.version])
        .args(flags)
        .args(locking)
        .arg("--root")
        .arg(home)
        .arg("--target-dir")
        .arg(&target)
        // A tool that runs for seconds is not worth the minutes of a thorough build.
        .with("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .with("CARGO_PROFILE_RELEASE_LTO", "false")
        .with("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .with("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .run()?;
    // These are hundreds of megabytes, but leaving them behind does no harm.
    drop(fs::remove_dir_all(target));
    Ok(())
}
