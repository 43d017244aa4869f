//! Writes every report, in both languages, into a page that needs no program:
//! `prerender TEMPLATE FOLDER`.
//!
//! `TEMPLATE` is the standalone page as Trunk left it. `FOLDER` gets
//! `index.html`, `en/index.html`, and a folder for every other report, the
//! style sheet that all of them have for paper, an English manifest, and
//! `report-widget.html`, the first page as it is carried away alone, and its
//! `offline.js` the words that it shows. The report stands in a declarative shadow root of the element, just as the
//! program would draw it.
//!
//! `REPORT_WIDGET_ADDRESS` is where the pages will be found, such as
//! `https://example.com/report/`; only with it can search engines be told.

mod document;
mod facts;
mod manifest;
mod offline;
mod site;
mod still;
mod style;
#[cfg(test)]
mod tests;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use report_widget::bundle::library;
use report_widget::report::Lang;
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
        let has_picture = folder.join(page.picture()).is_file();
        let html = document::write(&template, &site, page, has_picture)?;
        write(&place, &html)?;
    }
    write(&folder.join(style::PRINTED), style::printed())?;
    // The page that is carried away as one file: the build puts into it what it links.
    let alone = Site::new(library(), None)?.alone();
    let [first, ..] = &library().reports[..] else { return Err("there is no report".into()) };
    let html = document::write(&template, &alone, alone.page(first, Lang::Ko), false)?;
    write(&folder.join("report-widget.html"), &html)?;
    let script = folder.join(offline::NAME);
    write(&script, &offline::with_words(&read(&script)?))?;
    let korean = read(&folder.join(manifest::NAME))?;
    write(&folder.join("en").join(manifest::NAME), &manifest::english(&korean)?)?;
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
