//! A report whose every text wants to be markup, script or a formula (`tests/hostile`) is a valid
//! report: what it shows is the business of those who show it. Its section is kept for the tests of
//! the page and of the program.

use std::env;
use std::fs;
use std::path::Path;

use report_model::section;
use report_validation::{folders, library};

#[test]
fn the_section_of_the_hostile_report_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hostile");
    let folders = folders(&folder.join("reports"), "hostile").unwrap();
    let library = library(&folders).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
    let (file, written) = (folder.join("hostile.section"), section::encode(&library));
    if env::var_os("WRITE_GENERATED").is_some() {
        fs::write(&file, &written).unwrap();
    }
    let kept = fs::read(file).unwrap();
    assert!(kept == written, "run this test with WRITE_GENERATED=1, and look at what changed");
}
