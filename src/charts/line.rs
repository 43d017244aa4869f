//! Values over time: a line from point to point above zero.

use super::html_writer::HtmlWriter;
use super::scale::{percent, share};
use super::{Point, extremes, shown};
use crate::report::Lang;

/// Where the ground and the highest point stand, in thousandths from the top.
const GROUND: u32 = 720;
const TOP: u32 = 220;
/// How far from the edges the first and the last point stand.
const EDGE: u32 = 40;

/// The line; `at` has the place of each point in time, of 1000.
pub fn line(m: &mut HtmlWriter, points: &[Point], at: &[u32], lang: Lang) {
    let (most, _) = extremes(points);
    let height = |point: &Point| share(point.value, most.value);
    m.raw("<svg class=\"course\" role=\"list\"><svg x=\"").text(&percent(EDGE)).raw("\" y=\"");
    m.text(&percent(TOP)).raw("\" width=\"").text(&percent(1000 - 2 * EDGE)).raw("\" height=\"");
    m.text(&percent(GROUND - TOP));
    m.raw("\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    m.raw("<path class=\"area\" d=\"M0 1000");
    path(m, points, at, height);
    m.raw("L1000 1000z\"/><path class=\"way\" d=\"M");
    let mut first = true;
    for (point, at) in points.iter().zip(at) {
        m.raw(if std::mem::take(&mut first) { "" } else { "L" });
        corner(m, *at, height(point));
    }
    m.raw("\"/></svg><line class=\"ground\" x2=\"100%\" y1=\"").text(&percent(GROUND));
    m.raw("\" y2=\"").text(&percent(GROUND)).raw("\"/>");
    let (values, last) = (shown(points, lang), points.len() - 1);
    for (index, (point, at)) in points.iter().zip(at).enumerate() {
        let x = percent(EDGE + at * (1000 - 2 * EDGE) / 1000);
        let y = GROUND - height(point) * (GROUND - TOP) / 1000;
        // Words at the edges stay inside.
        let (anchor, beside) = match index {
            0 => ("start", "0%"),
            _ if index == last => ("end", "100%"),
            _ => ("middle", x.as_str()),
        };
        m.raw("<g data-mark role=\"listitem\"><line class=\"drop\" x1=\"").text(&x).raw("\" x2=\"");
        m.text(&x).raw("\" y1=\"").text(&percent(y)).raw("\" y2=\"").text(&percent(GROUND));
        m.raw("\"/><circle class=\"ink\" r=\"6\" cx=\"").text(&x).raw("\" cy=\"").text(&percent(y));
        m.raw("\"/><text class=\"value\" dy=\"-.9em\" x=\"").text(beside).raw("\" y=\"");
        m.text(&percent(y)).raw("\" text-anchor=\"").raw(anchor).raw("\">");
        m.text(&values[index]).raw("</text>");
        // In two lines where there are two words, so that neighbours do not touch.
        let name = point.name.get(lang);
        let (upper, lower) = name.split_once(' ').unwrap_or((name, ""));
        for (words, place) in [(upper, 860), (lower, 980)] {
            if !words.is_empty() {
                m.raw("<text x=\"").text(beside).raw("\" y=\"").text(&percent(place));
                m.raw("\" text-anchor=\"").raw(anchor).raw("\">").text(words).raw("</text>");
            }
        }
        m.raw("</g>");
    }
    m.raw("</svg>");
}

fn path(m: &mut HtmlWriter, points: &[Point], at: &[u32], height: impl Fn(&Point) -> u32) {
    for (point, at) in points.iter().zip(at) {
        m.raw("L");
        corner(m, *at, height(point));
    }
}

fn corner(m: &mut HtmlWriter, across: u32, height: u32) {
    m.number(across as usize).raw(" ").number((1000 - height) as usize);
}
