//! Numbers as people write them: `22억 9730만 9797회`, `2,297,309,797 views`.
//!
//! Everything here works on the digits of an exact [`Decimal`]; nothing is
//! rounded unless the form is a short one, and a short one says so.
//!
//! ```
//! use report_model::{Decimal, Lang, Unit};
//! use report_numbers::{full, short};
//!
//! let views = Decimal::new("2297309797")?;
//! assert_eq!(full(views, Unit::Views, Lang::Ko), "22억 9730만 9797회");
//! assert_eq!(short(views, Unit::Views, Lang::En), "2.3 billion views");
//! # Ok::<(), report_model::DecimalError>(())
//! ```

mod change;
mod composition;
mod english;
mod korean;
mod series;
mod standing;

pub use change::{change, way};
pub use composition::{Composition, MainShare, percent, whole};
pub use series::MainSeries;
pub use standing::Standing;

use report_model::{Approx, Decimal, Figure, Lang, Locale, Unit};
use report_text::text;

/// The exact value in words, with its unit: `22억 9730만 9797회`,
/// `2,297,309,797 views`.
#[must_use]
pub fn full(value: Decimal, unit: Unit, lang: Lang) -> String {
    let digits = grouped(value, lang);
    with_counter(&digits, value, unit, lang)
}

/// A short form for narrow room: `약 22.9억회`, `2.3 billion views`. Values
/// that are already short are given in full. The Korean form is cut off, so
/// that it never says more than the document; the English one is rounded. A unit that has a power of ten
/// in it already, such as million euros, takes no second one.
#[must_use]
pub fn short(value: Decimal, unit: Unit, lang: Lang) -> String {
    if unit.has_scale() {
        return full(value, unit, lang);
    }
    let digits = match lang.locale() {
        Locale::Ko => korean::short(value),
        Locale::En => english::short(value),
    };
    with_counter(&digits, value, unit, lang)
}

/// The digits alone, in full: `2297309797` with separators of three. The
/// same in both languages; used where the trace spells a value out.
#[must_use]
pub fn digits(value: Decimal) -> String {
    english::full(value)
}

/// A figure's value as the document states it: `약 8000곳`, `2년 이상`,
/// `추산 43억 1300만원`; `at least 2 years`.
#[must_use]
pub fn stated(figure: &Figure, lang: Lang) -> String {
    let value = full(figure.value, figure.unit, lang);
    qualified(&value, figure.approx, figure.estimate, lang)
}

/// A value in words with what the document says of it. A short form that is
/// cut off begins with `약` itself: that is said once, and not at all where
/// the value is a lower limit, which the cut form still is.
#[must_use]
pub fn qualified(value: &str, approx: Approx, estimate: bool, lang: Lang) -> String {
    let (about, _) = approximation(Approx::About, lang);
    let value = match approx {
        Approx::About | Approx::AtLeast => value.strip_prefix(about).unwrap_or(value),
        Approx::Exact | Approx::LessThan | Approx::Band => value,
    };
    let (before, after) = around(approx, estimate, lang);
    text!(before, value, after)
}

/// What stands before and after a value that the document does not state as exact: `추산 약 `,
/// `an estimated `; `in the ` and ` range`.
#[must_use]
pub fn around(approx: Approx, estimate: bool, lang: Lang) -> (String, &'static str) {
    let estimated = match lang.locale() {
        Locale::Ko => korean::ESTIMATE,
        Locale::En => english::ESTIMATE,
    };
    let (before, after) = approximation(approx, lang);
    (text!(if estimate { estimated } else { "" }, before), after)
}

fn approximation(approx: Approx, lang: Lang) -> (&'static str, &'static str) {
    match lang.locale() {
        Locale::Ko => korean::approximation(approx),
        Locale::En => english::approximation(approx),
    }
}

/// A figure's share of a sum, cut to one decimal: `38.1%`. The share
/// illustrates; the sum beside it proves. None for values past 18 digits.
#[must_use]
pub fn share(of: Decimal, total: Decimal) -> Option<String> {
    percent(whole(of)?, whole(total)?)
}

/// The number without its unit, grouped as the language groups.
#[must_use]
pub fn grouped(value: Decimal, lang: Lang) -> String {
    match lang.locale() {
        Locale::Ko => korean::full(value),
        Locale::En => english::full(value),
    }
}

fn with_counter(digits: &str, value: Decimal, unit: Unit, lang: Lang) -> String {
    if unit == Unit::Rank && lang.locale() == Locale::En {
        return text!("No. ", digits);
    }
    let one = value.as_str() == "1";
    text!(digits, unit.counter(lang, one))
}

/// A small helper of both short forms: `digits` up to `keep`, a point, and
/// one more digit unless it is zero.
fn one_decimal(whole: &str, next: u8) -> String {
    if next == b'0' { whole.to_owned() } else { text!(whole, ".", char::from(next)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_model::{DeclaredUnit, Kind, Text};

    fn value(text: &'static str) -> Decimal {
        Decimal::new(text).unwrap()
    }

    #[test]
    fn the_full_form_keeps_every_digit() {
        for (text, unit, ko, en) in [
            ("0", Unit::People, "0명", "0 people"),
            ("1", Unit::People, "1명", "1 person"),
            ("9999", Unit::Items, "9999개", "9,999"),
            ("10000", Unit::Times, "1만회", "10,000 times"),
            ("10001", Unit::Cases, "1만 1건", "10,001"),
            ("12950046", Unit::People, "1295만 46명", "12,950,046 people"),
            ("100000000", Unit::Won, "1억원", "100,000,000 won"),
            ("2297309797", Unit::Views, "22억 9730만 9797회", "2,297,309,797 views"),
            ("9343000000", Unit::Won, "93억 4300만원", "9,343,000,000 won"),
            ("1716600000000", Unit::Won, "1조 7166억원", "1,716,600,000,000 won"),
            (
                "12345678901234567",
                Unit::Won,
                "1경 2345조 6789억 123만 4567원",
                "12,345,678,901,234,567 won",
            ),
            ("100000000000000000000", Unit::Times, "1해회", "100,000,000,000,000,000,000 times"),
            ("4.1", Unit::Percent, "4.1%", "4.1%"),
            ("3.67", Unit::Ratio, "3.67배", "3.67 times"),
            ("10000.5", Unit::Tonnes, "1만 0.5톤", "10,000.5 tonnes"),
            ("0.5", Unit::Percent, "0.5%", "0.5%"),
            ("-12345", Unit::Won, "-1만 2345원", "-12,345 won"),
            ("-0.25", Unit::Percent, "-0.25%", "-0.25%"),
            ("1", Unit::Rank, "1위", "No. 1"),
        ] {
            assert_eq!(full(value(text), unit, Lang::Ko), ko, "{text}");
            assert_eq!(full(value(text), unit, Lang::En), en, "{text}");
        }
    }

    #[test]
    fn what_the_document_says_of_a_number_stands_around_it() {
        for (text, unit, approx, estimate, ko, en) in [
            ("8000", Unit::Places, Approx::Exact, false, "8000곳", "8,000 places"),
            ("8000", Unit::Places, Approx::About, false, "약 8000곳", "about 8,000 places"),
            ("2", Unit::Years, Approx::AtLeast, false, "2년 이상", "at least 2 years"),
            ("2", Unit::Months, Approx::LessThan, false, "2개월 미만", "less than 2 months"),
            ("3", Unit::Percent, Approx::Band, false, "3%대", "in the 3% range"),
            ("700", Unit::Won, Approx::Exact, true, "추산 700원", "an estimated 700 won"),
            ("700", Unit::Won, Approx::About, true, "추산 약 700원", "an estimated about 700 won"),
        ] {
            let said = |lang| qualified(&full(value(text), unit, lang), approx, estimate, lang);
            assert_eq!((said(Lang::Ko).as_str(), said(Lang::En).as_str()), (ko, en), "{text}");
        }
    }

    #[test]
    fn a_short_form_is_called_approximate_once() {
        for (approx, expected) in [
            (Approx::Exact, "약 7.7만명"),
            (Approx::About, "약 7.7만명"),
            (Approx::AtLeast, "7.7만명 이상"),
        ] {
            let short = short(value("77345"), Unit::People, Lang::Ko);
            assert_eq!(qualified(&short, approx, false, Lang::Ko), expected);
        }
    }

    #[test]
    fn a_declared_unit_is_counted_in_its_own_words() {
        let unit = |scale| {
            let text = |ko, en| Text::new(ko, en);
            let (singular, plural) =
                (text("백만 유로", " million euro"), text("백만 유로", " million euros"));
            let id = "meur";
            let unit =
                DeclaredUnit { id, kind: Kind::Money, singular, plural, spoken: None, scale };
            Unit::Declared(Box::leak(Box::new(unit)))
        };
        for (text, scale, ko, en) in [
            ("1", 6, "1백만 유로", "1 million euro"),
            ("12345678", 6, "1234만 5678백만 유로", "12,345,678 million euros"),
            ("12345678", 0, "약 1234만백만 유로", "12.3 million million euros"),
        ] {
            assert_eq!(short(value(text), unit(scale), Lang::Ko), ko);
            assert_eq!(short(value(text), unit(scale), Lang::En), en);
        }
    }

    #[test]
    fn the_short_form_says_that_it_is_short() {
        for (text, unit, ko, en) in [
            ("0", Unit::People, "0명", "0 people"),
            ("1719", Unit::People, "1719명", "1,719 people"),
            ("10000", Unit::People, "1만명", "10,000 people"),
            ("77345", Unit::People, "약 7.7만명", "77,345 people"),
            ("683432", Unit::Times, "약 68.3만회", "683,432 times"),
            ("999999", Unit::Times, "약 99.9만회", "999,999 times"),
            ("12950046", Unit::People, "약 1295만명", "13 million people"),
            ("2297309797", Unit::Views, "약 22.9억회", "2.3 billion views"),
            ("200000000", Unit::Won, "2억원", "200 million won"),
            ("999960000", Unit::Won, "약 9.9억원", "1 billion won"),
            ("1716600000000", Unit::Won, "약 1.7조원", "1.7 trillion won"),
            ("467900000000", Unit::Won, "4679억원", "467.9 billion won"),
            ("12345678901234567", Unit::Won, "약 1.2경원", "12.3 quadrillion won"),
            ("-2297309797", Unit::Won, "약 -22.9억원", "-2.3 billion won"),
            ("4.1", Unit::Percent, "4.1%", "4.1%"),
        ] {
            assert_eq!(short(value(text), unit, Lang::Ko), ko, "{text}");
            assert_eq!(short(value(text), unit, Lang::En), en, "{text}");
        }
    }
}
