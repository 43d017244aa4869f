//! The modules: the one that hosts load, and the one that it loads in turn.
//!
//! wasm-bindgen names its module after the crate. Hosts, however, are promised `report-widget.js`
//! for the module that registers the element, so the program's module steps aside.

use super::Staging;
use crate::fault::Fault;
use crate::project;
use std::fs;

/// The module that registers the element, as hosts know it.
pub const ELEMENT: &str = "report-widget.js";

/// wasm-bindgen's module, which the element imports when it is needed.
pub const PROGRAM: &str = "report-widget-program.js";

/// The WebAssembly, which the program's module is made for.
pub const CODE: &str = "report-widget_bg.wasm";

/// Gives both modules their names.
pub fn name(staging: &Staging) -> Result<(), Fault> {
    let built = staging.folder.join(ELEMENT);
    fs::rename(&built, staging.folder.join(PROGRAM)).map_err(Fault::file(&built))?;
    let source = project::root().join("assets/element.js");
    fs::copy(&source, &built).map_err(Fault::file(&source))?;
    Ok(())
}
