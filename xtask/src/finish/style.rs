//! The style sheet of the widget: one file beside the modules, which the element fetches while the
//! program loads.

#[path = "../../../src/styles.rs"]
mod styles;

use super::Staging;
use crate::fault::Fault;
use crate::project;

/// The style sheet, as the element asks for it.
pub const SHEET: &str = "report-widget.css";

/// Joins the sheets that stand beside the views.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    let src = project::root().join("src");
    let joined = styles::joined(&src).map_err(Fault::file(&src))?
        + &styles::printed(&src).map_err(Fault::file(&src))?;
    project::write(&staging.folder.join(SHEET), joined)
}
