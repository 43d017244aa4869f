//! The document that a report was made from.

use report_text::text;

/// Where the document of a report can be read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its `https` address, without a fragment.
    pub url: &'static str,
    /// Its SHA-256 in hexadecimal digits, where it is known.
    pub sha256: Option<&'static str>,
    /// What has to be added to a printed page to have its place in the file.
    pub page_offset: u16,
}

impl Document {
    /// The address of a printed page.
    #[must_use]
    pub fn page_url(&self, page: u16) -> String {
        text!(self.url, "#page=", u32::from(page) + u32::from(self.page_offset))
    }
}
