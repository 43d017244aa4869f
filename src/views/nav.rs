//! Part navigation: a row of chips on narrow screens, a column on wide ones.

use super::edition::Edition;
use super::markup::Markup;
use crate::words;

/// Links to the parts; the edge marks the one on screen with `aria-current`.
pub fn nav(m: &mut Markup, edition: Edition) {
    let Edition { report, lang, .. } = edition;
    m.raw("<nav class=\"parts\" part=\"nav\" aria-label=\"").text(words::PARTS.get(lang));
    m.raw("\"><ol>");
    for part in &report.parts {
        let no = usize::from(part.no);
        m.raw("<li><a href=\"#part-").number(no).raw("\" data-nav=\"").number(no);
        m.raw("\" data-go=\"part:").number(no).raw("\"><span class=\"no\">").number(no);
        m.raw("</span><span class=\"name\">").text(part.title.get(lang)).raw("</span></a></li>");
    }
    m.raw("</ol></nav>");
}
