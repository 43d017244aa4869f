//! Where on a scale a value stands, in thousandths of its width.

use crate::report::Decimal;
use report_text::text;

/// Where a value stands from zero to `whole`.
pub fn share(value: Decimal, whole: Decimal) -> u32 {
    thousandths(float(value) / float(whole))
}

/// How many times as large one value is as another.
pub fn ratio(most: Decimal, least: Decimal) -> f64 {
    float(most) / float(least)
}

/// Whole powers of ten that hold all values between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Powers {
    /// The exponent at the start.
    pub from: usize,
    /// The exponent at the end.
    pub to: usize,
}

impl Powers {
    /// Those around values of one or more.
    pub fn around(least: Decimal, most: Decimal) -> Self {
        let from = least.integer().len() - 1;
        // A value that is a power of ten stands on the last line, not before another.
        let is_power = most.integer().trim_end_matches('0') == "1" && most.fraction().is_empty();
        let to = most.integer().len() - usize::from(is_power);
        Self { from, to: to.max(from + 1) }
    }

    /// Every power, with its place.
    pub fn lines(self) -> impl Iterator<Item = (usize, u32)> {
        let steps = as_float(self.to - self.from);
        (self.from..=self.to)
            .map(move |power| (power, thousandths(as_float(power - self.from) / steps)))
    }

    /// Where a value stands.
    pub fn place(self, value: Decimal) -> u32 {
        let steps = as_float(self.to - self.from);
        thousandths((float(value).log10() - as_float(self.from)) / steps)
    }
}

/// A place in months since the year 0, of a date such as `2021-04` or `2021`.
pub fn months(date: &str) -> u32 {
    let number = |range| date.get(range).and_then(|text: &str| text.parse::<u32>().ok());
    let year = number(0..4).unwrap_or_default();
    year * 12 + number(5..7).map_or(0, |month| month - 1)
}

/// Where `at` stands between two places.
pub fn between(from: u32, to: u32, at: u32) -> u32 {
    let whole = to.saturating_sub(from).max(1);
    at.saturating_sub(from) * 1000 / whole
}

/// A place as SVG takes it: `38.2%`.
pub fn percent(thousandths: u32) -> String {
    let (whole, tenth) = (thousandths / 10, thousandths % 10);
    if tenth == 0 { text!(whole, "%") } else { text!(whole, ".", tenth, "%") }
}

fn float(value: Decimal) -> f64 {
    value.as_str().parse().unwrap_or_default()
}

#[allow(clippy::cast_precision_loss, reason = "exponents are small")]
fn as_float(exponent: usize) -> f64 {
    exponent as f64
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=1000, and only a place on the screen"
)]
fn thousandths(place: f64) -> u32 {
    (place.clamp(0.0, 1.0) * 1000.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &'static str) -> Decimal {
        Decimal::new(text).unwrap()
    }

    #[test]
    fn powers_of_ten_stand_at_equal_steps_and_hold_every_value() {
        for (least, most, expected) in [
            ("683432", "2101911086", (5, 10)),
            ("1000", "1000000", (3, 6)),
            ("5", "7", (0, 1)),
            ("100", "100", (2, 3)),
            ("1.5", "100.5", (0, 3)),
        ] {
            let powers = Powers::around(value(least), value(most));
            assert_eq!((powers.from, powers.to), expected, "{least} {most}");
            let places: Vec<u32> = powers.lines().map(|(_, place)| place).collect();
            assert_eq!((places[0], *places.last().unwrap()), (0, 1000));
            assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
        }
        let powers = Powers { from: 5, to: 10 };
        for (text, expected) in [("100000", 0), ("1000000", 200), ("10000000000", 1000)] {
            assert_eq!(powers.place(value(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_larger_value_never_stands_before_a_smaller_one() {
        let values =
            ["1", "9", "10", "11", "99.5", "683432", "2101911086", "9999999999"].map(value);
        let powers = Powers::around(values[0], values[7]);
        for pair in values.windows(2) {
            assert!(powers.place(pair[0]) <= powers.place(pair[1]));
            assert!(share(pair[0], values[7]) <= share(pair[1], values[7]));
        }
    }

    #[test]
    fn time_is_measured_in_months() {
        for (date, expected) in [("2020", 24240), ("2020-01", 24240), ("2020-03-25", 24242)] {
            assert_eq!(months(date), expected, "{date}");
        }
        let (from, to) = (months("2019-01"), months("2022-01"));
        assert_eq!(between(from, to, months("2021-01")), 666);
    }

    #[test]
    fn a_place_is_written_with_one_decimal_at_most() {
        for (place, expected) in [(0, "0%"), (382, "38.2%"), (1000, "100%"), (5, "0.5%")] {
            assert_eq!(percent(place), expected);
        }
    }
}
