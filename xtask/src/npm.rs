//! The npm packages: one of the element, and one of the command for report teams, which runs as
//! WebAssembly. Each is a folder of what it is written in and of files of `dist/`, packed by npm.

use crate::{project, setup};
use anyhow::{Context, Result, ensure};
use fs_err as fs;
use serde_json::Value;
use std::path::Path;
use xshell::Shell;

/// An npm package.
struct Package {
    /// Its folder beside others.
    name: &'static str,
    /// Where its own files stand.
    sources: &'static str,
    /// The folder of `dist/` that it takes files from.
    from: &'static str,
    /// Which files of that folder it has.
    has: fn(&str) -> bool,
}

const PACKAGES: [Package; 2] = [
    Package { name: "element", sources: "assets/npm", from: "", has: is_of_element },
    Package {
        name: "authoring",
        sources: "crates/report-authoring/npm",
        from: "studio",
        has: |name| {
            ["report-authoring.js", "report-authoring_bg.wasm", "template.zip"].contains(&name)
        },
    },
];

/// Everything that the element loads, and what describes it; no pages, and no packed copies.
fn is_of_element(name: &str) -> bool {
    let is_loaded = name.starts_with("report-widget")
        && ["js", "wasm", "css", "json", "txt", "ts"].contains(&project::ending(name));
    is_loaded || ["custom-elements.json", "THIRD-PARTY.txt"].contains(&name)
}

/// Writes the packages of `dist/` into a folder; gives the names of the two files.
pub fn pack(shell: &Shell, place: &Path) -> Result<Vec<String>> {
    let version = project::version_of("report-widget")?;
    let folders = place.join("npm");
    project::remove(&folders)?;
    let mut packed = Vec::new();
    for package in PACKAGES {
        let folder = folders.join(package.name);
        let name = assemble(&package, &project::dist(), &version, &folder)?;
        let npm = shell.cmd(setup::script("npm")).quiet().ignore_stdout();
        npm.args(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination"])
            .args([place, &folder])
            .run()?;
        packed.push(format!("{name}-{version}.tgz"));
    }
    Ok(packed)
}

/// Puts the files of a package together, and its version into its description; gives its name.
fn assemble(package: &Package, dist: &Path, version: &str, folder: &Path) -> Result<String> {
    project::copy(&project::root().join(package.sources), folder)?;
    project::copy(&project::root().join("LICENSE"), &folder.join("LICENSE"))?;
    let from = dist.join(package.from);
    for (name, file) in project::files(&from)? {
        if (package.has)(&name) {
            ensure!(!folder.join(&name).exists(), "two files of a package are named {name}");
            project::copy(&file, &folder.join(name))?;
        }
    }
    // As text: the order within `exports` has a meaning.
    for (name, placeholder) in [("package.json", "0.0.0"), ("README.md", "VERSION")] {
        let text = fs::read_to_string(folder.join(name))?;
        fs::write(folder.join(name), text.replace(placeholder, version))?;
    }
    let description: Value = serde_json::from_slice(&fs::read(folder.join("package.json"))?)?;
    Ok(description["name"].as_str().context("a package has a name")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_have_their_own_files_those_of_the_delivery_and_the_version() {
        let shell = project::shell().unwrap();
        let place = shell.create_temp_dir().unwrap();
        let dist = place.path().join("dist");
        let delivered = "report-widget.js report-widget.js.br report-widget.html report-widget_bg.wasm \
            report-widget.d.ts index.html THIRD-PARTY.txt studio/report-authoring.js studio/studio.js \
            studio/template.zip";
        for name in delivered.split_whitespace() {
            shell.write_file(dist.join(name), name).unwrap();
        }
        let expected = [
            "LICENSE README.md THIRD-PARTY.txt package.json report-widget.d.ts report-widget.js \
             report-widget_bg.wasm",
            "LICENSE README.md cli.js folders.js package.json report-authoring.js template.zip",
        ];
        for (package, expected) in PACKAGES.iter().zip(expected) {
            let folder = place.path().join(package.name);
            let name = assemble(package, &dist, "1.2.3", &folder).unwrap();
            let files = project::files(&folder).unwrap();
            let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names.join(" "), expected);
            let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
            assert!(read("package.json").contains("\"version\": \"1.2.3\""));
            assert!(!read("README.md").contains("VERSION"));
            assert!(name.starts_with("report-widget"));
        }
    }
}
