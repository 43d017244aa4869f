//! Index terms and synonyms: checked, and put into the one text that the
//! browser loads when somebody is about to search (`search::terms` reads it).
//!
//! | line | says |
//! | --- | --- |
//! | `=카톡 카카오톡` | spellings that stand for each other |
//! | `@white-paper-2022` | what follows belongs to this report |
//! | `unused-vaccine 위탁의료기관 보급` | words that the card's section prints |
//! | `#5 퀵 파트너` | words that the opening of part 5 prints |
//!
//! Spellings are written without their spaces.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use unicode_normalization::is_nfc;

use super::Problem;
use super::diagnostic::{Diagnostics, Place};
use super::{Diagnostic, Folder};
use report_model::{Library, Report};

/// The words of each card and of each part's opening.
const TERMS: &str = "index-terms.json";
/// Groups of spellings that stand for each other.
const SYNONYMS: &str = "synonyms.json";

/// The longest word taken, in characters; longer ones are sentences without spaces.
const LONGEST: usize = 40;

/// The most words of a spelling that is a phrase.
const MOST_WORDS: usize = 3;

/// `index-terms.json`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    /// Card ids, and the words of their sections.
    cards: Entries,
    /// Numbers of parts, and the words of their openings.
    #[serde(default)]
    parts: Entries,
}

/// An object's fields, those that stand twice included.
#[derive(Default)]
struct Entries(Vec<(String, Vec<String>)>);

/// Checks the index terms and synonyms of these folders and writes the text
/// for the browser. `common` is the JSON of the synonyms that hold for all
/// reports.
///
/// # Errors
/// All diagnostics of all files.
pub fn search_terms(
    folders: &[Folder],
    library: &Library,
    common: &str,
) -> Result<String, Vec<Diagnostic>> {
    let diagnostics = Diagnostics::default();
    let mut text = String::new();
    synonyms(&diagnostics.file(SYNONYMS), common, &mut text);
    for folder in folders {
        let Some(report) = library.report(&folder.name) else { continue };
        text += &["@", report.id, "\n"].concat();
        for (file, content) in &folder.files {
            let place = diagnostics.file(&format!("{}/{file}", folder.name));
            match file.as_str() {
                SYNONYMS => synonyms(&place, content, &mut text),
                TERMS => terms(&place, content, report, &mut text),
                _ => {}
            }
        }
    }
    let diagnostics = diagnostics.into_vec();
    if diagnostics.is_empty() { Ok(text) } else { Err(diagnostics) }
}

fn terms(place: &Place, content: &str, report: &Report, text: &mut String) {
    let given: Terms = match serde_json::from_str(content) {
        Ok(given) => given,
        Err(error) => return place.error(Problem::Unreadable(error.to_string())),
    };
    let is_part = |id: &str| report.parts.iter().any(|part| part.no.to_string() == id);
    for (field, entries, mark) in [("cards", given.cards, ""), ("parts", given.parts, "#")] {
        let place = place.field(field);
        let mut seen = HashSet::new();
        for (id, words) in &entries.0 {
            let place = place.entry(id, 0);
            let is_known =
                if mark.is_empty() { report.card_index(id).is_some() } else { is_part(id) };
            if !is_known {
                place.error(Problem::NoEntry(field));
            }
            if !seen.insert(id) {
                place.error(Problem::EntryTwice);
            }
            unique(&place, words);
            for (index, word) in words.iter().enumerate() {
                single_word(&place.entry("", index), word);
            }
            *text += &[mark, id, " ", &words.join(" "), "\n"].concat();
        }
    }
}

fn synonyms(place: &Place, content: &str, text: &mut String) {
    let groups: Vec<Vec<String>> = match serde_json::from_str(content) {
        Ok(groups) => groups,
        Err(error) => return place.error(Problem::Unreadable(error.to_string())),
    };
    unique(place, groups.iter().flatten());
    for (index, group) in groups.iter().enumerate() {
        let place = place.entry("", index);
        if group.len() < 2 {
            place.error(Problem::FewSpellings);
        }
        let mut joined = Vec::new();
        for (index, spelling) in group.iter().enumerate() {
            let place = place.entry("", index);
            let words: Vec<_> = spelling.split(' ').collect();
            if words.len() > MOST_WORDS {
                let spelling = spelling.clone();
                place.error(Problem::ManyWords { spelling, most: MOST_WORDS });
            }
            for word in &words {
                single_word(&place, word);
            }
            joined.push(words.concat());
        }
        *text += &["=", &joined.join(" "), "\n"].concat();
    }
}

/// Letters and digits, which hyphens may join.
fn single_word(place: &Place, word: &str) {
    if word.is_empty() {
        place.error(Problem::Empty);
    } else if !is_nfc(word) {
        place.error(Problem::NotNfc(word.to_owned()));
    } else if word.contains(char::is_whitespace) {
        place.error(Problem::SeveralWords(word.to_owned()));
    } else if !word
        .split('-')
        .all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
    {
        place.error(Problem::OtherSigns(word.to_owned()));
    } else if word.chars().count() > LONGEST {
        place.error(Problem::LongWord { word: word.to_owned(), most: LONGEST });
    }
}

fn unique<'w>(place: &Place, words: impl IntoIterator<Item = &'w String>) {
    let mut seen = HashSet::new();
    for word in words {
        if !seen.insert(word.to_lowercase()) {
            place.error(Problem::Twice(word.clone()));
        }
    }
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of lists of words")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{folders, library};

    const COMMON: &str = r#"[["큐알", "QR"], ["코로나 블루", "우울"]]"#;

    /// The shipped reports, the first with these files instead of its own.
    fn shipped(index_terms: &str, synonyms: &str) -> (Vec<Folder>, Library) {
        let reports = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/reports");
        let mut folders = folders(&reports, "white-paper-2022").unwrap();
        let library = library(&folders).unwrap();
        folders.truncate(1);
        folders[0].files =
            [(TERMS, index_terms), (SYNONYMS, synonyms)].map(|(a, b)| (a.into(), b.into())).into();
        (folders, library)
    }

    #[test]
    fn terms_and_synonyms_become_one_text() {
        let terms =
            r#"{"cards": {"unused-vaccine": ["위탁의료기관", "KI-Pass"]}, "parts": {"5": ["퀵"]}}"#;
        let (folders, library) = shipped(terms, r#"[["직원", "크루"]]"#);
        let expected = "=큐알 QR\n=코로나블루 우울\n@white-paper-2022\n\
                        unused-vaccine 위탁의료기관 KI-Pass\n#5 퀵\n=직원 크루\n";
        assert_eq!(search_terms(&folders, &library, COMMON), Ok(expected.to_owned()));
    }

    #[test]
    fn every_fault_is_named_with_its_file_and_place() {
        let terms = |cards: &str| format!("{{\"cards\": {cards}}}");
        let file = "white-paper-2022/index-terms.json: ";
        for (given, expected) in [
            (
                terms(r#"{"nobody": []}"#),
                "cards[nobody]: the report has no such entry under \"cards\"",
            ),
            (
                r#"{"cards": {}, "parts": {"9": []}}"#.into(),
                "parts[9]: the report has no such entry under \"parts\"",
            ),
            (terms(r#"{"oecd": [], "oecd": []}"#), "cards[oecd]: stands twice"),
            (terms(r#"{"oecd": ["FAQ", "faq"]}"#), "cards[oecd]: \"faq\" stands twice"),
            (
                terms(r#"{"oecd": ["두 낱말"]}"#),
                "cards[oecd][0]: \"두 낱말\" is more than a single word",
            ),
            (
                terms(r#"{"oecd": ["문장."]}"#),
                "cards[oecd][0]: \"문장.\" has other signs than letters, digits and hyphens",
            ),
            (terms(r#"{"oecd": [""]}"#), "cards[oecd][0]: missing or empty"),
            (
                terms("{\"oecd\": [\"\u{1102}\u{1161}\"]}"),
                "cards[oecd][0]: not in Unicode normal form NFC: \"\u{1102}\u{1161}\"",
            ),
            (
                terms(&format!(r#"{{"oecd": ["{}"]}}"#, "가".repeat(41))),
                "has more than 40 characters",
            ),
            (r#"{"card": {}}"#.into(), "unknown field `card`"),
        ] {
            let (folders, library) = shipped(&given, "[]");
            let diagnostics = search_terms(&folders, &library, COMMON).unwrap_err();
            let found = diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>();
            assert!(
                found.iter().any(|fault| fault.starts_with(file) && fault.contains(expected)),
                "{expected} among {found:#?}"
            );
        }
        for (given, expected) in [
            (r#"[["하나"]]"#, "[0]: a group has at least two spellings"),
            (r#"[["하나", "둘"], ["둘", "셋"]]"#, "\"둘\" stands twice"),
            (
                r#"[["하나", "이 말은 너무 길다"]]"#,
                "[0][1]: \"이 말은 너무 길다\" has more than 3 words",
            ),
            (r#"[["하나", "둘!"]]"#, "[0][1]: \"둘!\" has other signs"),
        ] {
            let (folders, library) = shipped(r#"{"cards": {}}"#, given);
            let diagnostics = search_terms(&folders, &library, COMMON).unwrap_err();
            let found = diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>();
            assert!(
                found.iter().any(|fault| fault.contains(expected)),
                "{expected} among {found:#?}"
            );
        }
    }

    #[test]
    fn all_faults_are_listed_at_once() {
        let (folders, library) =
            shipped(r#"{"cards": {"nobody": ["a b"], "oecd": ["", "."]}}"#, r#"[["하나"]]"#);
        assert_eq!(search_terms(&folders, &library, COMMON).unwrap_err().len(), 5);
    }
}
