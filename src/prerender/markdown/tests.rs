//! Editions as a reader of Markdown understands them.

use std::collections::BTreeSet;

use ::markdown::mdast::Node;
use ::markdown::{Constructs, ParseOptions, to_mdast};

use crate::bundle::library;
use crate::i18n;
use crate::number::{full, stated};
use crate::prerender::site::Site;
use crate::prerender::tests::hostile;
use crate::report::{Figure, Lang, Library, Report};

use super::writer::{Document, Inline};
use super::{facts, of_page};

/// The document with every extension of Markdown that could make something of a text.
fn read(text: &str) -> Node {
    let constructs =
        Constructs { frontmatter: true, math_flow: true, math_text: true, ..Constructs::gfm() };
    to_mdast(text, &ParseOptions { constructs, ..ParseOptions::gfm() }).unwrap()
}

/// Every node of a document.
fn nodes(node: &Node) -> Vec<&Node> {
    let inside = node.children().into_iter().flatten().flat_map(nodes);
    [node].into_iter().chain(inside).collect()
}

/// The texts of the lines of a kind, without what keeps addresses from being links.
fn texts(document: &Node, is_kind: fn(&Node) -> bool) -> Vec<String> {
    let found = nodes(document).into_iter().filter(|node| is_kind(node));
    found.map(|node| node.to_string().replace('\u{2060}', "")).collect()
}

/// What stands in each row of every table.
fn rows(document: &Node) -> Vec<Vec<String>> {
    let rows = nodes(document).into_iter().filter(|node| matches!(node, Node::TableRow(_)));
    rows.map(|row| texts(row, |node| matches!(node, Node::TableCell(_)))).collect()
}

/// All editions of some reports.
fn editions(library: &'static Library) -> Vec<(&'static Report, Lang, String)> {
    let site = Site::new(library, None);
    let pages = site.pages();
    pages.map(|page| (page.edition.report, page.edition.lang, of_page(page))).collect()
}

#[test]
fn a_text_stays_text_wherever_it_stands() {
    for text in [
        "plain, 97%",
        "<img src=x onerror=\"hacked()\">",
        "</script><script>hacked()</script>",
        "<!-- --> ]]> <?x ?>",
        "<https://example.invalid>",
        "https://example.invalid/a?b",
        "see http://example.invalid, HTTPS://EXAMPLE.INVALID",
        "www.example.invalid and WWW.EXAMPLE.INVALID",
        "mailto:a@example.invalid, a.b+c@example.invalid",
        "[press](javascript:hacked())",
        "![](https://example.invalid/x.png)",
        "[press]: https://example.invalid",
        "[^1] [x]",
        "[ ] done",
        "&lt;b&gt; &#106; &amp;amp;",
        "*a* _b_ **c** __d__ ~e~ ~~f~~ `g` ``h``",
        "a\\*b\\",
        "$x$ $$y$$",
        "# a",
        "#",
        "> a",
        "- a",
        "+ a",
        "* a",
        "1. a",
        "12) a",
        "===",
        "---",
        "***",
        "+++",
        "```",
        "~~~",
        ":::",
        "a | b",
        "| --- |",
        "--- | ---",
        "${hacked} {{1+1}} {% hacked %}",
        "2022. 5. 24.",
        "-1+1",
    ] {
        let mut document = Document::default();
        document.heading(1, text);
        document.paragraph(text);
        document.quotation(text);
        document.list([Inline::text(text)]);
        document.table(&[text, "second"], [vec![Inline::text(text), "".into()]]);
        let document = read(&document.finish());
        let kinds: BTreeSet<_> = nodes(&document).into_iter().map(kind).collect();
        let expected = [
            "blockquote",
            "heading",
            "list",
            "listItem",
            "paragraph",
            "root",
            "table",
            "tableCell",
            "tableRow",
            "text",
        ];
        assert_eq!(kinds, BTreeSet::from(expected), "{text}");
        let lines = texts(&document, |node| {
            matches!(node, Node::Heading(_) | Node::Paragraph(_) | Node::TableCell(_))
        });
        assert_eq!(lines, [text, text, text, text, text, "second", text, ""], "{text}");
    }
}

#[test]
fn a_text_is_one_line_and_reads_in_its_own_direction() {
    for (text, expected) in [
        ("a\nb\r\n# c\td", "a b  # c d\n"),
        ("a\u{202e}gpj.exe\u{202c} \u{2066}b\u{2069}", "agpj.exe b\n"),
        ("a\u{2028}b\u{7}c\u{200f}d", "a bcd\n"),
        ("    indented", "indented\n"),
        ("국민 여러분", "국민 여러분\n"),
        ("", ""),
    ] {
        let mut document = Document::default();
        document.paragraph(text);
        assert_eq!(document.finish(), expected, "{text:?}");
    }
}

#[test]
fn a_link_leads_to_its_address_whatever_letters_that_has() {
    for address in ["index.html", "https://a.b/c?d=e&amp=f#page=7", "https://a.b/(c) d>e<f\\g"] {
        let mut document = Document::default();
        document.paragraph(Inline::link("press [here]", address));
        let document = read(&document.finish());
        let found = nodes(&document).into_iter().find_map(|node| match node {
            Node::Link(link) => Some((link.url.clone(), node.to_string())),
            _ => None,
        });
        assert_eq!(found, Some((address.to_owned(), "press [here]".to_owned())));
    }
}

#[test]
fn every_number_of_the_shipped_reports_has_its_exact_value_its_page_and_a_citation() {
    for (report, lang, edition) in editions(library()) {
        let document = read(&edition);
        let rows: BTreeSet<_> = rows(&document).into_iter().collect();
        let lines: BTreeSet<_> =
            texts(&document, |node| matches!(node, Node::Heading(_) | Node::Paragraph(_)))
                .into_iter()
                .collect();
        let has_row = |cells: &[&str]| {
            let cells: Vec<_> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            assert!(rows.contains(&cells), "{cells:?}");
        };
        let has_line = |line: String| assert!(lines.contains(&line), "{line}");
        let named = |name: &str, text: &str| has_line(format!("{name}: {text}"));
        let page = |figure: &Figure| i18n::page(figure.page, lang);
        let cite = i18n::Message::Citation.get(lang);
        for (part, headline) in report.headlines() {
            let figure = &headline.figure;
            named(figure.label.get(lang), &stated(figure, lang));
            named(i18n::Message::Exact.get(lang), figure.value.as_str());
            named(i18n::Message::Printed.get(lang), &facts::quotes(&figure.printed));
            named(i18n::Message::Place.get(lang), &page(figure));
            named(i18n::Message::Basis.get(lang), headline.basis.get(lang));
            let title = part.title;
            named(cite, &i18n::citation(report, title.ko, title, figure.page, lang));
            let Some(tally) = &headline.tally else { continue };
            for (card, term) in tally.terms.iter().filter_map(|term| report.term(*term)) {
                let name = format!("{}, {}", card.title.get(lang), term.label.get(lang));
                has_row(&[&name, &stated(term, lang), term.value.as_str(), &page(term)]);
            }
            let remainder = full(tally.remainder, figure.unit, lang);
            let name = i18n::Message::Remainder.get(lang);
            has_row(&[name, &remainder, tally.remainder.as_str(), ""]);
            let total = i18n::Message::Total.get(lang);
            has_row(&[total, &stated(figure, lang), figure.value.as_str(), &page(figure)]);
        }
        for card in &report.cards {
            has_line(card.title.get(lang).to_owned());
            has_line(card.summary.get(lang).to_owned());
            for figure in &card.figures {
                has_row(&[
                    figure.label.get(lang),
                    &stated(figure, lang),
                    figure.value.as_str(),
                    &facts::quotes(&figure.printed),
                    &page(figure),
                ]);
                let (printed, title) = (card.printed_title, card.title);
                named(cite, &i18n::citation(report, printed, title, figure.page, lang));
                let Some(note) = figure.note else { continue };
                let note = format!("{}: {}", i18n::Message::Note.get(lang), note.get(lang));
                named(figure.label.get(lang), &note);
            }
            for series in &card.series {
                for point in &series.points {
                    let value = full(point.value, series.unit, lang);
                    has_row(&[point.label.get(lang), &value, point.value.as_str()]);
                }
            }
            for event in &card.dates {
                named(&i18n::span(event.span, lang), event.what.get(lang));
            }
            for says in card.errata.iter().map(|erratum| facts::quotes(&erratum.says)) {
                assert!(lines.iter().any(|line| line.contains(&says)), "{says}");
            }
            for reads in card.source_text.iter().map(|note| facts::quotes(&note.reads)) {
                assert!(lines.iter().any(|line| line.contains(&reads)), "{reads}");
            }
        }
    }
}

#[test]
fn a_hostile_report_is_text_in_its_editions() {
    let usual: BTreeSet<_> = editions(library())
        .iter()
        .flat_map(|(.., edition)| nodes(&read(edition)).into_iter().map(kind).collect::<Vec<_>>())
        .collect();
    for (report, lang, edition) in editions(hostile()) {
        let document = read(&edition);
        let kinds: BTreeSet<_> = nodes(&document).into_iter().map(kind).collect();
        assert_eq!(kinds.difference(&usual).collect::<Vec<_>>(), [&""; 0]);
        let address = report.document.as_ref().expect("the hostile report has one");
        for node in nodes(&document) {
            let Node::Link(link) = node else { continue };
            let is_meant = link.url == "index.html"
                || link.url == address.url
                || (1..=report.pages).any(|page| link.url == address.page_url(page));
            assert!(is_meant, "{}", link.url);
        }
        assert!(!edition.contains(['\u{202e}', '\u{202c}', '\u{2066}', '\u{2069}']));
        let headings = texts(&document, |node| matches!(node, Node::Heading(_)));
        let visible = |text: &str| {
            text.replace(['\u{202e}', '\u{202c}', '\u{2066}', '\u{2069}'], "").trim().to_owned()
        };
        assert_eq!(headings[0], visible(report.title.get(lang)));
        for card in &report.cards {
            let title = visible(card.title.get(lang));
            assert!(headings.contains(&title), "{title}");
        }
    }
}

/// The name of a kind of node, as the documentation of syntax trees has it.
fn kind(node: &Node) -> &'static str {
    match node {
        Node::Root(_) => "root",
        Node::Blockquote(_) => "blockquote",
        Node::Heading(_) => "heading",
        Node::Link(_) => "link",
        Node::List(_) => "list",
        Node::ListItem(item) if item.checked.is_none() => "listItem",
        Node::Paragraph(_) => "paragraph",
        Node::Table(_) => "table",
        Node::TableCell(_) => "tableCell",
        Node::TableRow(_) => "tableRow",
        Node::Text(_) => "text",
        _ => "something else",
    }
}
