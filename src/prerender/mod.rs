//! The app without a browser: every report, in its languages, as pages that need no program.
//!
//! The report stands in a declarative shadow root of the element, just as the program would draw it.

mod document;
mod facts;
mod llms;
mod manifest;
mod markdown;
mod offline;
mod site;
mod still;
mod style;
mod tables;
#[cfg(test)]
mod tests;

use report_bundler::{Files, Renderer, names};

use crate::bundle::VERSION;
use crate::charts;
use crate::report::{Edition, Lang, Library, Locale};
use serde_json::{Map, Value, json};
use site::Site;

/// The page of the template, into which every page is written.
const TEMPLATE: &str = "index.html";

/// The app, for a delivery that will be found at some address.
#[derive(Debug, Clone, Default)]
pub struct Prerenderer {
    /// Such as `https://example.com/report/`; only with it do search engines and previews learn
    /// where the pages are.
    address: Option<String>,
}

impl Prerenderer {
    /// For an address that others can follow; an empty one is none.
    ///
    /// # Errors
    /// Says what is wrong with the address.
    pub fn new(address: Option<&str>) -> Result<Self, String> {
        Ok(Self { address: site::address(address)? })
    }
}

impl Renderer for Prerenderer {
    fn version(&self) -> &str {
        VERSION
    }

    /// One file for each language of the interface, with the languages that it stands in for: for every
    /// report, in the order of the bundle, the HTML of its charts by what they belong to.
    /// `report-widget-charts.js` reads it.
    fn charts(&self, library: &'static Library) -> Files {
        let charts_in = |lang: Lang| {
            library.reports.iter().map(move |report| {
                let drawn = charts::all(Edition { library, report, lang });
                let drawn = drawn.into_iter().map(|(id, html)| (id, Value::String(html)));
                let charts = drawn.collect::<Map<_, _>>();
                json!({ "id": report.id, "lang": lang.tag(), "charts": charts })
            })
        };
        let languages = library.languages();
        let file = |locale: Locale| {
            let others = languages
                .iter()
                .copied()
                .filter(|lang| matches!(lang, Lang::Other(_)) && lang.locale() == locale);
            let charts = std::iter::once(Lang::from(locale)).chain(others).flat_map(charts_in);
            let name = format!("report-widget-charts-{}.json", locale.tag());
            (name, charts.collect::<Value>().to_string().into_bytes())
        };
        Locale::ALL.map(file).into()
    }

    /// `index.html`, a folder such as `en/` for every other language, one for every other report; beside
    /// each page the report as Markdown and its figures as CSV and JSON, which `llms.txt` lists; the style
    /// sheet that all pages have for paper and dialogs; the manifests; `offline.js` with the words that it shows; and
    /// `report-widget.html`, the first page as it is carried away alone, which the bundler makes one
    /// file of.
    fn pages(&self, template: &Files, library: &'static Library) -> Result<Files, String> {
        let page_template = text(template, TEMPLATE)?;
        let mut files = Files::new();
        let mut write = |path: String, text: String| files.insert(path, text.into_bytes());
        let site = Site::new(library, self.address.clone());
        for page in site.pages() {
            let has_picture = template.contains_key(&page.picture());
            let html = document::write(page_template, &site, page, has_picture)?;
            write(page.path(), html);
            write(page.beside(markdown::NAME), markdown::of_page(page));
            for (name, table) in tables::of_page(page) {
                write(page.beside(name), table);
            }
        }
        write(llms::NAME.to_owned(), llms::of_site(&site));
        write(style::LATER_FILE.to_owned(), style::later().to_owned());
        let [first, ..] = &library.reports[..] else { return Err("there is no report".into()) };
        let alone = Site::new(library, None).alone();
        let page = alone.page(first, alone.home());
        write(names::SINGLE.to_owned(), document::write(page_template, &alone, page, false)?);
        let script = text(template, offline::NAME)?;
        write(offline::NAME.to_owned(), offline::with_words(script));
        for lang in library.languages() {
            let is_home = lang == site.home();
            let of_language = manifest::of(text(template, manifest::NAME)?, first, lang, is_home)?;
            write(manifest::path(lang, is_home), of_language);
        }
        Ok(files)
    }
}

fn text<'f>(template: &'f Files, name: &str) -> Result<&'f str, String> {
    let file = template.get(name).ok_or_else(|| format!("{name} is missing"))?;
    str::from_utf8(file).map_err(|error| format!("{name}: {error}"))
}
