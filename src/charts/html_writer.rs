//! The HTML of charts, under construction. Charts are written to text when the bundle is built; the
//! rest of the page is components, and its text is written by [`crate::html`].

use report_text::text;

/// HTML under construction. Markup can only be literal; whatever comes from a
/// report is escaped.
#[derive(Debug, Default)]
pub struct HtmlWriter(String);

impl HtmlWriter {
    /// Writes literal markup.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Writes text, also inside a double-quoted attribute.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
        self
    }

    /// Writes a whole number.
    pub fn number(&mut self, number: usize) -> &mut Self {
        self.text(&text!(number))
    }

    /// Writes an attribute that is there or not.
    pub fn flag(&mut self, attribute: &'static str, there: bool) -> &mut Self {
        self.raw(if there { " " } else { "" }).raw(if there { attribute } else { "" })
    }

    /// The finished HTML.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

/// HTML written by one function.
#[must_use]
pub fn write_html(write: impl FnOnce(&mut HtmlWriter)) -> String {
    let mut writer = HtmlWriter::default();
    write(&mut writer);
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let html = write_html(|m| {
            m.raw("<p title=\"").text("\" onclick=\"x").raw("\">").text("<b>&</b>").raw("</p>");
        });
        assert_eq!(html, "<p title=\"&quot; onclick=&quot;x\">&lt;b&gt;&amp;&lt;/b&gt;</p>");
    }
}
