//! Reading single fields: each turns what an editor wrote into a value that
//! cannot be wrong, or notes a fault and goes on with a stand-in, so that one
//! run finds everything.

use serde::de::DeserializeOwned;
use serde_json::Value;
use unicode_normalization::is_nfc;

use super::Problem;
use super::diagnostic::Place;
use super::source;
use report_model::{Date, Decimal, Lang, Languages, OtherLang, Span, Text, Translations};

/// A text that lives as long as the program; the build and the tests read a
/// report once, so nothing is lost.
pub fn keep(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Text that is there, trimmed and NFC.
pub fn line(place: &Place, text: &str) -> &'static str {
    if text.trim().is_empty() {
        place.error(Problem::Empty);
    } else if text.trim() != text {
        place.error(Problem::SpaceAround(text.to_owned()));
    } else if !is_nfc(text) {
        place.error(Problem::NotNfc(text.to_owned()));
    }
    keep(text)
}

/// A list of such texts; `least` of them at the least.
pub fn lines(place: &Place, texts: &[String], least: usize) -> Vec<&'static str> {
    if texts.len() < least {
        place.error(Problem::TooFew { given: texts.len(), least });
    }
    texts.iter().enumerate().map(|(index, text)| line(&place.entry("", index), text)).collect()
}

/// Text in every language of the report. What a report does not have in Korean or in English is what it
/// says in its own language.
pub fn words(place: &Place, words: &source::Words) -> Text {
    for (tag, text) in &words.0 {
        let is_declared = place.languages.iter().any(|lang| lang.tag() == tag);
        if !is_declared && !text.is_empty() {
            place.field(tag).error(Problem::UndeclaredLanguage);
        }
    }
    let (mut own, mut ko, mut en, mut others) = (None, None, None, Vec::new());
    for &lang in &place.languages {
        let given = words.0.get(lang.tag()).map_or("", String::as_str);
        let given = line(&place.field(lang.tag()), given);
        match lang {
            Lang::Ko => ko = Some(given),
            Lang::En => en = Some(given),
            Lang::Other(_) => others.push((lang, given)),
        }
        own = own.or(Some(given));
    }
    let own = own.unwrap_or_default();
    Translations { ko: ko.unwrap_or(own), en: en.unwrap_or(own), others }.into()
}

/// The languages of a report, its own first.
pub fn languages(place: &Place, given: Option<&Vec<String>>) -> Languages {
    let Some(given) = given else { return Languages::default() };
    let known = given.iter().enumerate().filter_map(|(index, tag)| {
        language(tag).map_err(|problem| place.entry("", index).error(problem)).ok()
    });
    Languages::new(known.collect()).unwrap_or_else(|| {
        place.error(Problem::NoLanguages);
        Languages::default()
    })
}

/// Languages whose letters run from right to left, which the page cannot show yet.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ur", "yi"];

/// The language with this tag of ISO 639-1.
///
/// # Errors
/// What is wrong with the tag.
pub fn language(tag: &str) -> Result<Lang, Problem> {
    if let Some(lang) = Lang::INTERFACE.into_iter().find(|lang| lang.tag() == tag) {
        return Ok(lang);
    }
    if RIGHT_TO_LEFT.contains(&tag) {
        return Err(Problem::RightToLeft(tag.to_owned()));
    }
    let known = isolang::Language::from_639_1(tag).and_then(|known| known.to_autonym());
    let names = known.ok_or_else(|| Problem::UnknownLanguage(tag.to_owned()))?;
    // Some have several names, or one in other letters behind it: `日本語 (にほんご)`.
    let name = names.split([',', '(', ';']).next().unwrap_or(names).trim();
    Ok(Lang::Other(Box::leak(Box::new(OtherLang { tag: keep(tag), name: keep(name) }))))
}

/// Such a text, where there is any.
pub fn maybe_words(place: &Place, words_given: Option<&source::Words>) -> Option<Text> {
    words_given.map(|given| words(place, given))
}

/// An id: lower-case letters and digits in groups joined by `-`.
pub fn slug(place: &Place, id: &str) -> &'static str {
    let plain = |group: &str| {
        !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if !id.split('-').all(plain) {
        place.error(Problem::NotAnId(id.to_owned()));
    }
    keep(id)
}

/// An exact decimal, written in quotes.
pub fn decimal(place: &Place, value: &Value) -> Decimal {
    let Value::String(text) = value else {
        let given = if value.is_null() { "missing".to_owned() } else { value.to_string() };
        place.error(Problem::NotQuoted(given));
        return Decimal::ZERO;
    };
    Decimal::new(keep(text)).unwrap_or_else(|reason| {
        let reason = reason.to_string();
        place.error(Problem::NotADecimal { text: text.clone(), reason });
        Decimal::ZERO
    })
}

/// One of a closed set of words.
pub fn choice<T: DeserializeOwned>(place: &Place, word: &str, stand_in: T) -> T {
    serde_json::from_value(Value::String(word.to_owned())).unwrap_or_else(|reason| {
        place.error(Problem::Unreadable(reason.to_string()));
        stand_in
    })
}

/// A page inside the report.
pub fn page(place: &Place, page: u16, pages: u16) -> u16 {
    if page == 0 || page > pages {
        place.error(Problem::PageOutside { page, pages });
    }
    page
}

/// A date that exists.
pub fn date(place: &Place, text: &str) -> Option<Date> {
    Date::new(keep(text))
        .map_err(|reason| {
            let (text, reason) = (text.to_owned(), reason.to_string());
            place.error(Problem::NotADate { text, reason });
        })
        .ok()
}

/// From a date to a later one, or to none.
pub fn span(place: &Place, from: &str, to: Option<&String>) -> Option<Span> {
    let from = date(&place.field("from"), from);
    let to = to.map(|to| date(&place.field("to"), to));
    let (from, to) = (from?, to.map_or(Some(None), |to| to.map(Some))?);
    if to.is_some_and(|to| !from.is_not_after(to)) {
        let (from, to) = (from.as_str().to_owned(), to?.as_str().to_owned());
        place.error(Problem::FromAfterTo { from, to });
    }
    Some(Span { from, to })
}

/// Positions of the ids in a list of known ones.
pub fn known(place: &Place, ids: &[String], known: &[&'static str], least: usize) -> Vec<u16> {
    if ids.len() < least {
        place.error(Problem::TooFew { given: ids.len(), least });
    }
    ids.iter()
        .filter_map(|id| {
            let position = known.iter().position(|known| known == id);
            if position.is_none() {
                place.error(Problem::UnlistedTerm(id.clone()));
            }
            position.and_then(|position| u16::try_from(position).ok())
        })
        .collect()
}

/// Notes every id that stands in the list twice.
pub fn unique<'i>(place: &Place, ids: impl Iterator<Item = &'i str>) {
    let mut seen = std::collections::HashSet::new();
    for (index, id) in ids.enumerate() {
        if !id.is_empty() && !seen.insert(id) {
            place.entry("", index).field("id").error(Problem::IdTwice(id.to_owned()));
        }
    }
}
