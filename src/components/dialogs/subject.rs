//! What an export is about: its figures, its citations, its link, and what a picture of it says.

use leptos::prelude::*;
use report_text::{join, text};
use serde::Serialize;

use crate::components::host::HostHandle;
use crate::components::proportion::Proportion;
use crate::export::{Row, figure_rows, tally_rows, to_csv};
use crate::i18n::{self, Message};
use crate::location::readable;
use crate::number::{full, stated, whole};
use crate::report::{Card, Edition, Figure, Lang, Report, Text};
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
    /// The headlines that add up from the figures, as JSON.
    pub tallies: String,
    /// Citations in the languages of the report.
    pub citations: Vec<(Lang, String)>,
    /// A link that others can follow.
    pub link: Option<String>,
    /// What a picture says.
    pub picture: Option<Picture>,
}

/// What a picture says. `report-widget-image.js` draws it.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Whose report it is.
    pub publisher: &'static str,
    /// What stands beside it: the report, or the section of a chart.
    pub over: &'static str,
    /// The page, in words.
    pub page: Option<String>,
    /// The title.
    pub title: String,
    /// The label of the number.
    pub label: Option<String>,
    /// The number, with its unit.
    pub number: Option<String>,
    /// What the number is made of, or its share of a whole, in thousandths of it.
    pub pieces: Vec<u64>,
    /// The same in words.
    pub words: Option<String>,
    /// The numbers that are compared.
    pub rows: Option<Vec<PictureRow>>,
    /// The bars of a chart, as the script that draws charts handed them over.
    pub bars: Option<String>,
    /// The citation.
    pub source: String,
    /// The address, as it is written on the picture.
    pub place: Option<String>,
    /// The picture in words.
    pub alt: String,
}

/// One of the numbers that a picture compares.
#[derive(Debug, Clone, Serialize)]
pub struct PictureRow {
    /// Whose number it is.
    pub label: &'static str,
    /// The number, with its unit.
    pub text: String,
    /// Its share of the greatest, in thousandths.
    pub share: u64,
}

impl Picture {
    /// A number under a title, with what it is made of.
    fn of_number(
        store: Store,
        title: &str,
        figure: Option<&Figure>,
        proportion: Option<Proportion>,
    ) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let label = figure.map(|figure| figure.label.get(lang).to_owned());
        let number = figure.map(|figure| stated(figure, lang));
        let said = [Some(title), label.as_deref(), number.as_deref()];
        let alt = join(&mut said.into_iter().flatten(), ", ");
        let (cards, total, words) =
            proportion.map_or_else(Default::default, |it| (it.cards, it.total, Some(it.words)));
        Self {
            publisher: report.publisher.get(lang),
            over: report.title.get(lang),
            page: None,
            title: title.to_owned(),
            label,
            number,
            pieces: cards.iter().map(|(_, amount)| thousandths(*amount, total)).collect(),
            words,
            rows: None,
            bars: None,
            source: String::new(),
            place: None,
            alt,
        }
    }
}

/// A place of a report that a link leads to.
#[derive(Debug, Clone, Copy)]
enum LinkTarget {
    Card(u32),
    Trace(Trace),
}

impl Subject {
    /// Gathers everything about a subject.
    #[must_use]
    pub fn new(store: Store, subject: &ExportSubject, host: Option<HostHandle>) -> Self {
        match subject {
            ExportSubject::Results => {
                let cards = store.results.read_untracked().cards.clone();
                Self::cards(store, &cards, host)
            }
            ExportSubject::Compared => Self::compared(store, host),
            ExportSubject::Card(index) => Self::card(store, *index, host),
            ExportSubject::Headline(trace) => Self::headline(store, *trace, host),
            ExportSubject::Chart(chart) => Self::chart(store, chart, host),
        }
    }

    fn cards(store: Store, cards: &[u32], host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        Self {
            file: report.id.to_owned(),
            what: format!("{}: {}", report.title.get(lang), i18n::cards(cards.len(), lang)),
            citations: whole_citations(report),
            link: link(store, host, None),
            ..Self::of_figures(store, cards, host)
        }
    }

    /// The cards that are compared, with a picture of their bars.
    fn compared(store: Store, host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let cards = store.route.read_untracked().compare.clone();
        let of_all = Self::cards(store, &cards, host);
        let figures = cards.iter().filter_map(|index| {
            let card = report.cards.get(*index as usize)?;
            Some((card, card.figures.first()?))
        });
        let size = |figure: &Figure| whole(figure.value).unwrap_or_default();
        let greatest = figures.clone().map(|(_, figure)| size(figure)).max().unwrap_or_default();
        let rows = figures.map(|(card, figure)| PictureRow {
            label: card.title.get(lang),
            text: stated(figure, lang),
            share: thousandths(size(figure), greatest),
        });
        let picture = Picture {
            rows: Some(rows.collect()),
            source: report.citation.get(lang).to_owned(),
            place: of_all.link.as_deref().map(readable),
            ..Picture::of_number(store, Message::Compare.get(lang), None, None)
        };
        Self { picture: Some(picture), ..of_all }
    }

    fn card(store: Store, index: u32, host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let card = &report.cards[index as usize];
        let citations = citations(store, card);
        let link = link(store, host, Some(LinkTarget::Card(index)));
        let title = card.title.get(lang);
        let proportion = Proportion::of_card(edition(store), index);
        let picture = Picture {
            source: citation_in(&citations, lang).to_owned(),
            place: link.as_deref().map(readable),
            page: Some(i18n::page(card.page, lang)),
            ..Picture::of_number(store, title, card.figures.first(), proportion)
        };
        Self {
            file: text!(report.id, "-", card.id),
            what: title.to_owned(),
            citations,
            link,
            picture: Some(picture),
            ..Self::of_figures(store, &[index], host)
        }
    }

    /// A headline number, with the figures of the cards that make it.
    fn headline(store: Store, trace: Trace, host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let Some((part, headline)) = trace.headline(report) else {
            return Self::cards(store, &[], host);
        };
        let figure = &headline.figure;
        let citations =
            section_citations(report, part.printed_title(report), part.title, figure.page);
        let link = link(store, host, Some(LinkTarget::Trace(trace)));
        let proportion = Proportion::of_headline(edition(store), headline);
        let cards: Vec<u32> =
            proportion.iter().flat_map(|it| it.cards.iter().map(|(card, _)| *card)).collect();
        let picture = Picture {
            source: citation_in(&citations, lang).to_owned(),
            place: link.as_deref().map(readable),
            page: Some(i18n::page(figure.page, lang)),
            ..Picture::of_number(store, part.title.get(lang), Some(figure), proportion)
        };
        Self {
            file: text!(report.id, "-part-", part.no, "-", figure.id),
            what: picture.alt.clone(),
            citations,
            link,
            picture: Some(picture),
            ..Self::of_figures(store, &cards, host)
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
        let citations = card.map_or_else(|| whole_citations(report), |card| citations(store, card));
        // A number's own citation names its page.
        let source = headline.map_or_else(
            || citation_in(&citations, lang).to_owned(),
            |(part, headline)| {
                let printed = part.printed_title(report);
                i18n::citation(report, printed, part.title, headline.figure.page, lang)
            },
        );
        let link = link(store, host, index.map(LinkTarget::Card).or(trace.map(LinkTarget::Trace)));
        let page = headline.map_or(card.map(|card| card.page), |(_, it)| Some(it.figure.page));
        let picture = Picture {
            over: section.unwrap_or(report.title.get(lang)),
            bars: Some(chart.bars.clone()),
            source,
            place: link.as_deref().map(readable),
            page: page.map(|page| i18n::page(page, lang)),
            ..Picture::of_number(store, &title, None, None)
        };
        Self {
            file: format!("{}-{}", report.id, chart.id.replace('/', "-")),
            what: section.map_or(title.clone(), |section| format!("{section}: {title}")),
            count: chart.count,
            csv: chart.csv.clone(),
            json: chart.json.clone(),
            tallies: String::from("[]"),
            citations,
            link,
            picture: Some(picture),
        }
    }

    /// The figures of some cards, and nothing else.
    fn of_figures(store: Store, cards: &[u32], host: Option<HostHandle>) -> Self {
        let (report, lang) = (store.current_report(), store.current_lang());
        let rows = figure_rows(report, cards, lang);
        let host = host.and_then(HostHandle::get);
        let json = |rows: &[Row]| host.as_ref().map(|host| host.json(rows)).unwrap_or_default();
        Self {
            file: String::new(),
            what: String::new(),
            count: rows.len(),
            csv: to_csv(&rows),
            json: json(&rows),
            tallies: json(&tally_rows(report, cards, lang)),
            citations: Vec::new(),
            link: None,
            picture: None,
        }
    }
}

fn thousandths(amount: u64, total: u64) -> u64 {
    amount.saturating_mul(1000).checked_div(total).unwrap_or_default()
}

fn edition(store: Store) -> Edition {
    untrack(|| store.edition())
}

fn link(store: Store, host: Option<HostHandle>, place: Option<LinkTarget>) -> Option<String> {
    let route = store.route.get_untracked();
    let report = route.report;
    let route = match place {
        None => route,
        Some(LinkTarget::Card(card)) => {
            RouteState { report, card: Some(card), ..RouteState::default() }
        }
        Some(LinkTarget::Trace(trace)) => {
            RouteState { report, trace: Some(trace), ..RouteState::default() }
        }
    };
    let location = host?.get()?.location();
    let languages = (store.current_lang(), store.home_lang.get_value());
    location.link(&route, &store.home.get_value(), languages, store.library)
}

fn citations(store: Store, card: &Card) -> Vec<(Lang, String)> {
    section_citations(store.current_report(), card.printed_title, card.title, card.page)
}

/// The citations of the whole document, in the languages of the report.
fn whole_citations(report: &Report) -> Vec<(Lang, String)> {
    let languages = report.languages.iter();
    languages.map(|lang| (lang, report.citation.get(lang).to_owned())).collect()
}

/// The citations of a section, in the languages of the report.
fn section_citations(
    report: &Report,
    printed: &str,
    title: Text,
    page: u16,
) -> Vec<(Lang, String)> {
    let languages = report.languages.iter();
    languages.map(|lang| (lang, i18n::citation(report, printed, title, page, lang))).collect()
}

/// The citation in a language; empty where the report does not have that one.
pub fn citation_in(citations: &[(Lang, String)], lang: Lang) -> &str {
    citations.iter().find(|(of, _)| *of == lang).map_or("", |(_, citation)| citation)
}
