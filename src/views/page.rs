//! The whole page, from the bar on top to the footer.

use super::edition::Edition;
use super::errata::errata;
use super::facets::facets;
use super::footer::footer;
use super::hero::hero;
use super::markup::{Markup, markup};
use super::moment::Moment;
use super::nav::nav;
use super::results::results;
use super::search::search;
use crate::search::WayOut;
use crate::words;

/// The place of the timeline, whose drawing is loaded when it is opened.
fn times(m: &mut Markup, edition: Edition) {
    if edition.report.cards.iter().any(|card| !card.dates.is_empty()) {
        m.raw("<details class=\"times\"><summary><h3>").text(words::TIMES.get(edition.lang));
        m.raw("</h3></summary></details>");
    }
}

/// The page at one moment. Whatever stands open is open in it, so it may be
/// written anew at any time: when language or report change. `top` writes the
/// bar on top: switches where a program runs, links where none does.
#[must_use]
pub fn page(moment: &Moment, ways: &[(WayOut, usize)], top: fn(&mut Markup, &Moment)) -> String {
    markup(|m: &mut Markup| {
        top(m, moment);
        m.raw("<header class=\"hero\" part=\"hero\">");
        hero(m, moment.edition);
        m.raw("</header>");
        times(m, moment.edition);
        m.raw("<div class=\"columns\"><div class=\"aside\">");
        nav(m, moment.edition);
        facets(m, moment);
        m.raw("</div><div class=\"content\">");
        search(m, moment);
        m.raw("<div class=\"results\">");
        results(m, moment, ways);
        m.raw("</div>");
        errata(m, moment);
        m.raw("</div></div>");
        footer(m, moment);
        m.raw("<p class=\"notice\" role=\"status\">").text(&moment.desk.notice).raw("</p>");
    })
}
