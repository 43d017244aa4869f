//! A card: its fields checked, its references resolved.

use super::Problem;
use super::diagnostic::Place;
use super::errata::{Subjects, errata, source_notes};
use super::figure::figure;
use super::read::{
    choice, date, decimal, keep, known, line, lines, page, slug, span, unique, words,
};
use super::references::Context;
use super::source;
use super::units::unit;
use report_model::{Card, Event, Link, Point, Series, SeriesKind, Text};

/// The card of a part.
pub fn card(place: &Place, card: &source::Card, part: u8, context: &Context) -> Card {
    let pages = context.report.pages;
    let figures = place.field("figures");
    unique(&figures, card.figures.iter().map(|figure| figure.id.as_str()));
    let series = place.field("series");
    unique(&series, card.series.iter().map(|series| series.id.as_str()));
    let subjects = Subjects {
        figures: card.figures.iter().map(|figure| figure.id.as_str()).collect(),
        series: card.series.iter().map(|series| series.id.as_str()).collect(),
        dates: card.dates.len(),
        headlines: Vec::new(),
    };
    Card {
        id: slug(&place.field("id"), &card.id),
        part,
        page: page(&place.field("page"), card.page, pages),
        brands: known(&place.field("brands"), &card.brands, &context.brands, 1),
        audiences: known(&place.field("audiences"), &card.audiences, &context.audiences, 1),
        themes: known(&place.field("themes"), &card.themes, &context.themes, 1),
        title: words(&place.field("title"), &card.title),
        printed_title: line(&place.field("printed_title"), &card.printed_title),
        printed_names: lines(&place.field("printed_names"), &card.printed_names, 0),
        summary: words(&place.field("summary"), &card.summary),
        dates: events(&place.field("dates"), &card.dates),
        partners: texts(&place.field("partners"), &card.partners),
        awards: texts(&place.field("awards"), &card.awards),
        figures: card
            .figures
            .iter()
            .enumerate()
            .map(|(index, given)| {
                figure(&figures.entry(&given.id, index), &given.quantity(), context)
            })
            .collect(),
        series: card
            .series
            .iter()
            .enumerate()
            .map(|(index, given)| build_series(&series.entry(&given.id, index), given, context))
            .collect(),
        errata: errata(&place.field("errata"), &card.errata, &subjects),
        source_text: source_notes(&place.field("source_text"), &card.source_text, &subjects),
        see: see(&place.field("see"), &card.see, context),
    }
}

fn events(place: &Place, dates: &[source::Date]) -> Vec<Event> {
    dates
        .iter()
        .enumerate()
        .filter_map(|(index, date)| {
            let place = place.entry("", index);
            let what = words(&place.field("what"), &date.what);
            Some(Event { span: span(&place, &date.from, date.to.as_ref())?, what })
        })
        .collect()
}

fn texts(place: &Place, texts: &[source::Words]) -> Vec<Text> {
    texts.iter().enumerate().map(|(index, text)| words(&place.entry("", index), text)).collect()
}

fn build_series(place: &Place, series: &source::Series, context: &Context) -> Series {
    let kind = choice(&place.field("kind"), &series.kind, SeriesKind::Breakdown);
    let points = place.field("points");
    if series.points.len() < 2 {
        points.error(Problem::FewPoints);
    }
    let point = |(index, point): (usize, &source::Point)| {
        let place = points.entry(&point.at, index);
        match kind {
            SeriesKind::OverTime => {
                date(&place.field("at"), &point.at);
            }
            SeriesKind::Breakdown => {
                slug(&place.field("at"), &point.at);
            }
        }
        Point {
            at: keep(&point.at),
            label: words(&place.field("label"), &point.label),
            value: decimal(&place.field("value"), &point.value),
        }
    };
    Series {
        id: slug(&place.field("id"), &series.id),
        kind,
        label: words(&place.field("label"), &series.label),
        unit: unit(&place.field("unit"), &series.unit, context),
        points: series.points.iter().enumerate().map(point).collect(),
    }
}

fn see(place: &Place, names: &[String], context: &Context) -> Vec<Link> {
    let resolve = |(index, name): (usize, &String)| {
        let link = context.link(name);
        if link.is_none() {
            place.entry("", index).error(Problem::NoCard(name.clone()));
        }
        link
    };
    names.iter().enumerate().filter_map(resolve).collect()
}
