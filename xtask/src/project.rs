//! The project's places: where its files are, and where its tools are kept.

use crate::fault::Fault;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// The delivery that Trunk builds.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The browser tests and what they need from npm.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// The version of the widget.
pub fn version() -> Result<String, Fault> {
    let place = root().join("Cargo.toml");
    let manifest: toml::Table =
        read(&place)?.parse().map_err(|error| Fault::content(&place, error))?;
    let version = manifest.get("package").and_then(|package| package.get("version")?.as_str());
    version.map(str::to_owned).ok_or_else(|| Fault::content(place, "names no version"))
}

/// Where tools are kept, for every checkout of this user: a tool takes minutes to compile, and two
/// checkouts may need two versions of it side by side.
pub fn tool_home(name: &str, version: &str) -> Result<PathBuf, Fault> {
    let cache = absolute(env::var_os("XDG_CACHE_HOME").map(PathBuf::from))
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or_else(|| Fault::Missing {
            what: "a home folder to keep tools in".into(),
            remedy: "set HOME, or XDG_CACHE_HOME to an absolute path".into(),
        })?;
    Ok(cache.join("report-widget/tools").join(format!("{name}-{version}")))
}

/// Reads a text file, naming it when that fails.
pub fn read(place: &Path) -> Result<String, Fault> {
    fs::read_to_string(place).map_err(Fault::file(place))
}

/// Writes a file, naming it when that fails.
pub fn write(place: &Path, content: impl AsRef<[u8]>) -> Result<(), Fault> {
    fs::write(place, content).map_err(Fault::file(place))
}

/// Every file below a folder, in a stable order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(Fault::file(&folder))? {
            let place = entry.map_err(Fault::file(&folder))?.path();
            if place.is_dir() {
                open.push(place);
            } else {
                found.push(place);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The base directory specification says that relative paths are to be ignored.
fn absolute(path: Option<PathBuf>) -> Option<PathBuf> {
    path.filter(|path| path.is_absolute())
}
