//! Reading offline: the service worker learns which files its version is made of.

use super::{Profile, Staging};
use crate::digest::sha256;
use crate::fault::Fault;
use crate::frozen;
use crate::project;
use std::fs;

/// The service worker of the standalone page.
const WORKER: &str = "sw.js";

/// What the standalone page never asks for: deliveries for others, and words to hosts.
const NOT_OF_THE_PAGE: [&str; 10] = [
    WORKER,
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

/// Takes the place of a worker that an earlier delivery left at the address of the development
/// server: whoever edits or measures wants to see what was just built.
const NOTHING_KEPT: &str = "\
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => event.waitUntil(leave()));
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(\"report-widget \")) await caches.delete(name);
  const pages = await clients.matchAll();
  await registration.unregister();
  for (const page of pages) page.navigate(page.url);
}
";

/// Writes the list of a release into its worker.
pub fn list(staging: &Staging) -> Result<(), Fault> {
    let place = staging.folder.join(WORKER);
    if staging.profile != Profile::Release {
        return project::write(&place, NOTHING_KEPT);
    }
    let mut listed = Vec::new();
    for file in project::files(&staging.folder)? {
        let name = file.strip_prefix(&staging.folder).unwrap_or(&file).to_string_lossy();
        let name = name.replace('\\', "/");
        if is_of_the_page(&name) {
            let content = fs::read(&file).map_err(Fault::file(&file))?;
            listed.push(format!("\"{name}\":\"{}\"", sha256(&content)));
        }
    }
    let files = format!("{{{}}}", listed.join(","));
    let version = &frozen::hex(files.as_bytes())[..16];
    let worker = project::read(&place)?;
    project::write(&place, format!("const FILES={files};\nconst VERSION=\"{version}\";\n{worker}"))
}

fn is_of_the_page(name: &str) -> bool {
    let is_for_others = ["hosts/", "share/"].iter().any(|folder| name.starts_with(folder));
    !NOT_OF_THE_PAGE.contains(&name) && !is_for_others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_the_page_reads_and_nothing_that_is_for_others() {
        for (name, expected) in [
            ("index.html", true),
            ("en/index.html", true),
            ("report-widget_bg.wasm", true),
            ("icons/icon-192.png", true),
            ("report-widget.html", false),
            ("embed.html", false),
            ("hosts/nginx.conf", false),
            ("share/white-paper-2022-ko.png", false),
            ("sw.js", false),
        ] {
            assert_eq!(is_of_the_page(name), expected, "{name}");
        }
    }
}
