//! Search field, result count, order, and the chips of chosen filters.

use super::markup::Markup;
use super::moment::Moment;
use crate::state::Sort;
use crate::words;

/// The search field and what stands around it.
pub fn search(m: &mut Markup, moment: &Moment) {
    let lang = moment.edition.lang;
    m.raw("<div class=\"search\" part=\"search\" role=\"search\"><label class=\"field\"><span class=\"hidden\">").text(words::SEARCH.get(lang));
    m.raw("</span><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><circle cx=\"9\" cy=\"9\" ");
    m.raw("r=\"5.5\"/><path d=\"M13 13l4 4\"/></svg><input type=\"search\" placeholder=\"");
    m.text(words::SEARCH_HINT.get(lang)).raw("\" value=\"").text(&moment.state.query);
    m.raw("\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\" ");
    m.raw("enterkeyhint=\"search\"></label><button type=\"button\" class=\"open-facets\" ");
    m.raw("popovertarget=\"facets\"><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">");
    m.raw("<path d=\"M3 6h14M6 10h8M8.5 14h3\"/></svg>").text(words::FILTERS.get(lang));
    m.raw("</button><p class=\"count\" aria-hidden=\"true\" data-result-count=\"");
    m.number(moment.found()).raw("\" data-of=\"").number(moment.edition.report.cards.len());
    m.raw("\">")
        .text(&words::cards(moment.found(), lang))
        .raw("</p><p class=\"told hidden\" role=\"status\">")
        .text(&told(moment));
    m.raw("</p><label class=\"order\">");
    m.raw("<span class=\"hidden\">").text(words::SORT.get(lang)).raw("</span><select>");
    for sort in Sort::ALL {
        let name = match sort {
            Sort::Report => words::SORT_REPORT,
            Sort::Size => words::SORT_SIZE,
            Sort::Date => words::SORT_DATE,
        };
        m.raw("<option value=\"").raw(sort.id()).raw("\"");
        m.flag("selected", moment.state.sort == sort).raw(">").text(name.get(lang));
        m.raw("</option>");
    }
    m.raw("</select></label></div><div class=\"chips\"").flag("hidden", moment.is_plain());
    m.raw("><ul aria-label=\"").text(words::CHOSEN.get(lang)).raw("\">");
    chips(m, moment);
    m.raw("</ul><button type=\"button\" class=\"plain clear\" data-go=\"clear:\">");
    m.text(words::CLEAR.get(lang)).raw("</button>");
    if moment.tools {
        m.raw("<button type=\"button\" class=\"plain\" data-go=\"take:\">");
        m.text(words::TAKE.get(lang)).raw("</button>");
    }
    m.raw("</div>");
}

/// What was found, for those who hear the page. The edge says it once the
/// reader pauses; the count beside it is exact at once.
#[must_use]
pub fn told(moment: &Moment) -> String {
    let (query, found, lang) = (moment.state.query.trim(), moment.found(), moment.edition.lang);
    let mut told = query.to_owned();
    told.push_str(if query.is_empty() { "" } else { ": " });
    told.push_str(&match found {
        0 => words::NOTHING.get(lang).to_owned(),
        _ => words::cards(found, lang),
    });
    told
}

/// The chosen filters, each removable.
pub fn chips(m: &mut Markup, moment: &Moment) {
    let lang = moment.edition.lang;
    for (facet, id) in moment.state.filters.iter() {
        let name = moment.choice(facet, id);
        m.raw("<li><button type=\"button\" class=\"chip\" data-go=\"toggle:").raw(facet.id());
        m.raw(":").text(id).raw("\" aria-label=\"").text(words::facet(facet).get(lang)).raw(" ");
        m.text(name).raw(": ").text(words::REMOVE.get(lang)).raw("\">").text(name);
        m.raw("<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">");
        m.raw("<path d=\"M4 4l8 8M12 4l-8 8\"/></svg></button></li>");
    }
}
