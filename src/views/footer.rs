//! The foot of the widget: citation and terms, and sharing.

use super::markup::Markup;
use super::moment::Moment;
use super::trace::row;
use crate::words;

/// Sharing and copying, where they are offered; citation and rights.
pub fn footer(m: &mut Markup, moment: &Moment) {
    let (report, lang) = (moment.edition.report, moment.edition.lang);
    m.raw("<footer class=\"foot\" part=\"footer\">");
    if moment.tools && moment.live {
        m.raw("<div class=\"tools\"><button type=\"button\" data-go=\"share:\">");
        m.text(words::SHARE.get(lang)).raw("</button><button type=\"button\" data-go=\"embed:\">");
        m.text(words::EMBED.get(lang)).raw("</button><button type=\"button\" data-go=\"cite:\">");
        m.text(words::COPY_CITATION.get(lang)).raw("</button></div>");
    }
    m.raw("<dl>");
    row(m, words::CITE, report.citation.get(lang), lang);
    row(m, words::RIGHTS, report.rights.get(lang), lang);
    m.raw("</dl></footer>");
}
