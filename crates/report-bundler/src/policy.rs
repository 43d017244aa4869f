//! The headers of the delivery: what a page of ours may load, and who may load us.

use std::collections::BTreeSet;

use crate::bundle::{Bundle, ending};
use crate::digest::sha256;
use crate::headers::Headers;
use crate::hosts::MARKDOWN;
use crate::{TemplateError, names, pages};

/// The headers that every file of the delivery is meant to be served with, beside the policy.
const EVERYWHERE: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    // The element is made to be embedded by pages of other origins, isolated ones too.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    // The names are stable, so a browser asks each time whether its copy is still good.
    ("Cache-Control", "no-cache"),
];

/// The part of the policy that says where styles may come from.
const STYLES: &str = "style-src 'self'";

/// Nothing but our own files; WebAssembly may be compiled, a string may not be run. The frame is that of
/// the studio, which shows its preview in one.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    connect-src 'self'; \
    manifest-src 'self'; \
    worker-src 'self'; \
    frame-src 'self'; \
    base-uri 'none'; \
    form-action 'none'";

/// Writes `_headers`, whose policy allows the styles that stand in the pages.
pub fn write_headers(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let mut styles = Vec::new();
    for (_, page) in pages::all(bundle)? {
        styles.extend(pages::styles(page)?);
    }
    let mut headers = headers(&styles);
    for name in bundle.files.keys().filter(|name| ending(name) == "md") {
        headers = headers.and(&format!("/{name}"), &[("Content-Type", MARKDOWN)]);
    }
    bundle.write(names::HEADERS, headers.to_string());
    Ok(())
}

fn headers(styles: &[String]) -> Headers {
    let allowed = format!("{STYLES}{}", sources(styles));
    let policy = CONTENT_SECURITY_POLICY.replace(STYLES, &allowed);
    let policy = ("Content-Security-Policy", policy.as_str());
    let everywhere: Vec<_> = [policy].into_iter().chain(EVERYWHERE).collect();
    // Under this policy the single file could not run; its own is in it, and holds wherever the
    // file is saved. Two policies on one path would both apply, so it is not opened here.
    Headers::default()
        .and("/*", &everywhere)
        .and("/report-widget.html", &[("Content-Disposition", "attachment")])
}

/// The hashes by which a policy allows exactly these texts.
pub fn sources(texts: &[String]) -> String {
    texts
        .iter()
        .map(|text| format!(" '{}'", sha256(text)))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allows_the_styles_of_its_pages_and_no_others() {
        // The hash is the one that https://www.w3.org/TR/CSP3 gives for this text as a script.
        let style = "alert('Hello, world.');".to_owned();
        let allowed = "style-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; ";
        let with_style = CONTENT_SECURITY_POLICY.replace("style-src 'self'; ", allowed);
        for (styles, expected) in
            [(vec![], CONTENT_SECURITY_POLICY), (vec![style.clone(), style], with_style.as_str())]
        {
            let policy = ("Content-Security-Policy", expected);
            assert!(headers(&styles).of("/index.html").any(|header| header == policy));
        }
    }

    #[test]
    fn the_single_file_is_saved_and_not_opened() {
        let headers = headers(&[]);
        let has =
            |path| headers.of(path).any(|header| header == ("Content-Disposition", "attachment"));
        assert!(has("/report-widget.html") && !has("/index.html"));
    }

    #[test]
    fn markdown_says_its_type_and_its_encoding() {
        let files = [("en/report.md", ""), ("report.md", ""), ("figures.csv", "")];
        let mut bundle = crate::bundle::tests::release(&files);
        write_headers(&mut bundle).unwrap();
        let headers = Headers::parse(bundle.text(names::HEADERS).unwrap()).unwrap();
        let types = ["/report.md", "/en/report.md", "/figures.csv"].map(|path| {
            headers.of(path).find(|(name, _)| *name == "Content-Type").map(|(_, value)| value)
        });
        let markdown = Some("text/markdown; charset=utf-8");
        assert_eq!(types, [markdown, markdown, None]);
    }

    #[test]
    fn the_development_server_sends_the_same_but_for_the_nonce_of_its_reload_script() {
        let text =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Trunk.toml"))
                .unwrap();
        let settings: toml::Table = text.parse().unwrap();
        let serve = settings["serve"].as_table().unwrap();
        let directives = serve["csp"].as_array().unwrap().iter();
        let directives: Vec<_> = directives.map(|line| line.as_str().unwrap()).collect();
        let strict = directives.join("; ").replace(" 'nonce-{{NONCE}}'", "");
        assert_eq!(strict, CONTENT_SECURITY_POLICY);
        let sent = serve["headers"].as_table().unwrap().iter();
        let sent: BTreeSet<_> =
            sent.map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
        assert_eq!(sent, BTreeSet::from(EVERYWHERE));
    }
}
