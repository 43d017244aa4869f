//! What a delivery says of itself: its version, the files of the service worker, and the hash of
//! every file for those who pin what they load.

use std::collections::BTreeMap;

use report_validation::data_digest;
use serde::Serialize;

use crate::bundle::{Bundle, Profile, ending};
use crate::digest::{sha256, sha384};
use crate::{TemplateError, names};

/// The service worker of the standalone page.
const WORKER: &str = "sw.js";

/// What the standalone page never asks for: deliveries for others, and words to hosts.
const NOT_OF_THE_PAGE: [&str; 12] = [
    WORKER,
    "THIRD-PARTY.txt",
    "VERSION",
    "_headers",
    "custom-elements.json",
    "embed.html",
    "embed.js",
    "integrity.json",
    "llms.txt",
    "report-frame.js",
    "report-widget.d.ts",
    "report-widget.html",
];

/// Writes the version, and the digest of the reports' files by which this state of the reports is known.
#[expect(clippy::unnecessary_wraps, reason = "every step may fail")]
pub fn write_version(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let (version, data) = (bundle.renderer.version(), bundle.reports.library.digest);
    bundle.write(names::VERSION, format!("report-widget {version}\ndata sha256 {data}\n"));
    Ok(())
}

/// Writes the list of a release into its worker. Otherwise nothing is kept.
pub fn write_offline(bundle: &mut Bundle) -> Result<(), TemplateError> {
    if bundle.profile != Profile::Release {
        bundle.write(WORKER, include_str!("files/unregister.js"));
        return Ok(());
    }
    let worker = worker(bundle.text(WORKER)?, &digests(bundle, is_of_the_page, sha256))?;
    bundle.write(WORKER, worker);
    Ok(())
}

/// The script of a service worker that keeps these files, by their names relative to its own folder, with
/// their SHA-256 digests as [`sha256`] writes them.
///
/// # Errors
/// Where the list cannot be written as JSON.
pub fn worker<N: AsRef<str> + Ord + Serialize>(
    script: &str,
    files: &BTreeMap<N, String>,
) -> Result<String, serde_json::Error> {
    let files = serde_json::to_string(files)?;
    let version = &data_digest::hex(files.as_bytes())[..16];
    Ok(format!("const FILES={files};\nconst VERSION=\"{version}\";\n{script}"))
}

/// Writes the hash of every file but the list itself and what hosts read and never send.
pub fn write_integrity(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let is_listed = |name: &str| !["integrity.json", names::HEADERS].contains(&name);
    let integrity = Integrity {
        version: bundle.renderer.version(),
        data: format!("sha256 {}", bundle.reports.library.digest),
        files: digests(bundle, is_listed, sha384),
    };
    let integrity = serde_json::to_string_pretty(&integrity)? + "\n";
    bundle.write("integrity.json", integrity);
    Ok(())
}

#[derive(Serialize)]
struct Integrity<'a> {
    version: &'a str,
    data: String,
    files: BTreeMap<&'a str, String>,
}

fn digests<'a>(
    bundle: &'a Bundle,
    is_listed: impl Fn(&str) -> bool,
    digest: fn(&'a [u8]) -> String,
) -> BTreeMap<&'a str, String> {
    let files = bundle.files.iter().filter(|(name, _)| is_listed(name));
    files.map(|(name, content)| (name.as_str(), digest(content))).collect()
}

fn is_of_the_page(name: &str) -> bool {
    let is_for_others = ["hosts/", "share/"].iter().any(|folder| name.starts_with(folder));
    // Texts and tables of reports are read in other programs, which do not ask the service worker.
    let is_edition = ["csv", "md"].contains(&ending(name)) || name.ends_with("figures.json");
    !NOT_OF_THE_PAGE.contains(&name) && !is_for_others && !is_edition
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::tests::release;
    use serde_json::Value;

    #[test]
    fn the_worker_keeps_what_the_page_reads_and_every_file_is_listed() {
        let editions = ["llms.txt", "en/report.md", "en/figures.csv", "en/figures.json"];
        let empty = ["index.html", "en/index.html", "embed.html", "hosts/nginx.conf", "_headers"];
        let mut bundle = release(
            &[&empty[..], &editions]
                .concat()
                .into_iter()
                .map(|name| (name, ""))
                .collect::<Vec<_>>(),
        );
        bundle.write("sw.js", "worker();\n");
        write_offline(&mut bundle).unwrap();
        let (files, worker) = (bundle.text("sw.js").unwrap(), "\";\nworker();\n");
        let empty = sha256("");
        let list = format!("{{\"en/index.html\":\"{empty}\",\"index.html\":\"{empty}\"}}");
        assert!(files.starts_with(&format!("const FILES={list};\nconst VERSION=\"")), "{files}");
        assert!(files.ends_with(worker), "{files}");

        write_integrity(&mut bundle).unwrap();
        let list: Value = serde_json::from_str(bundle.text("integrity.json").unwrap()).unwrap();
        let names: Vec<_> = list["files"].as_object().unwrap().keys().collect();
        let expected = [
            "embed.html",
            "en/figures.csv",
            "en/figures.json",
            "en/index.html",
            "en/report.md",
            "hosts/nginx.conf",
            "index.html",
            "llms.txt",
            "sw.js",
        ];
        assert_eq!(names, expected);
        assert_eq!(list["files"]["sw.js"], sha384(bundle.text("sw.js").unwrap()));
    }
}
