//! HTML under construction, for the parts of the page that never change once
//! drawn: traces, card bodies, errata. Written as text they cost readers a
//! tenth of the bytes that as many Leptos elements would (ARCHITECTURE.md has
//! the figures). What changes is drawn with `view!`.

/// HTML under construction. Markup can only be literal; whatever comes from a
/// report is escaped.
#[derive(Debug, Default)]
pub struct Markup(String);

impl Markup {
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
        self.text(&number.to_string())
    }

    /// Writes what a function writes, and goes on.
    pub fn with(&mut self, write: impl FnOnce(&mut Self)) -> &mut Self {
        write(self);
        self
    }

    /// The finished HTML.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

/// HTML written by one function.
#[must_use]
pub fn markup(write: impl FnOnce(&mut Markup)) -> String {
    let mut markup = Markup::default();
    write(&mut markup);
    markup.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let html = markup(|m| {
            m.raw("<p title=\"").text("\" onclick=\"x").raw("\">").text("<b>&</b>").raw("</p>");
        });
        assert_eq!(html, "<p title=\"&quot; onclick=&quot;x\">&lt;b&gt;&amp;&lt;/b&gt;</p>");
    }
}
