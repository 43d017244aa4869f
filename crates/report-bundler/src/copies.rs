//! Compressed copies beside the files, for static hosts that send them.

use crate::bundle::{Bundle, ending};
use crate::{Files, TemplateError, compress};

#[cfg(not(target_family = "wasm"))]
use rayon::prelude::*;

/// The endings of files that get smaller; pictures are compressed already.
const COMPRESSIBLE: [&str; 13] = [
    "css",
    "csv",
    "html",
    "ico",
    "js",
    "json",
    "map",
    "md",
    "svg",
    "ts",
    "txt",
    "wasm",
    "webmanifest",
];

/// Writes the copies of every file.
#[expect(clippy::unnecessary_wraps, reason = "every step may fail")]
pub fn write(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let copies = compressed_copies(&bundle.files);
    bundle.files.extend(copies);
    Ok(())
}

/// The compressed copies of these files, `.br` and `.gz`, as far as they are smaller.
#[must_use]
pub fn compressed_copies(files: &Files) -> Files {
    let files: Vec<_> =
        files.iter().filter(|(name, _)| COMPRESSIBLE.contains(&ending(name))).collect();
    #[cfg(not(target_family = "wasm"))]
    let copies: Vec<Files> = files.into_par_iter().with_max_len(1).map(copies).collect();
    #[cfg(target_family = "wasm")]
    let copies: Vec<Files> = files.into_iter().map(copies).collect();
    copies.into_iter().flatten().collect()
}

/// A copy that is no smaller would only make a host work.
fn copies((name, content): (&String, &Vec<u8>)) -> Files {
    let copies = [("br", compress::brotli(content)), ("gz", compress::gzip(content))];
    let smaller = copies.into_iter().filter(|(_, copy)| copy.len() < content.len());
    smaller.map(|(ending, copy)| (format!("{name}.{ending}"), copy)).collect()
}
