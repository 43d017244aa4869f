//! The policy of the delivery: what a page of ours may load, and who may load us.

use super::Headers;

/// The headers that every file of the delivery is meant to be served with.
const EVERYWHERE: [(&str, &str); 6] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    // The element is made to be embedded by pages of other origins, isolated ones too.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    // The names are stable, so a browser asks each time whether its copy is still good.
    ("Cache-Control", "no-cache"),
];

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

/// The content of the delivery's `_headers` file.
pub fn of_the_delivery() -> Headers {
    Headers::everywhere(&EVERYWHERE)
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
        for (name, value) in EVERYWHERE.iter().skip(1) {
            assert_eq!(headers[*name].as_str(), Some(*value), "{name}");
        }
        assert_eq!(headers.len(), EVERYWHERE.len() - 1);
    }
}
