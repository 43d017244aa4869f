//! The report as the program reads it: validated at build time, packed into the
//! bundle, decoded once, never changed. Text is `&'static`, references are
//! indices that resolve, values are exact decimals.
//!
//! ```
//! use report_model::{Date, Decimal, Lang, Text, Unit};
//!
//! let title = Text::new("마스크", "Masks");
//! assert_eq!(title.get(Lang::En), "Masks");
//! assert_eq!(Unit::Views.counter(Lang::Ko, false), "회");
//! assert!(Decimal::new("1e6").is_err(), "values are exact decimals");
//! assert!(Date::new("2021-02-29").is_err(), "dates exist");
//! ```
//!
//! How reports are written by hand, and what is validated, is the business of
//! `report-validation`.

mod approx;
pub mod codec;
mod date;
mod decimal;
mod details;
mod document;
mod edition;
mod erratum;
mod facet;
mod framework;
mod letters;
pub mod section;
mod text;
mod unit;

pub use approx::Approx;
pub use date::{Date, DateError, Event, Span};
pub use decimal::{Decimal, DecimalError};
pub use details::{Assurance, AssuranceLevel, Dated, Details, Restated};
pub use document::Document;
pub use edition::Edition;
pub use erratum::{About, Erratum, ErratumKind, SourceNote};
pub use facet::{Choice, Facet};
pub use framework::{Code, Framework, Omission};
pub use text::{Lang, Languages, Locale, OtherLang, Text, Translations};
pub use unit::{DeclaredUnit, Kind, Unit};

use serde::Deserialize;

/// Everything the bundle carries: one or more reports, in the order in which
/// the switcher offers them.
#[derive(Debug, Clone)]
pub struct Library {
    /// The SHA-256 of the files that the reports were made from; `report_validation::data_digest` says
    /// how it is taken.
    pub digest: &'static str,
    /// The reports; never empty.
    pub reports: Vec<Report>,
}

impl Library {
    /// The report with this id.
    #[must_use]
    pub fn report(&self, id: &str) -> Option<&Report> {
        self.reports.iter().find(|report| report.id == id)
    }

    /// The language that a BCP 47 tag names: one of the interface or of a report.
    #[must_use]
    pub fn lang(&self, tag: &str) -> Option<Lang> {
        let of_reports = self.reports.iter().flat_map(|report| report.languages.iter());
        Lang::INTERFACE.into_iter().chain(of_reports).find(|lang| lang.has_tag(tag))
    }

    /// The languages in which any of the reports can be read.
    #[must_use]
    pub fn languages(&self) -> Vec<Lang> {
        let mut languages = Vec::new();
        let of_reports = self.reports.iter().flat_map(|report| report.languages.iter());
        for lang in Lang::INTERFACE.into_iter().chain(of_reports) {
            let has = |report: &Report| report.languages.has(lang);
            if !languages.contains(&lang) && self.reports.iter().any(has) {
                languages.push(lang);
            }
        }
        languages
    }

    /// The card a link leads to, with its report.
    #[must_use]
    pub fn follow(&self, link: Link) -> Option<(&Report, &Card)> {
        let report = self.reports.get(usize::from(link.report))?;
        Some((report, report.cards.get(link.card as usize)?))
    }

    /// Whether every index leads somewhere: those of parts, terms, links, brands, audiences, themes,
    /// codes and their frameworks.
    #[must_use]
    pub fn references_resolve(&self) -> bool {
        let mut resolve = true;
        for report in &self.reports {
            for card in &report.cards {
                resolve &= report.part(card.part).is_some();
                for (indices, terms) in [
                    (&card.brands, &report.brands),
                    (&card.audiences, &report.audiences),
                    (&card.themes, &report.themes),
                ] {
                    for index in indices {
                        resolve &= usize::from(*index) < terms.len();
                    }
                }
                for link in &card.see {
                    resolve &= self.follow(*link).is_some();
                }
                for details in card.figures.iter().filter_map(|figure| figure.details.as_ref()) {
                    resolve &= report.has_codes(details);
                }
            }
            for code in &report.codes {
                resolve &= usize::from(code.framework) < report.frameworks.len();
            }
            for part in &report.parts {
                for headline in &part.headlines {
                    if let Some(details) = &headline.figure.details {
                        resolve &= report.has_codes(details);
                    }
                    let Some(tally) = &headline.tally else { continue };
                    for term in &tally.terms {
                        resolve &= report.term(*term).is_some();
                    }
                }
            }
        }
        resolve
    }
}

/// One published report.
#[derive(Debug, Clone)]
pub struct Report {
    /// Slug that hosts write in the `report` attribute.
    pub id: &'static str,
    /// The languages in which it can be read.
    pub languages: Languages,
    /// A name of two or three words, for switching between reports.
    pub name: Text,
    /// Full title.
    pub title: Text,
    /// Second line of the title.
    pub subtitle: Text,
    /// Who published the document.
    pub publisher: Text,
    /// Day, month or year of publication.
    pub published: Date,
    /// The time the data covers.
    pub period: Span,
    /// Number of pages of the document.
    pub pages: u16,
    /// The publisher's terms, in our words.
    pub rights: Text,
    /// A ready citation of the whole document, without a full stop.
    pub citation: Text,
    /// The units that the report declares.
    pub units: Vec<&'static DeclaredUnit>,
    /// Services and companies that cards belong to.
    pub brands: Vec<Term>,
    /// For whom a service was made.
    pub audiences: Vec<Term>,
    /// What a service was about.
    pub themes: Vec<Term>,
    /// The parts, in printed order.
    pub parts: Vec<Part>,
    /// All cards, in printed order; a part's cards stand together.
    pub cards: Vec<Card>,
    /// Contradictions that concern the document as a whole.
    pub errata: Vec<Erratum>,
    /// Where our source text of the whole document is garbled.
    pub source_text: Vec<SourceNote>,
    /// The frameworks of disclosure that the report follows.
    pub frameworks: Vec<Framework>,
    /// Where the document can be read, if that is known.
    pub document: Option<Document>,
    /// The codes that its figures have, by framework, in the order of the framework.
    pub codes: Vec<Code>,
}

impl Report {
    /// Whether the report has every code that is named with a figure.
    fn has_codes(&self, details: &Details) -> bool {
        details.codes.iter().all(|code| usize::from(*code) < self.codes.len())
    }

    /// The figure a tally's term points at, with its card.
    #[must_use]
    pub fn term(&self, term: FigureRef) -> Option<(&Card, &Figure)> {
        let card = self.cards.get(term.card as usize)?;
        Some((card, card.figures.get(usize::from(term.figure))?))
    }

    /// The part with this printed number.
    #[must_use]
    pub fn part(&self, no: u8) -> Option<&Part> {
        self.parts.iter().find(|part| part.no == no)
    }

    /// The position of the card with this id.
    #[must_use]
    pub fn card_index(&self, id: &str) -> Option<u32> {
        let position = self.cards.iter().position(|card| card.id == id)?;
        u32::try_from(position).ok()
    }

    /// Every headline of the report with the part that prints it.
    pub fn headlines(&self) -> impl Iterator<Item = (&Part, &Headline)> {
        self.parts
            .iter()
            .flat_map(|part| part.headlines.iter().map(move |headline| (part, headline)))
    }
}

/// A brand, an audience or a theme: a word that cards are filtered by.
#[derive(Debug, Clone)]
pub struct Term {
    /// Slug used in addresses and in `data-value`.
    pub id: &'static str,
    /// The name shown.
    pub name: Text,
}

/// One part (chapter) of the report.
#[derive(Debug, Clone)]
pub struct Part {
    /// Printed number, from 1.
    pub no: u8,
    /// Printed page on which the part opens.
    pub page: u16,
    /// Title of the part.
    pub title: Text,
    /// What the part is about, in our words.
    pub summary: Text,
    /// The great numbers the part opens with; may be empty.
    pub headlines: Vec<Headline>,
    /// Contradictions about the part itself.
    pub errata: Vec<Erratum>,
    /// Where our source text of the part's opening is garbled.
    pub source_text: Vec<SourceNote>,
}

impl Part {
    /// Its title as the document prints it: in the language of the report.
    #[must_use]
    pub fn printed_title(&self, report: &Report) -> &'static str {
        self.title.get(report.languages.first())
    }
}

/// A headline number of a part, and what it is made of.
#[derive(Debug, Clone)]
pub struct Headline {
    /// The number itself.
    pub figure: Figure,
    /// What the document says it counts.
    pub basis: Text,
    /// The figures that add up to it, as far as they can be found.
    pub tally: Option<Tally>,
}

/// A sum that explains a headline: terms plus remainder equal its value
/// exactly. The composition is our reconstruction; documents seldom give it.
#[derive(Debug, Clone)]
pub struct Tally {
    /// The figures added up.
    pub terms: Vec<FigureRef>,
    /// What the printed figures leave unexplained; `0` when they add up.
    pub remainder: Decimal,
    /// How the sum was found and what it leaves out.
    pub note: Option<Text>,
    /// What has to be known where the sum is said to be exact: terms that are
    /// rounded, another value in another place.
    pub caveat: Option<Text>,
}

impl Tally {
    /// Whether the terms make the headline to the last digit, without a remainder.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.remainder.is_zero()
    }
}

/// A figure of a card in the same report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureRef {
    /// Index into [`Report::cards`].
    pub card: u32,
    /// Index into [`Card::figures`].
    pub figure: u16,
}

/// A card in any report of the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Index into [`Library::reports`].
    pub report: u16,
    /// Index into that report's cards.
    pub card: u32,
}

/// One section of the document: a service, a programme, a campaign.
#[derive(Debug, Clone)]
pub struct Card {
    /// Slug, unique in the report.
    pub id: &'static str,
    /// Number of the part the card stands in.
    pub part: u8,
    /// Printed page on which the section begins.
    pub page: u16,
    /// Indices into [`Report::brands`], the leading one first.
    pub brands: Vec<u16>,
    /// Indices into [`Report::audiences`].
    pub audiences: Vec<u16>,
    /// Indices into [`Report::themes`].
    pub themes: Vec<u16>,
    /// Our short title.
    pub title: Text,
    /// The section's heading as the document prints it.
    pub printed_title: &'static str,
    /// Odd names as printed, so that search finds them.
    pub printed_names: Vec<&'static str>,
    /// Two to four sentences of our own.
    pub summary: Text,
    /// Dated events, at the precision the document gives.
    pub dates: Vec<Event>,
    /// Organisations and people named as taking part.
    pub partners: Vec<Text>,
    /// Awards the section tells of.
    pub awards: Vec<Text>,
    /// Every quantity of the section, the main one first.
    pub figures: Vec<Figure>,
    /// Points over time, and breakdowns.
    pub series: Vec<Series>,
    /// Places where the section contradicts itself.
    pub errata: Vec<Erratum>,
    /// Where our source text of the section is garbled.
    pub source_text: Vec<SourceNote>,
    /// Cards about the same service, here or in another report.
    pub see: Vec<Link>,
}

impl Card {
    /// The codes of its figures, as indices into [`Report::codes`]; one may come more than once.
    pub fn codes(&self) -> impl Iterator<Item = u16> {
        let details = self.figures.iter().filter_map(|figure| figure.details.as_ref());
        details.flat_map(|details| details.codes.iter().copied())
    }
}

/// A quantity the document prints.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Slug, unique in its card or among its part's headlines.
    pub id: &'static str,
    /// What is counted.
    pub label: Text,
    /// The exact value, in the figure's unit.
    pub value: Decimal,
    /// What one of it is.
    pub unit: Unit,
    /// Whether the document says "about", "over" or the like.
    pub approx: Approx,
    /// Whether the document calls it an estimate.
    pub estimate: bool,
    /// Every form in which the document prints the quantity.
    pub printed: Vec<&'static str>,
    /// Printed page.
    pub page: u16,
    /// A caveat, where one is needed.
    pub note: Option<Text>,
    /// Other periods, corrections, assurance, codes.
    pub details: Option<Details>,
}

/// Several values of one quantity: over time, or by kind.
#[derive(Debug, Clone)]
pub struct Series {
    /// Slug, unique in its card.
    pub id: &'static str,
    /// What the points' `at` means.
    pub kind: SeriesKind,
    /// What is counted.
    pub label: Text,
    /// Unit of every point.
    pub unit: Unit,
    /// The points in printed order.
    pub points: Vec<Point>,
}

/// How a series is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SeriesKind {
    /// Shares or amounts by kind.
    Breakdown,
    /// Values at dates.
    OverTime,
}

impl SeriesKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Breakdown, Self::OverTime];
}

/// One value of a series.
#[derive(Debug, Clone)]
pub struct Point {
    /// ISO date (over time) or slug (breakdown).
    pub at: &'static str,
    /// The point's name.
    pub label: Text,
    /// The exact value.
    pub value: Decimal,
}
