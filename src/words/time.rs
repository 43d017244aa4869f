//! Words for dates.

use crate::report::{Date, Lang, Span};
use report_text::text;

/// A date at its precision: `2020년 3월 6일`, `6 March 2020`.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let year = date.year();
    match (lang, date.month(), date.day()) {
        (Lang::Ko, None, _) => text!(year, "년"),
        (Lang::Ko, Some(month), None) => text!(year, "년 ", month, "월"),
        (Lang::Ko, Some(month), Some(day)) => text!(year, "년 ", month, "월 ", day, "일"),
        (Lang::En, None, _) => text!(year),
        (Lang::En, Some(month), day) => {
            let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
            day.map_or_else(|| text!(name, " ", year), |day| text!(day, " ", name, " ", year))
        }
    }
}

/// A span of time: `2020년 2월 – 2022년 4월`.
#[must_use]
pub fn span(span: Span, lang: Lang) -> String {
    let from = date(span.from, lang);
    match span.to {
        Some(to) if to != span.from => text!(from, " – ", date(to, lang)),
        _ => from,
    }
}
