//! The release: the delivery built, packed into one archive, two npm packages and a `WordPress` plugin,
//! with their digests, and a `CycloneDX` bill of materials of the program and one of the delivery
//! (tools/sbom.mjs).
//!
//! The same delivery gives the same archive, byte by byte: names in order, one fixed time, and
//! nothing of this machine.

use crate::project::{self, step};
use crate::{npm, setup, trunk};
use anyhow::Result;
use fs_err as fs;
use report_bundler::{Files, archive, wordpress_plugin};
use report_validation::data_digest;
use std::path::Path;
use xshell::cmd;

/// The digests, as `sha256sum --check` reads them.
const SUMS: &str = "SHA256SUMS";

/// Builds the delivery and writes archive and digests.
pub fn run() -> Result<()> {
    let shell = setup::all(trunk::NEEDS)?;
    step("building the release bundle", || trunk::build(&shell))?;
    let name = format!("report-widget-{}", project::version_of("report-widget")?);
    let place = project::root().join("target/delivery");
    write(&project::dist(), &name, &place)?;
    let (dist, version) = (project::dist(), project::version_of("report-widget")?);
    cmd!(shell, "node tools/sbom.mjs {dist} {version} {place}").quiet().run()?;
    let bills = ["program.cdx.json", "delivery.cdx.json"].map(str::to_owned);
    let packages = npm::pack(&shell, &place)?.into_iter().chain([pack_plugin(&place)?]);
    add_sums(&place, bills.into_iter().chain(packages))?;
    println!("the folder is dist/, its archive {}", place.join(format!("{name}.zip")).display());
    println!(
        "  {} tells the SHA-256 of the archive and of every file, *.cdx.json what is in it, *.tgz are \
         for npm, wordpress/ is a plugin",
        place.join(SUMS).display()
    );
    Ok(())
}

/// Writes the `WordPress` plugin of `dist/` and its archive into a folder; gives the archive's name.
pub fn pack_plugin(place: &Path) -> Result<String> {
    let version = project::version_of("report-widget")?;
    let files = plugin_of(&project::dist(), &version)?;
    let folder = place.join("wordpress");
    project::remove(&folder)?;
    for (name, content) in &files {
        let file = folder.join(name);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, content)?;
    }
    let name = format!("report-widget-wordpress-{version}.zip");
    fs::write(place.join(&name), archive::pack(&files)?)?;
    Ok(name)
}

/// The files of the plugin of a delivery, in the folder that `WordPress` knows it by.
fn plugin_of(dist: &Path, version: &str) -> Result<Files> {
    let mut own = project::read(&project::root().join("assets/wordpress"))?;
    own.insert("LICENSE".to_owned(), fs::read(project::root().join("LICENSE"))?);
    let files = wordpress_plugin(&own, &project::read(dist)?, version)?.into_iter();
    Ok(files.map(|(name, content)| (format!("report-widget/{name}"), content)).collect())
}

/// Writes the archive of a folder under a name, and the digests of all.
fn write(folder: &Path, name: &str, place: &Path) -> Result<()> {
    project::remove(place)?;
    fs::create_dir_all(place)?;
    let mut files = Files::new();
    let mut sums = String::new();
    for (inside, content) in project::read(folder)? {
        sums.extend([&data_digest::hex(&content), "  ", name, "/", &inside, "\n"]);
        files.insert(format!("{name}/{inside}"), content);
    }
    let archive = archive::pack(&files)?;
    fs::write(place.join(SUMS), format!("{}  {name}.zip\n{sums}", data_digest::hex(&archive)))?;
    Ok(fs::write(place.join(format!("{name}.zip")), archive)?)
}

/// Adds the digests of files beside the archive.
fn add_sums(place: &Path, names: impl IntoIterator<Item = String>) -> Result<()> {
    let mut sums = fs::read_to_string(place.join(SUMS))?;
    for name in names {
        sums.extend([&data_digest::hex(&fs::read(place.join(&name))?), "  ", &name, "\n"]);
    }
    Ok(fs::write(place.join(SUMS), sums)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    /// The archive and the digests of a folder whose files were written in this order.
    fn made(names: [&str; 3]) -> [Vec<u8>; 2] {
        let shell = project::shell().unwrap();
        let place = shell.create_temp_dir().unwrap();
        let (dist, made) = (place.path().join("dist"), place.path().join("made"));
        for name in names {
            shell.write_file(dist.join(name), name).unwrap();
        }
        let first = fs::File::options().append(true).open(dist.join(names[0])).unwrap();
        first.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        write(&dist, "report-1", &made).unwrap();
        ["report-1.zip", SUMS].map(|name| fs::read(made.join(name)).unwrap())
    }

    #[test]
    fn the_plugin_has_its_own_files_with_the_version_and_the_delivery() {
        let shell = project::shell().unwrap();
        let dist = shell.create_temp_dir().unwrap();
        let page = "<html lang=\"ko\"><title>A</title><report-widget><div data-prerendered=\"a\"></div></report-widget></html>";
        shell.write_file(dist.path().join("index.html"), page).unwrap();
        let plugin = plugin_of(dist.path(), "1.2.3").unwrap();
        let names: Vec<_> = plugin.keys().map(String::as_str).collect();
        let expected =
            ["LICENSE", "block.json", "editor.js", "pages.json", "prerendered/a-ko.html"];
        let expected = [&expected[..], &["readme.txt", "report-widget.php", "report/index.html"]];
        assert_eq!(
            names,
            expected
                .concat()
                .iter()
                .map(|name| format!("report-widget/{name}"))
                .collect::<Vec<_>>()
        );
        for name in ["block.json", "report-widget.php", "readme.txt"] {
            let text = String::from_utf8_lossy(&plugin[&format!("report-widget/{name}")]);
            assert!(text.contains("1.2.3") && !text.contains("0.0.0"), "{name}");
        }
    }

    #[test]
    fn the_same_files_give_the_same_archive_and_digests_whenever_they_were_written() {
        let [archive, sums] = made(["b.js", "icons/a.png", "가.html"]);
        assert!([archive.clone(), sums.clone()] == made(["가.html", "icons/a.png", "b.js"]));
        let files = ["b.js", "icons/a.png", "가.html"];
        let expected =
            files.map(|name| format!("{}  report-1/{name}\n", data_digest::hex(name.as_bytes())));
        let expected =
            format!("{}  report-1.zip\n{}", data_digest::hex(&archive), expected.concat());
        assert_eq!(String::from_utf8(sums).unwrap(), expected);
        let files = archive::unpack(&archive).unwrap();
        assert_eq!((files.len(), &files["report-1/가.html"][..]), (3, "가.html".as_bytes()));
    }
}
