//! Filters: a column on wide screens, a sheet over the page on phones. Each
//! value says how many cards choosing it would give.

use super::markup::Markup;
use super::moment::Moment;
use crate::search::Facet;
use crate::words;

/// All filters. On narrow screens the browser's own popover shows them, so
/// that Escape, a tap outside and the way back of the focus need no code.
pub fn facets(m: &mut Markup, moment: &Moment) {
    let lang = moment.edition.lang;
    m.raw("<section class=\"facets\" part=\"facets\" id=\"facets\" popover=\"auto\" aria-label=\"");
    m.text(words::FILTERS.get(lang))
        .raw("\"><p class=\"title\" aria-hidden=\"true\">")
        .text(words::FILTERS.get(lang));
    m.raw("</p><div class=\"groups\">");
    for facet in Facet::ALL {
        group(m, moment, facet);
    }
    m.raw("</div><button type=\"button\" class=\"done\" popovertarget=\"facets\" ");
    m.raw("popovertargetaction=\"hide\">").text(&words::show_cards(moment.found(), lang));
    m.raw("</button></section>");
}

/// The values of one filter: pressed when chosen, dimmed when choosing one
/// would give nothing.
fn group(m: &mut Markup, moment: &Moment, facet: Facet) {
    let lang = moment.edition.lang;
    let name = words::facet(facet).get(lang);
    m.raw("<details").flag("open", matches!(facet, Facet::Brand | Facet::Theme));
    m.raw("><summary>")
        .text(name)
        .raw("</summary><div class=\"values\" role=\"group\" aria-label=\"");
    m.text(name).raw("\">");
    for choice in moment.index.choices(facet) {
        let count = moment.results.count(facet, &choice.id);
        m.raw("<button type=\"button\" data-facet=\"").raw(facet.id()).raw("\" data-value=\"");
        m.text(&choice.id).raw("\" data-go=\"toggle:").raw(facet.id()).raw(":").text(&choice.id);
        m.raw("\"").pressed(moment.state.filters.is_chosen(facet, &choice.id));
        m.raw(if count == 0 { " class=\"empty\"" } else { "" });
        m.raw("><span class=\"name\">").text(choice.name(lang));
        m.raw("</span> <span class=\"n\">").number(count).raw("</span></button>");
    }
    m.raw("</div></details>");
}
