//! Diagnostics: where in the workbook, what is wrong, what was expected, in Korean and English.

use std::fmt;

pub use report_model::Locale;

use crate::layout::sheet_position;

/// A text in the two languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    pub(crate) fn new(ko: &str, en: &str) -> Self {
        Self { ko: ko.to_owned(), en: en.to_owned() }
    }

    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Locale) -> &str {
        match lang {
            Locale::Ko => &self.ko,
            Locale::En => &self.en,
        }
    }
}

/// A cell, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPosition {
    /// Row; the header is row 0.
    pub row: u32,
    /// Column.
    pub column: u32,
}

impl fmt::Display for CellPosition {
    /// As spreadsheets name it: `C12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            let digit = u32::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from_u32('A' as u32 + digit).unwrap_or('?'));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", u64::from(self.row) + 1)
    }
}

/// A place in a workbook: the file, a sheet, or a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetPlace {
    /// Name of the sheet; none for the file as a whole.
    pub sheet: Option<String>,
    /// The cell; none for the sheet as a whole.
    pub cell: Option<CellPosition>,
}

impl SheetPlace {
    pub(crate) fn sheet(name: &str) -> Self {
        Self { sheet: Some(name.to_owned()), cell: None }
    }

    pub(crate) fn cell(sheet: &str, row: u32, column: u32) -> Self {
        Self { sheet: Some(sheet.to_owned()), cell: Some(CellPosition { row, column }) }
    }
}

impl fmt::Display for SheetPlace {
    /// `Figures!C12`, `Figures`, or nothing for the file as a whole.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.sheet, self.cell) {
            (Some(sheet), Some(cell)) => write!(f, "{sheet}!{cell}"),
            (Some(sheet), None) => f.write_str(sheet),
            (None, _) => Ok(()),
        }
    }
}

/// One thing wrong with a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where.
    pub place: SheetPlace,
    /// What is wrong, and what was expected.
    pub problem: Bilingual,
    /// The nearest valid value, if one is near.
    pub nearest: Option<String>,
}

impl Diagnostic {
    pub(crate) fn new(place: SheetPlace, problem: Bilingual) -> Self {
        Self { place, problem, nearest: None }
    }

    pub(crate) fn file(problem: Bilingual) -> Self {
        Self::new(SheetPlace::default(), problem)
    }

    /// One line in a language: `Figures!C12: …`.
    #[must_use]
    pub fn message(&self, lang: Locale) -> String {
        let place = match self.place.to_string() {
            place if place.is_empty() => place,
            place => format!("{place}: "),
        };
        let hint = match (&self.nearest, lang) {
            (None, _) => String::new(),
            (Some(nearest), Locale::Ko) => {
                let particle = object_particle(nearest);
                format!(" '{nearest}'{particle} 찾으셨나요?")
            }
            (Some(nearest), Locale::En) => format!(" Did you mean '{nearest}'?"),
        };
        format!("{place}{}{hint}", self.problem.get(lang))
    }
}

/// 을 after a final consonant, 를 after a vowel; of Latin words by how Korean spells most of them.
fn object_particle(word: &str) -> &'static str {
    let mut backwards = word.chars().rev().map(|letter| letter.to_ascii_lowercase());
    let last = backwards.next().unwrap_or(' ');
    let mut is_vowel = || backwards.next().is_some_and(|letter| "aeiou".contains(letter));
    let ends_in_consonant = match last {
        '가'..='힣' => !(last as u32 - '가' as u32).is_multiple_of(28),
        'l' | 'm' | 'n' | '0' | '1' | '3' | '6' | '7' | '8' => true,
        'g' => word.to_lowercase().ends_with("ng"),
        // After one short vowel they close the syllable: map, bot, but not talk.
        'b' | 'k' | 'p' | 't' => is_vowel() && !is_vowel(),
        _ => false,
    };
    if ends_in_consonant { "을" } else { "를" }
}

/// In the order of the sheets, then of the cells; what concerns the file or a whole sheet first.
/// Of several at one cell only the first stays: the others follow from it.
pub(crate) fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| {
        let SheetPlace { sheet, cell } = &diagnostic.place;
        let position = sheet.as_deref().map(|name| sheet_position(name).unwrap_or(usize::MAX));
        (position, *cell)
    });
    diagnostics.dedup_by(|next, first| {
        next.place == first.place && (next.place.cell.is_some() || next == first)
    });
    diagnostics
}

/// The most references of a workbook for which a near value is looked for: comparing each of many
/// wrong ones with many right ones would take minutes.
pub(crate) const MOST_HINTS: usize = 200;

/// The candidate that is most like a word, if it is like it at all.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let folded = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate)
        })
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, candidate)| {
            distance * 3 < candidate.chars().count().max(folded.chars().count())
        })
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_spreadsheets_name_it() {
        for (row, column, expected) in [
            (0, 0, "A1"),
            (11, 2, "C12"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (9, 701, "ZZ10"),
            (0, 702, "AAA1"),
        ] {
            assert_eq!(CellPosition { row, column }.to_string(), expected);
        }
    }

    #[test]
    fn the_nearest_candidate_has_to_be_near() {
        let ids = ["kakaomap", "kakaotalk", "daum"];
        for (word, expected) in [
            ("kakaomapp", Some("kakaomap")),
            ("KakaoMap", Some("kakaomap")),
            ("kakoamap", Some("kakaomap")),
            ("naver-search", None),
        ] {
            assert_eq!(nearest(word, ids).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn the_hint_has_the_particle_that_fits() {
        for (nearest, expected) in [
            ("마스크", "'마스크'를"),
            ("백신", "'백신'을"),
            ("kakaomap", "'kakaomap'을"),
            ("chatbot", "'chatbot'을"),
            ("daum", "'daum'을"),
            ("cleaning", "'cleaning'을"),
            ("kakaotalk", "'kakaotalk'를"),
            ("litter", "'litter'를"),
            ("2024-05", "'2024-05'를"),
        ] {
            let diagnostic = Diagnostic {
                place: SheetPlace::sheet("Cards"),
                problem: Bilingual::new("없습니다.", "missing."),
                nearest: Some(nearest.to_owned()),
            };
            assert_eq!(
                diagnostic.message(Locale::Ko),
                format!("Cards: 없습니다. {expected} 찾으셨나요?")
            );
        }
    }

    #[test]
    fn diagnostics_are_sorted_by_sheet_and_cell_and_one_cell_has_one() {
        let at = |sheet, row, column| {
            Diagnostic::new(SheetPlace::cell(sheet, row, column), Bilingual::new("", ""))
        };
        let given = vec![
            at("Terms", 1, 0),
            at("Figures", 9, 1),
            at("Figures", 2, 5),
            at("Figures", 2, 5),
            Diagnostic::new(SheetPlace::sheet("Figures"), Bilingual::new("", "")),
            at("Report", 1, 1),
            Diagnostic::file(Bilingual::new("", "")),
        ];
        let places: Vec<_> =
            sorted(given).iter().map(|diagnostic| diagnostic.place.to_string()).collect();
        assert_eq!(places, ["", "Report!B2", "Figures", "Figures!F3", "Figures!B10", "Terms!A2"]);
    }
}
