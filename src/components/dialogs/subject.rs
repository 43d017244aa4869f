//! What an export is about: its figures, its citations, its link, and what a picture of it says.

use leptos::prelude::*;
use serde::Serialize;

use crate::export::{figure_rows, table_to_csv, to_csv};
use crate::html::number_pieces;
use crate::location::{Location, readable};
use crate::report::{Card, Figure, Lang};
use crate::state::{RouteState, Trace};
use crate::store::Store;
use crate::store::dialog::{ChartTable, ExportSubject};
use crate::words;

/// Everything that an export offers.
pub struct Subject {
    /// Beginning of the names of files.
    pub file: String,
    /// What is exported, in words.
    pub what: String,
    /// How many figures there are.
    pub count: usize,
    /// The figures as CSV.
    pub csv: String,
    /// The figures as JSON.
    pub json: String,
    /// Citations in Korean and English.
    pub citations: [String; 2],
    /// A link that others can follow.
    pub link: Option<String>,
    /// What a picture says.
    pub picture: Option<Picture>,
}

/// What a picture says. `report-widget-image.js` draws it.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// What stands above the title: the report, or the section of a chart.
    pub over: String,
    /// The title.
    pub title: String,
    /// The label of the number.
    pub label: Option<String>,
    /// The number in pieces; units are set smaller.
    pub number: Option<Vec<Piece>>,
    /// The bars of a chart.
    pub rows: Option<Vec<Bar>>,
    /// The citation.
    pub source: String,
    /// The address, as it is written on the picture.
    pub place: Option<String>,
    /// The picture in words.
    pub alt: String,
}

/// A piece of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether it is a unit or a group's name.
    pub small: bool,
}

/// A bar of a chart.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// Its value in words.
    pub text: String,
    /// Its length, in thousandths of the longest.
    pub share: u32,
}

impl Subject {
    /// Gathers everything about a subject, so that nothing changes under an open dialog. Tables are
    /// written as JSON by `to_json`, which the browser has.
    pub fn new(
        store: Store,
        subject: &ExportSubject,
        location: Option<&Location>,
        to_json: &dyn Fn(&Rows) -> String,
    ) -> Self {
        match subject {
            ExportSubject::Results => Self::results(store, location, to_json),
            ExportSubject::Card(index) => Self::card(store, *index, location, to_json),
            ExportSubject::Chart(chart) => Self::chart(store, chart, location, to_json),
        }
    }

    fn results(
        store: Store,
        location: Option<&Location>,
        to_json: &dyn Fn(&Rows) -> String,
    ) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let cards = store.results.with_untracked(|found| found.cards.clone());
        let rows = figure_rows(report, &cards, lang);
        Self {
            file: report.id.to_owned(),
            what: format!("{}: {}", report.title.get(lang), words::cards(cards.len(), lang)),
            count: rows.len(),
            csv: to_csv(&rows),
            json: to_json(&Rows::Figures(rows)),
            citations: Lang::ALL.map(|lang| report.citation.get(lang).to_owned()),
            link: link(store, location, None),
            picture: None,
        }
    }

    fn card(
        store: Store,
        index: u32,
        location: Option<&Location>,
        to_json: &dyn Fn(&Rows) -> String,
    ) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let card = &report.cards[index as usize];
        let rows = figure_rows(report, &[index], lang);
        let citations = citations(store, card);
        let link = link(store, location, Some(Place::Card(index)));
        let (title, main) = (card.title.get(lang), card.figures.first());
        let value = main.map(|figure| crate::number::stated(figure, lang));
        let alt = [Some(title.to_owned()), main.map(|it| it.label.get(lang).to_owned()), value];
        let picture = Picture {
            over: report.title.get(lang).to_owned(),
            title: title.to_owned(),
            label: main.map(|figure| figure.label.get(lang).to_owned()),
            number: main.map(|figure| pieces(figure, lang)),
            rows: None,
            source: citations[lang as usize].clone(),
            place: link.as_deref().map(readable),
            alt: alt.into_iter().flatten().collect::<Vec<_>>().join(", "),
        };
        Self {
            file: format!("{}-{}", report.id, card.id),
            what: title.to_owned(),
            count: rows.len(),
            csv: to_csv(&rows),
            json: to_json(&Rows::Figures(rows)),
            citations,
            link,
            picture: Some(picture),
        }
    }

    fn chart(
        store: Store,
        chart: &ChartTable,
        location: Option<&Location>,
        to_json: &dyn Fn(&Rows) -> String,
    ) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let index = chart.card.as_deref().and_then(|id| report.card_index(id));
        let card = index.map(|index| &report.cards[index as usize]);
        let trace = chart.trace.as_deref().and_then(|id| Trace::from_id(id, report));
        let headline = trace.and_then(|trace| trace.headline(report));
        // What makes up a number is known by the number.
        let title = match headline {
            Some((_, headline)) => {
                let figure = &headline.figure;
                let value = crate::number::full(figure.value, figure.unit, lang);
                format!("{}: {value}", figure.label.get(lang))
            }
            None => chart.title.clone(),
        };
        let section = card.map(|card| card.title.get(lang));
        let citations = match (card, headline) {
            (Some(card), _) => citations(store, card),
            (None, _) => Lang::ALL.map(|lang| report.citation.get(lang).to_owned()),
        };
        // A number's own citation names its page.
        let source = match headline {
            Some((part, headline)) => {
                words::citation(report, part.title.ko, part.title, headline.figure.page, lang)
            }
            None => citations[lang as usize].clone(),
        };
        let link = link(store, location, index.map(Place::Card).or(trace.map(Place::Trace)));
        let bars = chart.labels.iter().zip(&chart.values).zip(&chart.shares);
        let bars = bars.map(|((label, text), share)| Bar {
            label: label.clone(),
            text: text.clone(),
            share: *share,
        });
        let picture = Picture {
            over: section.unwrap_or(report.title.get(lang)).to_owned(),
            title: title.clone(),
            label: None,
            number: None,
            rows: Some(bars.collect()),
            source,
            place: link.as_deref().map(readable),
            alt: title.clone(),
        };
        Self {
            file: format!("{}-{}", report.id, chart.id.replace('/', "-")),
            what: section.map_or(title.clone(), |section| format!("{section}: {title}")),
            count: chart.labels.len(),
            csv: table_to_csv(&chart.columns, &chart.rows),
            json: to_json(&Rows::Table(chart.clone())),
            citations,
            link,
            picture: (!chart.labels.is_empty()).then_some(picture),
        }
    }
}

/// Rows to be written as JSON.
pub enum Rows {
    /// Figures of a report.
    Figures(Vec<crate::export::FigureRow>),
    /// A table with named columns.
    Table(ChartTable),
}

/// A place of a report that a link leads to.
enum Place {
    Card(u32),
    Trace(Trace),
}

fn link(store: Store, location: Option<&Location>, place: Option<Place>) -> Option<String> {
    let route = store.route.get_untracked();
    let route = match place {
        None => route,
        Some(Place::Card(card)) => {
            RouteState { report: route.report, card: Some(card), ..RouteState::default() }
        }
        Some(Place::Trace(trace)) => {
            RouteState { report: route.report, trace: Some(trace), ..RouteState::default() }
        }
    };
    let home = store.home.get_value();
    location?.link(&route, &home, store.current_lang(), store.library)
}

fn citations(store: Store, card: &Card) -> [String; 2] {
    let report = store.current_report();
    Lang::ALL.map(|lang| words::citation(report, card.printed_title, card.title, card.page, lang))
}

fn pieces(figure: &Figure, lang: Lang) -> Vec<Piece> {
    let text = crate::number::full(figure.value, figure.unit, lang);
    let (before, after) = words::around(figure.approx, figure.estimate, lang);
    let all = [(before.as_str(), true)].into_iter().chain(number_pieces(&text)).chain([(after, true)]);
    let said = all.filter(|(text, _)| !text.is_empty());
    said.map(|(text, small)| Piece { text: text.to_owned(), small }).collect()
}
