//! A report as an editor writes it: the shape of `report.json` and
//! `part-<no>.json`.
//!
//! When the build reads these files every missing field becomes empty, so
//! that the checks can name all gaps at once; the JSON Schema, generated from
//! the same types, marks the same fields as required.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

#[cfg(feature = "schema")]
use report_model::{Approx, AssuranceLevel, ErratumKind, Kind, SeriesKind, Unit};

/// The name of a unit, for editors: a built-in one, or one that the report declares.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum UnitName {
    BuiltIn(Unit),
    Declared(String),
}

/// The same derives and leniency for every type of this file.
macro_rules! source {
    ($($(#[$meta:meta])* struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(not(feature = "schema"), serde(default))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($body)* }
    )*};
}

/// A number with what is said of it, whoever has it: what a headline and a figure begin with.
pub struct Quantity<'a> {
    pub id: &'a str,
    pub label: &'a Words,
    pub value: &'a Value,
    pub unit: &'a str,
    pub approx: Option<&'a str>,
    pub estimate: bool,
    pub printed: &'a [String],
    pub page: u16,
    pub note: Option<&'a Words>,
    pub previous: Option<&'a Dated>,
    pub base: Option<&'a Dated>,
    pub target: Option<&'a Dated>,
    pub restated: Option<&'a Restated>,
    pub assurance: Option<&'a Assurance>,
    pub codes: &'a [String],
}

/// The fields of a quantity, and a type's own; flattened by serde, no unknown field would be refused.
macro_rules! quantity {
    ($(#[$meta:meta])* struct $name:ident { $($own:tt)* }) => {
        source! {
            $(#[$meta])*
            struct $name {
                /// Slug, unique among those beside it.
                pub id: String,
                /// What is counted.
                pub label: Words,
                /// Exact decimal, in quotes.
                #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$")))]
                pub value: Value,
                /// What one of it is.
                #[cfg_attr(feature = "schema", schemars(with = "UnitName"))]
                pub unit: String,
                /// What the document says of the number, where it is not exact.
                #[serde(default)]
                #[cfg_attr(feature = "schema", schemars(with = "Option<Approx>"))]
                pub approx: Option<String>,
                /// Whether the document calls it an estimate.
                #[serde(default)]
                pub estimate: bool,
                /// Printed forms, verbatim.
                pub printed: Vec<String>,
                /// Printed page.
                pub page: u16,
                /// A caveat.
                #[serde(default)]
                pub note: Option<Words>,
                /// The value of an earlier period.
                #[serde(default)]
                pub previous: Option<Dated>,
                /// The value of the year from which the way to the target is measured.
                #[serde(default)]
                pub base: Option<Dated>,
                /// What is to be reached, and when.
                #[serde(default)]
                pub target: Option<Dated>,
                /// What was printed before the value was corrected.
                #[serde(default)]
                pub restated: Option<Restated>,
                /// What an assurance provider says of it.
                #[serde(default)]
                pub assurance: Option<Assurance>,
                /// Its codes in frameworks of the report: `gri/305-1`.
                #[serde(default)]
                pub codes: Vec<String>,
                $($own)*
            }
        }

        impl $name {
            /// What it has in common with every quantity.
            pub fn quantity(&self) -> Quantity<'_> {
                Quantity {
                    id: &self.id,
                    label: &self.label,
                    value: &self.value,
                    unit: &self.unit,
                    approx: self.approx.as_deref(),
                    estimate: self.estimate,
                    printed: &self.printed,
                    page: self.page,
                    note: self.note.as_ref(),
                    previous: self.previous.as_ref(),
                    base: self.base.as_ref(),
                    target: self.target.as_ref(),
                    restated: self.restated.as_ref(),
                    assurance: self.assurance.as_ref(),
                    codes: &self.codes,
                }
            }
        }
    };
}

quantity! {
    /// A headline number.
    struct Headline {
        /// What the document says it counts.
        pub basis: Words,
        /// The figures that add up to it.
        #[serde(default)]
        pub tally: Option<Tally>,
    }
}

quantity! {
    /// A quantity.
    struct Figure {}
}

/// A text in every language of the report, by the language's tag: `{"ko": "마스크", "en": "Masks"}`.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words(pub BTreeMap<String, String>);

source! {
    /// `report.json`: one published document.
    struct Report {
        /// Slug; the folder's name.
        pub id: String,
        /// The languages in which the report can be read, its own first, by their two letters of
        /// ISO 639-1; absent where it has Korean and English.
        #[serde(default)]
        pub languages: Option<Vec<String>>,
        /// A name of two or three words, for switching between reports.
        pub name: Words,
        /// Full title.
        pub title: Words,
        /// The whole title as the document prints it; absent where it prints none.
        #[serde(default)]
        pub printed_title: Option<String>,
        /// Second line of the title.
        pub subtitle: Words,
        /// Who published the document.
        pub publisher: Words,
        /// ISO date at the precision known.
        pub published: String,
        /// The time the data covers.
        pub period: Period,
        /// Number of pages.
        pub pages: u16,
        /// The publisher's terms, in our words.
        pub rights: Words,
        /// A ready citation, without a full stop: a section and its page may follow.
        pub citation: Words,
        /// Where the document can be read.
        #[serde(default)]
        pub document: Option<Document>,
        /// Units beside those that are built in.
        #[serde(default)]
        pub units: Vec<DeclaredUnit>,
        /// Services and companies.
        pub brands: Vec<Term>,
        /// For whom.
        pub audiences: Vec<Term>,
        /// What about.
        pub themes: Vec<Term>,
        /// Frameworks of disclosure, such as GRI or ESRS.
        #[serde(default)]
        pub frameworks: Vec<Framework>,
        /// Contradictions that concern the whole document.
        #[serde(default)]
        pub errata: Vec<Erratum>,
        /// Garbled letters of our source text, throughout the document.
        #[serde(default)]
        pub source_text: Vec<SourceNote>,
    }

    /// From when to when.
    struct Period {
        /// ISO date.
        pub from: String,
        /// ISO date, or null while it lasts or where it is one moment.
        pub to: Option<String>,
    }

    /// A value of the same quantity, in the same unit, at another time.
    struct Dated {
        /// Exact decimal, in quotes.
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        pub value: Value,
        /// A year or a month, such as 2023 or 2023-06.
        pub at: String,
    }

    /// A correction of what an earlier document printed.
    struct Restated {
        /// What was printed before, verbatim.
        pub before: String,
        /// Why it was corrected.
        pub reason: Words,
    }

    /// What an assurance provider says of a figure.
    struct Assurance {
        /// `limited` or `reasonable`.
        #[cfg_attr(feature = "schema", schemars(with = "AssuranceLevel"))]
        pub level: String,
        /// What was looked at.
        pub scope: Words,
    }

    /// A brand, audience or theme.
    struct Term {
        /// Slug.
        pub id: String,
        /// Shown name.
        pub name: Words,
    }

    /// A unit beside those that are built in.
    struct DeclaredUnit {
        /// Slug; not that of a built-in unit.
        pub id: String,
        /// What sort of quantity it measures.
        #[cfg_attr(feature = "schema", schemars(with = "Kind"))]
        pub kind: String,
        /// What stands behind a number: the Korean counter, the English plural or sign.
        pub plural: Words,
        /// What stands behind exactly one; as `plural` where it is absent.
        #[serde(default)]
        pub singular: Option<Words>,
        /// What is read aloud instead, where the sign would be misread.
        #[serde(default)]
        pub spoken: Option<Words>,
        /// The power of ten that is in the unit already: 6 in "million euros".
        #[serde(default)]
        pub scale: u8,
    }

    /// Where the document can be read: page numbers lead to its pages.
    struct Document {
        /// `https` address, without a fragment.
        pub url: String,
        /// SHA-256 of the file, in lower-case hexadecimal digits.
        #[serde(default)]
        pub sha256: Option<String>,
        /// What has to be added to a printed page to have its place in the file.
        #[serde(default)]
        pub page_offset: u16,
    }

    /// A framework that figures have codes of.
    struct Framework {
        /// Slug.
        pub id: String,
        /// Shown name.
        pub name: Words,
        /// Codes that are not disclosed.
        #[serde(default)]
        pub omissions: Vec<Omission>,
    }

    /// A code that is not disclosed.
    struct Omission {
        /// As the framework writes it.
        pub code: String,
        /// Why it is left out.
        pub reason: Words,
    }

    /// `part-<no>.json`: one part of the document.
    struct Part {
        /// Printed number.
        pub no: u8,
        /// Title.
        pub title: Words,
        /// What it is about.
        pub summary: Words,
        /// Page on which it opens.
        pub page: u16,
        /// The great numbers it opens with.
        pub headlines: Vec<Headline>,
        /// Contradictions about the part or its headlines.
        #[serde(default)]
        pub errata: Vec<Erratum>,
        /// Garbled letters of our source text.
        #[serde(default)]
        pub source_text: Vec<SourceNote>,
        /// Its sections.
        pub cards: Vec<Card>,
    }

    /// A sum that explains a headline.
    struct Tally {
        /// `card-id/figure-id`, each.
        pub terms: Vec<String>,
        /// What stays unexplained; "0" when it adds up.
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        pub remainder: Value,
        /// How the sum was found; required with a remainder.
        #[serde(default)]
        pub note: Option<Words>,
        /// A sentence that says what an exact sum hides; required where its
        /// terms are not exact.
        #[serde(default)]
        pub caveat: Option<Words>,
    }

    /// One section of the document.
    struct Card {
        /// Slug, unique in the report.
        pub id: String,
        /// Printed page.
        pub page: u16,
        /// Ids of brands, the leading one first.
        pub brands: Vec<String>,
        /// Ids of audiences.
        pub audiences: Vec<String>,
        /// Ids of themes.
        pub themes: Vec<String>,
        /// Our short title.
        pub title: Words,
        /// Heading as printed.
        pub printed_title: String,
        /// Odd names as printed.
        #[serde(default)]
        pub printed_names: Vec<String>,
        /// Two to four sentences.
        pub summary: Words,
        /// Dated events.
        #[serde(default)]
        pub dates: Vec<Date>,
        /// Organisations and people taking part.
        #[serde(default)]
        pub partners: Vec<Words>,
        /// Awards.
        #[serde(default)]
        pub awards: Vec<Words>,
        /// Quantities, the main one first.
        #[serde(default)]
        pub figures: Vec<Figure>,
        /// Points over time and breakdowns.
        #[serde(default)]
        pub series: Vec<Series>,
        /// Contradictions.
        #[serde(default)]
        pub errata: Vec<Erratum>,
        /// Garbled letters of our source text.
        #[serde(default)]
        pub source_text: Vec<SourceNote>,
        /// `card-id` here or `report-id/card-id` elsewhere.
        #[serde(default)]
        pub see: Vec<String>,
    }

    /// Something that happened.
    struct Date {
        /// ISO date at the precision printed.
        pub from: String,
        /// ISO date or null.
        pub to: Option<String>,
        /// What happened.
        pub what: Words,
    }

    /// Several values of one quantity.
    struct Series {
        /// Slug, unique in the card.
        pub id: String,
        /// `breakdown` or `over-time`.
        #[cfg_attr(feature = "schema", schemars(with = "SeriesKind"))]
        pub kind: String,
        /// What is counted.
        pub label: Words,
        /// What one of it is.
        #[cfg_attr(feature = "schema", schemars(with = "UnitName"))]
        pub unit: String,
        /// The values.
        pub points: Vec<Point>,
    }

    /// One value of a series.
    struct Point {
        /// ISO date (over-time) or slug (breakdown).
        pub at: String,
        /// The point's name.
        pub label: Words,
        /// Exact decimal, in quotes.
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        pub value: Value,
    }

    /// A place where our source text is garbled; not a fault of the document.
    struct SourceNote {
        /// What it concerns, as in an erratum.
        pub about: String,
        /// What the source text reads, verbatim.
        pub reads: Vec<String>,
        /// What we take the document to say.
        pub reading: Words,
    }

    /// A place where the document contradicts itself.
    struct Erratum {
        /// Slug.
        pub id: String,
        /// `title`, `summary`, `partners`, `report`, `figures/<id>`,
        /// `headlines/<id>`, `series/<id>` or `dates/<index>`.
        pub about: String,
        /// What sort of contradiction.
        #[cfg_attr(feature = "schema", schemars(with = "ErratumKind"))]
        pub kind: String,
        /// What each place says, verbatim.
        pub says: Vec<String>,
        /// Our reading.
        pub reading: Words,
        /// Why.
        pub why: Words,
    }
}
