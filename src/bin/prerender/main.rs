//! Writes every report, in both languages, into a page that needs no program:
//! `prerender TEMPLATE FOLDER`.
//!
//! `TEMPLATE` is the standalone page as Trunk left it. `FOLDER` gets
//! `index.html`, `en/index.html`, and a folder for every other report. The
//! report stands in the element as its own content, not in a shadow root:
//! links to its places work without scripts, and browsers that know neither
//! declarative shadow roots nor today's WebAssembly show it all the same.
//!
//! `REPORT_WIDGET_ADDRESS` is where the pages will be found, such as
//! `https://example.com/report/`; only with it can search engines be told.

mod document;
mod facts;
mod site;
mod still;
mod style;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use report_widget::bundle::library;
use site::Site;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = env::args_os().skip(1).map(PathBuf::from);
    let (Some(template), Some(folder)) = (words.next(), words.next()) else {
        return Err("expected: prerender TEMPLATE FOLDER".into());
    };
    let template = read(&template)?;
    let site = Site::new(library(), env::var("REPORT_WIDGET_ADDRESS").ok().as_deref())?;
    for page in site.pages() {
        let place = folder.join(page.path());
        let html = document::write(&template, &site, page)?;
        write(&place, &html)?;
    }
    Ok(())
}

fn read(place: &Path) -> Result<String, String> {
    fs::read_to_string(place).map_err(|error| format!("{}: {error}", place.display()))
}

fn write(place: &Path, text: &str) -> Result<(), String> {
    let folder = place.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(place, text))
        .map_err(|error| format!("{}: {error}", place.display()))
}
