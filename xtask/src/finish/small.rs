//! Small modules: a third of what a browser would load of them is comments and long names.

use super::Staging;
use crate::fault::Fault;
use crate::project;
use crate::setup::{self, Need};

/// Minifies every module in place.
pub fn minify(staging: &Staging) -> Result<(), Fault> {
    // A build may have been started by hand, without the tools in front of the PATH.
    let tools = setup::all([Need::Node, Need::Terser])?;
    for module in project::files(&staging.folder)? {
        if module.extension().is_some_and(|ending| ending == "js") {
            tools
                .program("terser")
                .args(["--module", "--compress", "--mangle", "--comments=false", "--output"])
                .args([&module, &module])
                .run()?;
        }
    }
    Ok(())
}
