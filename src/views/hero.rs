//! The opening: whose report this is, and its great numbers.

use super::edition::Edition;
use super::figure::{Motion, number};
use super::markup::Markup;
use super::trace::headline_trace;
use crate::words;

/// Title, publisher, period, and the headline counters, each unfolding into
/// its trace.
pub fn hero(m: &mut Markup, edition: Edition) {
    let Edition { report, lang, .. } = edition;
    m.raw("<p class=\"kicker\"><span>").text(report.publisher.get(lang));
    m.raw("</span> <time datetime=\"").text(report.published.as_str()).raw("\">");
    m.text(&words::date(report.published, lang)).raw("</time></p><h2>");
    m.prose(report.title.get(lang)).raw("</h2><p class=\"subtitle\">");
    m.prose(report.subtitle.get(lang)).raw("</p><p class=\"period\">");
    m.text(words::COVERS.get(lang)).raw(" ").text(&words::span(report.period, lang)).raw("</p>");
    let all = report.headlines().count();
    if all == 0 {
        return;
    }
    m.raw("<ul class=\"greats\">");
    for part in &report.parts {
        for (index, headline) in (0_u16..).zip(&part.headlines) {
            let id = said!("part-", part.no, "/", headline.figure.id);
            m.raw("<li class=\"great\" id=\"").text(&id).raw("\" data-headline=\"").text(&id);
            m.raw("\"><p class=\"label\">");
            m.text(headline.figure.label.get(lang)).raw("</p> <p class=\"value\">");
            number(m, &headline.figure, lang, Motion::Counts);
            m.raw("</p> <a class=\"of\" href=\"#part-");
            m.number(part.no.into()).raw("\" data-go=\"part:").number(part.no.into()).raw("\">");
            m.text(&words::part(part.no, lang)).raw("</a>");
            headline_trace(m, edition, part, headline, index);
            m.raw("</li>");
        }
    }
    m.raw("</ul><p class=\"traced\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">");
    m.raw("<path d=\"M3.5 8.5l3 3L12.5 5\"/></svg> <span>");
    m.text(&words::traced(report, lang)).raw("</span></p>");
}
