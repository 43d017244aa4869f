//! The report as it stands still: every card filled, every figure final.

use report_widget::report::Lang;
use report_widget::search::{Index, Request};
use report_widget::state::ViewState;
use report_widget::views::errata::Only;
use report_widget::views::markup::{Markup, markup};
use report_widget::views::moment::{Desk, Moment};
use report_widget::words;

use super::site::{Page, Site};

/// The report of a page, without a program behind it.
pub fn write(site: &Site, page: Page) -> String {
    let edition = page.edition;
    let index = Index::new(edition.report);
    let report = edition.library.reports.iter().position(|report| report.id == edition.report.id);
    let report = report.and_then(|index| u16::try_from(index).ok()).unwrap_or_default();
    let state = ViewState { report, ..ViewState::default() };
    let results =
        index.search(&Request { query: &state.query, filters: &state.filters, sort: state.sort });
    let desk = Desk {
        lang: edition.lang,
        here: None,
        drawn: 0..usize::MAX,
        hurried: false,
        opened: Vec::new(),
        filled: usize::MAX,
        errata: Only::default(),
        notice: String::new(),
    };
    let moment = Moment {
        edition,
        state: &state,
        index: &index,
        results: &results,
        desk: &desk,
        tools: true,
    };
    let html = report_widget::views::page::page(&moment, &[], |_, _| {});
    doors(site, page) + &without_steering(&leading_out(&html, site, page))
}

/// The bar on top: links to the other report, and to the other language.
fn doors(site: &Site, page: Page) -> String {
    let (lang, here) = (page.edition.lang, page.edition.report);
    markup(|m| {
        m.raw("<div class=\"topbar\">");
        if page.edition.library.reports.len() > 1 {
            m.raw("<div class=\"reports\" role=\"group\" aria-label=\"");
            m.text(words::REPORTS.get(lang)).raw("\">");
            for report in &page.edition.library.reports {
                door(m, site, [page, site.page(report, lang)], report.id == here.id);
                m.raw(">").text(report.name.get(lang)).raw("</a>");
            }
            m.raw("</div>");
        }
        m.raw("<div class=\"languages\" role=\"group\" aria-label=\"");
        m.text(words::LANGUAGE.get(lang)).raw("\">");
        for other in Lang::ALL {
            door(m, site, [page, site.page(here, other)], other == lang);
            m.raw(" lang=\"").raw(other.tag()).raw("\" hreflang=\"").raw(other.tag()).raw("\">");
            m.raw(words::language(other)).raw("</a>");
        }
        m.raw("</div></div>");
    })
}

fn door(m: &mut Markup, site: &Site, [from, to]: [Page; 2], is_here: bool) {
    m.raw("<a");
    if let Some(way) = site.way(from, to) {
        m.raw(" href=\"").text(&way).raw("\"");
    }
    m.raw(if is_here { " aria-current=\"page\"" } else { "" });
}

/// The page without what only a program understands, and without the filters,
/// whose coming moves nothing.
fn without_steering(html: &str) -> String {
    let html = without(html, "<section class=\"facets\"", "</section>");
    without(&html, " data-go=\"", "\"")
}

/// A text without the pieces from one mark to the next.
pub fn without(text: &str, from: &str, to: &str) -> String {
    let mut pieces = text.split(from);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| out + piece.split_once(to).map_or("", |(_, rest)| rest))
}

/// Lets links to cards of other reports lead to those reports' pages; where there are none, the
/// titles of the cards stay.
fn leading_out(html: &str, site: &Site, page: Page) -> String {
    const HERE: &str = "<a href=\"#";
    const AWAY: &str = "data-go=\"report:";
    let mut out = String::with_capacity(html.len());
    let mut pieces = html.split(HERE);
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let tag = piece.split('>').next().unwrap_or_default();
        let way = tag.split_once(AWAY).and_then(|(_, way)| way.split(':').next());
        let report =
            way.and_then(|way| page.edition.library.reports.get(way.parse::<usize>().ok()?));
        let away = report.map(|report| site.way(page, site.page(report, page.edition.lang)));
        if let (Some(None), Some((_, rest))) = (&away, piece.split_once('"')) {
            out.push_str("<a");
            out.push_str(rest);
            continue;
        }
        out.push_str("<a href=\"");
        out.push_str(&away.flatten().unwrap_or_default());
        out.push('#');
        out.push_str(piece);
    }
    out
}
