//! A series of a card: values by kind as bars, values over time as a line.

use super::scale::{between, months};
use super::{Chart, Drawing, Point, extremes, in_words};
use crate::i18n::charts;
use crate::number;
use crate::report::{Approx, Card, Decimal, Figure, Lang, Series, SeriesKind};
use report_text::text;

/// The chart of a series. The build checks that it has points.
pub fn chart(card: &Card, series: &Series, lang: Lang) -> Chart {
    let whole = whole(card, series);
    let points: Vec<Point> = series
        .points
        .iter()
        .map(|point| Point {
            name: point.label,
            of: None,
            value: point.value,
            unit: series.unit,
            approx: approx(card, series, point.value),
            estimate: is_estimate(card, series, point.value),
            page: None,
            share: whole.and_then(|whole| number::share(point.value, whole)),
            is_remainder: false,
        })
        .collect();
    let (reading, drawing) = match series.kind {
        SeriesKind::OverTime => over_time(series, &points, lang),
        SeriesKind::Breakdown => by_kind(series, &points, whole, lang),
    };
    let id = text!(card.id, "/", series.id);
    Chart { id, title: series.label.get(lang).to_owned(), reading, points, drawing }
}

/// From the first point to the last; a line, where there are more.
fn over_time(series: &Series, points: &[Point], lang: Lang) -> (String, Drawing) {
    let (begin, end) = (&points[0], &points[points.len() - 1]);
    let (from, to) = (label_and_value(begin, lang), label_and_value(end, lang));
    let change = end.value.cmp(&begin.value);
    let reading = charts::course((&from.0, &from.1), (&to.0, &to.1), change, lang);
    if points.len() < 3 {
        // A line would tell a course between two points that nobody knows.
        return (reading, from_zero(points));
    }
    let moments: Vec<u32> = series.points.iter().map(|point| months(point.at)).collect();
    let at =
        moments.iter().map(|at| between(moments[0], moments[moments.len() - 1], *at)).collect();
    (reading, Drawing::Line { at })
}

/// The greatest and the least, or the greatest of the whole.
fn by_kind(
    series: &Series,
    points: &[Point],
    whole: Option<Decimal>,
    lang: Lang,
) -> (String, Drawing) {
    let (most, least) = extremes(points);
    let (up, down) = (label_and_value(most, lang), label_and_value(least, lang));
    match (whole, &most.share) {
        (Some(whole), Some(share)) => {
            let sum = in_words(whole, series.unit, lang);
            (charts::kinds(&sum, &up.0, share, lang), Drawing::Bars { whole, is_sum: true })
        }
        _ => (charts::extremes((&up.0, &up.1), (&down.0, &down.1), lang), from_zero(points)),
    }
}

/// Bars of which the longest fills the width.
fn from_zero(points: &[Point]) -> Drawing {
    Drawing::Bars { whole: extremes(points).0.value, is_sum: false }
}

fn label_and_value(point: &Point, lang: Lang) -> (String, String) {
    (point.bare_name(lang), point.in_words(lang))
}

/// What the points of a breakdown add up to, where the card says so too.
fn whole(card: &Card, series: &Series) -> Option<Decimal> {
    let sum = series
        .points
        .iter()
        .try_fold(0_u128, |sum, point| sum.checked_add(point.value.as_str().parse().ok()?))?;
    let is_it = |value: Decimal| value.as_str().parse() == Ok(sum);
    let mut figures = card.figures.iter().filter(|figure| figure.unit == series.unit);
    let found = figures.find(|figure| is_it(figure.value)).map(|figure| figure.value);
    found.filter(|_| series.kind == SeriesKind::Breakdown)
}

/// What the card says of this value.
fn approx(card: &Card, series: &Series, value: Decimal) -> Approx {
    figures(card, series, value)
        .map(|figure| figure.approx)
        .find(|it| *it != Approx::Exact)
        .unwrap_or_default()
}

fn is_estimate(card: &Card, series: &Series, value: Decimal) -> bool {
    figures(card, series, value).any(|figure| figure.estimate)
}

/// The card's figures that have this value.
fn figures<'c>(
    card: &'c Card,
    series: &Series,
    value: Decimal,
) -> impl Iterator<Item = &'c Figure> {
    let unit = series.unit;
    card.figures.iter().filter(move |figure| figure.unit == unit && figure.value == value)
}
