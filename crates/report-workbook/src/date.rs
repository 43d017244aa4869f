//! Dates as spreadsheets store them and as people type them, to ISO dates.

use std::fmt;

use serde_json::Value;

use crate::cell::Refusal;
use crate::layout::Kind;
use crate::number::narrow;
use crate::problem::cell as problem;

/// A date cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ExcelDate {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
    /// Whether it has a time of day, or is nothing but one.
    pub(crate) has_time: bool,
}

impl fmt::Display for ExcelDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The date of a date cell.
pub(crate) fn of_cell(kind: Kind, date: ExcelDate) -> Result<Value, Refusal> {
    match kind {
        Kind::Date | Kind::DateOrNull | Kind::At if date.has_time => {
            Err(problem::time_of_day(kind).into())
        }
        // `2024-05` typed into a cell without a format becomes the first of May.
        Kind::Date | Kind::DateOrNull | Kind::At if date.day == 1 => {
            let month = format!("{:04}-{:02}", date.year, date.month);
            Err(problem::ambiguous_date(&month).into())
        }
        Kind::Date | Kind::DateOrNull | Kind::At => Ok(Value::String(date.to_string())),
        _ => Err(problem::date_for_text(kind, &date.to_string()).into()),
    }
}

/// `2024`, `2024-05` or `2024-05-01`; other ways of writing a date are a hint.
pub(crate) fn date(kind: Kind, given: &str) -> Result<String, Refusal> {
    let text = narrow(given);
    let groups: Vec<&str> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let iso = match groups.as_slice() {
        [year] if year.len() == 4 => Some((*year).to_owned()),
        [year, month] if year.len() == 4 && month.len() <= 2 => Some(format!("{year}-{month:0>2}")),
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Some(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        _ => None,
    };
    let iso = iso.filter(|iso| is_date(iso));
    match iso {
        Some(iso) if iso == text => Ok(iso),
        nearest => Err(Refusal { problem: problem::not_that(kind, given), nearest }),
    }
}

/// Whether the ISO date exists.
fn is_date(text: &str) -> bool {
    let mut numbers = text.split('-').map(|group| group.parse::<u32>().unwrap_or(0));
    let (year, month, day) = (numbers.next().unwrap_or(0), numbers.next(), numbers.next());
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if is_leap => 29,
        Some(2) => 28,
        Some(1..=12) | None => 31,
        Some(_) => 0,
    };
    year > 0 && days > 0 && day.is_none_or(|day| (1..=days).contains(&day))
}
