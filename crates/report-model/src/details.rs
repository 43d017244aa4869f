//! What a document says of a figure beside its value: other periods, corrections, assurance, codes.

use serde::Deserialize;

use super::{Date, Decimal, Text};

/// What a document says of a figure beside its value. Most figures have none of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// The value of an earlier period.
    pub previous: Option<Dated>,
    /// The value of the year from which the way to the target is measured.
    pub base: Option<Dated>,
    /// What the publisher wants to reach, and when.
    pub target: Option<Dated>,
    /// What was printed before the value was corrected.
    pub restated: Option<Restated>,
    /// Who has looked at it, and how closely.
    pub assurance: Option<Assurance>,
    /// Indices into [`Report::codes`](super::Report::codes).
    pub codes: Vec<u16>,
}

/// A value of the same quantity, in the same unit, at another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The exact value.
    pub value: Decimal,
    /// A year or a month.
    pub at: Date,
}

/// A correction of what an earlier document printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restated {
    /// What was printed before, verbatim.
    pub before: &'static str,
    /// Why it was corrected.
    pub reason: Text,
}

/// What an assurance provider says of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assurance {
    /// How closely it was looked at.
    pub level: AssuranceLevel,
    /// What was looked at.
    pub scope: Text,
}

/// The two levels of assurance engagements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AssuranceLevel {
    /// Nothing was found that contradicts it.
    Limited,
    /// It was found to be right.
    Reasonable,
}

impl AssuranceLevel {
    /// Both levels.
    pub const ALL: [Self; 2] = [Self::Limited, Self::Reasonable];
}
