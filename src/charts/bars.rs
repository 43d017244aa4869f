//! Values one under the other: bars from zero, or dots on powers of ten.

use super::html_writer::HtmlWriter;
use super::scale::{Powers, percent, share};
use super::{Point, extremes, shown};
use crate::i18n::{ChartMessage, charts};
use crate::report::{Decimal, Lang};

/// More rows than this have the scale under them too.
const MANY: usize = 6;

/// Bars; the whole width is `whole`.
pub fn bars(m: &mut HtmlWriter, points: &[Point], whole: Decimal, lang: Lang) {
    m.raw("<ol class=\"marks\">");
    for (point, value) in points.iter().zip(shown(points, lang)) {
        row(m, point, &value, lang);
        m.raw("<rect class=\"track\" width=\"100%\" height=\"100%\"/><rect class=\"");
        m.raw(class(point)).raw("\" width=\"").text(&percent(share(point.value, whole)));
        m.raw("\" height=\"100%\"/></svg></li>");
    }
    m.raw("</ol>");
}

/// A strip in proportion to `whole`, and under it dots on powers of ten.
pub fn dots(m: &mut HtmlWriter, points: &[Point], whole: Decimal, lang: Lang) {
    let (most, least) = extremes(points);
    let powers = Powers::around(least.value, most.value);
    m.raw("<p class=\"small\">").text(ChartMessage::InProportion.get(lang));
    m.raw("</p><svg class=\"strip\" aria-hidden=\"true\">");
    let mut from = 0;
    for point in points {
        let width = share(point.value, whole);
        m.raw("<rect class=\"").raw(class(point)).raw("\" x=\"").text(&percent(from));
        m.raw("\" width=\"").text(&percent(width)).raw("\" height=\"100%\"/>");
        from += width;
    }
    m.raw("</svg><p class=\"small\">").text(ChartMessage::OneByOne.get(lang)).raw("</p>");
    axis(m, powers, lang);
    m.raw("<ol class=\"marks dots\">");
    for (point, value) in points.iter().zip(shown(points, lang)) {
        row(m, point, &value, lang);
        m.raw("<line x2=\"100%\" y1=\"50%\" y2=\"50%\"/>");
        for (_, place) in powers.lines() {
            let place = percent(place);
            m.raw("<line x1=\"").text(&place).raw("\" x2=\"").text(&place).raw("\" y2=\"100%\"/>");
        }
        m.raw("<circle class=\"").raw(class(point)).raw("\" cx=\"");
        m.text(&percent(powers.place(point.value))).raw("\" cy=\"50%\" r=\"6\"/></svg></li>");
    }
    m.raw("</ol>");
    if points.len() > MANY {
        axis(m, powers, lang);
    }
}

fn axis(m: &mut HtmlWriter, powers: Powers, lang: Lang) {
    m.raw("<svg class=\"axis\" aria-hidden=\"true\">");
    for (power, place) in powers.lines() {
        m.raw("<text y=\"1em\" x=\"").text(&percent(place)).raw("\" text-anchor=\"");
        m.raw(match place {
            0 => "start",
            1000 => "end",
            _ => "middle",
        });
        m.raw("\">").text(&charts::power(power, lang)).raw("</text>");
    }
    m.raw("</svg>");
}

/// A mark's name and value, up to its drawing.
fn row(m: &mut HtmlWriter, point: &Point, value: &str, lang: Lang) {
    m.raw("<li data-mark><span class=\"label\">").text(point.name.get(lang)).raw("</span> ");
    if let Some(of) = point.of {
        m.raw("<span class=\"of\">").text(of.get(lang)).raw("</span> ");
    }
    m.raw("<span class=\"value\">").text(value);
    if let Some(share) = &point.share {
        m.raw(" <span class=\"share\">").text(share).raw("</span>");
    }
    m.raw("</span><svg aria-hidden=\"true\">");
}

fn class(point: &Point) -> &'static str {
    if point.is_remainder { "ink rest" } else { "ink" }
}
