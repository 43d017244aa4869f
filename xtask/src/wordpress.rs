//! The `WordPress` plugin: what `assets/wordpress` has, the delivery, and of each page the prerendered
//! report, which the plugin prints.

use crate::project;
use anyhow::{Context, Result, ensure};
use fs_err as fs;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use report_bundler::{Files, archive};
use serde_json::json;
use std::path::Path;

/// The folder within `wp-content/plugins`.
const NAME: &str = "report-widget";

/// The delivery's place within it.
const DELIVERY: &str = "report";

/// Writes the plugin of `dist/` and its archive into a folder; gives the archive's name.
pub fn pack(place: &Path) -> Result<String> {
    let version = project::version_of("report-widget")?;
    let folder = place.join("wordpress").join(NAME);
    project::remove(&folder)?;
    assemble(&project::dist(), &version, &folder)?;
    let mut files = Files::new();
    for (name, file) in project::files(&folder)? {
        files.insert(format!("{NAME}/{name}"), fs::read(file)?);
    }
    let name = format!("{NAME}-wordpress-{version}.zip");
    fs::write(place.join(&name), archive::pack(&files)?)?;
    Ok(name)
}

fn assemble(dist: &Path, version: &str, folder: &Path) -> Result<()> {
    for (name, file) in project::files(&project::root().join("assets/wordpress"))? {
        fs::create_dir_all(folder)?;
        fs::write(folder.join(name), fs::read_to_string(file)?.replace("0.0.0", version))?;
    }
    project::copy(&project::root().join("LICENSE"), &folder.join("LICENSE"))?;
    let mut pages = Vec::new();
    for (name, file) in project::files(dist)? {
        if !is_delivered(&name) {
            continue;
        }
        project::copy(&file, &folder.join(DELIVERY).join(&name))?;
        if name.ends_with("index.html") {
            let up = "../".repeat(name.matches('/').count());
            let page = StandalonePage::read(&fs::read_to_string(file)?, &up)
                .with_context(|| format!("{name} has no prerendered report"))?;
            let place = format!("{}-{}.html", page.report, page.lang);
            fs::create_dir_all(folder.join("prerendered"))?;
            fs::write(folder.join("prerendered").join(&place), page.content)?;
            let StandalonePage { report, lang, title, .. } = page;
            pages.push(json!({ "report": report, "lang": lang, "title": title, "address": name, "file": place }));
        }
    }
    ensure!(!pages.is_empty(), "{} has no page with a report", dist.display());
    // The first report, and the first language of each, stand highest.
    pages.sort_by_key(|page| page["address"].as_str().map(|name| name.matches('/').count()));
    Ok(fs::write(folder.join("pages.json"), serde_json::to_string_pretty(&pages)?)?)
}

/// What a page of a site needs, and where links lead; no packed copies, and nothing of the studio.
fn is_delivered(name: &str) -> bool {
    let is_for_hosts = name.starts_with("hosts/") || name == "_headers";
    let is_packed = ["br", "gz"].contains(&project::ending(name));
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
}

/// The content without the links between the standalone pages, and with its files in a folder that
/// the plugin names.
fn embedded(content: &str, up: &str) -> Result<String> {
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
    Ok(rewrite_str(content, handlers)?)
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
    use serde_json::Value;

    const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>A &amp; B</title></head><body>\
        <report-widget report=\"a\" sync-url><template shadowrootmode=\"open\"><style>p{}</style>\
        <link rel=\"stylesheet\" href=\"../page-print.css\" media=\"print\">\
        <div class=\"inside doors\"><a href=\"../index.html\">ko</a></div>\
        <div class=\"inside\" data-prerendered=\"a\"><p>1 &lt; 2</p></div></template><p>A</p></report-widget></body></html>";

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
        let shell = project::shell().unwrap();
        let place = shell.create_temp_dir().unwrap();
        let (dist, folder) = (place.path().join("dist"), place.path().join("plugin"));
        for (name, content) in [
            ("en/index.html", PAGE),
            ("index.html", &PAGE.replace("lang=\"en\"", "lang=\"ko\"")),
            ("integrity.json", "{}"),
            ("report-widget.js", ""),
            ("report-widget.js.br", ""),
            ("studio/index.html", ""),
            ("hosts/nginx.conf", ""),
            ("_headers", ""),
        ] {
            shell.write_file(dist.join(name), content).unwrap();
        }
        assemble(&dist, "1.2.3", &folder).unwrap();
        let names: Vec<_> =
            project::files(&folder).unwrap().into_iter().map(|(name, _)| name).collect();
        let expected = "LICENSE block.json editor.js pages.json prerendered/a-en.html prerendered/a-ko.html \
            readme.txt report-widget.php report/en/index.html report/index.html report/integrity.json \
            report/report-widget.js";
        assert_eq!(names.join(" "), expected);
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let pages: Value = serde_json::from_str(&read("pages.json")).unwrap();
        let page = |lang, address, file| json!({ "report": "a", "lang": lang, "title": "A & B", "address": address, "file": file });
        let expected =
            [page("ko", "index.html", "a-ko.html"), page("en", "en/index.html", "a-en.html")];
        assert_eq!(pages, json!(expected));
        for name in ["block.json", "report-widget.php", "readme.txt"] {
            assert!(read(name).contains("1.2.3") && !read(name).contains("0.0.0"), "{name}");
        }
    }
}
