//! An answer is what the host has for a request: a file, another address, or nothing.

use super::media;
use crate::packed::Packing;
use std::path::{Path, PathBuf};

/// The address of a request, known to stay inside the folder.
#[derive(Debug, PartialEq)]
pub struct Asked {
    path: String,
    /// The same address with a slash after its path, still encoded.
    with_slash: String,
}

/// What is sent back.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// There is such a file.
    File(File),
    /// A folder without its closing slash: relative links of its page would point elsewhere.
    Moved(String),
    /// There is no such thing.
    Nothing,
}

/// A file and how it is sent.
#[derive(Debug, PartialEq)]
pub struct File {
    /// The file whose bytes are sent.
    pub place: PathBuf,
    /// What the bytes are, once unpacked.
    pub media: &'static str,
    /// How the bytes are packed.
    pub packing: Option<Packing>,
    /// Whether another reader may get other bytes.
    pub has_packed: bool,
}

impl Asked {
    /// Reads what stands in a request line; `None` if it is broken or leads out of the folder.
    pub fn parse(url: &str) -> Option<Self> {
        let (encoded, query) = url.split_at(url.find('?').unwrap_or(url.len()));
        let path = decoded(encoded)?;
        // Two slashes at the beginning would name another host.
        let is_safe = path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains(['\\', '\0'])
            && path.split('/').all(|name| name != ".." && name != ".");
        is_safe.then(|| Self { path, with_slash: format!("{encoded}/{query}") })
    }

    /// The decoded path.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl Answer {
    /// Looks for the file, and for a packed copy that the reader accepts.
    pub fn find(folder: &Path, asked: &Asked, accepted: &str) -> Self {
        let mut place = folder.join(asked.path.trim_start_matches('/'));
        if place.is_dir() {
            if !asked.path.ends_with('/') {
                return Self::Moved(asked.with_slash.clone());
            }
            place.push("index.html");
        }
        // `_headers` is meant for the host, not for readers.
        if !place.is_file() || asked.path == "/_headers" {
            return Self::Nothing;
        }
        let packings = Packing::ALL.map(|packing| (packing, packing.place(&place)));
        let mut packed = packings.into_iter().filter(|(_, copy)| copy.is_file());
        let media = media::of(&place);
        let mut file =
            File { place, media, packing: None, has_packed: packed.clone().next().is_some() };
        if let Some((packing, copy)) =
            packed.find(|(packing, _)| accepts(accepted, packing.token()))
        {
            file.place = copy;
            file.packing = Some(packing);
        }
        Self::File(file)
    }
}

/// Whether an `Accept-Encoding` header allows an encoding: named, and not with a weight of zero.
fn accepts(header: &str, token: &str) -> bool {
    header.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(token));
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        is_named && weight.is_none_or(|weight| weight.parse().is_ok_and(|weight: f32| weight > 0.0))
    })
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => 16 * hexadecimal(rest.next()?)? + hexadecimal(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_inside_the_folder() {
        for (url, expected) in [
            ("/", Some("/")),
            ("/a%20b/%EA%B0%80.html?q=%2F", Some("/a b/가.html")),
            ("/..a/b..", Some("/..a/b..")),
            ("/../etc/passwd", None),
            ("/a/%2e%2e/%2E%2e/etc", None),
            ("/a\\..\\b", None),
            ("//elsewhere", None),
            ("/%00", None),
            ("/%zz", None),
            ("/%FF", None),
            ("*", None),
        ] {
            let asked = Asked::parse(url);
            assert_eq!(asked.as_ref().map(Asked::path), expected, "{url}");
        }
    }

    #[test]
    fn takes_a_refusal_for_a_refusal() {
        for (header, expected) in [
            ("gzip, deflate, br, zstd", true),
            ("BR;q=0.5", true),
            ("br; q=0", false),
            ("gzip", false),
            ("brotli", false),
            ("", false),
        ] {
            assert_eq!(accepts(header, "br"), expected, "{header}");
        }
    }

    #[test]
    fn sends_the_packed_copy_to_those_who_take_it() {
        let folder = std::env::temp_dir().join(format!("xtask-answer-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("sub")).unwrap();
        for name in ["index.html", "index.html.gz", "_headers", "sub/index.html"] {
            std::fs::write(folder.join(name), name).unwrap();
        }
        let find = |url: &str, accepted| {
            let asked = Asked::parse(url).unwrap();
            match Answer::find(&folder, &asked, accepted) {
                Answer::File(file) => {
                    let name = file.place.strip_prefix(&folder).unwrap().to_owned();
                    format!("{} {}", name.display(), file.has_packed)
                }
                Answer::Moved(to) => format!("moved to {to}"),
                Answer::Nothing => "nothing".into(),
            }
        };
        for (url, accepted, expected) in [
            ("/", "gzip, br", "index.html.gz true"),
            ("/index.html", "br", "index.html true"),
            ("/sub/", "gzip", "sub/index.html false"),
            ("/sub?part=2", "", "moved to /sub/?part=2"),
            ("/_headers", "", "nothing"),
            ("/missing.js", "gzip", "nothing"),
        ] {
            assert_eq!(find(url, accepted), expected, "{url}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
