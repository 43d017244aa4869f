//! Text in the languages of a report.

use std::ops::Deref;

/// A language that a report can be read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Korean, the language of most readers.
    #[default]
    Ko,
    /// English.
    En,
    /// A language that only the report speaks: the interface around it is in English.
    Other(&'static OtherLang),
}

/// A language that the interface does not speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OtherLang {
    /// Its BCP 47 tag: two letters of ISO 639-1.
    pub tag: &'static str,
    /// Its name in its own words.
    pub name: &'static str,
}

impl Lang {
    /// The languages that the interface speaks too.
    pub const INTERFACE: [Self; 2] = [Self::Ko, Self::En];

    /// The language's BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ko => Locale::Ko.tag(),
            Self::En => Locale::En.tag(),
            Self::Other(other) => other.tag,
        }
    }

    /// Whether a BCP 47 tag names this language; regions and scripts (`ko-KR`) are ignored.
    #[must_use]
    pub fn has_tag(self, tag: &str) -> bool {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        self.tag().eq_ignore_ascii_case(language)
    }

    /// The language of the interface around a report in this language.
    #[must_use]
    pub fn locale(self) -> Locale {
        match self {
            Self::Ko => Locale::Ko,
            Self::En | Self::Other(_) => Locale::En,
        }
    }
}

/// A language of the interface, and of the messages for report teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Ko, Self::En];

    /// The language's BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    /// The language that a BCP 47 tag names; regions and scripts (`ko-KR`) are ignored.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| Lang::from(*locale).has_tag(tag))
    }
}

impl From<Locale> for Lang {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::Ko => Self::Ko,
            Locale::En => Self::En,
        }
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

    /// Those that the interface does not speak.
    pub fn others(&self) -> impl Iterator<Item = Lang> {
        self.iter().filter(|lang| matches!(lang, Lang::Other(_)))
    }

    /// Whether a language is among them.
    #[must_use]
    pub fn has(&self, lang: Lang) -> bool {
        self.0.contains(&lang)
    }

    /// The position of a language among them; 0 where it is not.
    #[must_use]
    pub fn position(&self, lang: Lang) -> u8 {
        let position = self.0.iter().position(|own| *own == lang);
        position.and_then(|position| u8::try_from(position).ok()).unwrap_or_default()
    }

    /// The language to show to somebody who asks for this one.
    #[must_use]
    pub fn nearest(&self, lang: Lang) -> Lang {
        if self.has(lang) { lang } else { self.first() }
    }
}

impl Default for Languages {
    /// Those of the interface.
    fn default() -> Self {
        Self(Lang::INTERFACE.into())
    }
}

/// A text in the languages of its report; it is empty in none of them. It lives as long as the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text(&'static Translations);

/// What a text says in each language. Where the report is not in Korean or not in English, it stands
/// there in the report's own language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Translations {
    /// Korean.
    pub ko: &'static str,
    /// English.
    pub en: &'static str,
    /// The languages that the interface does not speak.
    pub others: Vec<(Lang, &'static str)>,
}

impl Text {
    /// A text in the languages of the interface, kept for as long as the program runs.
    #[must_use]
    pub fn new(ko: &'static str, en: &'static str) -> Self {
        Translations::new(ko, en).into()
    }

    /// A text that is part of the program.
    #[must_use]
    pub const fn constant(translations: &'static Translations) -> Self {
        Self(translations)
    }

    /// The text in one language; English where it does not have that one.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
            Lang::Other(_) => {
                let mut others = self.0.others.iter();
                others.find(|(other, _)| *other == lang).map_or(self.en, |(_, text)| text)
            }
        }
    }

    /// The text in every language, the Korean one first.
    pub fn each(self) -> impl Iterator<Item = &'static str> {
        [self.ko, self.en].into_iter().chain(self.0.others.iter().map(|(_, text)| *text))
    }
}

impl Translations {
    /// Korean and English.
    #[must_use]
    pub const fn new(ko: &'static str, en: &'static str) -> Self {
        Self { ko, en, others: Vec::new() }
    }
}

impl From<Translations> for Text {
    fn from(translations: Translations) -> Self {
        Self(Box::leak(Box::new(translations)))
    }
}

impl Deref for Text {
    type Target = Translations;
    fn deref(&self) -> &Translations {
        self.0
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
            (vec![FRENCH, Lang::En], Some([FRENCH, Lang::En])),
        ] {
            let nearest =
                |languages: Languages| Lang::INTERFACE.map(|lang| languages.nearest(lang));
            assert_eq!(Languages::new(languages).map(nearest), expected);
        }
    }

    const FRENCH: Lang = Lang::Other(&OtherLang { tag: "fr", name: "français" });

    #[test]
    fn a_text_is_english_in_a_language_that_it_does_not_have() {
        let others = vec![(FRENCH, "Masques")];
        let french = Text::from(Translations { others, ..Translations::new("마스크", "Masks") });
        for (text, expected) in [
            (Text::new("마스크", "Masks"), ["마스크", "Masks", "Masks"]),
            (french, ["마스크", "Masks", "Masques"]),
        ] {
            assert_eq!([Lang::Ko, Lang::En, FRENCH].map(|lang| text.get(lang)), expected);
        }
    }

    #[test]
    fn a_language_tag_is_read_without_its_region() {
        for (tag, expected) in [
            ("ko", Some(Locale::Ko)),
            ("ko-KR", Some(Locale::Ko)),
            ("EN", Some(Locale::En)),
            ("en_GB", Some(Locale::En)),
            ("fr", None),
            ("", None),
            ("korean", None),
        ] {
            assert_eq!(Locale::from_tag(tag), expected, "{tag:?}");
        }
    }
}
