//! Links that others can follow: to the present view, or to a place of it.

use super::{RouteState, address};
use report_model::{Lang, Library};

/// Where the widget stands, as `element.js` tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The address of the page.
    pub page: String,
    /// The address of the folder that the bundle was loaded from, with a slash at its end.
    pub bundle: String,
    /// Whether the element keeps the page's query string in step.
    pub syncs_url: bool,
    /// The element's `theme`, where it has one.
    pub theme: Option<String>,
    /// The element's `motion`, where it has one.
    pub motion: Option<String>,
}

impl Location {
    /// An address that shows a route in a language: the page's own where it is kept in step, else that of the
    /// standalone page beside the program. Nothing where nobody else could follow it, as from a
    /// file on a disk.
    #[must_use]
    pub fn link(
        &self,
        route: &RouteState,
        home: &RouteState,
        (lang, home_lang): (Lang, Lang),
        library: &Library,
    ) -> Option<String> {
        let link = if self.syncs_url {
            let (page, fragment) = split(&self.page, '#');
            let (path, query) = split(page, '?');
            let ours = address::with_lang(address::write(route, library, home), lang, home_lang);
            let query = address::merge(&prefixed('?', query), &ours);
            with_query(path, &query) + &prefixed('#', fragment)
        } else {
            // The standalone pages are those of the first report; the other ones are views of them.
            let languages = &library.reports[0].languages;
            let page_lang = languages.nearest(lang);
            let is_home = page_lang == languages.first();
            let folder = if is_home { String::new() } else { format!("{}/", page_lang.tag()) };
            let query = address::with_lang(route.to_query_string(library), lang, page_lang);
            with_query(&format!("{}{folder}index.html", self.bundle), &query)
        };
        link.starts_with("http").then_some(link)
    }
}

/// An address as it is written on a picture: without its scheme, with readable letters.
#[must_use]
pub fn readable(link: &str) -> String {
    let link = link.split_once("://").map_or(link, |(_, rest)| rest);
    let link = link.replace("/index.html", "/");
    match link.split_once('?') {
        Some((path, query)) => format!("{path}?{}", address::decoded(query)),
        None => link,
    }
}

fn split(text: &str, at: char) -> (&str, &str) {
    text.split_once(at).unwrap_or((text, ""))
}

fn with_query(path: &str, query: &str) -> String {
    path.to_owned() + &prefixed('?', query)
}

fn prefixed(sign: char, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{sign}{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_bundle::library;

    fn location(page: &str, syncs_url: bool) -> Location {
        Location {
            page: page.to_owned(),
            bundle: "https://cdn.example/r/".to_owned(),
            syncs_url,
            theme: None,
            motion: None,
        }
    }

    #[test]
    fn a_link_is_the_pages_own_where_it_is_kept_in_step_and_else_the_standalone_page() {
        let mut route = RouteState::default();
        route.look_for("마스크");
        let home = RouteState::default();
        for (page, syncs, lang, expected) in [
            (
                "https://a.kr/esg?from=mail#top",
                true,
                Lang::Ko,
                Some("https://a.kr/esg?from=mail&query=%EB%A7%88%EC%8A%A4%ED%81%AC#top"),
            ),
            (
                "https://a.kr/esg",
                true,
                Lang::En,
                Some("https://a.kr/esg?query=%EB%A7%88%EC%8A%A4%ED%81%AC&report-lang=en"),
            ),
            (
                "https://a.kr/esg?lang=ko&report-lang=en",
                true,
                Lang::Ko,
                Some("https://a.kr/esg?lang=ko&query=%EB%A7%88%EC%8A%A4%ED%81%AC"),
            ),
            (
                "https://a.kr/esg",
                false,
                Lang::Ko,
                Some("https://cdn.example/r/index.html?query=%EB%A7%88%EC%8A%A4%ED%81%AC"),
            ),
            (
                "https://a.kr/esg",
                false,
                Lang::En,
                Some("https://cdn.example/r/en/index.html?query=%EB%A7%88%EC%8A%A4%ED%81%AC"),
            ),
            ("file:///home/report-widget.html", true, Lang::Ko, None),
        ] {
            let link = location(page, syncs).link(&route, &home, (lang, Lang::Ko), library());
            assert_eq!(link.as_deref(), expected, "{page}");
        }
    }

    #[test]
    fn an_address_on_a_picture_can_be_read() {
        for (link, expected) in [
            ("https://a.kr/r/index.html?query=%EB%A7%88", "a.kr/r/?query=마"),
            ("https://a.kr/esg?trace=part-2/reach", "a.kr/esg?trace=part-2/reach"),
            ("http://a.kr/", "a.kr/"),
        ] {
            assert_eq!(readable(link), expected);
        }
    }
}
