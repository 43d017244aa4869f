//! The address of a report's document.

use super::Problem;
use super::diagnostic::Place;
use super::read::keep;
use super::source;
use report_model::Document;

/// A document whose address can be a link on any page.
pub fn document(place: &Place, given: &source::Document) -> Document {
    if !is_address(&given.url) {
        place.field("url").error(Problem::NotAnAddress(given.url.clone()));
    }
    let is_digest = |digest: &String| {
        digest.len() == 64 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    if let Some(digest) = given.sha256.as_ref().filter(|digest| !is_digest(digest)) {
        place.field("sha256").error(Problem::NotADigest(digest.clone()));
    }
    Document {
        url: keep(&given.url),
        sha256: given.sha256.as_deref().map(keep),
        page_offset: given.page_offset,
    }
}

/// `https`, a host, and only letters that addresses may have; the fragment is for the page.
fn is_address(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    let is_letter = |c: char| c.is_ascii_graphic() && !"\"#<>\\^`{|}".contains(c);
    !host.is_empty() && host.chars().all(is_host) && rest.chars().all(is_letter)
}
