//! What a headline is made of: the terms of its tally, the greatest first.

use std::cmp::Reverse;

use super::scale::ratio;
use super::{Chart, Drawing, Point, extremes};
use crate::i18n::{ChartMessage, Message, charts};
use crate::number;
use crate::report::Edition;
use crate::report::{Approx, Headline};

/// Terms further apart than this cannot be distinguished on bars of a phone.
const FAR: f64 = 60.0;

/// The chart of a headline that is known to add up from several figures.
pub fn chart(edition: Edition, headline: &Headline, id: String) -> Option<Chart> {
    let lang = edition.lang;
    let tally = headline.tally.as_ref()?;
    let whole = headline.figure.value;
    let mut points: Vec<Point> = tally
        .terms
        .iter()
        .filter_map(|term| edition.report.term(*term))
        .map(|(card, figure)| Point {
            name: card.title,
            of: Some(figure.label),
            value: figure.value,
            unit: figure.unit,
            approx: figure.approx,
            estimate: figure.estimate,
            page: Some(figure.page),
            share: number::share(figure.value, whole),
            is_remainder: false,
        })
        .collect();
    points.sort_by_key(|point| Reverse(point.value));
    let (terms, remains) = (points.len(), !tally.remainder.is_zero());
    if remains {
        points.push(Point {
            name: Message::Remainder.text(),
            of: None,
            value: tally.remainder,
            unit: headline.figure.unit,
            approx: Approx::Exact,
            estimate: false,
            page: None,
            share: number::share(tally.remainder, whole),
            is_remainder: true,
        });
    }
    // A sum in which something is taken away has no parts that a picture could show.
    if points.len() < 2 || points.iter().any(|point| point.value.is_negative()) {
        return None;
    }
    let (most, least) = extremes(&points);
    let share = most.share.clone().unwrap_or_default();
    // The card's name says more than the figure's, where the card has one term only.
    let is_alone = points.iter().filter(|point| point.name == most.name).count() == 1;
    let name = most.of.filter(|_| !is_alone).unwrap_or(most.name);
    let reading = charts::made_of(terms, remains, name.get(lang), &share, lang);
    let is_far = ratio(most.value, least.value) > FAR && least.value.integer() != "0";
    let drawing =
        if is_far { Drawing::Dots { whole } } else { Drawing::Bars { whole, is_sum: true } };
    Some(Chart { id, title: ChartMessage::MadeOf.get(lang).to_owned(), reading, points, drawing })
}
