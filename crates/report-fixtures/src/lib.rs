//! Small reports for tests: builders that leave everything empty which a test is not about.
//!
//! ```
//! use report_fixtures::{card, report};
//!
//! let report = report(vec![card("masks", "마스크"), card("maps", "지도")]);
//! assert_eq!(report.card_index("maps"), Some(1));
//! ```

use report_model::{
    Approx, Card, Date, Decimal, Event, Figure, Languages, Part, Report, Span, Term, Text, Unit,
};

/// A card that says nothing but its title, in Korean and English alike.
#[must_use]
pub fn card(id: &'static str, title: &'static str) -> Card {
    Card {
        id,
        part: 1,
        page: 1,
        brands: Vec::new(),
        audiences: Vec::new(),
        themes: Vec::new(),
        title: Text::new(title, title),
        printed_title: "",
        printed_names: Vec::new(),
        summary: Text::new("", ""),
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

/// A card that says nothing but its summary, in Korean and English alike.
#[must_use]
pub fn summary(id: &'static str, summary: &'static str) -> Card {
    Card { summary: Text::new(summary, summary), ..card(id, "") }
}

/// A figure without a label.
///
/// # Panics
/// When the value is no decimal.
#[must_use]
pub fn figure(value: &'static str, unit: Unit) -> Figure {
    Figure {
        id: "figure",
        label: Text::new("", ""),
        value: Decimal::new(value).expect("tests write decimals"),
        unit,
        approx: Approx::Exact,
        estimate: false,
        printed: Vec::new(),
        page: 1,
        note: None,
        details: None,
    }
}

/// An event without words.
///
/// # Panics
/// When a date does not exist.
#[must_use]
pub fn event(from: &'static str, to: Option<&'static str>) -> Event {
    let date = |text| Date::new(text).expect("tests write dates");
    Event { span: Span { from: date(from), to: to.map(date) }, what: Text::new("", "") }
}

/// A report of these cards, with a few brands and themes to belong to.
///
/// # Panics
/// Never.
#[must_use]
pub fn report(cards: Vec<Card>) -> &'static Report {
    let text = Text::new("", "");
    let term = |id, ko, en| Term { id, name: Text::new(ko, en) };
    let date = Date::new("2022").expect("a year is a date");
    let part = |no| Part {
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
        languages: Languages::default(),
        title: text,
        subtitle: text,
        name: text,
        publisher: text,
        published: date,
        period: Span { from: date, to: None },
        pages: 1,
        rights: text,
        citation: text,
        units: Vec::new(),
        brands: vec![term("map", "카카오맵", "Kakao Map"), term("talk", "카카오톡", "KakaoTalk")],
        audiences: vec![term("shops", "소상공인", "Small shops")],
        themes: vec![term("vaccine", "백신", "Vaccine"), term("masks", "마스크", "Masks")],
        parts: vec![part(1), part(2)],
        cards,
        errata: Vec::new(),
        source_text: Vec::new(),
        frameworks: Vec::new(),
        document: None,
        codes: Vec::new(),
    }))
}
