//! Charts: pictures of what a number is made of, and of series.
//!
//! They are drawn when the bundle is built and never by the program, which
//! would only grow by them: `prerender` writes them into a file that readers
//! load when they open what has one. A chart is HTML with a little SVG whose
//! places are attributes, since strict pages refuse styles written inline.
//!
//! Floats place marks and nothing else; every value is written from its exact
//! decimal.

mod bars;
mod composition;
mod html_writer;
mod line;
mod scale;
mod series;
mod timeline;

use crate::i18n::{self, ChartMessage, Message, charts};
use crate::number::{self, full, qualified, short};
use crate::report::Edition;
use crate::report::{Approx, Decimal, Lang, Text, Unit};
use html_writer::{HtmlWriter, write_html};
use report_text::text;

/// The charts that belong to one thing, and the thing: a headline's trace
/// (`part-1/lookups`) or a card (`unused-vaccine`).
pub type Drawn = (String, String);

/// Every chart of a report in one language.
#[must_use]
pub fn all(edition: Edition) -> Vec<Drawn> {
    let report = edition.report;
    let headlines = report.headlines().filter_map(|(part, headline)| {
        let id = text!("part-", part.no, "/", headline.figure.id);
        let chart = composition::chart(edition, headline, id.clone())?;
        Some((id, write_html(|m| chart.write(m, edition.lang))))
    });
    let cards = report.cards.iter().filter(|card| !card.series.is_empty()).map(|card| {
        let html = write_html(|m| {
            for found in &card.series {
                series::chart(card, found, edition.lang).write(m, edition.lang);
            }
        });
        (card.id.to_owned(), html)
    });
    let timeline = timeline::timeline(edition).map(|html| (timeline::ID.to_owned(), html));
    headlines.chain(cards).chain(timeline).collect()
}

/// How many characters of a value have room beside its name on a phone.
const ROOM: usize = 12;

/// How many characters of a value are read in a sentence.
const READ: usize = 15;

/// A chart: what it shows, what one reads from it, how it is drawn.
struct Chart {
    /// The address of what it shows, in `data-chart`.
    id: String,
    title: String,
    /// One sentence that says what there is to see.
    reading: String,
    points: Vec<Point>,
    drawing: Drawing,
}

/// One value of a chart, named.
struct Point {
    name: Text,
    /// What of it is counted, where its name alone does not say.
    of: Option<Text>,
    value: Decimal,
    unit: Unit,
    /// What the document says of the value.
    approx: Approx,
    estimate: bool,
    page: Option<u16>,
    /// Its share of the whole, where there is one.
    share: Option<String>,
    /// Whether it is what the figures leave unexplained.
    is_remainder: bool,
}

/// How values become places.
enum Drawing {
    /// Bars from zero; the whole width is this value.
    Bars { whole: Decimal, is_sum: bool },
    /// Dots on a scale on which equal steps are powers of ten, under a strip
    /// that is true to proportion.
    Dots { whole: Decimal },
    /// A line over true time: where on it each point stands, of 1000.
    Line { at: Vec<u32> },
}

impl Chart {
    fn write(&self, m: &mut HtmlWriter, lang: Lang) {
        m.raw("<figure class=\"chart\" data-chart=\"").text(&self.id);
        m.raw("\"><figcaption><p class=\"title\">").text(&self.title);
        m.raw("</p><p class=\"reading\">").text(&charts::unbroken(&self.reading));
        m.raw("</p></figcaption><div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"");
        m.text(&self.title).raw(". ").text(ChartMessage::HowToRead.get(lang)).raw("\">");
        match &self.drawing {
            Drawing::Bars { whole, .. } => bars::bars(m, &self.points, *whole, lang),
            Drawing::Dots { whole } => bars::dots(m, &self.points, *whole, lang),
            Drawing::Line { at } => line::line(m, &self.points, at, lang),
        }
        m.raw("</div><p class=\"readout\" role=\"status\">")
            .text(ChartMessage::HowToRead.get(lang));
        m.raw("</p><p class=\"scale\">").text(&charts::unbroken(&self.scale(lang))).raw("</p>");
        self.table(m, lang);
        m.raw("</figure>");
    }

    /// What the places mean.
    fn scale(&self, lang: Lang) -> String {
        match &self.drawing {
            Drawing::Bars { whole, is_sum: true } => {
                let unit = self.points[0].unit;
                charts::whole(&full(*whole, unit, lang), lang)
            }
            Drawing::Bars { is_sum: false, .. } => ChartMessage::FromZero.get(lang).to_owned(),
            Drawing::Dots { .. } => ChartMessage::Powers.get(lang).to_owned(),
            Drawing::Line { .. } => ChartMessage::TrueTime.get(lang).to_owned(),
        }
    }

    /// The data, a row for each mark and in the same order.
    fn table(&self, m: &mut HtmlWriter, lang: Lang) {
        let has_pages = self.points.iter().any(|point| point.page.is_some());
        let has_shares = self.points.iter().any(|point| point.share.is_some());
        m.raw("<details class=\"data\"><summary><span class=\"ask\">");
        m.text(ChartMessage::AsTable.get(lang))
            .raw("</span></summary><table><caption class=\"hidden\">");
        m.text(&self.title).raw("</caption><thead><tr><th scope=\"col\">");
        m.text(ChartMessage::Item.get(lang)).raw("</th><th scope=\"col\" data-exact=\"");
        m.text(Message::Exact.get(lang))
            .raw("\">")
            .text(ChartMessage::Value.get(lang))
            .raw("</th>");
        for (name, there) in [(ChartMessage::Share, has_shares), (ChartMessage::Page, has_pages)] {
            if there {
                m.raw("<th scope=\"col\">").text(name.get(lang)).raw("</th>");
            }
        }
        m.raw("</tr></thead><tbody>");
        for point in &self.points {
            m.raw("<tr><th scope=\"row\">").text(&point.whole_name(lang)).raw("</th><td>");
            let (before, after) = number::around(point.approx, point.estimate, lang);
            m.text(&before);
            m.raw("<data value=\"").text(point.value.as_str()).raw("\">");
            m.text(&full(point.value, point.unit, lang)).raw("</data>").text(after).raw("</td>");
            if has_shares {
                m.raw("<td>").text(point.share.as_deref().unwrap_or_default()).raw("</td>");
            }
            if has_pages {
                let page = point.page.map(|page| i18n::page(page, lang));
                m.raw("<td>").text(&page.unwrap_or_default()).raw("</td>");
            }
            m.raw("</tr>");
        }
        m.raw("</tbody></table><button type=\"button\" data-csv>");
        m.text(ChartMessage::CopyCsv.get(lang))
            .raw("</button> <button type=\"button\" data-export>");
        m.text(Message::Export.get(lang)).raw("</button></details>");
    }
}

impl Point {
    /// Name and what is counted: `코로나19 현황판, 총 페이지 뷰`.
    fn whole_name(&self, lang: Lang) -> String {
        match self.of {
            Some(of) => text!(self.name.get(lang), ", ", of.get(lang)),
            None => self.name.get(lang).to_owned(),
        }
    }

    /// The exact value, with what the document says of it.
    fn in_full(&self, lang: Lang) -> String {
        self.stated(&full(self.value, self.unit, lang), lang)
    }

    /// The name without what stands in brackets behind it.
    fn bare_name(&self, lang: Lang) -> String {
        let name = self.name.get(lang);
        name.split('(').next().unwrap_or(name).trim_end().to_owned()
    }

    /// The value as a sentence has it.
    fn in_words(&self, lang: Lang) -> String {
        self.stated(&in_words(self.value, self.unit, lang), lang)
    }

    /// The value for narrow room.
    fn in_short(&self, lang: Lang) -> String {
        self.stated(&short(self.value, self.unit, lang), lang)
    }

    fn stated(&self, value: &str, lang: Lang) -> String {
        qualified(value, self.approx, self.estimate, lang)
    }
}

/// A value as a sentence has it: a long row of digits would not be read.
fn in_words(value: Decimal, unit: Unit, lang: Lang) -> String {
    let whole = full(value, unit, lang);
    if whole.chars().count() <= READ { whole } else { short(value, unit, lang) }
}

/// The values as they stand beside their marks: in full where all of them are
/// short, so that no two are written in different ways.
fn shown(points: &[Point], lang: Lang) -> Vec<String> {
    let whole: Vec<String> = points.iter().map(|point| point.in_full(lang)).collect();
    if whole.iter().all(|value| value.chars().count() <= ROOM) {
        return whole;
    }
    points.iter().map(|point| point.in_short(lang)).collect()
}

/// The greatest and the least of the points, and where two are alike the
/// first. A chart has at least one: the build refuses empty series.
fn extremes(points: &[Point]) -> (&Point, &Point) {
    let mut found = (&points[0], &points[0]);
    for point in points {
        if point.value > found.0.value {
            found.0 = point;
        }
        if point.value < found.1.value {
            found.1 = point;
        }
    }
    found
}

#[cfg(test)]
mod tests;
