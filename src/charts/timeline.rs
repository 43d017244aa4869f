//! The dates of all documents on one line of time: a column for each month,
//! as high as there were events, and under each year those whose month the
//! documents do not tell. Years can be chosen, as in the filters.

use super::html_writer::{HtmlWriter, write_html};
use super::scale::{between, months, percent};
use crate::element_ids::card_element;
use crate::i18n::{self, ChartMessage, charts};
use crate::report::Edition;
use crate::report::{Date, Event, Lang, Report};

/// Where the columns stand, and where the row of events without a month
/// begins and ends, in thousandths from the top.
const GROUND: u32 = 740;
const LANE: (u32, u32) = (880, 1000);
/// The greatest height of an event, with the gap above it.
const HIGHEST: u32 = 50;

/// Where the timeline belongs among the charts.
pub const ID: &str = "timeline";

/// An event, and where the report has it.
struct Dated {
    event: Event,
    report: usize,
    card: usize,
}

/// A stretch of time with its events: a month, `2020-03`, or a year of which
/// no more is known, `2020`.
struct Mark {
    at: &'static str,
    all: u32,
    own: u32,
}

/// The timeline of a report, with the dates of the other documents; nothing
/// where there are no dates.
#[must_use]
pub fn timeline(edition: Edition) -> Option<String> {
    let lang = edition.lang;
    let (from, to) = stretch(edition)?;
    let dated = dated(edition);
    let marks = marks(edition, &dated, from, to);
    let busiest = marks
        .iter()
        .filter(|mark| is_month(mark.at))
        .max_by_key(|mark| (mark.all, months(mark.at)))?;
    let title = ChartMessage::AllDates.get(lang);
    Some(write_html(|m| {
        m.raw(
            "<figure class=\"chart dates\" data-chart=\"timeline\"><figcaption><p class=\"reading\">",
        );
        let month = month_or_year(busiest.at, lang);
        m.text(&charts::timeline(
            edition.library.reports.len(),
            dated.len(),
            &month,
            busiest.all,
            lang,
        ));
        m.raw("</p></figcaption><p class=\"small keys\">");
        for (index, report) in edition.library.reports.iter().enumerate() {
            let own = report.id == edition.report.id;
            m.raw(if index > 0 { " " } else { "" });
            m.raw("<span><svg aria-hidden=\"true\"><rect class=\"");
            m.raw(if own { "ink" } else { "ink other" })
                .raw("\" width=\"100%\" height=\"100%\"/></svg> ");
            m.text(report.name.get(lang)).raw("</span>");
        }
        m.raw("</p><div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"").text(title);
        m.raw(". ").text(ChartMessage::HowToRead.get(lang)).raw("\">");
        columns(m, &marks, (from, to), busiest.at, edition);
        m.raw("</div>");
        m.raw("<div class=\"readout\" role=\"status\"><p>").text(ChartMessage::HowToRead.get(lang));
        m.raw("</p></div>");
        table(m, edition, &dated);
        m.raw("</figure>");
    }))
}

/// The months from the first that any report covers to the last.
fn stretch(edition: Edition) -> Option<(u32, u32)> {
    let periods = || edition.library.reports.iter().map(|report| report.period);
    let from = periods().map(|period| months(period.from.as_str())).min()?;
    let to = periods().filter_map(|period| period.to).map(|to| {
        // A year lasts until its December.
        months(to.as_str()) + if to.month().is_none() { 11 } else { 0 }
    });
    Some((from, to.max()?))
}

/// Every event of every report, in order of time.
fn dated(edition: Edition) -> Vec<Dated> {
    let mut dated = Vec::new();
    for (report, found) in edition.library.reports.iter().enumerate() {
        for (card, found) in found.cards.iter().enumerate() {
            dated.extend(found.dates.iter().map(|event| Dated { event: *event, report, card }));
        }
    }
    dated.sort_by_key(|dated| dated.event.span.from);
    dated
}

/// The stretches that have events, months before years of which no more is
/// known.
fn marks(edition: Edition, dated: &[Dated], from: u32, to: u32) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for dated in dated {
        let date = dated.event.span.from.as_str();
        let at = date.get(..7).unwrap_or(date);
        if !(from..=to).contains(&months(at)) {
            continue;
        }
        let own = u32::from(edition.library.reports[dated.report].id == edition.report.id);
        match marks.iter_mut().find(|mark| mark.at == at) {
            Some(mark) => (mark.all, mark.own) = (mark.all + 1, mark.own + own),
            None => marks.push(Mark { at, all: 1, own }),
        }
    }
    marks.sort_by_key(|mark| (!is_month(mark.at), months(mark.at)));
    marks
}

fn is_month(at: &str) -> bool {
    at.len() > 4
}

/// The columns, the words under them, and the row of years.
fn columns(
    m: &mut HtmlWriter,
    marks: &[Mark],
    (from, to): (u32, u32),
    busiest: &str,
    edition: Edition,
) {
    let lang = edition.lang;
    let place = |month: u32| between(from, to + 1, month);
    m.raw("<svg class=\"months\" aria-hidden=\"true\">");
    for year in from / 12..=to / 12 {
        for (month, name) in [(0, year.to_string()), (6, ChartMessage::July.get(lang).to_owned())] {
            let at = year * 12 + month;
            if !(from..=to).contains(&at) {
                continue;
            }
            let x = percent(place(at));
            m.raw("<line class=\"").raw(if month == 0 { "year" } else { "half" });
            m.raw("\" x1=\"").text(&x).raw("\" x2=\"").text(&x).raw("\" y2=\"");
            m.text(&percent(LANE.0 - 30)).raw("\"/><text dx=\"4\" x=\"").text(&x);
            m.raw("\" y=\"").text(&percent(GROUND + 90)).raw("\">").text(&name).raw("</text>");
        }
    }
    let ground = percent(GROUND);
    m.raw("<line class=\"ground\" x2=\"100%\" y1=\"").text(&ground).raw("\" y2=\"").text(&ground);
    m.raw("\"/>");
    let most = marks.iter().filter(|mark| is_month(mark.at)).map(|mark| mark.all).max();
    let step = HIGHEST.min(GROUND / (most.unwrap_or_default() + 1));
    let across = place(from + 1);
    for mark in marks {
        let at = place(months(mark.at));
        m.raw("<g data-mark data-at=\"").text(mark.at).raw("\" data-said=\"");
        m.text(&month_or_year(mark.at, lang)).raw(": ").text(&charts::events(mark.all, lang));
        m.raw("\"").flag("data-most", mark.at == busiest).raw(">");
        // What can be touched: the whole month, or the whole year.
        if is_month(mark.at) {
            block(m, "hit", (at, 0), (across * 8 / 10, GROUND));
        } else {
            let width = place((months(mark.at) + 12).min(to + 1)) - at;
            block(m, "hit", (at, LANE.0), (width, LANE.1 - LANE.0));
        }
        for index in 0..mark.all {
            let (x, y) = if is_month(mark.at) {
                (at, GROUND - (index + 1) * step)
            } else {
                // Side by side, from the beginning of their year.
                (at + across * index, LANE.0 + 40)
            };
            let class = if index < mark.own { "ink" } else { "ink other" };
            block(m, class, (x, y), (across * 8 / 10, step - step / 4));
        }
        m.raw("</g>");
    }
    m.raw("</svg><p class=\"small\">").text(ChartMessage::LowerRow.get(lang)).raw("</p>");
}

fn block(m: &mut HtmlWriter, class: &'static str, (x, y): (u32, u32), (width, height): (u32, u32)) {
    m.raw("<rect class=\"").raw(class);
    for (name, place) in [("x", x), ("y", y), ("width", width), ("height", height)] {
        m.raw("\" ").raw(name).raw("=\"").text(&percent(place));
    }
    m.raw("\"/>");
}

/// Every event: when, what, and where the report has it.
fn table(m: &mut HtmlWriter, edition: Edition, dated: &[Dated]) {
    let lang = edition.lang;
    m.raw("<details class=\"data\"><summary><span class=\"ask\">")
        .text(ChartMessage::AsTable.get(lang));
    m.raw("</span></summary><table><caption class=\"hidden\">")
        .text(ChartMessage::AllDates.get(lang));
    m.raw("</caption><thead><tr><th scope=\"col\" data-exact=\"ISO 8601\">")
        .text(ChartMessage::When.get(lang));
    for name in [ChartMessage::What, ChartMessage::Card, ChartMessage::Document] {
        m.raw("</th><th scope=\"col\">").text(name.get(lang));
    }
    m.raw("</th></tr></thead><tbody>");
    for Dated { event, report, card } in dated {
        let found = &edition.library.reports[*report];
        let from = event.span.from.as_str();
        m.raw("<tr data-at=\"")
            .text(from.get(..7).unwrap_or(from))
            .raw("\"><td data-exact=\"")
            .text(from);
        if let Some(to) = event.span.to.filter(|to| to.as_str() != from) {
            m.raw("/").text(to.as_str());
        }
        m.raw("\">").text(&i18n::span(event.span, lang)).raw("</td><th scope=\"row\">");
        m.text(event.what.get(lang)).raw("</th><td>");
        way(m, edition, found, *card);
        m.raw("</td><td>").text(found.name.get(lang)).raw("</td></tr>");
    }
    m.raw("</tbody></table><button type=\"button\" data-csv>")
        .text(ChartMessage::CopyCsv.get(lang));
    m.raw("</button></details>");
}

/// A month, or a year, by its ISO form.
fn month_or_year(at: &'static str, lang: Lang) -> String {
    Date::new(at).map(|date| i18n::date(date, lang)).unwrap_or_default()
}

/// A link to a card of this report or of another.
fn way(m: &mut HtmlWriter, edition: Edition, found: &Report, card: usize) {
    m.raw("<a href=\"#").text(&card_element(&found.cards[card])).raw("\"");
    if found.id != edition.report.id {
        m.raw(" data-report-link=\"").text(found.id).raw("\"");
    }
    m.raw(">").text(found.cards[card].title.get(edition.lang)).raw("</a>");
}
