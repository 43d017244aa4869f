//! The reports that the program's file carries, and the version of the program.

pub use report_bundle::library;

#[cfg(target_family = "wasm")]
pub use report_bundle::load;

#[cfg(not(target_family = "wasm"))]
pub use report_bundle::SEARCH_TERMS;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
