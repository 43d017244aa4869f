//! The styles of a page: inside the element's shadow root, and around it.

/// The widget's style sheet.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

/// The rules for paper.
const PRINT: &str = include_str!(concat!(env!("OUT_DIR"), "/print.css"));

/// What stands around the report, on every page of the site.
const PAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.css"));

/// What differs while no program runs.
const STILL: &str = include_str!(concat!(env!("OUT_DIR"), "/still.css"));

/// The file that holds the rules for paper.
pub const PRINTED: &str = "page-print.css";

/// The style sheet inside the element.
pub fn sheet() -> String {
    STYLES.to_owned() + STILL
}

/// The style sheet of the page around the element.
pub fn around() -> &'static str {
    PAGE
}

/// The rules for paper: a file of its own, which no first paint waits for.
pub fn printed() -> &'static str {
    PRINT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sheet_has_a_comment_or_ends_the_style_element() {
        for sheet in [sheet().as_str(), around(), printed()] {
            assert!(!sheet.contains("/*") && !sheet.contains("</"));
        }
    }
}
