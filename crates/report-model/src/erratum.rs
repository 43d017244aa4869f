//! Two kinds of discrepancies, which never mix: errata, where the document
//! says one thing in two ways, and source notes, where only the text that we
//! worked from is garbled.

use serde::Deserialize;

use super::Text;

/// A place where the document says one thing in two ways, or omits what it
/// needs. Shown as the document's own.
#[derive(Debug, Clone)]
pub struct Erratum {
    /// Slug, unique in its card, part or report.
    pub id: &'static str,
    /// What it concerns.
    pub about: About,
    /// What sort of contradiction it is.
    pub kind: ErratumKind,
    /// What each place says, verbatim.
    pub says: Vec<&'static str>,
    /// What we take it to mean.
    pub reading: Text,
    /// Why.
    pub why: Text,
}

/// A place where our source text (read off the document's pages) has other
/// letters than the document must have. Never attributed to the publisher.
#[derive(Debug, Clone)]
pub struct SourceNote {
    /// What it concerns.
    pub about: About,
    /// What the source text reads, verbatim.
    pub reads: Vec<&'static str>,
    /// What we take the document to say.
    pub reading: Text,
}

/// The thing an erratum or a source note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The heading.
    Title,
    /// The running text.
    Summary,
    /// A figure of the card, by index.
    Figure(u16),
    /// A headline of the part, by index.
    Headline(u16),
    /// A dated event of the card, by index.
    Date(u16),
    /// A series of the card, by index.
    Series(u16),
    /// The partners named.
    Partners,
    /// The document as a whole.
    Report,
}

/// Sorts of contradiction, for filtering the errata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ErratumKind {
    /// Two places print different quantities.
    Figures,
    /// A rounded form that differs from the exact one.
    Rounding,
    /// Amounts that do not add up.
    Sum,
    /// A missing or impossible date.
    Date,
    /// The unit changes between places.
    Unit,
    /// A changing name.
    Name,
    /// A heading that differs from the contents.
    Heading,
    /// Page or order that differs from the contents.
    Order,
    /// Unclear or misplaced text.
    Wording,
}

impl ErratumKind {
    /// All kinds, in the order in which filters show them.
    pub const ALL: [Self; 9] = [
        Self::Figures,
        Self::Sum,
        Self::Rounding,
        Self::Unit,
        Self::Date,
        Self::Name,
        Self::Heading,
        Self::Order,
        Self::Wording,
    ];

    /// The name used in the data, and in `data-kind`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Rounding => "rounding",
            Self::Sum => "sum",
            Self::Date => "date",
            Self::Unit => "unit",
            Self::Name => "name",
            Self::Heading => "heading",
            Self::Order => "order",
            Self::Wording => "wording",
        }
    }
}
