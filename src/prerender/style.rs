//! The styles of a page: inside the element's shadow root, and around it.

/// The widget's rules for the first paint.
const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/first.css"));

/// The rules for paper and dialogs.
const LATER: &str = include_str!(concat!(env!("OUT_DIR"), "/later.css"));

/// What stands around the report, on every page of the site.
const PAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.css"));

/// What differs while no program runs.
const STILL: &str = include_str!(concat!(env!("OUT_DIR"), "/still.css"));

/// The file that holds the rules for paper and dialogs. A page links it for print alone, so that no
/// first paint waits for it; the element switches it to all media when the program takes over.
pub const LATER_FILE: &str = "page-print.css";

/// The style sheet inside the element.
pub fn sheet() -> String {
    FIRST.to_owned() + STILL
}

/// The style sheet of the page around the element.
pub fn around() -> &'static str {
    PAGE
}

/// The rules for paper and dialogs.
pub fn later() -> &'static str {
    LATER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sheet_has_a_comment_or_ends_the_style_element() {
        for sheet in [sheet().as_str(), around(), later()] {
            assert!(!sheet.contains("/*") && !sheet.contains("</"));
        }
    }
}
