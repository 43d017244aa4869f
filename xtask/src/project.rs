//! The project's places, and small things that every command needs.

use anyhow::{Context, Result};
use fs_err as fs;
use report_bundler::Files;
use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// The delivery that Trunk builds.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's folder. A build in another folder has its own.
pub fn target() -> Result<PathBuf> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(std::path::absolute(target)?)
}

/// The browser tests and what they need from npm.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// Starts programs in the workspace.
pub fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// The version of a package that the project is built with, from `Cargo.lock`; that of the widget, too.
pub fn version_of(package: &str) -> Result<String> {
    // `...#wasm-bindgen@0.2.129`, or `...#0.1.0` where the folder is named like the package.
    let shell = shell()?;
    let id = cmd!(shell, "cargo pkgid --offline {package}").quiet().read()?;
    Ok(id.rsplit(['@', '#']).next().unwrap_or_default().to_owned())
}

/// Where a tool is kept, for every checkout of this user: a tool takes minutes to compile, and two
/// checkouts may need two versions of it side by side.
pub fn tool_home(name: &str, version: &str) -> Result<PathBuf> {
    // The base directory specification says that relative paths are to be ignored.
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = cache
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .context("there is no home folder to keep tools in; set HOME or XDG_CACHE_HOME")?;
    Ok(cache.join("report-widget/tools").join(format!("{name}-{version}")))
}

/// The ending of a file's name: `js` of `a.min.js`.
pub fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Every file below a folder, by its name within the folder, with slashes; in a stable order.
pub fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            files.push((name, entry.into_path()));
        }
    }
    files.sort();
    Ok(files)
}

/// A folder in memory.
pub fn read(folder: &Path) -> Result<Files> {
    files(folder)?.into_iter().map(|(name, file)| Ok((name, fs::read(file)?))).collect()
}

/// Copies a file, or every file below a folder, beside what lies at its new place already.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for (name, file) in files(from)? {
        let place = if name.is_empty() { to.to_owned() } else { to.join(name) };
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::copy(file, place)?;
    }
    Ok(())
}

/// Removes a folder, if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Announces work that takes a while, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("- {what} ...");
    let start = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    println!("  {end} after {}", spoken(start.elapsed()));
    result
}

/// A duration as precisely as a waiting person wants it.
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_version_of_exactly_the_named_package() {
        let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
        for package in ["wasm-bindgen", "report-widget"] {
            let version = version_of(package).unwrap();
            assert!(lock.contains(&format!("name = \"{package}\"\nversion = \"{version}\"\n")));
        }
    }

    #[test]
    fn says_longer_times_less_precisely() {
        for (milliseconds, expected) in
            [(40, "0.0 s"), (1_250, "1.2 s"), (59_999, "59 s"), (492_000, "8 min 12 s")]
        {
            assert_eq!(spoken(Duration::from_millis(milliseconds)), expected);
        }
    }
}
