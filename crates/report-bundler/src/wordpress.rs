//! The `WordPress` plugin of a delivery.

use lol_html::errors::RewritingError;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde_json::{Value, json};

use crate::bundle::ending;
use crate::{Files, TemplateError, names};

/// The version that the plugin's own files name until they are packed.
const PLACEHOLDER: &str = "0.0.0";

/// The folder of a plugin, as it lies in `wp-content/plugins`: its own files with their version, the
/// delivery in `report/`, the content of each page's element in `prerendered/`, which the plugin prints,
/// and `pages.json`, the list of these.
///
/// # Errors
/// When a page has no prerendered report, when there is no page, and when a file is no UTF-8.
pub fn wordpress_plugin(
    own: &Files,
    delivery: &Files,
    version: &str,
) -> Result<Files, TemplateError> {
    let mut files = Files::new();
    for (name, content) in own {
        let text = str::from_utf8(content)?.replace(PLACEHOLDER, version);
        files.insert(name.clone(), text.into_bytes());
    }
    let mut pages = Vec::new();
    for (name, content) in delivery.iter().filter(|(name, _)| is_for_plugin(name)) {
        if name.ends_with("index.html") {
            let up = "../".repeat(name.matches('/').count());
            let page = StandalonePage::read(str::from_utf8(content)?, &up)
                .ok_or_else(|| TemplateError::new(format!("{name} has no prerendered report")))?;
            let file = format!("{}-{}.html", page.report, page.lang);
            pages.push(page.entry(name, &file));
            files.insert(format!("prerendered/{file}"), page.content.into_bytes());
        }
        files.insert(format!("report/{name}"), content.clone());
    }
    if pages.is_empty() {
        return Err(TemplateError::new("the delivery has no page with a report"));
    }
    // The first report, and the first language of each, stand highest.
    pages.sort_by_key(|page| page["address"].as_str().map(|name| name.matches('/').count()));
    files.insert("pages.json".to_owned(), serde_json::to_vec_pretty(&pages)?);
    Ok(files)
}

/// What a page of a site needs, and where links lead; no packed copies, and nothing of the studio.
fn is_for_plugin(name: &str) -> bool {
    let is_for_hosts = name.starts_with("hosts/") || name == names::HEADERS;
    let is_packed = ["br", "gz"].contains(&ending(name));
    !(is_for_hosts || is_packed || name.starts_with("studio/"))
}

/// What a prerendered page says of its report, and the content of its element.
#[derive(Debug, PartialEq)]
struct StandalonePage {
    report: String,
    lang: String,
    title: String,
    content: String,
}

impl StandalonePage {
    /// Reads a page; `up` leads from it to the delivery.
    fn read(html: &str, up: &str) -> Option<Self> {
        let (_, inside) = html.split_once("<report-widget")?;
        let content = inside.split_once('>')?.1.rsplit_once("</report-widget>")?.0;
        Some(Self {
            report: between(inside, "data-prerendered=\"", "\"")?.to_owned(),
            lang: between(html, "<html lang=\"", "\"")?.to_owned(),
            // WordPress escapes it where it is shown.
            title: unescaped(between(html, "<title>", "</title>")?),
            content: embedded(content, up).ok()?,
        })
    }

    /// Its entry in `pages.json`.
    fn entry(&self, address: &str, file: &str) -> Value {
        let Self { report, lang, title, .. } = self;
        json!({ "report": report, "lang": lang, "title": title, "address": address, "file": file })
    }
}

/// The content without the links between the standalone pages, and with its files in a folder that
/// the plugin names.
fn embedded(content: &str, up: &str) -> Result<String, RewritingError> {
    let handlers = RewriteStrSettings::new()
        .append_element_content_handler(element!("div.doors", |links| {
            links.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("link[href]", |link| {
            let href = link.get_attribute("href").unwrap_or_default();
            let href = href.strip_prefix(up).unwrap_or(&href);
            Ok(link.set_attribute("href", &format!("{{folder}}{href}"))?)
        }));
    rewrite_str(content, handlers)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>A &amp; B</title></head><body>\
        <report-widget report=\"a\" sync-url><template shadowrootmode=\"open\"><style>p{}</style>\
        <link rel=\"stylesheet\" href=\"../page-print.css\" media=\"print\">\
        <div class=\"inside doors\"><a href=\"../index.html\">ko</a></div>\
        <div class=\"inside\" data-prerendered=\"a\"><p>1 &lt; 2</p></div></template><p>A</p></report-widget></body></html>";

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_page_is_its_report_without_links_to_other_pages_and_with_addresses_of_the_plugin() {
        let page = StandalonePage::read(PAGE, "../").unwrap();
        assert_eq!([&page.report, &page.lang, &page.title], ["a", "en", "A & B"]);
        assert_eq!(
            page.content,
            "<template shadowrootmode=\"open\"><style>p{}</style>\
             <link rel=\"stylesheet\" href=\"{folder}page-print.css\" media=\"print\">\
             <div class=\"inside\" data-prerendered=\"a\"><p>1 &lt; 2</p></div></template><p>A</p>"
        );
        assert_eq!(StandalonePage::read("<p></p>", ""), None);
    }

    #[test]
    fn the_plugin_has_its_own_files_the_delivery_and_a_report_for_each_page() {
        let own = files(&[("block.json", "{\"version\": \"0.0.0\"}"), ("LICENSE", "MIT")]);
        let delivery = files(&[
            ("en/index.html", PAGE),
            ("index.html", &PAGE.replace("lang=\"en\"", "lang=\"ko\"")),
            ("integrity.json", "{}"),
            ("report-widget.js", "0.0.0"),
            ("report-widget.js.br", ""),
            ("studio/index.html", ""),
            ("hosts/nginx.conf", ""),
            ("_headers", ""),
        ]);
        let plugin = wordpress_plugin(&own, &delivery, "1.2.3").unwrap();
        let names: Vec<_> = plugin.keys().map(String::as_str).collect();
        let expected = "LICENSE block.json pages.json prerendered/a-en.html prerendered/a-ko.html \
            report/en/index.html report/index.html report/integrity.json report/report-widget.js";
        assert_eq!(names.join(" "), expected);
        let pages: Value = serde_json::from_slice(&plugin["pages.json"]).unwrap();
        let page = |lang, address, file| json!({ "report": "a", "lang": lang, "title": "A & B", "address": address, "file": file });
        let expected =
            [page("ko", "index.html", "a-ko.html"), page("en", "en/index.html", "a-en.html")];
        assert_eq!(pages, json!(expected));
        assert_eq!(plugin["block.json"], b"{\"version\": \"1.2.3\"}");
        assert_eq!(plugin["report/report-widget.js"], b"0.0.0");
    }

    #[test]
    fn what_is_no_page_of_a_report_is_named() {
        for (delivery, expected) in [
            (files(&[("en/index.html", "<p></p>")]), "en/index.html has no prerendered report"),
            (files(&[("a.js", "")]), "the delivery has no page with a report"),
        ] {
            let error = wordpress_plugin(&Files::new(), &delivery, "1.2.3").unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }
}
