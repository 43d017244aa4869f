//! Each target runs a bounded number of inputs, the same in every run, and every input that once
//! broke a promise.

use std::fs;
use std::path::Path;

use report_fuzz::{TARGETS, mutations, target};

/// The first inputs of a target.
fn run(name: &str) {
    let target = target(name).expect("the target is known");
    let seeds = (target.seeds)().len();
    for input in mutations(target, 1).take(seeds + target.bounded) {
        (target.run)(&input);
    }
}

macro_rules! bounded {
    ($($test:ident $name:literal),* $(,)?) => {
        $(
            #[test]
            fn $test() {
                run($name);
            }
        )*

        #[test]
        fn every_target_is_run() {
            assert_eq!(TARGETS.map(|target| target.name), [$($name),*]);
        }
    };
}

bounded! {
    section "section",
    address "address",
    search "search",
    corrections "corrections",
    index_terms "index-terms",
    workbook_file "workbook-file",
    workbook_parts "workbook-parts",
    workbook_csv "workbook-csv",
    validation "validation",
    decimal "decimal",
    typed_number "typed-number",
    hangul "hangul",
}

#[test]
fn inputs_that_once_broke_a_promise_do_not_any_more() {
    let crashes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crashes");
    for target in &TARGETS {
        let Ok(inputs) = fs::read_dir(crashes.join(target.name)) else { continue };
        for input in inputs {
            (target.run)(&fs::read(input.unwrap().path()).unwrap());
        }
    }
}
