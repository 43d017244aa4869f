//! The site: one page for every report in every language, and the way from
//! each to each.

use crate::report::Edition;
use crate::report::{Lang, Library, Report};

/// An address that others can follow, with a slash at its end; an empty one is none.
pub fn address(address: Option<&str>) -> Result<Option<String>, String> {
    let Some(address) = address.map(str::trim).filter(|address| !address.is_empty()) else {
        return Ok(None);
    };
    let is_absolute = address.starts_with("https://") || address.starts_with("http://");
    if !is_absolute || address.contains(['?', '#', '"', '<', ' ']) {
        return Err(format!(
            "{address:?}: expected an address such as https://example.com/report/"
        ));
    }
    Ok(Some(format!("{}/", address.trim_end_matches('/'))))
}

/// All pages, and where they will be found.
#[derive(Clone)]
pub struct Site {
    library: &'static Library,
    /// Ends with a slash.
    address: Option<String>,
    /// Whether a page has to do without the others.
    alone: bool,
}

/// A page: one report in one language.
#[derive(Clone, Copy)]
pub struct Page {
    /// What it shows.
    pub edition: Edition,
    /// Whether it shows the report that stands first.
    first: bool,
    /// Whether it is in the language of the site.
    pub is_home: bool,
}

impl Site {
    /// The pages of a library, at an address that [`address`](fn@address) has checked.
    pub fn new(library: &'static Library, address: Option<String>) -> Self {
        Self { library, address, alone: false }
    }

    /// The same for a page that is carried away, and has no others beside it.
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// The way from a page to another, where there is another.
    pub fn way(&self, from: Page, to: Page) -> Option<String> {
        (!self.alone).then(|| from.way_to(to))
    }

    /// A file beside a page, from the folder of the site; none beside a page that is carried away.
    pub fn beside(&self, page: Page, name: &str) -> Option<String> {
        (!self.alone).then(|| page.beside(name))
    }

    /// Every page.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        let reports = self.library.reports.iter();
        reports.flat_map(|report| report.languages.iter().map(|lang| self.page(report, lang)))
    }

    /// The page of a report in a language, or in its own where it does not have that one.
    pub fn page(&self, report: &'static Report, lang: Lang) -> Page {
        let first = report.id == self.library.reports[0].id;
        let lang = report.languages.nearest(lang);
        let is_home = lang == self.home();
        Page { edition: Edition { library: self.library, report, lang }, first, is_home }
    }

    /// The reports, in their order.
    pub fn reports(&self) -> &'static [Report] {
        &self.library.reports
    }

    /// The language whose pages need no folder: the own language of the first report.
    pub fn home(&self) -> Lang {
        self.library.reports[0].languages.first()
    }

    /// A place of the site as others have to follow it, where that is known.
    pub fn absolute(&self, path: &str) -> Option<String> {
        let address = self.address.as_ref()?;
        Some(format!("{address}{}", path.strip_suffix("index.html").unwrap_or(path)))
    }
}

impl Page {
    /// Its file, from the folder of the site.
    pub fn path(self) -> String {
        let lang =
            if self.is_home { String::new() } else { format!("{}/", self.edition.lang.tag()) };
        let report =
            if self.first { String::new() } else { format!("{}/", self.edition.report.id) };
        format!("{lang}{report}index.html")
    }

    /// A file in its folder, from the folder of the site.
    pub fn beside(self, name: &str) -> String {
        self.path().replace("index.html", name)
    }

    /// The way from its folder back to the site's.
    pub fn up(self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// The picture that stands beside links to it, from the folder of the site.
    pub fn picture(self) -> String {
        format!("share/{}-{}.png", self.edition.report.id, self.edition.lang.tag())
    }

    /// The way to another page. It names the file, so that it also leads
    /// there on hosts and disks that look for no `index.html`.
    pub fn way_to(self, other: Self) -> String {
        format!("{}{}", self.up(), other.path())
    }
}
