//! The studio: a page of its own beside the delivery, `studio/`, in which report teams make bundles.
//!
//! It is two programs: the page (`report-studio`), and the worker that checks and bundles
//! (`report-authoring`), which has the template of this release beside it.

use super::{Staging, modules};
use crate::project;
use crate::trunk::{self, Messages};
use anyhow::Result;
use fs_err as fs;
use report_bundler::{Files, compressed_copies, sha384};
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use xshell::cmd;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The folder of the studio within the delivery, and its template there.
const FOLDER: &str = "studio";
const TEMPLATE: &str = "template.zip";

/// The hash of every file of the folder, as the delivery has its own.
const INTEGRITY: &str = "integrity.json";

/// What the page consists of beside its program.
const PAGE: &str = "crates/report-studio/page";

/// Each program, the name that its module gets, and who reads its messages.
const PROGRAMS: [(&str, &str, Messages); 2] = [
    ("report-studio", "studio", Messages::ForDevelopers),
    ("report-authoring", "report-authoring", Messages::ForAuthors),
];

/// Builds both programs and writes the folder.
pub fn write(staging: &Staging) -> Result<()> {
    let folder = staging.folder.join(FOLDER);
    project::copy(&project::root().join(PAGE), &folder)?;
    let shell = project::shell()?;
    for (package, name, messages) in PROGRAMS {
        let cargo = cmd!(shell, "cargo build --quiet --release --target wasm32-unknown-unknown");
        let target = match messages {
            Messages::ForDevelopers => project::target()?,
            // Cargo compiles everything anew in a folder whose last build had other flags.
            Messages::ForAuthors => project::target()?.join("for-authors"),
        };
        let cargo = cargo.args(["--lib", "--package", package]).arg("--target-dir").arg(&target);
        trunk::for_size(cargo, &shell, project::root(), messages)?.run()?;
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
    fs::write(folder.join(TEMPLATE), template()?)?;
    modules::minify_in(&folder)?;
    let mut files = Files::new();
    for (name, file) in project::files(&folder)? {
        files.insert(name, fs::read(file)?);
    }
    let hashes: BTreeMap<_, _> =
        files.iter().map(|(name, content)| (name.clone(), sha384(content))).collect();
    let hashes = serde_json::to_string_pretty(&json!({ "files": hashes }))? + "\n";
    fs::write(folder.join(INTEGRITY), hashes)?;
    for (name, copy) in compressed_copies(&files) {
        fs::write(folder.join(name), copy)?;
    }
    Ok(())
}

/// The template of this release as a ZIP file, the same for the same files.
fn template() -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, file) in project::files(&project::target()?.join("template"))? {
        archive.start_file(name, options)?;
        archive.write_all(&fs::read(file)?)?;
    }
    Ok(archive.finish()?.into_inner())
}
