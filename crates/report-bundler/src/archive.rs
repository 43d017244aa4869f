//! A folder in memory as a ZIP file, and back.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::Files;

/// What becomes no smaller.
const COMPRESSED: [&str; 3] = ["br", "gz", "png"];

/// The files as a ZIP file. The same files give the same bytes: names in order, one fixed time.
///
/// # Errors
/// When a name or the whole is too large for the format.
pub fn pack(files: &Files) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let is_compressed =
            name.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSED.contains(&ending));
        let method =
            if is_compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level((!is_compressed).then_some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        archive.start_file(name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of a ZIP file that [`pack`] made.
///
/// # Errors
/// When it is damaged.
pub fn unpack(archive: &[u8]) -> Result<Files, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(archive))?;
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        files.insert(file.name().to_owned(), content);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_as_they_were_and_give_the_same_bytes() {
        let files: Files = [("a.html", "가".repeat(99)), ("en/b.html.br", "b".to_owned())]
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text.into_bytes()))
            .collect();
        let packed = pack(&files).expect("they are small");
        assert!(packed.len() < files["a.html"].len() + 300);
        assert_eq!(packed, pack(&files).expect("they are small"));
        assert_eq!(unpack(&packed).expect("it was just packed"), files);
        assert!(unpack(&packed[..packed.len() / 2]).is_err());
    }
}
