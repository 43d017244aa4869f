//! The cards found, grouped by part, or the way out when nothing was found.

use super::card::card;
use super::edition::Edition;
use super::figure::{Motion, number};
use super::markup::Markup;
use super::moment::{Group, Moment};
use crate::report::Part;
use crate::search::WayOut;
use crate::words;

/// All parts that have cards to show; the whole report when nothing is
/// looked for. In any other order than the report's, one list, or one of each
/// unit where sizes are compared.
pub fn results(m: &mut Markup, moment: &Moment, ways: &[(WayOut, usize)]) {
    m.raw("<div class=\"before\">");
    before(m, moment);
    m.raw("</div>");
    lists(m, moment, true);
    m.raw("<div class=\"after\">");
    after(m, moment, ways);
    m.raw("</div>");
}

/// The lists of cards, or the same without their cards.
pub fn lists(m: &mut Markup, moment: &Moment, with_cards: bool) {
    let Edition { report, lang, .. } = moment.edition;
    for group in moment.groups() {
        let cards = moment.shown_of(group);
        match group {
            Group::Part(no) => {
                let Some(part) = report.part(no) else { continue };
                let no = usize::from(no);
                m.raw("<section class=\"part\" part=\"part\" id=\"part-").number(no);
                m.raw("\" data-part=\"");
                m.number(no).raw("\"").flag("hidden", cards.is_empty());
                m.raw("><header class=\"part-head\">");
                part_head(m, moment.edition, part, moment.is_plain());
                m.raw("</header><ul class=\"cards\">");
            }
            Group::Unit(unit) => {
                m.raw("<section class=\"unit\"").flag("hidden", cards.is_empty()).raw("><h3>");
                m.text(&words::compared(unit, lang)).raw("</h3><ul class=\"cards\">");
            }
            Group::All => {
                m.raw("<section><h3 class=\"hidden\">").text(words::RANKED.get(lang));
                m.raw("</h3><ul class=\"cards ranked\">");
            }
        }
        for index in cards.iter().filter(|_| with_cards) {
            card(m, moment, *index);
        }
        m.raw("</ul></section>");
    }
}

/// What a part opens with: its number and title, and, while nothing is
/// filtered, its story and its great numbers.
pub fn part_head(m: &mut Markup, edition: Edition, part: &Part, plain: bool) {
    let lang = edition.lang;
    m.raw("<p class=\"no\">").text(&words::part(part.no, lang)).raw(" <span>");
    m.text(&words::page(part.page, lang)).raw("</span></p><h3 tabindex=\"-1\">");
    m.prose(part.title.get(lang)).raw("</h3>");
    if !plain {
        return;
    }
    m.raw("<p class=\"summary\">").prose(part.summary.get(lang)).raw("</p>");
    if part.headlines.is_empty() {
        return;
    }
    m.raw("<ul class=\"headlines\">");
    for headline in &part.headlines {
        m.raw("<li><p class=\"label\">").text(headline.figure.label.get(lang));
        m.raw("</p><p class=\"value\">");
        number(m, &headline.figure, lang, Motion::Stands);
        m.raw("</p></li>");
    }
    m.raw("</ul>");
}

/// What stands before the lists: the way back to cards that are left out.
pub fn before(m: &mut Markup, moment: &Moment) {
    let start = moment.desk.drawn.start;
    if start > 0 {
        m.raw("<button type=\"button\" class=\"earlier\" data-go=\"earlier:\">");
        m.text(words::EARLIER.get(moment.edition.lang)).raw(" <span class=\"n\">").number(start);
        m.raw("</span></button>");
    }
}

/// What follows the lists: the way to more cards, or the ways out of none.
pub fn after(m: &mut Markup, moment: &Moment, ways: &[(WayOut, usize)]) {
    let lang = moment.edition.lang;
    let (shown, found) = (moment.desk.drawn.end, moment.found());
    if found == 0 {
        nothing(m, moment, ways);
    } else if shown < found {
        m.raw("<button type=\"button\" class=\"more\" data-go=\"more:\">");
        m.text(words::MORE.get(lang)).raw(" <span class=\"n\">").number(shown).raw(" / ");
        m.number(found).raw("</span></button>");
    }
}

/// Nothing found: what to drop, and how many cards that would give.
fn nothing(m: &mut Markup, moment: &Moment, ways: &[(WayOut, usize)]) {
    let lang = moment.edition.lang;
    m.raw("<div class=\"nothing\"><p class=\"big\">").text(words::NOTHING.get(lang));
    m.raw("</p><p>").text(words::NOTHING_HELP.get(lang)).raw("</p><ul>");
    for (position, (way, count)) in ways.iter().enumerate() {
        m.raw("<li><button type=\"button\" class=\"chip\" data-go=\"out:").number(position);
        m.raw("\">");
        match way {
            WayOut::Word { word, .. } => m.raw("'").text(word).raw("'"),
            WayOut::Filters => m.text(words::FILTERS.get(lang)),
            WayOut::Query => m.raw("'").text(&moment.state.query).raw("'"),
            WayOut::Filter(facet, id) => m.text(moment.choice(*facet, id)),
        };
        m.raw(" ").text(words::REMOVE.get(lang)).raw(" <span class=\"n\">");
        m.text(&words::cards(*count, lang)).raw("</span></button></li>");
    }
    m.raw("</ul></div>");
}
