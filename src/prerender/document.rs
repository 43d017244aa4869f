//! A whole page: the template, with the report and everything about it put in.

use crate::i18n;
use maud::{Markup, Render, html};

use super::site::{Page, Site};
use super::{facts, manifest, still, style};

/// The page; `has_picture` tells whether a picture of it stands in the site. Fails, naming the
/// piece, where the template lacks one.
pub fn write(template: &str, site: &Site, page: Page, has_picture: bool) -> Result<String, String> {
    let (report, lang) = (page.edition.report, page.edition.lang);
    let text = |text: &str| {
        let mut out = String::new();
        text.render_to(&mut out);
        out
    };
    let title = text(report.title.get(lang));
    let description = text(&i18n::about_page(report, lang));
    let mut html = from_folder(template, &page.up());
    for (from, to, piece) in [
        ("<html lang=\"", "\"", lang.tag().to_owned()),
        ("<title>", "</title>", title.clone()),
        ("<meta name=\"description\" content=\"", "\"", description),
        ("<h1", "</h1>", format!(" class=\"hidden\">{title}")),
        ("<report-widget", "</report-widget>", element(site, page)),
    ] {
        html = put(&html, from, to, &piece)?;
    }
    // The style stands in the page, so that the first paint waits for nothing else.
    let link = format!("<link rel=\"stylesheet\" href=\"{}page.css\">", page.up());
    if !html.contains(&link) {
        return Err(format!("the page has no {link}"));
    }
    let style = format!("<style>{}</style>", style::around());
    html = html.replace(&link, &style);
    if !page.is_home {
        // The pages of another language have a manifest of their own, in their own folder.
        let of_the_site = format!("href=\"{}{}\"", page.up(), manifest::NAME);
        let own = format!("href=\"{}{}\"", page.up().replacen("../", "", 1), manifest::NAME);
        html = html.replace(&of_the_site, &own);
    }
    Ok(html.replace("</head>", &format!("{}</head>", head(site, page, has_picture))))
}

/// The template for a page in another folder: its files stand in the site's.
fn from_folder(template: &str, up: &str) -> String {
    let mut html = template.to_owned();
    for attribute in [" href=\"", " src=\""] {
        let mut pieces = html.split(attribute);
        let first = pieces.next().unwrap_or_default().to_owned();
        html = pieces.fold(first, |out, piece| {
            let is_file = !piece.starts_with(['#', '/', '"']) && !piece.contains("://");
            out + attribute + if is_file { up } else { "" } + piece
        });
    }
    html
}

/// Replaces what stands between two marks.
fn put(html: &str, from: &str, to: &str, piece: &str) -> Result<String, String> {
    let missing = || format!("the page has no {from}…{to}");
    let start = html.find(from).ok_or_else(missing)? + from.len();
    let end = start + html[start..].find(to).ok_or_else(missing)?;
    Ok(format!("{}{piece}{}", &html[..start], &html[end..]))
}

/// The element's attributes and content.
fn element(site: &Site, page: Page) -> String {
    let content = still::write(site, page).into_string();
    format!(" report=\"{}\" sync-url>{content}", page.edition.report.id)
}

/// Metadata for search engines and previews.
fn head(site: &Site, page: Page, has_picture: bool) -> String {
    let (report, lang) = (page.edition.report, page.edition.lang);
    let here = site.absolute(&page.path());
    // Previews follow complete addresses only.
    let picture = site.absolute(&page.picture()).filter(|_| has_picture);
    let tags = html! {
        @if let Some(here) = &here { link rel="canonical" href=(here); }
        @for other in report.languages.iter() { (alternate(site, site.page(report, other), other.tag())) }
        (alternate(site, site.page(report, report.languages.first()), "x-default"))
        (property("og:type", "article"))
        (property("og:title", report.title.get(lang)))
        (property("og:description", &i18n::about_page(report, lang)))
        (property("og:site_name", report.publisher.get(lang)))
        (property("og:locale", i18n::locale(lang)))
        @if let Some(here) = &here { (property("og:url", here)) }
        @if let Some(picture) = picture {
            (property("og:image", &picture))
            (property("og:image:type", "image/png"))
            (property("og:image:width", "1200"))
            (property("og:image:height", "630"))
            (property("og:image:alt", report.title.get(lang)))
            meta name="twitter:card" content="summary_large_image";
        }
    };
    let facts = facts::about(site, page);
    format!("{}<script type=\"application/ld+json\">{facts}</script>", tags.into_string())
}

/// Search engines follow complete addresses only, and count a relative one as a fault; readers find
/// the other language in the bar on top.
fn alternate(site: &Site, to: Page, lang: &str) -> Markup {
    html! {
        @if let Some(way) = site.absolute(&to.path()) {
            link rel="alternate" hreflang=(lang) href=(way);
        }
    }
}

fn property(name: &str, content: &str) -> Markup {
    html! { meta property=(name) content=(content); }
}
