//! The policy of the delivery: what a page of ours may load, and who may load us.

use super::Headers;
use crate::digest::sha256;
use std::collections::BTreeSet;

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

/// Nothing but our own files; WebAssembly may be compiled, a string may not be run.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    connect-src 'self'; \
    manifest-src 'self'; \
    worker-src 'self'; \
    base-uri 'none'; \
    form-action 'none'";

/// The content of the delivery's `_headers` file, for pages in which these styles stand.
pub fn of_the_delivery<'a>(inline_styles: impl Iterator<Item = &'a str>) -> Headers {
    let policy = allowing(inline_styles);
    let policy = ("Content-Security-Policy", policy.as_str());
    let headers: Vec<_> = [policy].into_iter().chain(EVERYWHERE).collect();
    // Under this policy the single file could not run; its own is in it, and holds wherever the
    // file is saved. Two policies on one path would both apply, so it is not opened here.
    Headers::everywhere(&headers)
        .and("/report-widget.html", &[("Content-Disposition", "attachment")])
}

/// The policy with these styles allowed, by their hashes: these very words, and no others.
fn allowing<'a>(inline_styles: impl Iterator<Item = &'a str>) -> String {
    let hash = |style: &str| format!(" '{}'", sha256(style.as_bytes()));
    let hashes: BTreeSet<String> = inline_styles.map(hash).collect();
    let styles = hashes.into_iter().fold(STYLES.to_owned(), |allowed, hash| allowed + &hash);
    CONTENT_SECURITY_POLICY.replace(STYLES, &styles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn trunk_serve() -> toml::Table {
        let text = project::read(&project::root().join("Trunk.toml")).unwrap();
        let settings: toml::Table = text.parse().unwrap();
        settings["serve"].as_table().unwrap().clone()
    }

    #[test]
    fn allows_the_styles_of_its_pages_and_no_others() {
        assert_eq!(allowing([].into_iter()), CONTENT_SECURITY_POLICY);
        // The hash is the one that https://www.w3.org/TR/CSP3 gives for this text as a script.
        let page = "alert('Hello, world.');";
        let allowed = "style-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; ";
        let policy = allowing([page, page].into_iter());
        assert_eq!(policy.replace(allowed, "style-src 'self'; "), CONTENT_SECURITY_POLICY);
        assert!(policy.contains(allowed), "{policy}");
    }

    #[test]
    fn the_single_file_is_saved_and_not_opened() {
        let headers = of_the_delivery([].into_iter());
        let has =
            |path| headers.of(path).any(|header| header == ("Content-Disposition", "attachment"));
        assert!(has("/report-widget.html") && !has("/index.html"));
    }

    #[test]
    fn the_development_server_has_the_same_policy_but_for_the_reload_script() {
        let serve = trunk_serve();
        let directives = serve["csp"].as_array().unwrap().iter();
        let directives: Vec<_> = directives.map(|line| line.as_str().unwrap()).collect();
        let strict = directives.join("; ").replace(" 'nonce-{{NONCE}}'", "");
        assert_eq!(strict, CONTENT_SECURITY_POLICY);
    }

    #[test]
    fn the_development_server_sends_the_same_headers() {
        let serve = trunk_serve();
        let headers = serve["headers"].as_table().unwrap();
        for (name, value) in EVERYWHERE {
            assert_eq!(headers[name].as_str(), Some(value), "{name}");
        }
        assert_eq!(headers.len(), EVERYWHERE.len());
    }
}
