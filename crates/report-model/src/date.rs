//! Dates at the precision the document gives: a year, a month or a day.

use std::fmt;

use super::Text;

/// An ISO 8601 date: `2021`, `2021-05` or `2021-05-09`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(crate) &'static str);

impl Date {
    /// Takes a text that is a date which exists.
    ///
    /// # Errors
    /// Says whether the form or the calendar is wrong.
    pub fn new(text: &'static str) -> Result<Self, DateError> {
        let (year, month, day) = pieces(text).ok_or(DateError::Form)?;
        let real_month = month.is_none_or(|month| (1..=12).contains(&month));
        let real_day = match (month, day) {
            (Some(month), Some(day)) => real_month && (1..=days_in(year, month)).contains(&day),
            _ => true,
        };
        if real_month && real_day { Ok(Self(text)) } else { Err(DateError::Calendar) }
    }

    /// The ISO text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The year, `2020` and so on.
    #[must_use]
    pub fn year(self) -> u16 {
        self.number(0, 4).unwrap_or(0)
    }

    /// The month from 1, where the document gives one.
    #[must_use]
    pub fn month(self) -> Option<u16> {
        self.number(5, 7)
    }

    /// The day of the month from 1, where the document gives one.
    #[must_use]
    pub fn day(self) -> Option<u16> {
        self.number(8, 10)
    }

    /// Whether the two could be the same time, or this one earlier: a month
    /// is not after a day inside it.
    #[must_use]
    pub fn is_not_after(self, other: Self) -> bool {
        let shared = self.0.len().min(other.0.len());
        self.0[..shared] <= other.0[..shared]
    }

    fn number(self, from: usize, to: usize) -> Option<u16> {
        self.0.get(from..to)?.parse().ok()
    }
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Form,
    /// The calendar has no such month or day.
    Calendar,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not of the form YYYY, YYYY-MM or YYYY-MM-DD",
            Self::Calendar => "the calendar has no such date",
        })
    }
}

impl std::error::Error for DateError {}

fn pieces(text: &str) -> Option<(u16, Option<u16>, Option<u16>)> {
    let mut fields = text.split('-');
    let year = digits(fields.next()?, 4)?;
    let month = fields.next().map(|field| digits(field, 2).ok_or(())).transpose().ok()?;
    let day = fields.next().map(|field| digits(field, 2).ok_or(())).transpose().ok()?;
    fields.next().is_none().then_some((year, month, day))
}

fn digits(field: &str, width: usize) -> Option<u16> {
    let plain = field.len() == width && field.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| field.parse().ok()).flatten()
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(400) || (year.is_multiple_of(4) && !year.is_multiple_of(100)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its beginning.
    pub from: Date,
    /// Its end; `None` for a moment, or where no end is known.
    pub to: Option<Date>,
}

impl Span {
    /// First and last year the span touches.
    #[must_use]
    pub fn years(self) -> (u16, u16) {
        (self.from.year(), self.to.unwrap_or(self.from).year())
    }
}

/// Something that happened, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub span: Span,
    /// What.
    pub what: Text,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_at_the_precision_it_has() {
        for (text, expected) in [
            ("2021", (2021, None, None)),
            ("2021-05", (2021, Some(5), None)),
            ("2020-02-29", (2020, Some(2), Some(29))),
        ] {
            let date = Date::new(text).unwrap();
            assert_eq!((date.year(), date.month(), date.day()), expected);
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for (text, expected) in [
            ("2021-02-29", DateError::Calendar),
            ("2021-13", DateError::Calendar),
            ("2021-00", DateError::Calendar),
            ("2021-04-31", DateError::Calendar),
            ("1900-02-29", DateError::Calendar),
            ("2021-5", DateError::Form),
            ("21-05", DateError::Form),
            ("2021-05-09T00", DateError::Form),
            ("2021-05-09-01", DateError::Form),
            ("2021/05", DateError::Form),
            ("", DateError::Form),
        ] {
            assert_eq!(Date::new(text), Err(expected), "{text:?}");
        }
    }

    #[test]
    fn a_month_is_not_after_a_day_inside_it() {
        let date = |text| Date::new(text).unwrap();
        for (left, right, expected) in [
            ("2020-03", "2020-03-06", true),
            ("2020-03-06", "2020-03", true),
            ("2021", "2020-03", false),
            ("2020-03-07", "2020-03-06", false),
        ] {
            assert_eq!(date(left).is_not_after(date(right)), expected, "{left} {right}");
        }
    }
}
