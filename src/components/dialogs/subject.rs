//! What an export is about: its figures, its citations, its link, and what a picture of it says.

use leptos::prelude::*;
use report_text::join;
use serde::Serialize;

use crate::components::host::HostHandle;
use crate::export::{figure_rows, to_csv};
use crate::i18n;
use crate::location::readable;
use crate::number::{full, stated};
use crate::report::{Card, Lang};
use crate::state::{RouteState, Trace};
use crate::store::Store;
use crate::store::dialog::{ChartExport, ExportSubject};

/// Everything that an export offers, gathered when the dialog opens, so that nothing changes under
/// it.
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
    /// The number, with its unit.
    pub number: Option<String>,
    /// The bars of a chart, as the script that draws charts handed them over.
    pub bars: Option<String>,
    /// The citation.
    pub source: String,
    /// The address, as it is written on the picture.
    pub place: Option<String>,
    /// The picture in words.
    pub alt: String,
}

/// A place of a report that a link leads to.
#[derive(Debug, Clone, Copy)]
enum Place {
    Card(u32),
    Trace(Trace),
}

impl Subject {
    /// Gathers everything about a subject.
    #[must_use]
    pub fn new(store: Store, subject: &ExportSubject, host: Option<HostHandle>) -> Self {
        match subject {
            ExportSubject::Results => Self::results(store, host),
            ExportSubject::Card(index) => Self::card(store, *index, host),
            ExportSubject::Chart(chart) => Self::chart(store, chart, host),
        }
    }

    fn results(store: Store, host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let cards = store.results.read_untracked().cards.clone();
        Self {
            file: report.id.to_owned(),
            what: format!("{}: {}", report.title.get(lang), i18n::cards(cards.len(), lang)),
            citations: Lang::ALL.map(|lang| report.citation.get(lang).to_owned()),
            link: link(store, host, None),
            ..Self::of_figures(store, &cards, host)
        }
    }

    fn card(store: Store, index: u32, host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let card = &report.cards[index as usize];
        let citations = citations(store, card);
        let link = link(store, host, Some(Place::Card(index)));
        let (title, main) = (card.title.get(lang).to_owned(), card.figures.first());
        let label = main.map(|figure| figure.label.get(lang).to_owned());
        let number = main.map(|figure| stated(figure, lang));
        let spoken = [Some(title.clone()), label.clone(), number.clone()];
        let picture = Picture {
            over: report.title.get(lang).to_owned(),
            title: title.clone(),
            label,
            number,
            bars: None,
            source: citations[lang as usize].clone(),
            place: link.as_deref().map(readable),
            alt: join(&mut spoken.iter().flatten().map(String::as_str), ", "),
        };
        Self {
            file: format!("{}-{}", report.id, card.id),
            what: title,
            citations,
            link,
            picture: Some(picture),
            ..Self::of_figures(store, &[index], host)
        }
    }

    fn chart(store: Store, chart: &ChartExport, host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let index = chart.card.as_deref().and_then(|id| report.card_index(id));
        let card = index.map(|index| &report.cards[index as usize]);
        let trace = chart.trace.as_deref().and_then(|id| Trace::from_id(id, report));
        let headline = trace.and_then(|trace| trace.headline(report));
        // What makes up a number is known by the number.
        let title = headline.map_or(chart.title.clone(), |(_, headline)| {
            let figure = &headline.figure;
            format!("{}: {}", figure.label.get(lang), full(figure.value, figure.unit, lang))
        });
        let section = card.map(|card| card.title.get(lang));
        let citations = card.map_or_else(
            || Lang::ALL.map(|lang| report.citation.get(lang).to_owned()),
            |card| citations(store, card),
        );
        // A number's own citation names its page.
        let source = headline.map_or_else(
            || citations[lang as usize].clone(),
            |(part, headline)| {
                i18n::citation(report, part.title.ko, part.title, headline.figure.page, lang)
            },
        );
        let link = link(store, host, index.map(Place::Card).or(trace.map(Place::Trace)));
        let picture = Picture {
            over: section.unwrap_or(report.title.get(lang)).to_owned(),
            title: title.clone(),
            label: None,
            number: None,
            bars: Some(chart.bars.clone()),
            source,
            place: link.as_deref().map(readable),
            alt: title.clone(),
        };
        Self {
            file: format!("{}-{}", report.id, chart.id.replace('/', "-")),
            what: section.map_or(title.clone(), |section| format!("{section}: {title}")),
            count: chart.count,
            csv: chart.csv.clone(),
            json: chart.json.clone(),
            citations,
            link,
            picture: Some(picture),
        }
    }

    /// The figures of some cards, and nothing else.
    fn of_figures(store: Store, cards: &[u32], host: Option<HostHandle>) -> Self {
        let rows = figure_rows(store.current_report(), cards, store.current_lang());
        Self {
            file: String::new(),
            what: String::new(),
            count: rows.len(),
            csv: to_csv(&rows),
            json: host.and_then(HostHandle::get).map(|host| host.json(&rows)).unwrap_or_default(),
            citations: [String::new(), String::new()],
            link: None,
            picture: None,
        }
    }
}

fn link(store: Store, host: Option<HostHandle>, place: Option<Place>) -> Option<String> {
    let route = store.route.get_untracked();
    let report = route.report;
    let route = match place {
        None => route,
        Some(Place::Card(card)) => RouteState { report, card: Some(card), ..RouteState::default() },
        Some(Place::Trace(trace)) => {
            RouteState { report, trace: Some(trace), ..RouteState::default() }
        }
    };
    let location = host?.get()?.location();
    let languages = (store.current_lang(), store.home_lang.get_value());
    location.link(&route, &store.home.get_value(), languages, store.library)
}

fn citations(store: Store, card: &Card) -> [String; 2] {
    let report = store.current_report();
    Lang::ALL.map(|lang| i18n::citation(report, card.printed_title, card.title, card.page, lang))
}
