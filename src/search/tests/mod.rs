//! What searching promises, on small reports made for one question each, on
//! any text at all, and on the reports we ship.

#[cfg(not(target_family = "wasm"))]
mod corrections;
mod facets;
mod rules;
mod shipped;
#[cfg(not(target_family = "wasm"))]
mod terms;

#[cfg(not(target_family = "wasm"))]
mod properties;

use crate::report::{Approx, Card, Date, Decimal, Event, Figure, Report, Span, Term, Text, Unit};
use crate::state::{Filters, Sort};

use super::{Index, Request, Results};

/// A card that says nothing but its title, in Korean and English alike.
pub fn card(id: &'static str, title: &'static str) -> Card {
    Card {
        id,
        part: 1,
        page: 1,
        brands: Vec::new(),
        audiences: Vec::new(),
        themes: Vec::new(),
        title: Text { ko: title, en: title },
        printed_title: "",
        printed_names: Vec::new(),
        summary: Text { ko: "", en: "" },
        dates: Vec::new(),
        partners: Vec::new(),
        awards: Vec::new(),
        figures: Vec::new(),
        series: Vec::new(),
        errata: Vec::new(),
        source_text: Vec::new(),
        see: Vec::new(),
    }
}

pub fn summary(id: &'static str, summary: &'static str) -> Card {
    Card { summary: Text { ko: summary, en: summary }, ..card(id, "") }
}

pub fn figure(value: &'static str, unit: Unit) -> Figure {
    Figure {
        id: "figure",
        label: Text { ko: "", en: "" },
        value: Decimal::new(value).expect("tests write decimals"),
        unit,
        approx: Approx::Exact,
        estimate: false,
        printed: Vec::new(),
        page: 1,
        note: None,
    }
}

pub fn event(from: &'static str, to: Option<&'static str>) -> Event {
    let date = |text| Date::new(text).expect("tests write dates");
    Event { span: Span { from: date(from), to: to.map(date) }, what: Text { ko: "", en: "" } }
}

/// A report of these cards, with a few brands and themes to belong to.
pub fn report(cards: Vec<Card>) -> &'static Report {
    let text = Text { ko: "", en: "" };
    let term = |id, ko, en| Term { id, name: Text { ko, en } };
    let date = Date::new("2022").expect("a year is a date");
    let part = |no| crate::report::Part {
        no,
        page: 1,
        title: text,
        summary: text,
        headlines: Vec::new(),
        errata: Vec::new(),
        source_text: Vec::new(),
    };
    Box::leak(Box::new(Report {
        id: "made-up",
        title: text,
        subtitle: text,
        name: text,
        publisher: text,
        published: date,
        period: Span { from: date, to: None },
        pages: 1,
        rights: text,
        citation: text,
        brands: vec![term("map", "카카오맵", "Kakao Map"), term("talk", "카카오톡", "KakaoTalk")],
        audiences: vec![term("shops", "소상공인", "Small shops")],
        themes: vec![term("vaccine", "백신", "Vaccine"), term("masks", "마스크", "Masks")],
        parts: vec![part(1), part(2)],
        cards,
        errata: Vec::new(),
        source_text: Vec::new(),
    }))
}

/// Searches for words alone.
pub fn search(index: &Index, query: &str) -> Results {
    index.search(&Request { query, filters: &Filters::default(), sort: Sort::Report })
}

/// The ids of the cards found, in order, joined by spaces.
pub fn found(index: &Index, query: &str) -> String {
    let ids = search(index, query).cards;
    ids.iter().map(|card| index.report().cards[*card as usize].id).collect::<Vec<_>>().join(" ")
}
