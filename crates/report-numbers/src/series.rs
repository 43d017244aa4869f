//! The series that the main figure of a card is a value of.

use report_model::{Card, Series};

use super::change::scaled;

/// A series with the main figure of its card among its points.
#[derive(Debug, Clone)]
pub struct MainSeries<'c> {
    /// The series.
    pub series: &'c Series,
    /// The position of the point that has the main figure's value.
    pub main: usize,
    /// The value of each point in thousandths of the largest.
    pub heights: Vec<u64>,
}

impl<'c> MainSeries<'c> {
    /// The first series of a card that has a point of its main figure's value and unit. None where no
    /// series has, for values below zero and past 16 digits, and where all of them are zero.
    #[must_use]
    pub fn of(card: &'c Card) -> Option<Self> {
        let figure = card.figures.first()?;
        let (series, main) = card.series.iter().find_map(|series| {
            let is_main = |value| value == figure.value && series.unit == figure.unit;
            Some((series, series.points.iter().position(|point| is_main(point.value))?))
        })?;
        let mut places = 0;
        for point in &series.points {
            places = places.max(point.value.fraction().len());
        }
        let (mut heights, mut largest) = (Vec::new(), 0);
        for point in &series.points {
            let value = u64::try_from(scaled(point.value, places)?).ok()?;
            largest = largest.max(value);
            heights.push(value.checked_mul(1000)?);
        }
        for height in &mut heights {
            *height = height.checked_div(largest)?;
        }
        Some(Self { series, main, heights })
    }
}

#[cfg(test)]
mod tests {
    use report_fixtures::{card, figure};
    use report_model::{Decimal, Point, SeriesKind, Text, Unit};

    use super::*;

    fn series(unit: Unit, values: &[&'static str]) -> Series {
        let text = Text::new("", "");
        let point = |value: &&'static str| Point {
            at: "",
            label: text,
            value: Decimal::new(value).unwrap(),
        };
        let points = values.iter().map(point).collect();
        Series { id: "series", kind: SeriesKind::OverTime, label: text, unit, points }
    }

    #[test]
    fn the_main_figure_is_found_in_its_series_and_values_are_in_proportion_to_the_largest() {
        let of = |main: &'static str, values: &[&'static str]| {
            let all = vec![
                series(Unit::People, &[main]),
                series(Unit::Percent, &["1"]),
                series(Unit::Percent, values),
            ];
            let card =
                Card { figures: vec![figure(main, Unit::Percent)], series: all, ..card("a", "") };
            MainSeries::of(&card).map(|found| (found.main, found.heights))
        };
        for (what, main, values, expected) in [
            ("the last", "69", &["23", "60", "69"][..], Some((2, vec![333, 869, 1000]))),
            ("the least", "4.1", &["30", "4.1"], Some((1, vec![1000, 136]))),
            ("decimals", "0.25", &["0.5", "0.25", "0"], Some((1, vec![1000, 500, 0]))),
            ("another value", "5", &["23", "60"], None),
            ("no series", "5", &[], None),
            ("nothing but zero", "0", &["0", "0"], None),
            ("below zero", "3", &["-2", "3"], None),
            ("16 digits", "9999999999999999", &["9999999999999999"], Some((0, vec![1000]))),
            ("17 digits", "99999999999999999", &["99999999999999999"], None),
        ] {
            assert_eq!(of(main, values), expected, "{what}");
        }
        assert!(MainSeries::of(&card("a", "")).is_none());
    }
}
