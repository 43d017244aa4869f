//! The bar on top: which report, which language.

use super::markup::Markup;
use super::moment::Moment;
use crate::report::Lang;
use crate::words;

/// Report switcher, where it is offered, and language switch.
pub fn topbar(m: &mut Markup, moment: &Moment) {
    let lang = moment.edition.lang;
    let reports = &moment.edition.library.reports;
    m.raw("<div class=\"topbar\">");
    if moment.tools && reports.len() > 1 {
        m.raw("<div class=\"reports\" role=\"group\" aria-label=\"");
        m.text(words::REPORTS.get(lang)).raw("\">");
        for (index, report) in reports.iter().enumerate() {
            m.raw("<button type=\"button\" data-report=\"").text(report.id);
            m.raw("\" data-go=\"turn:").number(index).raw("\"");
            m.pressed(usize::from(moment.state.report) == index).raw(">");
            m.text(report.name.get(lang)).raw("</button>");
        }
        m.raw("</div>");
    }
    m.raw("<div class=\"languages\" role=\"group\" aria-label=\"");
    m.text(words::LANGUAGE.get(lang)).raw("\">");
    for choice in Lang::ALL {
        m.raw("<button type=\"button\" lang=\"").raw(choice.tag()).raw("\" data-lang=\"");
        m.raw(choice.tag()).raw("\" data-go=\"speak:").raw(choice.tag()).raw("\"");
        m.pressed(choice == lang).raw(">");
        m.raw(words::language(choice)).raw("</button>");
    }
    m.raw("</div></div>");
}
