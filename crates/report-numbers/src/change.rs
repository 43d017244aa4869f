//! How a value compares with values of the same quantity at other times. All of it is exact until it is
//! cut to one decimal of a percent.

use report_model::{Decimal, Figure, Lang, Unit};
use report_text::text;

use super::percent;

/// By how much a figure differs from an earlier value: `8.4%`, and for percentages `2.9%p`. None where
/// it does not, where a share of the earlier value says nothing, and for values past 18 digits.
#[must_use]
pub fn change(figure: &Figure, before: Decimal, lang: Lang) -> Option<String> {
    let places = places([figure.value, before, before]);
    let (now, before) = (scaled(figure.value, places)?, scaled(before, places)?);
    let difference = now.abs_diff(before);
    if difference == 0 {
        None
    } else if figure.unit == Unit::Percent {
        let points = unscaled(difference, places);
        Some(text!(points, Unit::PercentagePoints.counter(lang, points == "1")))
    } else {
        percent(difference, u64::try_from(before).ok()?)
    }
}

/// How much of the way from a base to a target a figure has gone: `61.3%`. None where it has gone the
/// other way, where there is no way, and for values past 18 digits.
#[must_use]
pub fn way(value: Decimal, base: Decimal, target: Decimal) -> Option<String> {
    let places = places([value, base, target]);
    let base = scaled(base, places)?;
    let (gone, whole) = (scaled(value, places)? - base, scaled(target, places)? - base);
    let is_other_way = (gone < 0) != (whole < 0) && gone != 0;
    if is_other_way { None } else { percent(gone.unsigned_abs(), whole.unsigned_abs()) }
}

/// The most decimal places that any of the values has.
fn places(values: [Decimal; 3]) -> usize {
    values.iter().fold(0, |most, value| most.max(value.fraction().len()))
}

/// A value in units of a decimal place, so that others can be compared with it as whole numbers.
pub(super) fn scaled(value: Decimal, places: usize) -> Option<i64> {
    let mut digits = text!(value.integer(), value.fraction());
    for _ in value.fraction().len()..places {
        digits.push('0');
    }
    // The difference of two such numbers fits as well.
    let number = if digits.len() > 18 { None } else { digits.parse::<u64>().ok() };
    let number = number?.cast_signed();
    Some(if value.is_negative() { -number } else { number })
}

/// A number of units of a decimal place, as a decimal.
fn unscaled(number: u64, places: usize) -> String {
    let mut digits = text!(number);
    while digits.len() <= places {
        digits.insert(0, '0');
    }
    if places > 0 {
        digits.insert(digits.len() - places, '.');
        digits.truncate(digits.trim_end_matches('0').trim_end_matches('.').len());
    }
    digits
}

#[cfg(test)]
mod tests {
    use report_fixtures::figure;

    use super::*;

    fn value(text: &'static str) -> Decimal {
        Decimal::new(text).unwrap()
    }

    #[test]
    fn a_change_is_computed_exactly_and_cut_to_one_decimal() {
        for (now, before, unit, expected) in [
            ("12000", "13100", Unit::People, Some("8.3%")),
            ("0.3", "0.1", Unit::CarbonTonnes, Some("200.0%")),
            ("0.62", "0.81", Unit::PerMillionHours, Some("23.4%")),
            ("999999999999999", "1000000000000000", Unit::Won, Some("<0.1%")),
            ("5", "5", Unit::People, None),
            ("0.5", "0.50000001", Unit::Tonnes, Some("<0.1%")),
            ("5", "0", Unit::People, None),
            ("5", "-5", Unit::Won, None),
            ("-5", "10", Unit::Won, Some("150.0%")),
            ("0", "10", Unit::Won, Some("100.0%")),
            ("9.7", "6.8", Unit::Percent, Some("2.9 percentage points")),
            ("9.75", "9.7", Unit::Percent, Some("0.05 percentage points")),
            ("10", "9", Unit::Percent, Some("1 percentage point")),
            ("120", "20", Unit::Percent, Some("100 percentage points")),
            ("-1.5", "1.5", Unit::Percent, Some("3 percentage points")),
            ("1", "9999999999999999999", Unit::Won, None),
            ("0.0000000000000000001", "1", Unit::Tonnes, None),
        ] {
            let found = change(&figure(now, unit), value(before), Lang::En);
            assert_eq!(found.as_deref(), expected, "{before} to {now}");
        }
        assert_eq!(
            change(&figure("9.7", Unit::Percent), value("6.8"), Lang::Ko).as_deref(),
            Some("2.9%p")
        );
    }

    #[test]
    fn the_way_to_a_target_is_measured_from_its_base() {
        for (now, base, target, expected) in [
            ("13169", "15000", "12000", Some("61.0%")),
            ("13169.1", "15000", "12000", Some("61.0%")),
            ("12000", "15000", "12000", Some("100.0%")),
            ("11000", "15000", "12000", Some("133.3%")),
            ("15000", "15000", "12000", Some("0.0%")),
            ("15001", "15000", "12000", None),
            ("12.5", "10", "20", Some("25.0%")),
            ("9", "10", "20", None),
            ("-5", "10", "-20", Some("50.0%")),
            ("10", "10", "10", None),
            ("1", "0", "99999999999999999999", None),
        ] {
            let found = way(value(now), value(base), value(target));
            assert_eq!(found.as_deref(), expected, "{now} from {base} to {target}");
        }
    }
}
