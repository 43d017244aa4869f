//! The media type of a file, after its ending.

use std::path::Path;

/// Modules and WebAssembly are refused by browsers unless their types are right; Korean text is
/// garbled unless its encoding is named.
pub const TYPES: [(&str, &str); 15] = [
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
];

/// The `Content-Type` of a file; what is unknown is a stream of bytes.
pub fn of(file: &Path) -> &'static str {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    TYPES
        .iter()
        .find(|(known, _)| ending.eq_ignore_ascii_case(known))
        .map_or("application/octet-stream", |(_, media)| media)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_by_the_last_ending() {
        for (file, expected) in [
            ("report-widget_bg.wasm", "application/wasm"),
            ("report-widget.d.ts", "text/plain; charset=utf-8"),
            ("a/INDEX.HTML", "text/html; charset=utf-8"),
            ("a.html.br", "application/octet-stream"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(of(Path::new(file)), expected, "{file}");
        }
    }
}
