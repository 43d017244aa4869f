//! What a delivery says of itself: its version, the files of the service worker, and the hash of
//! every file for those who pin what they load.

use super::{Profile, Staging};
use crate::digest::{sha256, sha384};
use crate::{data_digest, project};
use anyhow::Result;
use fs_err as fs;
use serde::Serialize;
use std::collections::BTreeMap;

/// The service worker of the standalone page.
const WORKER: &str = "sw.js";

/// What the standalone page never asks for: deliveries for others, and words to hosts.
const NOT_OF_THE_PAGE: [&str; 11] = [
    WORKER,
    "THIRD-PARTY.txt",
    "VERSION",
    "_headers",
    "custom-elements.json",
    "embed.html",
    "embed.js",
    "integrity.json",
    "report-frame.js",
    "report-widget.d.ts",
    "report-widget.html",
];

/// Writes the version, and the digest of the reports' files by which this state of the reports is known.
pub fn write_version(staging: &Staging) -> Result<()> {
    let (version, data) = (project::version_of("report-widget")?, data_digest()?);
    staging.write("VERSION", format!("report-widget {version}\ndata sha256 {data}\n"))
}

/// Writes the list of a release into its worker. Otherwise nothing is kept.
pub fn write_offline(staging: &Staging) -> Result<()> {
    if staging.profile != Profile::Release {
        return staging.write(WORKER, include_str!("files/unregister.js"));
    }
    let files = serde_json::to_string(&digests(staging, is_of_the_page, sha256)?)?;
    let version = &data_digest::hex(files.as_bytes())[..16];
    let worker = staging.read(WORKER)?;
    staging.write(WORKER, format!("const FILES={files};\nconst VERSION=\"{version}\";\n{worker}"))
}

/// Writes the hash of every file but the list itself and what hosts read and never send.
pub fn write_integrity(staging: &Staging) -> Result<()> {
    let is_listed = |name: &str| !["integrity.json", "_headers"].contains(&name);
    let integrity = Integrity {
        version: project::version_of("report-widget")?,
        data: format!("sha256 {}", data_digest()?),
        files: digests(staging, is_listed, sha384)?,
    };
    staging.write("integrity.json", serde_json::to_string_pretty(&integrity)? + "\n")
}

#[derive(Serialize)]
struct Integrity {
    version: String,
    data: String,
    files: BTreeMap<String, String>,
}

fn digests(
    staging: &Staging,
    is_listed: impl Fn(&str) -> bool,
    digest: fn(Vec<u8>) -> String,
) -> Result<BTreeMap<String, String>> {
    let files = project::files(&staging.folder)?.into_iter().filter(|(name, _)| is_listed(name));
    files.map(|(name, file)| Ok((name, digest(fs::read(file)?)))).collect()
}

/// The digest of the reports that were attached to the program.
fn data_digest() -> Result<String> {
    Ok(data_digest::digest(&project::root().join(data_digest::reports()))?)
}

fn is_of_the_page(name: &str) -> bool {
    let is_for_others = ["hosts/", "share/"].iter().any(|folder| name.starts_with(folder));
    !NOT_OF_THE_PAGE.contains(&name) && !is_for_others
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_worker_keeps_what_the_page_reads_and_every_file_is_listed() {
        let empty = ["index.html", "en/index.html", "embed.html", "hosts/nginx.conf", "_headers"];
        let (_folder, staging) = Staging::with(&empty.map(|name| (name, "")));
        staging.write("sw.js", "worker();\n").unwrap();
        write_offline(&staging).unwrap();
        let (files, worker) = (staging.read("sw.js").unwrap(), "\";\nworker();\n");
        let empty = sha256("");
        let list = format!("{{\"en/index.html\":\"{empty}\",\"index.html\":\"{empty}\"}}");
        assert!(files.starts_with(&format!("const FILES={list};\nconst VERSION=\"")), "{files}");
        assert!(files.ends_with(worker), "{files}");

        write_integrity(&staging).unwrap();
        let list: Value = serde_json::from_str(&staging.read("integrity.json").unwrap()).unwrap();
        let names: Vec<_> = list["files"].as_object().unwrap().keys().collect();
        let expected = ["embed.html", "en/index.html", "hosts/nginx.conf", "index.html", "sw.js"];
        assert_eq!(names, expected);
        assert_eq!(list["files"]["sw.js"], sha384(staging.read("sw.js").unwrap()));
    }
}
