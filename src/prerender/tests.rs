//! The heads of the pages: the metadata for search engines and previews, and that it is true.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::library;
use crate::charts;
use crate::i18n;
use crate::report::{Edition, Lang, Library, Report, section};
use serde_json::Value;

use super::site::Site;
use super::{document, llms, offline, site, style, tables};

const TEMPLATE: &str = include_str!("../../index.html");
const ADDRESS: &str = "https://example.com/reports";

/// Every page of a site: its report and language, its file, its text.
fn pages(address: Option<&str>) -> Vec<(&'static Report, Lang, String, String)> {
    let site = Site::new(library(), site::address(address).unwrap());
    let pages = site.pages().map(|page| {
        let html = document::write(TEMPLATE, &site, page, true).unwrap();
        (page.edition.report, page.edition.lang, page.path(), html)
    });
    pages.collect()
}

/// What stands between two marks, each time.
fn between<'h>(html: &'h str, from: &str, to: &str) -> Vec<&'h str> {
    html.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

fn property<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    between(html, &format!("<meta property=\"{name}\" content=\""), "\">")
}

/// The complete address of a file.
fn at(path: &str) -> String {
    format!("{ADDRESS}/{}", path.trim_end_matches("index.html"))
}

#[test]
fn each_page_has_one_title_one_heading_and_one_description_in_its_language() {
    for (report, lang, path, html) in pages(None) {
        let title = report.title.get(lang);
        let about = i18n::about_page(report, lang);
        assert_eq!(between(&html, "<html lang=\"", "\""), [lang.tag()], "{path}");
        assert_eq!(between(&html, "<title>", "</title>"), [title], "{path}");
        assert_eq!(between(&html, "<h1 class=\"hidden\">", "</h1>"), [title], "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        let description = between(&html, "<meta name=\"description\" content=\"", "\">");
        assert_eq!(description, [about.as_str()], "{path}");
        assert_eq!(property(&html, "og:title"), [title], "{path}");
        assert_eq!(property(&html, "og:description"), [about.as_str()], "{path}");
        assert_eq!(property(&html, "og:locale"), [i18n::locale(lang)], "{path}");
    }
}

#[test]
fn the_offer_of_a_new_version_has_words_in_every_language() {
    assert_eq!(
        offline::with_words("rest();"),
        "const WORDS = {\"en\":[\"A new version is available.\",\"Update\"],\
         \"ko\":[\"새 버전이 있습니다.\",\"업데이트\"]};\nrest();"
    );
}

#[test]
fn with_an_address_each_page_names_its_own_and_those_of_the_other_languages() {
    let all = pages(Some(ADDRESS));
    for (report, _, path, html) in &all {
        let canonical = between(html, "<link rel=\"canonical\" href=\"", "\">");
        assert_eq!(canonical, [at(path)]);
        assert_eq!(property(html, "og:url"), [at(path)]);
        let alternates = between(html, "<link rel=\"alternate\" hreflang=\"", "\">");
        let mut expected: Vec<String> = all
            .iter()
            .filter(|(other, ..)| other.id == report.id)
            .map(|(_, lang, path, _)| format!("{}\" href=\"{}", lang.tag(), at(path)))
            .collect();
        let korean = expected[0].replacen("ko", "x-default", 1);
        expected.push(korean);
        assert_eq!(alternates, expected, "{path}");
    }
}

#[test]
fn without_an_address_nothing_is_claimed_about_it() {
    let claims =
        ["canonical", "hreflang=\"x-default\"", "og:url", "og:image", "twitter:card", "//example"];
    for (_, _, path, html) in pages(None) {
        for absent in claims {
            assert!(!html.contains(absent), "{path} has {absent}");
        }
    }
}

#[test]
fn previews_show_a_picture_in_the_language_of_the_page() {
    for (report, lang, path, html) in pages(Some(ADDRESS)) {
        let picture = format!("share/{}-{}.png", report.id, lang.tag());
        assert_eq!(property(&html, "og:image"), [format!("{ADDRESS}/{picture}")], "{path}");
        assert_eq!(property(&html, "og:image:alt"), [report.title.get(lang)], "{path}");
        let file = format!("{}/assets/{picture}", env!("CARGO_MANIFEST_DIR"));
        let png = std::fs::read(&file).expect(&file);
        // The first chunk of a PNG begins with the width and the height.
        let size: Vec<u32> =
            [16, 20].map(|from| u32::from_be_bytes(png[from..from + 4].try_into().unwrap())).into();
        let sizes = ["width", "height"].map(|side| property(&html, &format!("og:image:{side}")));
        assert_eq!(sizes.map(|size| size[0].parse::<u32>().unwrap()), size[..], "{path}");
    }
}

#[test]
fn the_picture_of_a_page_that_has_none_is_not_promised() {
    let site = Site::new(library(), site::address(Some(ADDRESS)).unwrap());
    let page = site.page(&library().reports[0], Lang::Ko);
    let html = document::write(TEMPLATE, &site, page, false).unwrap();
    assert!(html.contains("og:url") && !html.contains("og:image"));
}

#[test]
fn the_metadata_says_what_the_report_says() {
    for (report, lang, path, html) in pages(Some(ADDRESS)) {
        let metadata = between(&html, "<script type=\"application/ld+json\">", "</script>");
        let [metadata] = metadata[..] else { panic!("{path} has {} such scripts", metadata.len()) };
        let metadata: Value = serde_json::from_str(metadata).unwrap();
        assert_eq!(metadata["@context"], "https://schema.org");
        let [document, figures] = &metadata["@graph"].as_array().unwrap()[..] else {
            panic!("{path}: expected a report and its figures")
        };
        assert_eq!((&document["@type"], &figures["@type"]), (&"Report".into(), &"Dataset".into()));
        for node in [document, figures] {
            assert_eq!(node["name"], report.title.get(lang), "{path}");
            assert_eq!(node["inLanguage"], lang.tag(), "{path}");
            assert_eq!(node["datePublished"], report.published.as_str(), "{path}");
            assert_eq!(node["publisher"]["name"], report.publisher.get(lang), "{path}");
            assert_eq!(node["copyrightNotice"], report.rights.get(lang), "{path}");
            assert_eq!(node["url"], at(&path));
        }
        assert_eq!(document["pagination"], format!("1-{}", report.pages));
        let files = ["report.md", "figures.csv", "figures.json"];
        let formats = ["text/markdown", "text/csv", "application/json"];
        let addresses = files.map(|name| at(&path.replace("index.html", name)));
        let distribution = figures["distribution"].as_array().unwrap();
        let values = |name: &str| {
            distribution.iter().map(|file| file[name].as_str().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(values("@type"), ["DataDownload"; 3]);
        assert_eq!(values("contentUrl"), addresses, "{path}");
        assert_eq!(values("encodingFormat"), formats);
        let measured = figures["variableMeasured"].as_array().unwrap();
        let expected: Vec<_> = report.headlines().collect();
        assert_eq!(measured.len(), expected.len(), "{path}");
        for (property, (part, headline)) in measured.iter().zip(expected) {
            assert_eq!(property["value"], headline.figure.value.as_str(), "{path}");
            assert_eq!(property["name"], headline.figure.label.get(lang), "{path}");
            let place = format!("#part-{}/{}", part.no, headline.figure.id);
            assert_eq!(property["url"], at(&path) + &place);
            assert!(html.contains(&format!("id=\"{}\"", &place[1..])), "{path} has no {place}");
        }
    }
}

#[test]
fn without_an_address_files_are_found_beside_the_page_and_not_at_all_beside_the_single_file() {
    for (.., path, html) in pages(None) {
        let files = between(&html, "\"contentUrl\":\"", "\"");
        assert_eq!(files, ["report.md", "figures.csv", "figures.json"], "{path}");
    }
    let site = Site::new(library(), None).alone();
    let page = site.page(&library().reports[0], Lang::Ko);
    let html = document::write(TEMPLATE, &site, page, false).unwrap();
    assert!(html.contains("\"Dataset\"") && !html.contains("distribution"));
}

#[test]
fn llms_txt_leads_to_every_file_of_every_page() {
    for address in [None, Some(ADDRESS)] {
        let site = Site::new(library(), site::address(address).unwrap());
        let text = llms::of_site(&site);
        let home = site.home();
        let first = &library().reports[0];
        assert!(text.starts_with(&format!("# {}\n\n> ", first.title.get(home))), "{text}");
        let found = between(&text, "](", ")");
        let files = site.pages().flat_map(|page| {
            ["report.md", "figures.csv", "figures.json"].map(|name| page.beside(name))
        });
        let from = address.map(|address| format!("{address}/")).unwrap_or_default();
        assert_eq!(found, files.map(|file| format!("{from}{file}")).collect::<Vec<_>>());
    }
}

#[test]
fn the_tables_of_a_page_have_the_figures_of_all_its_cards() {
    let site = Site::new(library(), None);
    for page in site.pages() {
        let report = page.edition.report;
        let figures = report.cards.iter().flat_map(|card| &card.figures);
        let values: Vec<_> = figures.map(|figure| figure.value.as_str()).collect();
        let [(_, csv), (_, json)] = tables::of_page(page);
        assert_eq!(csv.lines().count(), values.len() + 1);
        let rows: Vec<Value> = serde_json::from_str(&json).unwrap();
        let found = rows.iter().map(|row| row["value"].as_str().unwrap());
        assert_eq!(found.collect::<Vec<_>>(), values);
    }
}

#[test]
fn each_language_has_its_own_manifest_and_every_page_finds_it() {
    for (_, lang, path, html) in pages(None) {
        let up = path.matches('/').count() - usize::from(lang == Lang::En);
        let expected = format!("{}manifest.webmanifest", "../".repeat(up));
        assert_eq!(between(&html, "<link rel=\"manifest\" href=\"", "\">"), [expected], "{path}");
    }
}

#[test]
fn a_page_that_is_carried_away_leads_to_no_other() {
    let site = Site::new(library(), None).alone();
    for lang in Lang::INTERFACE {
        for report in &library().reports {
            let html = document::write(TEMPLATE, &site, site.page(report, lang), false).unwrap();
            let body = html.split("<body>").nth(1).unwrap();
            for way in between(body, "href=\"", "\"") {
                // The rules for paper are put into the single file when it is packed.
                assert!(way.starts_with('#') || way.ends_with(style::LATER_FILE), "{way}");
            }
            assert_eq!(body.matches(" data-card=\"").count(), report.cards.len());
        }
    }
}

#[test]
fn an_address_that_nobody_can_follow_is_refused() {
    for address in ["example.com", "/report/", "https://a.b/?c", "https://a.b/#c"] {
        let error = site::address(Some(address)).unwrap_err();
        assert!(error.starts_with(&format!("{address:?}: expected")), "{error}");
    }
}

/// A report whose every text wants to be markup, script, style or an address (`tests/hostile`).
pub fn hostile() -> &'static Library {
    let section = include_bytes!("../../tests/hostile/hostile.section");
    Box::leak(Box::new(section::decode(section).unwrap()))
}

/// The start tags of a page; text is escaped, so a `<` begins one. Attributes are quoted.
fn start_tags(html: &str) -> Vec<&str> {
    let tags =
        html.split('<').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    tags.map(|rest| {
        let mut is_quoted = false;
        let end = rest.find(|c: char| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        });
        &rest[..end.unwrap_or(rest.len())]
    })
    .collect()
}

/// How often each element and attribute stands in a page, whatever its texts are.
fn shape(html: &str) -> BTreeMap<String, usize> {
    let mut shape = BTreeMap::new();
    for tag in start_tags(html) {
        let without_values = tag.split('"').step_by(2).collect::<String>();
        for word in without_values.split_whitespace() {
            *shape.entry(word.to_owned()).or_default() += 1;
        }
    }
    shape
}

/// Attributes of what the shipped reports do not have.
const OF_OTHER_REPORTS: [&str; 2] = ["data-framework=", "target="];

#[test]
fn a_hostile_report_is_text_in_its_pages() {
    let site = Site::new(hostile(), site::address(Some(ADDRESS)).unwrap());
    // Pages of a report without any such text, to compare with.
    let usual: BTreeSet<_> =
        pages(Some(ADDRESS)).iter().flat_map(|(.., html)| shape(html).into_keys()).collect();
    for page in site.pages() {
        let html = document::write(TEMPLATE, &site, page, false).unwrap();
        let report = page.edition.report;
        let is_strange =
            |word: &String| !usual.contains(word) && !OF_OTHER_REPORTS.contains(&word.as_str());
        let strange: Vec<_> = shape(&html).into_keys().filter(is_strange).collect();
        assert_eq!(strange, [""; 0], "elements or attributes that no other page has");
        for attribute in [" href=\"", " src=\"", " action=\"", " data-src=\""] {
            for value in between(&html, attribute, "\"") {
                let value = value.trim_start().to_ascii_lowercase();
                assert!(
                    !value.starts_with("javascript:") && !value.starts_with("data:"),
                    "{value}"
                );
            }
        }
        for attempt in
            ["<img", "<svg onload", "<iframe", "<h1>hacked", "<style>*{", "<script>window"]
        {
            assert!(!html.contains(attempt), "{attempt}");
        }
        // The text is there, as text.
        let title = report.title.get(page.edition.lang);
        let escaped = title
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;");
        assert!(html.contains(&escaped), "{escaped}");
        let metadata = between(&html, "<script type=\"application/ld+json\">", "</script>");
        let [metadata] = metadata[..] else { panic!("{} such scripts", metadata.len()) };
        let metadata: Value = serde_json::from_str(metadata).unwrap();
        assert_eq!(metadata["@graph"][0]["name"], title);
    }
}

#[test]
fn a_hostile_report_is_text_in_its_charts() {
    let shapes = |library: &'static Library| -> BTreeSet<_> {
        let editions = library
            .reports
            .iter()
            .flat_map(|report| Lang::INTERFACE.map(|lang| Edition { library, report, lang }));
        let charts = editions.flat_map(charts::all);
        charts.flat_map(|(_, html)| shape(&html).into_keys()).collect()
    };
    let (hostile, usual) = (shapes(hostile()), shapes(library()));
    assert!(hostile.contains("table"));
    assert_eq!(hostile.difference(&usual).collect::<Vec<_>>(), [""; 0]);
}
