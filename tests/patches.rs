//! A `[patch]` that Cargo does not use is only a warning, and readers would pay for what it leaves
//! out. Here it is an error.

#![cfg(not(target_family = "wasm"))]

use std::fs;
use std::path::Path;

#[test]
fn every_patch_is_used() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    let lock = fs::read_to_string(lock).expect("the lock file is there");
    assert!(lock.contains("name = \"wasm-streams\""), "the patched crate is in the lock file");
    assert!(!lock.contains("[[patch.unused]]"), "Cargo.lock names a patch that is not used");
}
