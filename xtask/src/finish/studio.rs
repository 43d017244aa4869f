//! The studio: a page of its own beside the delivery, `studio/`, in which report teams make bundles.
//!
//! It is two programs: the page (`report-studio`), and the worker that checks and bundles
//! (`report-authoring`), which has the template of this release beside it.

use super::{Staging, modules};
use crate::project;
use crate::trunk::{self, Program};
use anyhow::Result;
use fs_err as fs;
use report_bundler::{Files, archive, compressed_copies, sha256, sha384, worker};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use xshell::cmd;

/// The folder of the studio within the delivery, and its template there.
const FOLDER: &str = "studio";
const TEMPLATE: &str = "template.zip";

/// The hash of every file of the folder, as the delivery has its own.
const INTEGRITY: &str = "integrity.json";

/// The script of the service worker, which is that of the standalone page.
const WORKER: &str = "sw.js";

/// What the preview needs of the delivery around the studio.
const AROUND: [&str; 8] = [
    "icon.svg",
    "page.css",
    "report-widget-image.js",
    "report-widget-xlsx.js",
    "report-widget.js",
    "report-widget-program.js",
    "report-widget.css",
    "report-widget-charts.js",
];

/// What the page consists of beside its program.
const PAGE: &str = "crates/report-studio/page";

/// Each program, the name that its module gets, and what it is for.
const PROGRAMS: [(&str, &str, Program); 2] = [
    ("report-studio", "studio", Program::Interface),
    ("report-authoring", "report-authoring", Program::Authoring),
];

/// Builds both programs and writes the folder.
pub fn write(staging: &Staging) -> Result<()> {
    let folder = staging.folder.join(FOLDER);
    project::copy(&project::root().join(PAGE), &folder)?;
    let shell = project::shell()?;
    for (package, name, purpose) in PROGRAMS {
        let cargo = cmd!(shell, "cargo build --quiet --release --target wasm32-unknown-unknown");
        let target = match purpose {
            Program::Interface => project::target()?,
            // Cargo compiles everything anew in a folder whose last build had other flags.
            Program::Authoring => project::target()?.join("for-authors"),
        };
        let cargo = cargo.args(["--lib", "--package", package]).arg("--target-dir").arg(&target);
        trunk::for_size(cargo, &shell, project::root(), purpose)?.run()?;
        let program = target
            .join("wasm32-unknown-unknown/release")
            .join(format!("{}.wasm", package.replace('-', "_")));
        let options = [
            "--target",
            "web",
            "--no-typescript",
            "--remove-name-section",
            "--remove-producers-section",
            "--out-name",
            name,
        ];
        cmd!(shell, "wasm-bindgen")
            .args(options)
            .arg("--out-dir")
            .args([&folder, &program])
            .quiet()
            .run()?;
    }
    let template = archive::pack(&read(&project::target()?.join("template"))?)?;
    fs::write(folder.join(TEMPLATE), template)?;
    fs::copy(project::root().join("assets").join(WORKER), folder.join(WORKER))?;
    modules::minify_in(&folder)?;
    write_worker(staging, &folder)?;
    let files = read(&folder)?;
    let hashes: BTreeMap<_, _> =
        files.iter().map(|(name, content)| (name.clone(), sha384(content))).collect();
    let hashes = serde_json::to_string_pretty(&json!({ "files": hashes }))? + "\n";
    fs::write(folder.join(INTEGRITY), hashes)?;
    for (name, copy) in compressed_copies(&files) {
        fs::write(folder.join(name), copy)?;
    }
    Ok(())
}

/// Lets the service worker keep the studio, and what it needs of the delivery around it.
fn write_worker(staging: &Staging, folder: &Path) -> Result<()> {
    let script = fs::read_to_string(folder.join(WORKER))?;
    let mut digests: BTreeMap<_, _> = read(folder)?
        .into_iter()
        .filter(|(name, _)| name != WORKER)
        .map(|(name, content)| (name, sha256(&content)))
        .collect();
    for name in AROUND {
        digests.insert(format!("../{name}"), sha256(&fs::read(staging.folder.join(name))?));
    }
    fs::write(folder.join(WORKER), worker(&script, &digests)?)?;
    Ok(())
}

/// A folder in memory.
fn read(folder: &Path) -> Result<Files> {
    project::files(folder)?.into_iter().map(|(name, file)| Ok((name, fs::read(file)?))).collect()
}
