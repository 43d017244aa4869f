//! libFuzzer's entry: runs the target that `REPORT_FUZZ_TARGET` names.

#![no_main]

use std::env;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use report_fuzz::Target;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = env::var("REPORT_FUZZ_TARGET").expect("REPORT_FUZZ_TARGET is set");
    report_fuzz::target(&name).unwrap_or_else(|| panic!("there is no target {name:?}"))
});

fuzz_target!(|input: &[u8]| (TARGET.run)(input));
