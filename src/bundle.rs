//! The reports the program carries: packed by the build, decoded once.

use std::sync::OnceLock;

use crate::report::Library;

/// Written by `build.rs` from `assets/reports/` after every check passed.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.postcard"));

/// All reports of this bundle.
///
/// # Panics
/// Never in a program that was built: the build packed a checked library.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY
        .get_or_init(|| postcard::from_bytes(PACKED).expect("the build packed a checked library"))
}
