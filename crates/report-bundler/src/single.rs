//! The single file: the whole delivery in one page, which opens by a double click.
//!
//! The app wrote the page: the report, and no link to another page. A page opened from a disk
//! may load neither modules nor data, so it holds all there is: the modules as one script, the
//! program's code compressed, the style and the icon. It carries its policy itself, with the digests
//! of what stands in it, and that policy allows it no connection at all.

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::bundle::Bundle;
use crate::digest::base64;
use crate::names::{CHARTS, CODE, ELEMENT, SEARCH_TERMS, SHEET, SINGLE, SINGLE_SCRIPT};
use crate::{TemplateError, compress, pages, policy};

/// Writes the page around the script that was bundled.
pub fn write(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let script = script(bundle)?;
    let page = with_policy(&with_files(bundle.text(SINGLE)?, bundle, &script)?)?;
    bundle.write(SINGLE, page);
    bundle.files.remove(SINGLE_SCRIPT);
    Ok(())
}

/// The element's script, with the files that it decompresses.
fn script(bundle: &Bundle) -> Result<String, TemplateError> {
    // A closing tag within a string would end the script; escaped, it is the same string.
    let script = bundle.text(SINGLE_SCRIPT)?.trim().replace("</", "<\\/");
    let mut scripts = vec![format!("<script type=\"module\">{script}</script>")];
    for name in [CODE, SHEET].into_iter().chain(CHARTS).chain([SEARCH_TERMS]) {
        let file = base64(&compress::gzip(bundle.read(name)?));
        scripts.push(format!("<script type=\"application/gzip\" id=\"{name}\">{file}</script>"));
    }
    Ok(scripts.join("\n  "))
}

/// Takes in what the page loads. What leads to other files of the delivery, such as a manifest or
/// another language's page, would lead nowhere; other scripts are about the network.
fn with_files(page: &str, bundle: &Bundle, script: &str) -> Result<String, TemplateError> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link", |link| Ok(take_in(link, bundle)?)))
        .append_element_content_handler(element!("script[src]", |found| {
            if found.get_attribute("src").is_some_and(|place| place == ELEMENT) {
                found.replace(script, ContentType::Html);
            } else {
                found.remove();
            }
            Ok(())
        }));
    Ok(rewrite_str(page, settings)?)
}

fn take_in(link: &mut Element, bundle: &Bundle) -> Result<(), TemplateError> {
    let value = |name| link.get_attribute(name).unwrap_or_default();
    let (relation, place) = (value("rel"), value("href"));
    let html = match relation.as_str() {
        "stylesheet" => {
            let media = link.get_attribute("media");
            let media = media.map_or(String::new(), |media| format!(" media=\"{media}\""));
            format!("<style{media}>{}</style>", bundle.text(&place)?.trim())
        }
        "icon" if value("type") == "image/svg+xml" => {
            let icon = base64(bundle.read(&place)?);
            format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")
        }
        _ if place.starts_with("https:") => return Ok(()),
        _ => String::new(),
    };
    link.replace(&html, ContentType::Html);
    Ok(())
}

/// Puts the policy before everything that it is about: exactly the scripts and styles of the page; no
/// connection, no frame, no form.
fn with_policy(page: &str) -> Result<String, TemplateError> {
    let scripts = policy::sources(&pages::scripts(page)?);
    let styles = policy::sources(&pages::styles(page)?);
    let meta = format!(
        "\n  <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'wasm-unsafe-eval'{scripts}; style-src{styles}; img-src data:; \
         base-uri 'none'; form-action 'none'\">"
    );
    let insert = element!("head > meta[charset]", |charset| {
        charset.after(&meta, ContentType::Html);
        Ok(())
    });
    let whole =
        rewrite_str(page, RewriteStrSettings::new().append_element_content_handler(insert))?;
    if !whole.contains(&meta) {
        return Err(TemplateError::new(format!(
            "{SINGLE} names no charset, which its policy stands behind"
        )));
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::tests::release;
    use crate::digest::sha256;

    /// What becomes of a page that has some files beside it.
    fn made(page: &str) -> String {
        let page = format!("<html><head><meta charset=\"utf-8\">{page}");
        let files = [
            (SINGLE, page.as_str()),
            (SINGLE_SCRIPT, "a('</script>')\n"),
            ("a.css", "b"),
            ("a.svg", "c"),
        ];
        let built = [CODE, SHEET, CHARTS[0], CHARTS[1], SEARCH_TERMS].map(|name| (name, name));
        let mut bundle = release(&[&files[..], &built].concat());
        write(&mut bundle).unwrap();
        assert!(!bundle.files.contains_key(SINGLE_SCRIPT));
        bundle.text(SINGLE).unwrap().to_owned()
    }

    #[test]
    fn takes_in_what_the_page_loads_and_leaves_the_rest_behind() {
        for (page, expected) in [
            ("<link rel=stylesheet href=a.css>", "<style>b</style>"),
            ("<link rel=stylesheet media=d href=a.css>", "<style media=\"d\">b</style>"),
            (
                "<link rel=icon type=image/svg+xml href=a.svg>",
                "<link rel=\"icon\" href=\"data:image/svg+xml;base64,Yw==\">",
            ),
            ("<link rel=manifest href=manifest.webmanifest>", ""),
            ("<link rel=alternate hreflang=en href=en/index.html>", ""),
            ("<link rel=canonical href=https://a.b/>", "<link rel=canonical href=https://a.b/>"),
            ("<script src=\"offline.js\" type=module></script>", ""),
            ("<p>가 <a href=b.html>", "<p>가 <a href=b.html>"),
        ] {
            let page = made(page);
            assert_eq!(page.split_once("form-action 'none'\">").unwrap().1, expected);
        }
    }

    #[test]
    fn the_policy_allows_exactly_what_stands_in_the_page() {
        let page = made(
            "<style>b</style><style>b</style><script type=\"module\" src=report-widget.js></script>\
             <script type=application/ld+json>{}</script><p>",
        );
        let script = "a('<\\/script>')";
        let (script_hash, style_hash) = (sha256(script), sha256("b"));
        let start = format!(
            "<html><head><meta charset=\"utf-8\">\n  <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; script-src 'wasm-unsafe-eval' '{script_hash}'; \
             style-src '{style_hash}'; img-src data:; base-uri 'none'; form-action 'none'\">\
             <style>b</style><style>b</style><script type=\"module\">{script}</script>\n  \
             <script type=\"application/gzip\" id=\"{CODE}\">"
        );
        assert!(page.starts_with(&start), "{page}");
        assert_eq!(page.matches(" type=\"application/gzip\" ").count(), 5);
        assert!(page.ends_with("<script type=application/ld+json>{}</script><p>"), "{page}");
    }
}
