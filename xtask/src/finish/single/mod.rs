//! The single file: the whole delivery in one page, which opens by a double click.
//!
//! `bin/prerender` wrote the page: the report, and no link to another page. A page opened from a disk may load neither modules nor data, so it holds all there is: the
//! modules as one script, the program's code packed, the style and the icon. It carries its policy
//! itself, with the digests of what stands in it, and that policy allows it no connection at all.
//!
//! The script is joined before modules are made small, and is made small with them; the page is
//! written once everything else is finished.

mod module;
mod page;

use super::{Staging, charts, modules, style};
use crate::digest::base64;
use crate::fault::Fault;
use crate::packed::Packing;
use crate::project;
use page::Parts;
use std::fs;

/// The page that holds everything.
const SINGLE: &str = "report-widget.html";

/// Its script, as long as the build has not come to its page.
const SCRIPT: &str = "report-widget.html.js";

/// Joins the modules into one script, the element's with all that it imports.
pub fn join(staging: &Staging) -> Result<(), Fault> {
    let element = staging.folder.join(modules::ELEMENT);
    let in_page = project::read(&project::root().join("assets/single.js"))?;
    let read =
        |name: &str| project::read(&staging.folder.join(name)).map_err(|fault| fault.to_string());
    let joined = module::joined(&project::read(&element)?, &in_page, read)
        .map_err(|what| Fault::content(element, what))?;
    project::write(&staging.folder.join(SCRIPT), joined)
}

/// Writes the page around the script.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    let script = staging.folder.join(SCRIPT);
    let prerendered = staging.folder.join(SINGLE);
    let read = |name: &str| project::read(&staging.folder.join(name));
    let packed = |name| {
        let file = staging.folder.join(name);
        let bytes = fs::read(&file).map_err(Fault::file(&file))?;
        Ok((name, base64(&Packing::Gzip.pack(&bytes))))
    };
    let files = [modules::CODE, style::SHEET].into_iter().chain(charts::FILES);
    let parts = Parts {
        script: &project::read(&script)?,
        files: &files.map(packed).collect::<Result<Vec<_>, _>>()?,
        read: &read,
    };
    let page = page::single(&project::read(&prerendered)?, &parts)?;
    project::write(&staging.folder.join(SINGLE), page)?;
    fs::remove_file(&script).map_err(Fault::file(&script))
}
