//! The studio: a page of its own beside the delivery, `studio/`, in which report teams make bundles.
//!
//! It is two programs: the page (`report-studio`), and the worker that checks and bundles
//! (`report-authoring`), which has the template of this release beside it.

use crate::trunk::{self, Program};
use crate::{finish, project};
use anyhow::Result;
use fs_err as fs;
use report_bundler::{Files, archive, compressed_copies, names, sha256, sha384, worker};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::thread;
use xshell::{Shell, cmd};

/// The folder of the studio within the delivery, and its template there.
const FOLDER: &str = "studio";
const TEMPLATE: &str = "template.zip";

/// The hash of every file of the folder, as the delivery has its own.
const INTEGRITY: &str = "integrity.json";

/// The script of the service worker, which is that of the standalone page.
const WORKER: &str = "sw.js";

/// The pages of the preview, which is where the widget runs within the studio.
const PREVIEW: [&str; 2] = ["preview.html", "preview.js"];

/// What the page consists of beside its program.
const PAGE: &str = "crates/report-studio/page";

/// Each program, the name that its module gets, and what it is for.
const PROGRAMS: [(&str, &str, Program); 2] = [
    ("report-studio", "studio", Program::Interface),
    ("report-authoring", "report-authoring", Program::Authoring),
];

/// Builds both programs and writes the folder into the delivery that was built from the sources.
pub fn write(shell: &Shell, sources: &Path, target: &Path) -> Result<()> {
    let dist = sources.join("dist");
    // Under another name until it is whole: the delivery may be served already.
    let folder = dist.join(".studio");
    project::remove(&folder)?;
    project::copy(&sources.join(PAGE), &folder)?;
    let _sources = shell.push_dir(sources);
    // Cargo has a folder for each of them, so that neither waits for the other.
    thread::scope(|scope| {
        let builds = PROGRAMS.map(|program| {
            let (shell, folder) = (shell.clone(), &folder);
            scope.spawn(move || build(&shell, sources, target, folder, program))
        });
        builds.into_iter().try_for_each(|build| build.join().expect("a build does not panic"))
    })?;
    let template = project::read(&target.join("template"))?;
    fs::write(folder.join(TEMPLATE), archive::pack(&template)?)?;
    fs::copy(sources.join("assets").join(WORKER), folder.join(WORKER))?;
    finish::minify_in(&folder)?;
    write_worker(&dist, &folder, &template)?;
    let files = project::read(&folder)?;
    let hashes: BTreeMap<_, _> =
        files.iter().map(|(name, content)| (name.clone(), sha384(content))).collect();
    let hashes = serde_json::to_string_pretty(&json!({ "files": hashes }))? + "\n";
    fs::write(folder.join(INTEGRITY), hashes)?;
    for (name, copy) in compressed_copies(&files) {
        fs::write(folder.join(name), copy)?;
    }
    let place = dist.join(FOLDER);
    project::remove(&place)?;
    Ok(fs::rename(folder, place)?)
}

/// Builds one program into the folder.
fn build(
    shell: &Shell,
    sources: &Path,
    target: &Path,
    folder: &Path,
    (package, name, purpose): (&str, &str, Program),
) -> Result<()> {
    let cargo = cmd!(shell, "cargo build --quiet --release --target wasm32-unknown-unknown");
    let target = match purpose {
        Program::Interface => target.to_owned(),
        // Cargo compiles everything anew in a folder whose last build had other flags.
        Program::Authoring => target.join("for-authors"),
    };
    let cargo = cargo.args(["--lib", "--package", package]).arg("--target-dir").arg(&target);
    trunk::for_size(cargo, shell, sources, purpose)?.run()?;
    let program = target
        .join("wasm32-unknown-unknown/release")
        .join(format!("{}.wasm", package.replace('-', "_")));
    let bindgen =
        cmd!(shell, "wasm-bindgen --target web --no-typescript --out-name {name}").quiet();
    let bindgen =
        bindgen.args(["--remove-name-section", "--remove-producers-section", "--out-dir"]);
    Ok(bindgen.args([folder, &program]).run()?)
}

/// Lets the service worker keep the studio, and what it needs of the delivery around it.
fn write_worker(dist: &Path, folder: &Path, template: &Files) -> Result<()> {
    let page: Vec<_> =
        PREVIEW.iter().map(|name| fs::read(folder.join(name))).collect::<Result<_, _>>()?;
    let script = fs::read_to_string(folder.join(WORKER))?;
    let mut digests: BTreeMap<_, _> = project::read(folder)?
        .into_iter()
        .filter(|(name, _)| name != WORKER)
        .map(|(name, content)| (name, sha256(&content)))
        .collect();
    for name in around(&page.concat(), template) {
        digests.insert(format!("../{name}"), sha256(&fs::read(dist.join(name))?));
    }
    fs::write(folder.join(WORKER), worker(&script, &digests)?)?;
    Ok(())
}

/// What the preview needs of the delivery around the studio: the files that its page names there, and those
/// that their modules name in turn. Each bundle brings a program of its own.
fn around(page: &[u8], template: &Files) -> BTreeSet<String> {
    let others = || template.keys().filter(|name| *name != names::CODE);
    let mut found: BTreeSet<_> =
        others().filter(|name| is_named(page, &format!("../{name}"))).cloned().collect();
    loop {
        let modules: Vec<_> = found.iter().filter(|name| project::ending(name) == "js").collect();
        let is_new = |name: &&String| {
            !found.contains(*name) && modules.iter().any(|file| is_named(&template[*file], name))
        };
        let new: Vec<_> = others().filter(is_new).cloned().collect();
        if new.is_empty() {
            return found;
        }
        found.extend(new);
    }
}

/// Whether a file names another, and not one whose name only ends like that.
fn is_named(file: &[u8], name: &str) -> bool {
    let text = String::from_utf8_lossy(file);
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    text.match_indices(name).any(|(at, _)| !text[..at].ends_with(is_of_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_has_what_its_page_names_and_what_that_names_in_turn() {
        let template = [
            ("page.css", "/* as other-page.css has it */"),
            ("report-widget.js", r#"import("./report-widget-program.js");fetch("w.css")"#),
            (
                "report-widget-program.js",
                r#"new URL("report-widget_bg.wasm",a),"report-widget.js""#,
            ),
            ("report-widget_bg.wasm", ""),
            ("w.css", ""),
            ("other-page.css", ""),
            ("embed.js", r#"import"./report-widget.js""#),
        ];
        let template: Files =
            template.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
        let page = br#"<link href="../page.css"><script>import("../report-widget.js")</script>"#;
        let found: Vec<_> = around(page, &template).into_iter().collect();
        assert_eq!(found, ["page.css", "report-widget-program.js", "report-widget.js", "w.css"]);
    }
}
