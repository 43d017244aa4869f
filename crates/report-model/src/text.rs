//! Text in both languages of the widget.

/// A language the widget speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Lang {
    /// Korean, the language of most readers.
    #[default]
    Ko,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order in which the switch offers them.
    pub const ALL: [Self; 2] = [Self::Ko, Self::En];

    /// The language's BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    /// Reads a BCP 47 tag; regions and scripts (`ko-KR`) are ignored.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))
    }
}

/// The languages of a report, at least one; the first is its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages(Vec<Lang>);

impl Languages {
    /// These languages; none, or one twice, are no languages of a report.
    #[must_use]
    pub fn new(languages: Vec<Lang>) -> Option<Self> {
        let is_twice =
            languages.iter().enumerate().any(|(at, lang)| languages[..at].contains(lang));
        (!languages.is_empty() && !is_twice).then_some(Self(languages))
    }

    /// The report's own language.
    #[must_use]
    pub fn first(&self) -> Lang {
        self.0[0]
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Lang> {
        self.0.iter().copied()
    }

    /// Whether a language is among them.
    #[must_use]
    pub fn has(&self, lang: Lang) -> bool {
        self.0.contains(&lang)
    }

    /// The language to show to somebody who asks for this one.
    #[must_use]
    pub fn nearest(&self, lang: Lang) -> Lang {
        if self.has(lang) { lang } else { self.first() }
    }
}

impl Default for Languages {
    /// Those that the widget speaks.
    fn default() -> Self {
        Self(Lang::ALL.into())
    }
}

/// A text in Korean and English; neither is ever empty. A report in one language has its text in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text {
    /// Korean.
    pub ko: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_has_at_least_one_language_and_none_twice() {
        for (languages, expected) in [
            (vec![], None),
            (vec![Lang::En], Some([Lang::En; 2])),
            (vec![Lang::En, Lang::Ko], Some([Lang::Ko, Lang::En])),
            (vec![Lang::Ko, Lang::Ko], None),
        ] {
            let nearest = |languages: Languages| Lang::ALL.map(|lang| languages.nearest(lang));
            assert_eq!(Languages::new(languages).map(nearest), expected);
        }
    }

    #[test]
    fn a_language_tag_is_read_without_its_region() {
        for (tag, expected) in [
            ("ko", Some(Lang::Ko)),
            ("ko-KR", Some(Lang::Ko)),
            ("EN", Some(Lang::En)),
            ("en_GB", Some(Lang::En)),
            ("fr", None),
            ("", None),
            ("korean", None),
        ] {
            assert_eq!(Lang::from_tag(tag), expected, "{tag:?}");
        }
    }
}
