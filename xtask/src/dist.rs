//! The release: the delivery built, packed into one archive, and told by its digests.
//!
//! The same delivery gives the same archive, byte by byte: names in order, one fixed time, and
//! nothing of this machine.

use crate::fault::Fault;
use crate::frozen;
use crate::project;
use crate::setup;
use crate::step::step;
use crate::trunk;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The digests, as `sha256sum --check` reads them.
const SUMS: &str = "SHA256SUMS";

/// Builds the delivery and writes archive and digests.
pub fn run() -> Result<(), Fault> {
    let tools = setup::all(trunk::NEEDS)?;
    step("building the release bundle", || trunk::build(&tools))?;
    let name = format!("report-widget-{}", project::version()?);
    let place = project::root().join("target/delivery");
    write(&project::dist(), &name, &place)?;
    println!("the folder is dist/, its archive {}", place.join(format!("{name}.zip")).display());
    println!("  {} tells the SHA-256 of the archive and of every file", place.join(SUMS).display());
    Ok(())
}

/// Writes the archive of a folder under a name, and the digests of all.
fn write(folder: &Path, name: &str, place: &Path) -> Result<(), Fault> {
    if place.exists() {
        fs::remove_dir_all(place).map_err(Fault::file(place))?;
    }
    fs::create_dir_all(place).map_err(Fault::file(place))?;
    let files = files(folder, name)?;
    let archive = archive(&files).map_err(|error| Fault::content(folder, error))?;
    let mut sums = vec![format!("{}  {name}.zip\n", frozen::hex(&archive))];
    sums.extend(files.iter().map(|(name, content)| format!("{}  {name}\n", frozen::hex(content))));
    project::write(&place.join(format!("{name}.zip")), archive)?;
    project::write(&place.join(SUMS), sums.concat())
}

/// Every file of a folder with its content, named as if the folder had the name.
fn files(folder: &Path, name: &str) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let named = |file: PathBuf| {
        let inside =
            file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let content = fs::read(&file).map_err(Fault::file(&file))?;
        Ok((format!("{name}/{inside}"), content))
    };
    let mut files =
        project::files(folder)?.into_iter().map(named).collect::<Result<Vec<_>, Fault>>()?;
    files.sort();
    Ok(files)
}

fn archive(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn workshop(name: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("xtask-dist-{name}-{}", std::process::id()));
        fs::create_dir_all(place.join("dist/icons")).unwrap();
        place
    }

    #[test]
    fn the_same_files_give_the_same_archive_whenever_they_were_written() {
        let (one, other) = (workshop("one"), workshop("other"));
        let names = ["b.js", "icons/a.png", "가.html"];
        for name in names {
            fs::write(one.join("dist").join(name), name).unwrap();
        }
        for name in names.iter().rev() {
            let place = other.join("dist").join(name);
            fs::write(&place, name).unwrap();
            let file = fs::File::options().append(true).open(&place).unwrap();
            file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        }
        let made = [&one, &other].map(|place| {
            write(&place.join("dist"), "report-1", &place.join("made")).unwrap();
            ["report-1.zip", SUMS].map(|name| fs::read(place.join("made").join(name)).unwrap())
        });
        assert!(made[0] == made[1]);
        for place in [one, other] {
            fs::remove_dir_all(place).unwrap();
        }
    }

    #[test]
    fn the_archive_holds_every_file_and_the_digests_tell_each() {
        let place = workshop("all");
        fs::write(place.join("dist/icons/a.svg"), "abc").unwrap();
        write(&place.join("dist"), "report-1", &place.join("made")).unwrap();
        let archive = fs::read(place.join("made/report-1.zip")).unwrap();
        let sums = fs::read_to_string(place.join("made").join(SUMS)).unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let expected =
            format!("{}  report-1.zip\n{abc}  report-1/icons/a.svg\n", frozen::hex(&archive));
        assert_eq!(sums, expected);
        let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
        assert_eq!(archive.len(), 1);
        let mut text = String::new();
        archive.by_name("report-1/icons/a.svg").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "abc");
        fs::remove_dir_all(place).unwrap();
    }
}
