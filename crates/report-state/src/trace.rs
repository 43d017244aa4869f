//! The number a reader asked about.

use report_model::{Card, Figure, FigureRef, Headline, Part, Report};
use report_text::text;

/// A number whose origin is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// A headline number of a part.
    Headline {
        /// Printed number of the part.
        part: u8,
        /// Index into [`Part::headlines`].
        headline: u16,
    },
    /// A figure of a card.
    Figure(FigureRef),
}

impl Trace {
    /// The headline asked about, with its part.
    #[must_use]
    pub fn headline(self, report: &Report) -> Option<(&Part, &Headline)> {
        match self {
            Self::Headline { part, headline } => {
                let part = report.part(part)?;
                Some((part, part.headlines.get(usize::from(headline))?))
            }
            Self::Figure(_) => None,
        }
    }

    /// The figure asked about, with its card.
    #[must_use]
    pub fn figure(self, report: &Report) -> Option<(&Card, &Figure)> {
        match self {
            Self::Headline { .. } => None,
            Self::Figure(figure) => report.term(figure),
        }
    }

    /// How addresses write it: `part-2/reach`, `unused-vaccine/cost`.
    #[must_use]
    pub fn id(self, report: &Report) -> Option<String> {
        match self {
            Self::Headline { part, .. } => {
                let (_, headline) = self.headline(report)?;
                Some(text!("part-", part, "/", headline.figure.id))
            }
            Self::Figure(_) => {
                let (card, figure) = self.figure(report)?;
                Some(text!(card.id, "/", figure.id))
            }
        }
    }

    /// Reads what [`Trace::id`] wrote. A headline is tried first, so a card
    /// named like a part never hides one.
    #[must_use]
    pub fn from_id(id: &str, report: &Report) -> Option<Self> {
        let (holder, figure) = id.split_once('/')?;
        Self::headline_from(holder, figure, report)
            .or_else(|| Self::figure_from(holder, figure, report))
    }

    fn headline_from(holder: &str, id: &str, report: &Report) -> Option<Self> {
        let part = report.part(holder.strip_prefix("part-")?.parse().ok()?)?;
        let headline = part.headlines.iter().position(|headline| headline.figure.id == id)?;
        Some(Self::Headline { part: part.no, headline: u16::try_from(headline).ok()? })
    }

    fn figure_from(holder: &str, id: &str, report: &Report) -> Option<Self> {
        let card = report.card_index(holder)?;
        let figures = &report.cards[card as usize].figures;
        let figure = u16::try_from(figures.iter().position(|figure| figure.id == id)?).ok()?;
        Some(Self::Figure(FigureRef { card, figure }))
    }
}
