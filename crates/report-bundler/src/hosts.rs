//! How other hosts than those that read `_headers` are set up: examples for nginx and Apache, in
//! `hosts/`. They are written from that file, so that they cannot fall behind it.

use crate::bundle::Bundle;
use crate::headers::Headers;
use crate::{TemplateError, names};

/// The type of Markdown, which some hosts do not know, or say nothing of its encoding.
pub const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// Media types by the endings of files. Modules and WebAssembly are refused by browsers unless their
/// types are right; Korean text is garbled unless its encoding is named.
pub const MEDIA_TYPES: [(&str, &str); 16] = [
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", MARKDOWN),
    ("mjs", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
];

/// Writes both examples.
pub fn write(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let headers = Headers::parse(bundle.text(names::HEADERS)?)
        .map_err(|error| TemplateError::new(format!("{}: {error}", names::HEADERS)))?;
    bundle.write("hosts/nginx.conf", nginx(&headers));
    bundle.write("hosts/apache.htaccess", apache(&headers));
    Ok(())
}

/// A `location` for a server; what it needs from the person is said on top.
fn nginx(headers: &Headers) -> String {
    let line = |indent: &str, (name, value): (&str, &str)| {
        format!("{indent}add_header {name} \"{value}\" always;\n")
    };
    let location = |path: &str| {
        // nginx forgets the headers around a location that has some of its own.
        let own: String = headers.of(path).map(|header| line("        ", header)).collect();
        format!(
            "\n    location = /report{path} {{\n        alias /srv/report{path};\n{own}    }}\n"
        )
    };
    let types =
        MEDIA_TYPES.map(|(ending, media)| format!("        \"{media}\" {ending};\n")).concat();
    let everywhere: String = headers.only_of("/*").map(|header| line("    ", header)).collect();
    let single: String = single_paths(headers).map(location).collect();
    include_str!("files/nginx.conf")
        .replace("{types}", &types)
        .replace("{everywhere}", &everywhere)
        .replace("{single}", &single)
}

/// The paths that have headers of their own. The types of files have a table here.
fn single_paths(headers: &Headers) -> impl Iterator<Item = &str> {
    let paths = headers.single_paths();
    paths.filter(|path| headers.only_of(path).any(|(name, _)| name != "Content-Type"))
}

/// A `.htaccess` for the folder itself.
fn apache(headers: &Headers) -> String {
    let line = |indent: &str, (name, value): (&str, &str)| {
        format!("{indent}Header always set {name} \"{value}\"\n")
    };
    let file = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let own: String = headers.only_of(path).map(|header| line("  ", header)).collect();
        format!("<Files \"{name}\">\n{own}</Files>\n")
    };
    let types =
        MEDIA_TYPES.map(|(ending, media)| format!("AddType '{media}' .{ending}\n")).concat();
    let everywhere: String = headers.only_of("/*").map(|header| line("", header)).collect();
    let single: String = single_paths(headers).map(file).collect();
    include_str!("files/apache.htaccess")
        .replace("{types}", &types)
        .replace("{everywhere}", &everywhere)
        .replace("{single}", &single)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_carry_every_header() {
        let headers = Headers::default().and(
            "/*",
            &[("Content-Security-Policy", "default-src 'none'; img-src data:"), ("A", "b")],
        );
        let (nginx, apache) = (nginx(&headers), apache(&headers));
        for header in ["Content-Security-Policy \"default-src 'none'; img-src data:\"", "A \"b\""] {
            assert!(nginx.contains(&format!("add_header {header} always;")), "{nginx}");
            assert!(apache.contains(&format!("\nHeader always set {header}\n")), "{apache}");
        }
        for text in [nginx, apache] {
            assert!(text.contains("text/markdown; charset=utf-8"), "{text}");
            assert!(text.contains("application/wasm") && !text.contains("{single}"), "{text}");
        }
    }

    #[test]
    fn what_is_said_of_one_path_stays_with_it() {
        let headers = Headers::default()
            .and("/*", &[("A", "b")])
            .and("/embed.html", &[("C", "d")])
            .and("/report.md", &[("Content-Type", "text/markdown")]);
        let nginx = nginx(&headers);
        let (around, single) = nginx.split_once("location = /report/embed.html").unwrap();
        assert!(around.contains("add_header A \"b\"") && !around.contains("add_header C"));
        assert!(single.contains("add_header A \"b\"") && single.contains("add_header C \"d\""));
        let file = "<Files \"embed.html\">\n  Header always set C \"d\"\n</Files>\n";
        assert!(apache(&headers).contains(file));
        assert!(!nginx.contains("/report.md") && !apache(&headers).contains("report.md"));
    }
}
