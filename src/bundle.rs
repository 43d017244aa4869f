//! The reports that the program carries, and its version.

pub use report_bundle::{DATA, library};

#[cfg(not(target_family = "wasm"))]
pub use report_bundle::SEARCH_TERMS;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
