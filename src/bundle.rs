//! The reports the program carries: packed by the build, read once.

use std::sync::OnceLock;

use crate::report::Library;
use crate::report::packed::Unpacker;

/// Written by `build.rs` from `assets/reports/` after every check passed.
static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.numbers"));
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/reports.txt"));

/// All reports of this bundle.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Unpacker::unpack(NUMBERS, TEXTS))
}
