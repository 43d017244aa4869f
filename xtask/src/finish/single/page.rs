//! The page of the single file: the standalone page with everything that it links in it.

use crate::digest::{base64, sha256};
use crate::fault::Fault;
use crate::finish::modules;
use crate::markup::{Tag, tags};

/// What goes into the page.
pub struct Parts<'a> {
    /// The script, small.
    pub script: &'a str,
    /// The files that the script asks for, by name, packed.
    pub files: &'a [(&'a str, String)],
    /// Reads another file of the delivery.
    pub read: &'a dyn Fn(&str) -> Result<String, Fault>,
}

/// The standalone page, with everything in it.
pub fn single(page: &str, parts: &Parts) -> Result<String, Fault> {
    let mut whole = String::with_capacity(page.len() + parts.script.len());
    let mut from = 0;
    for tag in tags(page) {
        let stands_for = if tag.is("link") {
            linked(&tag, parts)?
        } else if tag.is("script") && tag.has("src") {
            script(&tag, parts)
        } else {
            continue;
        };
        whole.push_str(&page[from..tag.range.start]);
        whole.push_str(&stands_for);
        from = tag.range.end;
        if tag.is("script") {
            from += "</script>".len();
        }
    }
    whole.push_str(&page[from..]);
    Ok(with_policy(&whole))
}

/// What stands in the place of a link: style and icon are taken in. What leads to other files of
/// the delivery, a manifest or another language's page, would lead nowhere.
fn linked(tag: &Tag, parts: &Parts) -> Result<String, Fault> {
    let (Some(relation), Some(place)) = (tag.value("rel"), tag.value("href")) else {
        return Ok(String::new());
    };
    Ok(match relation {
        "stylesheet" => {
            let media = tag.value("media").map_or(String::new(), |on| format!(" media=\"{on}\""));
            format!("<style{media}>{}</style>", (parts.read)(place)?.trim())
        }
        "icon" if tag.value("type") == Some("image/svg+xml") => {
            let icon = base64((parts.read)(place)?.as_bytes());
            format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")
        }
        _ if place.starts_with("https:") => tag.text().to_owned(),
        _ => String::new(),
    })
}

/// The element's script, with the files that it unpacks; other scripts are about the network.
fn script(tag: &Tag, parts: &Parts) -> String {
    if tag.value("src") != Some(modules::ELEMENT) {
        return String::new();
    }
    // A closing tag within a string would end the script; escaped, it is the same string.
    let script = parts.script.trim().replace("</", "<\\/");
    let mut whole = format!("<script type=\"module\">{script}</script>");
    for (name, packed) in parts.files {
        whole.push_str("\n  <script type=\"application/gzip\" id=\"");
        whole.push_str(name);
        whole.push_str("\">");
        whole.push_str(packed);
        whole.push_str("</script>");
    }
    whole
}

/// Puts the policy before everything that it is about.
fn with_policy(page: &str) -> String {
    let policy = policy(page);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n  ");
    let at = tags(page)
        .into_iter()
        .find(|tag| !(tag.is("html") || tag.is("head") || tag.has("charset")))
        .map_or(0, |tag| tag.range.start);
    format!("{}{meta}{}", &page[..at], &page[at..])
}

/// Exactly the scripts and styles of the page; no connection, no frame, no form.
fn policy(page: &str) -> String {
    let allowed = |name: &str| {
        let inside = tags(page).into_iter().filter(|tag| tag.is(name)).map(|tag| {
            let content = &page[tag.range.end..];
            let end = content.find(&format!("</{name}")).unwrap_or(content.len());
            let is_data = tag.value("type").is_some_and(|media| media != "module");
            (is_data, format!(" '{}'", sha256(&content.as_bytes()[..end])))
        });
        let mut digests: Vec<String> =
            inside.filter(|(is_data, _)| !is_data).map(|(_, digest)| digest).collect();
        digests.sort();
        digests.dedup();
        digests.concat()
    };
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{}; style-src{}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        allowed("script"),
        allowed("style")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(page: &str) -> String {
        let read = |name: &str| Ok(format!("[{name}]"));
        let files = [("a.wasm", "AAAA".to_owned())];
        single(page, &Parts { script: "a('</script>')", files: &files, read: &read }).unwrap()
    }

    #[test]
    fn takes_in_what_the_page_loads_and_leaves_the_rest_behind() {
        for (page, expected) in [
            ("<link rel=stylesheet href=page.css>", "<style>[page.css]</style>"),
            (
                "<link rel=stylesheet href=a.css media=print>",
                "<style media=\"print\">[a.css]</style>",
            ),
            ("<link rel=manifest href=manifest.webmanifest>", ""),
            ("<link rel=alternate hreflang=en href=en/index.html>", ""),
            ("<link rel=canonical href=https://a.b/>", "<link rel=canonical href=https://a.b/>"),
            ("<script src=\"offline.js\" type=module></script>", ""),
            ("<p>가 <a href=b.html>", "<p>가 <a href=b.html>"),
        ] {
            let made = made(page);
            let after = made.split_once("'none'\">\n  ").unwrap().1;
            assert_eq!(after, expected);
        }
    }

    #[test]
    fn the_script_ends_where_it_should_and_its_code_follows() {
        let page = made("<script type=\"module\" src=\"report-widget.js\"></script><p>");
        assert!(page.contains("<script type=\"module\">a('<\\/script>')</script>"), "{page}");
        assert!(page.ends_with("id=\"a.wasm\">AAAA</script><p>"), "{page}");
    }

    #[test]
    fn the_policy_stands_first_and_allows_exactly_what_stands_in_the_page() {
        let page = made(
            "<!doctype html><html><head><meta charset=utf-8><style>b</style>\
            <style>b</style><script src=report-widget.js></script>",
        );
        let digest = |content: &str| sha256(content.as_bytes());
        let expected = format!(
            "<meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"\
             default-src 'none'; script-src 'wasm-unsafe-eval' '{}'; style-src '{}'; \
             img-src data:; base-uri 'none'; form-action 'none'\">",
            digest("a('<\\/script>')"),
            digest("b")
        );
        assert!(page.contains(&expected), "{page}");
    }
}
