//! The reports as they travel: the content of a custom section of the `.wasm` file, which is added to
//! a program that is built already.
//!
//! | bytes | what |
//! | --- | --- |
//! | 1 | the version of the format |
//! | 4 | FNV-1a, 32 bits, of all bytes that follow; the lowest byte first |
//! | 4 | how many bytes the numbers take; the lowest byte first |
//! | rest | numbers and texts, as [`codec::encode`] writes them |
//!
//! A change of the codec is a new version. Version 2 has the languages of a report, version 3 the details
//! of figures, frameworks, the document's address and declared units, version 4 languages beside Korean and
//! English. What a program of the same major version wrote is read for as long as that major version
//! lasts; `tests/sections/` keeps a section of each.

use std::error::Error;
use std::fmt;

use super::{Library, codec};

/// The name of the section.
pub const NAME: &str = "report-widget-data";

/// The version that [`encode`] writes.
pub const VERSION: u8 = 4;

/// Encodes a library.
///
/// # Panics
/// Where [`codec::encode`] does.
#[must_use]
pub fn encode(library: &Library) -> Vec<u8> {
    let (numbers, texts) = codec::encode(library);
    let length = u32::try_from(numbers.len()).expect("a WebAssembly file has less than 4 GiB");
    let content = [&length.to_le_bytes()[..], &numbers, &texts].concat();
    [&[VERSION][..], &checksum(&content).to_le_bytes(), &content].concat()
}

/// Decodes what [`encode`] wrote, in this version or an older one.
///
/// # Errors
/// When the section is empty, of an unknown version or damaged.
pub fn decode(section: &[u8]) -> Result<Library, SectionError> {
    match section.split_first() {
        None => Err(SectionError::Missing),
        Some((&version @ 1..=VERSION, rest)) => {
            decode_content(version, rest).ok_or(SectionError::Damaged)
        }
        Some(_) => Err(SectionError::UnknownVersion),
    }
}

/// What follows the version; its layout has been the same in all of them.
fn decode_content(version: u8, rest: &[u8]) -> Option<Library> {
    let (sum, content) = rest.split_first_chunk()?;
    if u32::from_le_bytes(*sum) != checksum(content) {
        return None;
    }
    let (length, content) = content.split_first_chunk()?;
    let (numbers, texts) = content.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let is_whole = |library: &Library| !library.reports.is_empty() && library.references_resolve();
    codec::decode(version, numbers, texts).ok().filter(is_whole)
}

/// FNV-1a, 32 bits: every single byte that changes changes it, and it costs one multiplication a
/// byte.
///
/// ```
/// assert_eq!(report_model::section::checksum(b"a"), 0xe40c_292c);
/// ```
#[must_use]
pub fn checksum(content: &[u8]) -> u32 {
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    content.iter().fold(0x811c_9dc5, mix)
}

/// Why a section cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionError {
    /// There is none, or nothing in it.
    Missing,
    /// It is of a version of the format that this program does not know.
    UnknownVersion,
    /// It is not what was written, or refers to something that is not there.
    Damaged,
}

impl SectionError {
    /// What is wrong, to be read after the name of the file.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Missing => "has no reports in it",
            Self::UnknownVersion => "has reports in a format that this program does not know",
            Self::Damaged => "has damaged reports in it",
        }
    }
}

impl fmt::Display for SectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl Error for SectionError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        for (content, expected) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)]
        {
            assert_eq!(checksum(content.as_bytes()), expected);
        }
    }
}
