//! One report: its files parsed, its fields checked, its references resolved.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::Folder;
use super::fault::{Faults, Place};
use super::read::{
    choice, date, decimal, keep, known, line, lines, maybe_words, page, slug, span, unique, words,
};
use super::source;
use super::sum::adds_up;
use crate::report::{
    About, Card, Date, Erratum, ErratumKind, Event, Figure, FigureRef, Headline, Link, Part, Point,
    Report, Series, SeriesKind, Span, Tally, Term, Text, Unit,
};

/// A report's files, parsed but not yet checked.
pub struct Parsed {
    folder: String,
    report: source::Report,
    parts: Vec<(String, source::Part)>,
}

/// Parses `report.json` and the parts. A file that is no JSON of the right
/// shape is one fault, with line and column; the others are still read.
pub fn parse(faults: &Faults, folder: &Folder) -> Option<Parsed> {
    let name = |file: &str| format!("{}/{file}", folder.name);
    let report = folder.files.iter().find(|(file, _)| file == "report.json");
    let report = if let Some((file, text)) = report {
        json(&faults.file(&name(file)), text)
    } else {
        faults.file(&name("report.json")).fault("the file is missing");
        None
    };
    let parts: Vec<_> = folder
        .files
        .iter()
        .filter(|(file, _)| file.starts_with("part-"))
        .filter_map(|(file, text)| Some((name(file), json(&faults.file(&name(file)), text)?)))
        .collect();
    Some(Parsed { folder: folder.name.clone(), report: report?, parts })
}

fn json<T: DeserializeOwned>(place: &Place, text: &str) -> Option<T> {
    serde_json::from_str(text).map_err(|error| place.fault(error)).ok()
}

/// Every card of the bundle by name, for links between reports.
pub struct Names(HashMap<String, (u16, HashMap<String, u32>)>);

impl Names {
    /// The names in these reports. Of a name that stands twice, which is a fault, the first counts.
    pub fn of(reports: &[Parsed]) -> Self {
        let mut names = HashMap::new();
        for (position, parsed) in (0..).zip(reports) {
            let mut cards = HashMap::new();
            for (index, card) in (0..).zip(parsed.parts.iter().flat_map(|(_, part)| &part.cards)) {
                cards.entry(card.id.clone()).or_insert(index);
            }
            names.entry(parsed.report.id.clone()).or_insert((position, cards));
        }
        Self(names)
    }

    /// Resolves `card-id` (in the report `here`) or `report-id/card-id`.
    fn link(&self, here: &str, name: &str) -> Option<Link> {
        let (report, card) = name.split_once('/').unwrap_or((here, name));
        let (report, cards) = self.0.get(report)?;
        Some(Link { report: *report, card: *cards.get(card)? })
    }
}

/// What checking a part needs to know of its report.
struct Context<'a> {
    report: &'a source::Report,
    names: &'a Names,
    brands: Vec<&'static str>,
    audiences: Vec<&'static str>,
    themes: Vec<&'static str>,
}

/// Checks everything and builds the report; what is faulty is noted and
/// replaced by a stand-in.
pub fn build(faults: &Faults, parsed: &Parsed, names: &Names) -> Report {
    let source = &parsed.report;
    let place = faults.file(&format!("{}/report.json", parsed.folder));
    let id = slug(&place.field("id"), &source.id);
    if source.id != parsed.folder {
        place.field("id").fault(format!("{:?} is not the folder's name", source.id));
    }
    if parsed.parts.is_empty() {
        place.fault("the report has no part-<no>.json beside it");
    }
    let brands = terms(&place.field("brands"), &source.brands);
    let audiences = terms(&place.field("audiences"), &source.audiences);
    let themes = terms(&place.field("themes"), &source.themes);
    let ids = |terms: &[Term]| terms.iter().map(|term| term.id).collect();
    let context = Context {
        report: source,
        names,
        brands: ids(&brands),
        audiences: ids(&audiences),
        themes: ids(&themes),
    };
    unique_cards(faults, &parsed.parts);
    let cards = parsed.parts.iter().flat_map(|(file, part)| {
        let place = faults.file(file).field("cards");
        let context = &context;
        part.cards
            .iter()
            .enumerate()
            .map(move |(index, card)| {
                build_card(&place.entry(&card.id, index), card, part.no, context)
            })
            .collect::<Vec<_>>()
    });
    let cards: Vec<Card> = cards.collect();
    let parts =
        parsed.parts.iter().enumerate().map(|(index, (file, part))| {
            build_part(&faults.file(file), part, index, &cards, &context)
        });
    let parts = parts.collect();
    let period = span(&place.field("period"), &source.period.from, source.period.to.as_ref());
    Report {
        id,
        name: words(&place.field("name"), &source.name),
        title: words(&place.field("title"), &source.title),
        subtitle: words(&place.field("subtitle"), &source.subtitle),
        publisher: words(&place.field("publisher"), &source.publisher),
        published: date(&place.field("published"), &source.published).unwrap_or_else(stand_in_date),
        period: period.unwrap_or(Span { from: stand_in_date(), to: None }),
        pages: source.pages,
        rights: words(&place.field("rights"), &source.rights),
        citation: words(&place.field("citation"), &source.citation),
        brands,
        audiences,
        themes,
        parts,
        cards,
        errata: errata(&place.field("errata"), &source.errata, &Subjects::default()),
    }
}

fn stand_in_date() -> Date {
    Date::new("2000").expect("2000 is a year")
}

fn terms(place: &Place, terms: &[source::Term]) -> Vec<Term> {
    unique(place, terms.iter().map(|term| term.id.as_str()));
    terms
        .iter()
        .enumerate()
        .map(|(index, term)| {
            let place = place.entry(&term.id, index);
            Term {
                id: slug(&place.field("id"), &term.id),
                name: words(&place.field("name"), &term.name),
            }
        })
        .collect()
}

/// Card ids are unique in the whole report; the fault names the later file.
fn unique_cards(faults: &Faults, parts: &[(String, source::Part)]) {
    let mut seen = HashMap::new();
    for (file, part) in parts {
        for (index, card) in part.cards.iter().enumerate() {
            if let Some(first) = seen.insert(card.id.as_str(), file)
                && !card.id.is_empty()
            {
                let place = faults.file(file).field("cards").entry("", index).field("id");
                place.fault(format!("the id {:?} is used twice, first in {first}", card.id));
            }
        }
    }
}

fn build_part(
    place: &Place,
    part: &source::Part,
    index: usize,
    cards: &[Card],
    context: &Context,
) -> Part {
    if usize::from(part.no) != index + 1 {
        place.field("no").fault(format!("part {} stands at place {}", part.no, index + 1));
    }
    let list = place.field("headlines");
    unique(&list, part.headlines.iter().map(|headline| headline.id.as_str()));
    let headlines = part
        .headlines
        .iter()
        .enumerate()
        .map(|(index, headline)| {
            build_headline(&list.entry(&headline.id, index), headline, cards, context)
        })
        .collect();
    let subjects = Subjects {
        headlines: part.headlines.iter().map(|headline| headline.id.as_str()).collect(),
        ..Subjects::default()
    };
    Part {
        no: part.no,
        page: page(&place.field("page"), part.page, context.report.pages),
        title: words(&place.field("title"), &part.title),
        summary: words(&place.field("summary"), &part.summary),
        headlines,
        errata: errata(&place.field("errata"), &part.errata, &subjects),
    }
}

fn build_headline(
    place: &Place,
    headline: &source::Headline,
    cards: &[Card],
    context: &Context,
) -> Headline {
    let figure = Figure {
        id: slug(&place.field("id"), &headline.id),
        label: words(&place.field("label"), &headline.label),
        value: decimal(&place.field("value"), &headline.value),
        unit: choice(&place.field("unit"), &headline.unit, Unit::Items),
        approx: headline.approx,
        printed: lines(&place.field("printed"), &headline.printed, 1),
        page: page(&place.field("page"), headline.page, context.report.pages),
        note: maybe_words(&place.field("note"), headline.note.as_ref()),
    };
    let tally = headline
        .tally
        .as_ref()
        .map(|tally| build_tally(&place.field("tally"), tally, &figure, cards, context));
    Headline { figure, basis: words(&place.field("basis"), &headline.basis), tally }
}

/// A tally whose terms exist and which adds up to the last digit.
fn build_tally(
    place: &Place,
    tally: &source::Tally,
    total: &Figure,
    cards: &[Card],
    context: &Context,
) -> Tally {
    let remainder = decimal(&place.field("remainder"), &tally.remainder);
    if !remainder.is_zero() && tally.note.is_none() {
        place.field("note").fault("a remainder other than 0 needs a note");
    }
    let find = |name: &str| {
        let (card, figure) = name.split_once('/')?;
        let card = context.names.link(&context.report.id, card)?.card;
        let figures = &cards.get(card as usize)?.figures;
        let figure = figures.iter().position(|known| known.id == figure)?;
        let value = figures[figure].value;
        Some((FigureRef { card, figure: u16::try_from(figure).ok()? }, value))
    };
    let mut found = Vec::new();
    for (index, name) in tally.terms.iter().enumerate() {
        match find(name) {
            Some(term) => found.push(term),
            None => place
                .field("terms")
                .entry("", index)
                .fault(format!("{name:?} is no figure of this report (card-id/figure-id)")),
        }
    }
    let (terms, values): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    if terms.len() == tally.terms.len()
        && let Err(sum) = adds_up(total.value, &values, remainder)
    {
        place.fault(format!("terms and remainder make {sum}, the headline is {}", total.value));
    }
    Tally { terms, remainder, note: maybe_words(&place.field("note"), tally.note.as_ref()) }
}

fn build_card(place: &Place, card: &source::Card, part: u8, context: &Context) -> Card {
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
            .map(|(index, figure)| build_figure(&figures.entry(&figure.id, index), figure, pages))
            .collect(),
        series: card
            .series
            .iter()
            .enumerate()
            .map(|(index, given)| build_series(&series.entry(&given.id, index), given))
            .collect(),
        errata: errata(&place.field("errata"), &card.errata, &subjects),
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

fn build_figure(place: &Place, figure: &source::Figure, pages: u16) -> Figure {
    Figure {
        id: slug(&place.field("id"), &figure.id),
        label: words(&place.field("label"), &figure.label),
        value: decimal(&place.field("value"), &figure.value),
        unit: choice(&place.field("unit"), &figure.unit, Unit::Items),
        approx: figure.approx,
        printed: lines(&place.field("printed"), &figure.printed, 1),
        page: page(&place.field("page"), figure.page, pages),
        note: maybe_words(&place.field("note"), figure.note.as_ref()),
    }
}

fn build_series(place: &Place, series: &source::Series) -> Series {
    let kind = choice(&place.field("kind"), &series.kind, SeriesKind::Breakdown);
    let points = place.field("points");
    if series.points.len() < 2 {
        points.fault("a series has at least two points");
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
        unit: choice(&place.field("unit"), &series.unit, Unit::Items),
        points: series.points.iter().enumerate().map(point).collect(),
    }
}

fn see(place: &Place, names: &[String], context: &Context) -> Vec<Link> {
    let resolve = |(index, name): (usize, &String)| {
        let link = context.names.link(&context.report.id, name);
        if link.is_none() {
            place.entry("", index).fault(format!("there is no card {name:?}"));
        }
        link
    };
    names.iter().enumerate().filter_map(resolve).collect()
}

/// What errata of one place can be about.
#[derive(Default)]
struct Subjects<'a> {
    figures: Vec<&'a str>,
    headlines: Vec<&'a str>,
    series: Vec<&'a str>,
    dates: usize,
}

impl Subjects<'_> {
    fn find(&self, about: &str) -> Option<About> {
        let within =
            |ids: &[&str], id: &str| u16::try_from(ids.iter().position(|known| *known == id)?).ok();
        match about.split_once('/') {
            Some(("figures", id)) => Some(About::Figure(within(&self.figures, id)?)),
            Some(("headlines", id)) => Some(About::Headline(within(&self.headlines, id)?)),
            Some(("series", id)) => Some(About::Series(within(&self.series, id)?)),
            Some(("dates", index)) => {
                let index: u16 = index.parse().ok()?;
                (usize::from(index) < self.dates).then_some(About::Date(index))
            }
            Some(_) => None,
            None => match about {
                "title" => Some(About::Title),
                "summary" => Some(About::Summary),
                "partners" => Some(About::Partners),
                "report" => Some(About::Report),
                _ => None,
            },
        }
    }
}

fn errata(place: &Place, given: &[source::Erratum], subjects: &Subjects) -> Vec<Erratum> {
    unique(place, given.iter().map(|erratum| erratum.id.as_str()));
    given
        .iter()
        .enumerate()
        .map(|(index, erratum)| {
            let place = place.entry(&erratum.id, index);
            let about = subjects.find(&erratum.about).unwrap_or_else(|| {
                place.field("about").fault(format!("there is no {:?} here", erratum.about));
                About::Report
            });
            Erratum {
                id: slug(&place.field("id"), &erratum.id),
                about,
                kind: choice(&place.field("kind"), &erratum.kind, ErratumKind::Wording),
                says: lines(&place.field("says"), &erratum.says, 1),
                reading: words(&place.field("reading"), &erratum.reading),
                why: words(&place.field("why"), &erratum.why),
            }
        })
        .collect()
}
