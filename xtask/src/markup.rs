//! Markup: just enough of HTML to find the start tags of a page.
//!
//! It knows comments, quoted attributes, and that the inside of a script or style is no markup.
//! It builds no tree and repairs nothing.

use std::iter;
use std::ops::Range;

/// A start tag, and where it stands in the page.
#[derive(Debug, PartialEq)]
pub struct Tag<'a> {
    /// The name as it is written.
    pub name: &'a str,
    /// Everything between the name and the closing bracket.
    attributes: &'a str,
    /// The whole tag, brackets included.
    text: &'a str,
    /// The bytes of the whole tag, brackets included.
    pub range: Range<usize>,
}

impl<'a> Tag<'a> {
    /// Whether the tag is an element of this name.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The tag as it is written.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Whether the tag has an attribute of this name, with or without a value.
    pub fn has(&self, name: &str) -> bool {
        self.attributes().any(|(written, _)| written.eq_ignore_ascii_case(name))
    }

    /// The value of an attribute, as it is written: without its quotes, and with references
    /// (`&amp;`) left as they are.
    pub fn value(&self, name: &str) -> Option<&'a str> {
        let (_, value) =
            self.attributes().find(|(written, _)| written.eq_ignore_ascii_case(name))?;
        value
    }

    /// Names and values, in order.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, Option<&'a str>)> + use<'a> {
        let mut rest = self.attributes;
        iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/');
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after;
            let Some(value) = after.trim_start().strip_prefix('=') else {
                return (!name.is_empty()).then_some((name, None));
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let inside = &value[quote.map_or(0, char::len_utf8)..];
            let end = inside.find(|c: char| quote.map_or(c.is_whitespace(), |quote| c == quote));
            let (value, after) = inside.split_at(end.unwrap_or(inside.len()));
            rest = after.strip_prefix(quote.unwrap_or(' ')).unwrap_or(after);
            Some((name, Some(value)))
        })
    }
}

/// The start tags of a page, in order.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = page[at..].find('<').map(|offset| at + offset) {
        let rest = &page[open..];
        if rest.starts_with("<!--") {
            at = after(page, open, "-->");
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag_at(page, open);
            at = if tag.is("script") || tag.is("style") {
                after(page, tag.range.end, "</")
            } else {
                tag.range.end
            };
            found.push(tag);
        } else {
            at = open + 1;
        }
    }
    found
}

fn tag_at(page: &str, open: usize) -> Tag<'_> {
    let mut quote = None;
    let inside = &page[open + 1..];
    let length = inside
        .char_indices()
        .find(|&(_, c)| !in_quotes(&mut quote, c) && c == '>')
        .map_or(inside.len(), |(at, _)| at);
    let inside = &inside[..length];
    let range = open..(open + length + 2).min(page.len());
    let name_length = inside.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(length);
    Tag {
        name: &inside[..name_length],
        attributes: &inside[name_length..],
        text: &page[range.clone()],
        range,
    }
}

/// Follows the quotes of an attribute: whether this character is one of them or between them.
fn in_quotes(quote: &mut Option<char>, c: char) -> bool {
    match *quote {
        Some(open) if open == c => {
            *quote = None;
            true
        }
        Some(_) => true,
        None if c == '"' || c == '\'' => {
            *quote = Some(c);
            true
        }
        None => false,
    }
}

fn after(page: &str, from: usize, end: &str) -> usize {
    page[from..].find(end).map_or(page.len(), |offset| from + offset + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(page: &str) -> Vec<&str> {
        tags(page).into_iter().map(|tag| tag.name).collect()
    }

    #[test]
    fn finds_start_tags_only() {
        for (page, expected) in [
            ("<!doctype html><p>1 < 2</p>", vec!["p"]),
            ("<!-- <p> --><br/>", vec!["br"]),
            ("<a title='<b>'><i>", vec!["a", "i"]),
            ("<script>if (a<b) '<p>'</script><p>", vec!["script", "p"]),
            ("<report-widget lang=ko>", vec!["report-widget"]),
            ("<p", vec!["p"]),
        ] {
            assert_eq!(names(page), expected, "{page}");
        }
    }

    #[test]
    fn knows_an_attribute_from_a_value_that_looks_like_it() {
        for (page, expected) in [
            ("<script src=a.js>", true),
            ("<script async SRC = 'a.js'>", true),
            ("<script title=\" src=a.js\">", false),
            ("<script data-src=a.js>", false),
            ("<script>", false),
            ("<script src>", true),
        ] {
            assert_eq!(tags(page)[0].has("src"), expected, "{page}");
        }
    }

    #[test]
    fn reads_a_value_however_it_is_quoted() {
        for (page, expected) in [
            ("<link rel=icon href=a.svg>", Some("a.svg")),
            ("<link HREF = 'a b' rel=icon>", Some("a b")),
            ("<link rel=\"a>b\" href=\"https://a/?b=c\"/>", Some("https://a/?b=c")),
            ("<link title='href=b' href=\"\">", Some("")),
            ("<link href>", None),
            ("<link rel=icon/>", None),
        ] {
            assert_eq!(tags(page)[0].value("href"), expected, "{page}");
        }
    }

    #[test]
    fn a_range_covers_the_whole_tag() {
        let page = "<p>가<link rel=\"a>b\">나";
        assert_eq!(&page[tags(page)[1].range.clone()], "<link rel=\"a>b\">");
    }
}
