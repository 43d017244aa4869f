//! What can be wrong with a report's files, in both languages of the interface.

use std::fmt;

use report_model::Locale;

/// What is wrong and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no report at all.
    NoReport,
    /// A file that every report has.
    MissingFile,
    /// A file that cannot be read, or a word that is not one of a closed set; why, in English.
    Unreadable(String),
    /// A report without parts.
    NoParts,
    /// An id that is not the name of its folder.
    OtherThanFolder(String),
    /// Parts that are not counted from 1.
    OutOfPlace {
        /// The number of the part.
        no: u8,
        /// Where it stands.
        place: usize,
    },
    /// A text that is not there.
    Empty,
    /// A text with spaces around it.
    SpaceAround(String),
    /// A text with letters in pieces.
    NotNfc(String),
    /// A list that is too short.
    TooFew {
        /// How many there are.
        given: usize,
        /// How many there have to be.
        least: usize,
    },
    /// No id.
    NotAnId(String),
    /// An id that is used twice.
    IdTwice(String),
    /// The id of a card that is used in two files.
    IdInTwoFiles {
        /// The id.
        id: String,
        /// The first of the files.
        first: String,
    },
    /// A value that is no text with a number in it; what it is.
    NotQuoted(String),
    /// A text that is no decimal.
    NotADecimal {
        /// The text.
        text: String,
        /// Why, in English.
        reason: String,
    },
    /// A page that the document does not have.
    PageOutside {
        /// The page.
        page: u16,
        /// How many there are.
        pages: u16,
    },
    /// A text that is no date.
    NotADate {
        /// The text.
        text: String,
        /// Why, in English.
        reason: String,
    },
    /// A span of time that ends before it begins.
    FromAfterTo {
        /// Its beginning.
        from: String,
        /// Its end.
        to: String,
    },
    /// A day where a year or a month belongs.
    Day(String),
    /// A year that is not in this range.
    YearOutside {
        /// The date.
        at: String,
        /// The first year.
        first: u16,
        /// The last one.
        last: u16,
    },
    /// A date that has to be before the end of the report's period.
    NotBefore {
        /// The date.
        at: String,
        /// The end of the period.
        end: String,
    },
    /// A date that has to be after the end of the report's period.
    NotAfter {
        /// The date.
        at: String,
        /// The end of the period.
        end: String,
    },
    /// A brand, an audience or a theme that the report does not list.
    UnlistedTerm(String),
    /// A series of one point.
    FewPoints,
    /// A card that there is not.
    NoCard(String),
    /// A discrepancy about something that there is not.
    NoSubject(String),
    /// A term of a tally that is no figure.
    NoFigure(String),
    /// A remainder without a reason.
    RemainderWithoutNote,
    /// An exact sum of numbers that are not exact, without a reason.
    SumWithoutCaveat,
    /// A tally that does not add up.
    OtherSum {
        /// What the terms and the remainder make.
        sum: String,
        /// The headline.
        total: String,
    },
    /// A citation with a full stop at its end.
    FullStop,
    /// A citation without the printed title.
    OtherTitle(String),
    /// A list of languages with none, or with one twice.
    NoLanguages,
    /// A tag of no language.
    UnknownLanguage(String),
    /// A language that the page cannot show.
    RightToLeft(String),
    /// A text in a language that the report does not have.
    UndeclaredLanguage,
    /// A unit of its own with the id of one that is built in.
    BuiltInUnit(String),
    /// A power of ten that is too large.
    GreatScale {
        /// The power.
        scale: u8,
        /// The greatest one.
        greatest: u8,
    },
    /// A text that is no address.
    NotAnAddress(String),
    /// A text that is no digest.
    NotADigest(String),
    /// A text that is no code of a framework.
    NotACode(String),
    /// A framework that there is not.
    NoFramework(String),
    /// A framework without codes.
    UnusedFramework,
    /// A code that is disclosed and left out.
    DisclosedOmission(String),
    /// A word, spelling or code that stands twice.
    Twice(String),
    /// Two entries of index terms for the same place.
    EntryTwice,
    /// Index terms of a place that there is not; the list that it should be in.
    NoEntry(&'static str),
    /// A synonym alone.
    FewSpellings,
    /// A spelling of too many words.
    ManyWords {
        /// The spelling.
        spelling: String,
        /// The most words.
        most: usize,
    },
    /// Several words where one belongs.
    SeveralWords(String),
    /// A word with signs in it.
    OtherSigns(String),
    /// A word that is too long.
    LongWord {
        /// The word.
        word: String,
        /// The most letters.
        most: usize,
    },
}

impl Problem {
    /// In a language, as a sentence without its beginning in English: a place stands before it.
    #[must_use]
    pub fn get(&self, lang: Locale) -> String {
        let [ko, en] = self.both();
        match lang {
            Locale::Ko => ko,
            Locale::En => en,
        }
    }

    /// Korean and English.
    #[expect(clippy::too_many_lines, reason = "a list of texts, which stand together")]
    fn both(&self) -> [String; 2] {
        let words = |ko: &str, en: &str| [ko.to_owned(), en.to_owned()];
        match self {
            Self::NoReport => words("보고서가 없습니다.", "no report folder found"),
            Self::MissingFile => words("파일이 없습니다.", "the file is missing"),
            Self::Unreadable(why) => [format!("읽을 수 없습니다. {why}"), why.clone()],
            Self::NoParts => {
                words("부가 하나도 없습니다.", "the report has no part-<no>.json beside it")
            }
            Self::OtherThanFolder(id) => [
                format!("'{id}'은(는) 폴더의 이름과 다릅니다."),
                format!("{id:?} is not the folder's name"),
            ],
            Self::OutOfPlace { no, place } => [
                format!("{no}부가 {place}번째에 있습니다. 1부터 차례로 적어 주세요."),
                format!("part {no} stands at place {place}"),
            ],
            Self::Empty => words("빈칸입니다.", "missing or empty"),
            Self::SpaceAround(text) => [
                "앞이나 뒤에 빈칸이 있습니다.".to_owned(),
                format!("begins or ends with a space: {text:?}"),
            ],
            Self::NotNfc(text) => [
                "자모가 풀어진 글입니다(NFC가 아님).".to_owned(),
                format!("not in Unicode normal form NFC: {text:?}"),
            ],
            Self::TooFew { given, least } => [
                format!("{least}개 이상 있어야 하는데 {given}개입니다."),
                format!("{given} given, at least {least} expected"),
            ],
            Self::NotAnId(id) => [
                format!("'{id}'은(는) id가 아닙니다. 영문 소문자와 숫자를 -로 이어 주세요."),
                format!("{id:?} is not an id such as \"unused-vaccine\""),
            ],
            Self::IdTwice(id) => {
                [format!("'{id}'이(가) 두 번 있습니다."), format!("the id {id:?} is used twice")]
            }
            Self::IdInTwoFiles { id, first } => [
                format!("'{id}'이(가) 두 번 있습니다."),
                format!("the id {id:?} is used twice, first in {first}"),
            ],
            Self::NotQuoted(given) => [
                if given == "missing" {
                    "빈칸입니다. 정확한 수를 적어 주세요.".to_owned()
                } else {
                    format!("{given}: 정확한 수를 따옴표 안에 적어 주세요. 예: \"4318376636\".")
                },
                format!("{given}: expected a decimal in quotes, such as \"4318376636\""),
            ],
            Self::NotADecimal { text, reason } => [
                format!("'{text}'은(는) 정확한 수가 아닙니다."),
                format!("{text:?} is not an exact decimal: {reason}"),
            ],
            Self::PageOutside { page, pages } => [
                format!("{page}쪽은 보고서의 쪽수(1~{pages}) 밖입니다."),
                format!("page {page} is outside the report's pages 1 to {pages}"),
            ],
            Self::NotADate { text, reason } => [
                format!(
                    "'{text}'은(는) 날짜가 아닙니다. 2024, 2024-05, 2024-05-01처럼 적어 주세요."
                ),
                format!("{text:?} is not a date: {reason}"),
            ],
            Self::FromAfterTo { from, to } => [
                format!("시작({from})이 끝({to})보다 늦습니다."),
                format!("from {from} is after to {to}"),
            ],
            Self::Day(at) => [
                format!("'{at}'은(는) 날짜입니다. 2023, 2023-06처럼 연도나 달을 적어 주세요."),
                format!("{at:?} is a day; expected a year or a month"),
            ],
            Self::YearOutside { at, first, last } => [
                format!("'{at}'은(는) {first}년에서 {last}년 사이가 아닙니다."),
                format!("{at:?} is not a year from {first} to {last}"),
            ],
            Self::NotBefore { at, end } => [
                format!("'{at}'은(는) 보고서의 기간이 끝나는 {end}보다 앞이어야 합니다."),
                format!("{at:?} is not before the report's period, to {end}"),
            ],
            Self::NotAfter { at, end } => [
                format!("'{at}'은(는) 보고서의 기간이 끝나는 {end}보다 뒤이어야 합니다."),
                format!("{at:?} is not after the report's period, to {end}"),
            ],
            Self::UnlistedTerm(id) => [
                format!("'{id}'은(는) report.json에 없습니다."),
                format!("{id:?} is not listed in report.json"),
            ],
            Self::FewPoints => {
                words("점이 둘 이상 있어야 합니다.", "a series has at least two points")
            }
            Self::NoCard(name) => {
                [format!("'{name}'(이)라는 카드는 없습니다."), format!("there is no card {name:?}")]
            }
            Self::NoSubject(name) => {
                [format!("여기에 '{name}'은(는) 없습니다."), format!("there is no {name:?} here")]
            }
            Self::NoFigure(name) => [
                format!("'{name}'(이)라는 수는 이 보고서에 없습니다."),
                format!("{name:?} is no figure of this report (card-id/figure-id)"),
            ],
            Self::RemainderWithoutNote => words(
                "나머지가 0이 아니면 note에 근거를 적어야 합니다.",
                "a remainder other than 0 needs a note",
            ),
            Self::SumWithoutCaveat => words(
                "어림수를 더한 합이 꼭 맞을 때는 caveat를 적어야 합니다.",
                "an exact sum of terms that are not exact needs a caveat",
            ),
            Self::OtherSum { sum, total } => [
                format!("더한 수와 나머지의 합은 {sum}인데, 머리 수는 {total}입니다."),
                format!("terms and remainder make {sum}, the headline is {total}"),
            ],
            Self::FullStop => words(
                "마침표로 끝납니다. 뒤에 절과 쪽이 이어질 수 있으니 마침표를 빼 주세요.",
                "ends with a full stop; a section and its page may follow",
            ),
            Self::OtherTitle(title) => [
                format!("인쇄된 제목 '{title}'이(가) 들어 있지 않습니다."),
                format!("does not name the printed title {title:?}"),
            ],
            Self::NoLanguages => words(
                "언어를 하나 이상, 서로 다르게 적어 주세요.",
                "expected at least one language, each once",
            ),
            Self::UnknownLanguage(tag) => [
                format!(
                    "'{tag}'은(는) 언어가 아닙니다. ko, en, de처럼 ISO 639-1의 두 글자를 적어 주세요."
                ),
                format!("{tag:?} is not a language of ISO 639-1, such as \"en\", \"ko\" or \"de\""),
            ],
            Self::RightToLeft(tag) => [
                format!(
                    "'{tag}'은(는) 오른쪽에서 왼쪽으로 쓰는 언어라 아직 화면에 보여 줄 수 없습니다."
                ),
                format!("{tag:?} is written from right to left, which the page cannot show yet"),
            ],
            Self::UndeclaredLanguage => words(
                "보고서의 languages에 없는 언어입니다.",
                "a language that the report does not declare in its \"languages\"",
            ),
            Self::BuiltInUnit(id) => [
                format!("'{id}'은(는) 이미 있는 단위입니다. 다른 id를 적어 주세요."),
                format!("{id:?} is a built-in unit"),
            ],
            Self::GreatScale { scale, greatest } => [
                format!("{scale}은(는) {greatest}보다 큽니다."),
                format!("{scale} is more than {greatest}"),
            ],
            Self::NotAnAddress(url) => [
                format!(
                    "'{url}'은(는) https 주소가 아닙니다. https://example.com/report.pdf처럼 #과 빈칸 없이 적어 주세요."
                ),
                format!("{url:?} is not an address such as \"https://example.com/report.pdf\""),
            ],
            Self::NotADigest(digest) => [
                format!("'{digest}'은(는) SHA-256이 아닙니다. 0~9와 a~f로 된 64자를 적어 주세요."),
                format!("{digest:?} is not 64 hexadecimal digits"),
            ],
            Self::NotACode(text) => [
                format!(
                    "'{text}'은(는) 코드가 아닙니다. gri/305-1처럼 기준의 id와 코드를 /로 이어 주세요."
                ),
                format!("{text:?} is not a code such as \"gri/305-1\""),
            ],
            Self::NoFramework(id) => [
                format!("'{id}'은(는) frameworks에 없습니다."),
                format!("there is no framework {id:?}"),
            ],
            Self::UnusedFramework => words(
                "이 기준의 코드를 쓴 수도, 보고하지 않는 코드도 없습니다.",
                "no figure has a code of it, and it has no omissions",
            ),
            Self::DisclosedOmission(code) => [
                format!("'{code}'은(는) 보고하지 않는다고 했지만 이 코드를 쓴 수가 있습니다."),
                format!("{code:?} is left out, but a figure has it"),
            ],
            Self::Twice(text) => {
                [format!("'{text}'이(가) 두 번 있습니다."), format!("{text:?} stands twice")]
            }
            Self::EntryTwice => words("두 번 있습니다.", "stands twice"),
            Self::NoEntry(list) => [
                "보고서에 없는 부나 카드입니다.".to_owned(),
                format!("the report has no such entry under {list:?}"),
            ],
            Self::FewSpellings => {
                words("말이 둘 이상 있어야 합니다.", "a group has at least two spellings")
            }
            Self::ManyWords { spelling, most } => [
                format!("'{spelling}'은(는) 너무 깁니다. {most}낱말까지 적습니다."),
                format!("{spelling:?} has more than {most} words"),
            ],
            Self::SeveralWords(word) => [
                format!("'{word}'은(는) 한 낱말이 아닙니다."),
                format!("{word:?} is more than a single word"),
            ],
            Self::OtherSigns(word) => [
                format!("'{word}'에 글자, 숫자, - 말고 다른 것이 있습니다."),
                format!("{word:?} has other signs than letters, digits and hyphens"),
            ],
            Self::LongWord { word, most } => [
                format!("'{word}'은(는) 너무 깁니다. {most}자까지 적습니다."),
                format!("{word:?} has more than {most} characters"),
            ],
        }
    }
}

impl fmt::Display for Problem {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.get(Locale::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_keeps_its_values_in_both_languages() {
        let sum = Problem::OtherSum { sum: "-0.05".to_owned(), total: "43.5".to_owned() };
        for (problem, ko, en) in [
            (
                sum,
                "더한 수와 나머지의 합은 -0.05인데, 머리 수는 43.5입니다.",
                "terms and remainder make -0.05, the headline is 43.5",
            ),
            (
                Problem::PageOutside { page: 60, pages: 57 },
                "60쪽은 보고서의 쪽수(1~57) 밖입니다.",
                "page 60 is outside the report's pages 1 to 57",
            ),
            (
                Problem::TooFew { given: 0, least: 1 },
                "1개 이상 있어야 하는데 0개입니다.",
                "0 given, at least 1 expected",
            ),
        ] {
            assert_eq!([problem.get(Locale::Ko), problem.get(Locale::En)], [ko, en]);
        }
    }
}
