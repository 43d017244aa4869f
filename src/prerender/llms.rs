//! `llms.txt`, which lists for programs that read texts what there is to read (<https://llmstxt.org>).

use crate::i18n::{self, EditionMessage};

use super::markdown::{self, Document, Inline};
use super::site::Site;
use super::tables;

/// The file, in the folder of the site.
pub const NAME: &str = "llms.txt";

/// The reports of a site, each with its files in every language.
pub fn of_site(site: &Site) -> String {
    let mut out = Document::default();
    let home = site.home();
    for (position, report) in site.reports().iter().enumerate() {
        let lang = report.languages.nearest(home);
        if position == 0 {
            out.heading(1, report.title.get(lang));
            out.quotation(i18n::about_page(report, lang));
            out.paragraph(report.rights.get(lang));
        }
        out.heading(2, report.title.get(lang));
        out.list(report.languages.iter().flat_map(|lang| {
            let page = site.page(report, lang);
            let entry = |name: &str, what: EditionMessage, has: EditionMessage| {
                let words = format!("{} ({})", what.get(lang), i18n::language(lang));
                let path = page.beside(name);
                let address = site.absolute(&path).unwrap_or(path);
                Inline::link(&words, &address).and(": ").and(has.get(lang))
            };
            [
                entry(markdown::NAME, EditionMessage::Markdown, EditionMessage::MarkdownHas),
                entry(tables::CSV, EditionMessage::Csv, EditionMessage::RowsHave),
                entry(tables::JSON, EditionMessage::Json, EditionMessage::RowsHave),
            ]
        }));
    }
    out.finish()
}
