//! Inspects XLSX files before they are parsed: what they are, how much they unpack to, and whether
//! they say anything of themselves on which a parser would choke.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::diagnostic::Diagnostic;
use crate::problem::file;
use crate::xml;

/// The largest XLSX file that is read, in bytes.
pub const MOST_BYTES: usize = 16 << 20;
/// The most bytes that the file may unpack to.
const MOST_UNPACKED: u64 = 64 << 20;
/// The most files within the file.
const MOST_ENTRIES: usize = 1000;

/// The most texts of a workbook.
const MOST_TEXTS: usize = 500_000;

/// How files of the Compound File Binary format begin: encrypted workbooks and old `.xls`.
const COMPOUND_FILE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Refuses a file that is no workbook, is too large, or would make the parser run wild.
///
/// # Errors
/// The one thing that is wrong with it.
pub(crate) fn inspect(bytes: &[u8]) -> Result<(), Diagnostic> {
    let refused = |problem| Err(Diagnostic::file(problem));
    if bytes.len() > MOST_BYTES {
        return refused(file::too_large("file", MOST_BYTES as u64 >> 20));
    }
    if bytes.starts_with(&COMPOUND_FILE) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(name.len()).any(|window| window == name);
        return refused(if is_encrypted { file::encrypted() } else { file::other_format(".xls") });
    }
    if !bytes.starts_with(b"PK") {
        return refused(file::not_a_workbook());
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return refused(file::damaged());
    };
    if archive.len() > MOST_ENTRIES {
        return refused(file::too_many_entries(MOST_ENTRIES));
    }
    let has = |name: &str| {
        archive.file_names().any(|entry| {
            entry.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        })
    };
    if has("xl/vbaProject") {
        return refused(file::macros());
    }
    if has("xl/workbook.bin") {
        return refused(file::other_format(".xlsb"));
    }
    if has("content.xml") {
        return refused(file::other_format(".ods"));
    }
    if !has("xl/workbook.xml") {
        return refused(file::not_a_workbook());
    }
    if has("xl/externalLinks/") {
        return refused(file::external_links());
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return refused(file::encrypted());
            }
            Err(_) => return refused(file::damaged()),
        };
        // What an entry says of its size may be false, so it is unpacked and counted.
        let mut unpacked = Vec::new();
        match entry.take(left + 1).read_to_end(&mut unpacked).map(|size| size as u64) {
            Ok(size) if size > left => {
                return refused(file::too_large("unpacked", MOST_UNPACKED >> 20));
            }
            Ok(size) => left -= size,
            Err(_) => return refused(file::damaged()),
        }
        inspect_xml(&unpacked)?;
    }
    Ok(())
}

/// calamine takes as much memory as `uniqueCount` says, and multiplies the digits of cell names
/// without a limit. Whatever the entry is called, it may be read as XML; where it is none, calamine
/// stops at the same place.
fn inspect_xml(bytes: &[u8]) -> Result<(), Diagnostic> {
    let mut texts = 0_usize;
    let mut is_valid = true;
    xml::elements(bytes, |name, element| {
        let count = |name| xml::attribute(element, name).and_then(|count| count.parse().ok());
        let is_reference = |name| xml::attribute(element, name).is_none_or(|it| is_reference(&it));
        match name {
            "sst" => texts = texts.max(count("uniqueCount").unwrap_or_default()),
            "si" => texts += 1,
            "mergeCells" => texts = texts.max(count("count").unwrap_or_default()),
            "row" | "c" => is_valid &= is_reference("r"),
            "dimension" | "f" | "mergeCell" => is_valid &= is_reference("ref"),
            _ => {}
        }
    });
    if texts > MOST_TEXTS {
        return Err(Diagnostic::file(file::too_many_texts(MOST_TEXTS)));
    }
    if is_valid { Ok(()) } else { Err(Diagnostic::file(file::damaged())) }
}

/// `A1`, `XFD1048576`, `12`, or a range whose end is not before its start.
fn is_reference(text: &str) -> bool {
    let position = |cell: &str| {
        let digits = cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        let letters = &cell[..cell.len() - digits.len()];
        if letters.len() > 3 || digits.len() > 7 {
            return None;
        }
        let column = letters.bytes().fold(0, |column: u32, letter| {
            column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
        });
        Some((digits.parse::<u32>().ok()?, column))
    };
    match text.split_once(':') {
        None => position(text).is_some(),
        Some((start, end)) => position(start)
            .zip(position(end))
            .is_some_and(|(start, end)| start.0 <= end.0 && start.1 <= end.1),
    }
}
