//! From a cell to a value of the data: understood, or refused in words; never guessed.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::date::{self, ExcelDate};
use crate::diagnostic::{Bilingual, nearest};
use crate::layout::{Choice, Kind};
use crate::number::{decimal, exact, hundredfold, narrow};
use crate::problem::cell as problem;

/// The longest text of a cell, in characters; also Excel's limit.
pub(crate) const LONGEST_TEXT: usize = 32_767;

/// What a cell holds, as the spreadsheet stores it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    /// A number shown as a percentage: 0.45 for 45%.
    Percentage(f64),
    Boolean(bool),
    Date(ExcelDate),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A formula whose result is not in the file.
    FormulaWithoutValue,
    /// A formula that refers to another workbook.
    ExternalFormula,
}

/// Why a cell is refused.
#[derive(Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) problem: Bilingual,
    /// The value that was probably meant.
    pub(crate) nearest: Option<String>,
}

impl From<Bilingual> for Refusal {
    fn from(problem: Bilingual) -> Self {
        Self { problem, nearest: None }
    }
}

/// Reads a cell of a column of this kind; none if it is empty.
pub(crate) fn read(kind: Kind, cell: &Cell) -> Result<Option<Value>, Refusal> {
    match cell {
        Cell::Text(text) => {
            let text = clean(text)?;
            if text.is_empty() { Ok(None) } else { read_text(kind, &text).map(Some) }
        }
        Cell::Number(number) => read_number(kind, *number).map(Some),
        Cell::Percentage(number) => {
            let stored = exact(*number)?;
            let nearest = hundredfold(&stored);
            Err(Refusal { problem: problem::percentage(&stored), nearest })
        }
        Cell::Boolean(value) => match kind {
            Kind::Flag => Ok(value.then_some(Value::Bool(true))),
            _ => Err(problem::boolean(kind).into()),
        },
        Cell::Date(date) => date::of_cell(kind, *date).map(Some),
        Cell::Error(code) => Err(problem::error_value(code).into()),
        Cell::FormulaWithoutValue => Err(problem::formula_without_value().into()),
        Cell::ExternalFormula => Err(problem::external_formula().into()),
    }
}

/// The text in NFC, without spaces around it, with plain line ends.
pub(crate) fn clean(text: &str) -> Result<String, Refusal> {
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return Err(problem::too_long(LONGEST_TEXT).into());
    }
    let text: String = text.replace("\r\n", "\n").trim().nfc().collect();
    if let Some(letter) = text.chars().find(|letter| is_invisible(*letter)) {
        return Err(problem::invisible(letter).into());
    }
    if text.starts_with('=') && text.len() > 1 {
        return Err(problem::formula_as_text(&text).into());
    }
    Ok(text)
}

/// Control characters, marks of direction, and spaces without width. Joiners of emoji are none.
fn is_invisible(letter: char) -> bool {
    match letter {
        '\n' => false,
        '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => true,
        _ => letter.is_control(),
    }
}

fn read_text(kind: Kind, text: &str) -> Result<Value, Refusal> {
    let one_line = |text: &str| {
        if text.contains('\n') {
            Err(problem::list_in_one_line(kind, text).into())
        } else {
            Ok(Value::String(text.to_owned()))
        }
    };
    match kind {
        Kind::Text => Ok(Value::String(text.to_owned())),
        Kind::Verbatim | Kind::Name | Kind::At | Kind::Reference(_) => one_line(text),
        Kind::Lines | Kind::Ids => {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let lines: Vec<_> = lines.map(|line| Value::String(line.to_owned())).collect();
            if kind == Kind::Ids
                && let Some(line) = text.lines().find(|line| line.contains([',', ';', '/']))
            {
                return Err(problem::list_in_one_line(kind, line).into());
            }
            Ok(Value::Array(lines))
        }
        Kind::Id if is_slug(text) => Ok(Value::String(text.to_owned())),
        Kind::Id => Err(Refusal { problem: problem::not_that(kind, text), nearest: slug(text) }),
        Kind::Whole(limit) => {
            let digits = narrow(text);
            match digits.parse::<u32>() {
                Ok(number) if (1..=limit).contains(&number) && digits == number.to_string() => {
                    Ok(number.into())
                }
                _ => Err(problem::not_that(kind, text).into()),
            }
        }
        Kind::Decimal => decimal(text).map(Value::String),
        Kind::Date | Kind::DateOrNull => date::date(kind, text).map(Value::String),
        Kind::Flag => match text.to_lowercase().as_str() {
            "yes" | "true" | "예" => Ok(Value::Bool(true)),
            "no" | "false" | "아니요" => Ok(Value::Bool(false)),
            _ => Err(problem::not_that(kind, text).into()),
        },
        Kind::Choice(choice) => {
            let words = choice.words();
            if words.contains(&text) {
                return Ok(Value::String(text.to_owned()));
            }
            let near = match choice {
                Choice::Unit => unit_of_counter(text).map(str::to_owned),
                _ => None,
            };
            let nearest = near.or_else(|| nearest(text, words));
            Err(Refusal { problem: problem::not_that(kind, text), nearest })
        }
    }
}

fn read_number(kind: Kind, number: f64) -> Result<Value, Refusal> {
    let text = exact(number)?;
    let is_whole = !text.contains(['.', '-']);
    match kind {
        Kind::Decimal => Ok(Value::String(text)),
        Kind::Text | Kind::Name | Kind::At | Kind::Id | Kind::Reference(_) if is_whole => {
            Ok(Value::String(text))
        }
        Kind::Whole(_) | Kind::Date | Kind::DateOrNull => read_text(kind, &text),
        _ => Err(problem::number_for_text(kind, &text).into()),
    }
}

/// Lower-case letters and digits in groups joined by `-`.
fn is_slug(text: &str) -> bool {
    text.split('-').all(|group| {
        !group.is_empty()
            && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// The id that a text is nearest to.
fn slug(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric();
    let groups: Vec<_> =
        lower.split(|letter| !is_plain(letter)).filter(|group| !group.is_empty()).collect();
    (!groups.is_empty() && lower.is_ascii()).then(|| groups.join("-"))
}

/// The unit whose Korean counter or English noun this is, if it is only one.
fn unit_of_counter(text: &str) -> Option<&'static str> {
    let mut found = crate::layout::units().filter(|unit| unit[1..].contains(&text));
    let first = found.next()?;
    found.next().is_none().then_some(first[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Target;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    /// What is understood: kind, cell, value.
    #[test]
    fn what_is_understood() {
        let string = |text: &str| Some(Value::String(text.to_owned()));
        let date = |year, month, day| Cell::Date(ExcelDate { year, month, day, has_time: false });
        let lines = |lines: &[&str]| Some(Value::from(lines.to_vec()));
        for (kind, cell, expected) in [
            (Kind::Decimal, Cell::Number(0.1), string("0.1")),
            (Kind::Decimal, Cell::Number(-12.5), string("-12.5")),
            (Kind::Decimal, Cell::Number(-0.0), string("0")),
            (Kind::Decimal, Cell::Number(4_318_376_636.0), string("4318376636")),
            (Kind::Decimal, Cell::Number(123_456_789_012_345.0), string("123456789012345")),
            (Kind::Decimal, Cell::Number(1e14), string("100000000000000")),
            (Kind::Decimal, Cell::Number(0.000_001), string("0.000001")),
            (Kind::Decimal, text("12345678901234567890.5"), string("12345678901234567890.5")),
            (Kind::Decimal, text("1,234"), string("1234")),
            (Kind::Decimal, text("-1,234,567.80"), string("-1234567.8")),
            (Kind::Decimal, text("１２３４．５"), string("1234.5")),
            (Kind::Decimal, text("−5"), string("-5")),
            (Kind::Decimal, text(" 12 "), string("12")),
            (Kind::Decimal, text("  "), None),
            (Kind::Whole(57), Cell::Number(57.0), Some(57.into())),
            (Kind::Whole(57), text("７"), Some(7.into())),
            (Kind::Date, Cell::Number(2024.0), string("2024")),
            (Kind::Date, text("2024-02-29"), string("2024-02-29")),
            (Kind::Date, text("2024-05"), string("2024-05")),
            (Kind::Date, date(2024, 5, 3), string("2024-05-03")),
            (Kind::At, Cell::Number(2024.0), string("2024")),
            (Kind::At, text("twenties"), string("twenties")),
            (Kind::Text, text("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"), string("한글")),
            (Kind::Text, text(" 끝에 빈칸 \u{a0}"), string("끝에 빈칸")),
            (Kind::Text, Cell::Number(2024.0), string("2024")),
            (Kind::Lines, text("43억\r\n 44억 \n\n"), lines(&["43억", "44억"])),
            (Kind::Ids, text("talk\nmap"), lines(&["talk", "map"])),
            (Kind::Id, text("water-use"), string("water-use")),
            (Kind::Flag, Cell::Boolean(true), Some(true.into())),
            (Kind::Flag, Cell::Boolean(false), None),
            (Kind::Flag, text("Yes"), Some(true.into())),
            (Kind::Choice(Choice::Unit), text("won"), string("won")),
        ] {
            assert_eq!(read(kind, &cell), Ok(expected), "{kind:?} {cell:?}");
        }
    }

    /// What is refused: kind, cell, a passage of the English words, the nearest valid value.
    #[test]
    fn what_is_refused_in_words() {
        let date = |day, has_time| Cell::Date(ExcelDate { year: 2024, month: 5, day, has_time });
        for (kind, cell, passage, expected) in [
            (Kind::Decimal, Cell::Number(0.1 + 0.2), "only 15 digits", None),
            (Kind::Decimal, Cell::Number(1_234_567_890_123_456.0), "only 15 digits", None),
            (Kind::Decimal, Cell::Number(1e300), "only 15 digits", None),
            (Kind::Decimal, Cell::Number(f64::NAN), "only 15 digits", None),
            (Kind::Decimal, Cell::Percentage(0.45), "holds 0.45", Some("45")),
            (Kind::Decimal, Cell::Percentage(-0.038), "holds -0.038", Some("-3.8")),
            (Kind::Decimal, Cell::Percentage(1.0), "holds 1", Some("100")),
            (Kind::Decimal, Cell::Percentage(0.004_567), "holds 0.004567", Some("0.4567")),
            (Kind::Decimal, Cell::Percentage(0.0), "holds 0", Some("0")),
            (Kind::Decimal, text("12억"), "an exact number", Some("1200000000")),
            (Kind::Decimal, text("93억 4300만원"), "an exact number", Some("9343000000")),
            (Kind::Decimal, text("1.5조"), "an exact number", Some("1500000000000")),
            (Kind::Decimal, text("45%"), "an exact number", Some("45")),
            (Kind::Decimal, text("007"), "an exact number", Some("7")),
            (Kind::Decimal, text("+5"), "an exact number", Some("5")),
            (Kind::Decimal, text("1e6"), "an exact number", None),
            (Kind::Decimal, text("1,23"), "an exact number", None),
            (Kind::Decimal, text("1.234.567"), "an exact number", None),
            (Kind::Decimal, text("-"), "leave out the row", None),
            (Kind::Decimal, text("N/A"), "leave out the row", None),
            (Kind::Decimal, text("해당 없음"), "leave out the row", None),
            (Kind::Decimal, text("=1+1"), "formula stands here as text", None),
            (Kind::Decimal, date(3, false), "made a date of this cell", None),
            (Kind::Decimal, Cell::Boolean(true), "TRUE or FALSE", None),
            (Kind::Decimal, Cell::Error("#DIV/0!".to_owned()), "#DIV/0!", None),
            (Kind::Decimal, Cell::FormulaWithoutValue, "no stored result", None),
            (Kind::Decimal, Cell::ExternalFormula, "another workbook", None),
            (Kind::Whole(57), Cell::Number(58.0), "from 1 to 57", None),
            (Kind::Whole(57), Cell::Number(0.0), "from 1 to 57", None),
            (Kind::Whole(57), Cell::Number(1.5), "from 1 to 57", None),
            (Kind::Whole(57), text("p. 3"), "from 1 to 57", None),
            (Kind::Date, text("2023-02-29"), "a date such as", None),
            (Kind::Date, text("2024년 5월 3일"), "a date such as", Some("2024-05-03")),
            (Kind::Date, text("2024.5."), "a date such as", Some("2024-05")),
            (Kind::Date, text("03/05/2024"), "a date such as", None),
            (Kind::Date, date(1, false), "may mean the month 2024-05", None),
            (Kind::Date, date(3, true), "time of day", None),
            (Kind::Verbatim, Cell::Number(43.0), "holds the number 43", None),
            (Kind::Lines, Cell::Number(1234.0), "holds the number 1234", None),
            (Kind::Text, date(3, false), "made a date of this cell (2024-05-03)", None),
            (Kind::Text, text("a\u{202e}b"), "U+202E", None),
            (Kind::Text, text("a\u{200b}b"), "U+200B", None),
            (Kind::Ids, text("talk, map"), "separate several by line breaks", None),
            (Kind::Id, text("Water Use"), "an id of lower-case", Some("water-use")),
            (Kind::Id, text("💧"), "an id of lower-case", None),
            (Kind::Id, text("مياه"), "an id of lower-case", None),
            (Kind::Flag, text("maybe"), "yes or an empty cell", None),
            (Kind::Reference(Target::Card), text("a\nb"), "not one id", None),
            (
                Kind::Choice(Choice::Unit),
                text("tonne"),
                "a unit of the sheet Units or OwnUnits",
                Some("tonnes"),
            ),
            (
                Kind::Choice(Choice::Unit),
                text("명"),
                "a unit of the sheet Units or OwnUnits",
                Some("people"),
            ),
            (Kind::Choice(Choice::Approx), text("atleast"), "one of exact", Some("at-least")),
        ] {
            let refusal = read(kind, &cell).expect_err(&format!("{kind:?} {cell:?}"));
            assert!(refusal.problem.en.contains(passage), "{cell:?}: {}", refusal.problem.en);
            assert_eq!(refusal.nearest.as_deref(), expected, "{cell:?}");
            assert!(refusal.problem.ko.chars().any(|c| ('가'..='힣').contains(&c)), "{cell:?}");
        }
    }

    #[test]
    fn a_text_longer_than_a_cell_is_refused() {
        let long = "가".repeat(LONGEST_TEXT + 1);
        assert!(read(Kind::Text, &text(&long)).is_err());
        assert!(read(Kind::Text, &text(&long[.."가".len() * LONGEST_TEXT])).is_ok());
    }
}
