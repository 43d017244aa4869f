//! HTML under construction. The whole page is written as text: it costs
//! readers a tenth of the bytes that as many Leptos elements would
//! (ARCHITECTURE.md has the figures), and the prerendered page is the same
//! text. What changes later is found again by its hooks and changed in place.

use crate::report::Lang;

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

    /// Writes a text of our own, which may quote Korean words on an English
    /// page: each of them says that it is Korean, so that it is pronounced so.
    pub fn mixed(&mut self, text: &str, lang: Lang) -> &mut Self {
        let is_hangul = |c: char| matches!(c, '가'..='힣');
        let mut rest = text;
        while let (Lang::En, Some(start)) = (lang, rest.find(is_hangul)) {
            let (before, korean) = rest.split_at(start);
            let end = korean.find(|c| !is_hangul(c)).unwrap_or(korean.len());
            let (korean, after) = korean.split_at(end);
            self.text(before).raw("<span lang=\"ko\">").text(korean).raw("</span>");
            rest = after;
        }
        self.prose(rest)
    }

    /// Writes words for people to read: one with a hyphen in it, as in COVID-19, stays on one line,
    /// and so do a number and what it counts.
    pub fn prose(&mut self, text: &str) -> &mut Self {
        let mut is_whole = false;
        for (position, word) in text.split(' ').enumerate() {
            self.raw(if position == 0 { "" } else { " " });
            let goes_on = counts(word);
            if !is_whole && (goes_on || word.contains('-')) {
                self.raw("<span class=\"whole\">");
                is_whole = true;
            }
            self.text(word);
            if is_whole && !goes_on {
                self.raw("</span>");
                is_whole = false;
            }
        }
        self.raw(if is_whole { "</span>" } else { "" })
    }

    /// Writes a name; one of several words stays on one line.
    pub fn name(&mut self, text: &str) -> &mut Self {
        if !text.contains(' ') {
            return self.text(text);
        }
        self.raw("<span class=\"whole\">").text(text).raw("</span>")
    }

    /// Writes a whole number.
    pub fn number(&mut self, number: usize) -> &mut Self {
        self.text(&said!(number))
    }

    /// Writes an attribute that is there or not.
    pub fn flag(&mut self, attribute: &'static str, there: bool) -> &mut Self {
        self.raw(if there { " " } else { "" }).raw(if there { attribute } else { "" })
    }

    /// Writes `aria-pressed`.
    pub fn pressed(&mut self, yes: bool) -> &mut Self {
        self.raw(" aria-pressed=\"").raw(pressed(yes)).raw("\"")
    }

    /// The finished HTML.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

/// Whether a word is a number without what it counts: 93억여 원, 6.7 million.
fn counts(word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    word.starts_with(is_digit)
        && word.ends_with(|c| is_digit(c) || matches!(c, '만' | '억' | '조' | '여'))
}

/// The value of `aria-pressed`.
#[must_use]
pub fn pressed(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
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
    fn korean_words_on_an_english_page_say_so() {
        let korean = "<span lang=\"ko\">";
        for (text, lang, expected) in [
            ("Read as 진료, care.", Lang::En, format!("Read as {korean}진료</span>, care.")),
            ("여", Lang::En, format!("{korean}여</span>")),
            ("'뜨면줘' & so", Lang::En, format!("'{korean}뜨면줘</span>' &amp; so")),
            ("plain", Lang::En, "plain".to_owned()),
            ("QR체크인", Lang::Ko, "QR체크인".to_owned()),
        ] {
            assert_eq!(markup(|m| _ = m.mixed(text, lang)), expected);
        }
    }

    #[test]
    fn words_with_a_hyphen_and_numbers_with_what_they_count_stay_whole() {
        for (text, expected) in [
            ("Kakao's COVID-19: a & b", "Kakao's [COVID-19:] a &amp; b"),
            ("카카오 코로나 백서", "카카오 코로나 백서"),
            ("93억여 원은 670만 명에게", "[93억여 원은] [670만 명에게]"),
            ("8억 7610만 3773회를 보고", "[8억 7610만 3773회를] 보고"),
            ("some 6.7 million people", "some [6.7 million] people"),
            ("코로나19 백서, 2021년 봄", "코로나19 백서, 2021년 봄"),
            ("since 2020", "since [2020]"),
        ] {
            let expected = expected.replace('[', "<span class=\"whole\">").replace(']', "</span>");
            assert_eq!(markup(|m| _ = m.prose(text)), expected);
        }
    }

    #[test]
    fn a_name_stays_whole() {
        let whole = "<span class=\"whole\">Kakao Map</span>";
        assert_eq!(markup(|m| _ = m.name("Kakao Map")), whole);
        assert_eq!(markup(|m| _ = m.name("KakaoTalk")), "KakaoTalk");
    }

    #[test]
    fn text_never_becomes_markup() {
        let html = markup(|m| {
            m.raw("<p title=\"").text("\" onclick=\"x").raw("\">").text("<b>&</b>").raw("</p>");
        });
        assert_eq!(html, "<p title=\"&quot; onclick=&quot;x\">&lt;b&gt;&amp;&lt;/b&gt;</p>");
    }
}
