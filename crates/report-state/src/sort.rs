//! The orders in which cards can be shown.

/// An order of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// As the document prints them; while searching, the best match first.
    #[default]
    Report,
    /// By the main figure, largest first. Figures are compared within one
    /// unit only; the unit most cards share comes first, and cards without a
    /// figure last.
    Size,
    /// By the first date, earliest first, cards without a date last.
    Date,
}

impl Sort {
    /// All orders, as the choice offers them.
    pub const ALL: [Self; 3] = [Self::Report, Self::Size, Self::Date];

    /// The word used in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Size => "size",
            Self::Date => "date",
        }
    }

    /// The order with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id() == id)
    }
}
