//! The foot of the widget: citation and terms, which frozen report this is, and sharing.

use super::markup::Markup;
use super::moment::Moment;
use super::trace::row;
use crate::bundle::{DATA, VERSION};
use crate::report::Lang;
use crate::words;

/// Sharing and copying, where they are offered; citation and rights.
pub fn footer(m: &mut Markup, moment: &Moment) {
    let (report, lang) = (moment.edition.report, moment.edition.lang);
    m.raw("<footer class=\"foot\" part=\"footer\">");
    if moment.tools {
        m.raw("<div class=\"tools\"><button type=\"button\" data-go=\"share:\">");
        m.text(words::SHARE.get(lang)).raw("</button><button type=\"button\" data-go=\"take:\">");
        m.text(words::TAKE.get(lang)).raw("</button><button type=\"button\" data-go=\"embed:\">");
        m.text(words::EMBED.get(lang)).raw("</button><button type=\"button\" data-go=\"cite:\">");
        m.text(words::COPY_CITATION.get(lang)).raw("</button></div>");
    }
    m.raw("<dl>");
    row(m, words::CITE, report.citation.get(lang), lang);
    row(m, words::RIGHTS, report.rights.get(lang), lang);
    frozen(m, lang, moment.tools);
    m.raw("</dl></footer>");
}

/// Version and digest, by which a reader can verify what is before them. The style shows the
/// beginning of the digest; all of it is there to be copied.
fn frozen(m: &mut Markup, lang: Lang, tools: bool) {
    m.raw("<div class=\"frozen\"><dt>").text(words::FROZEN.get(lang)).raw("</dt><dd>");
    m.text(VERSION).raw(" · SHA-256 <code>").text(DATA).raw("</code>");
    if tools {
        m.raw("<button type=\"button\" data-copy>").text(words::COPY.get(lang)).raw("</button>");
    }
    m.raw("</dd></div>");
}
