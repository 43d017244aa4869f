//! One moment of a reader: everything that decides what the page shows.

use std::ops::Range;

use super::edition::Edition;
use super::errata::Only;
use crate::report::{Lang, Unit};
use crate::search::{Facet, Index, Results};
use crate::state::{Sort, ViewState};

/// Cards drawn at once when something else is looked for: what a reader sees,
/// and a margin.
pub const AT_ONCE: usize = 12;
/// Cards drawn without being asked for, once the page is idle, where there are
/// no more than this; so that the browser's own search reaches all of them.
pub const WHOLE: usize = 60;
/// Closed cards filled at a time while the page is idle: a few milliseconds of
/// a phone, so that whoever touches it then is not kept waiting.
pub const FILLED: usize = 6;
/// Cards drawn more whenever the end of the drawn ones is near.
pub const STEP: usize = 32;

/// What lies on the reader's desk beside the view: how far the page is drawn
/// and what stands open in it. It changes the page, never the address.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The language spoken.
    pub lang: Lang,
    /// The part on screen, told by the edge while the reader scrolls.
    pub here: Option<u8>,
    /// Which cards of the result are drawn; grows as the reader scrolls.
    pub drawn: Range<usize>,
    /// Whether the reader may be typing on, so that what is not seen waits.
    pub hurried: bool,
    /// The cards standing open.
    pub opened: Vec<u32>,
    /// How many cards of the report are filled though they stand closed; past
    /// all of them, the errata are too. It grows while the page is idle, so
    /// that the browser's own search reaches them, and before printing.
    pub filled: usize,
    /// Which errata are shown.
    pub errata: Only,
    /// A short message for everyone, screen readers included.
    pub notice: String,
}

/// Cards that stand under one heading, or under none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Those of a part, as the document prints them.
    Part(u8),
    /// Those whose main figures can be compared: of one unit, or without any.
    Unit(Option<Unit>),
    /// All of them.
    All,
}

/// One moment of a reader.
#[derive(Clone, Copy)]
pub struct Moment<'m> {
    /// Report and language.
    pub edition: Edition,
    /// The view.
    pub state: &'m ViewState,
    /// The report, made ready for searching.
    pub index: &'m Index,
    /// The cards found.
    pub results: &'m Results,
    /// How far the page is drawn.
    pub desk: &'m Desk,
    /// Whether the report switcher and the footer's tools are offered.
    pub tools: bool,
}

impl<'m> Moment<'m> {
    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.state.query.trim().is_empty() && self.state.filters.is_empty()
    }

    /// Whether cards stand in another order than the report's, and so not
    /// under their parts.
    #[must_use]
    pub fn is_ranked(&self) -> bool {
        self.state.sort != Sort::Report || !self.results.query.is_empty()
    }

    /// The name of a value that can be chosen.
    #[must_use]
    pub fn choice(&self, facet: Facet, id: &str) -> &'m str {
        let choice = self.index.choices(facet).find(|choice| choice.id == id);
        choice.map_or("", |choice| choice.name(self.edition.lang))
    }

    /// How many cards were found.
    #[must_use]
    pub fn found(&self) -> usize {
        self.results.cards.len()
    }

    /// The cards drawn.
    #[must_use]
    pub fn shown(&self) -> &'m [u32] {
        let cards = &self.results.cards;
        let Range { start, end } = self.desk.drawn;
        &cards[start.min(cards.len())..end.min(cards.len())]
    }

    /// The headings under which cards stand, in order.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        if !self.is_ranked() {
            return self.edition.report.parts.iter().map(|part| Group::Part(part.no)).collect();
        }
        if self.state.sort != Sort::Size {
            return vec![Group::All];
        }
        let mut groups: Vec<Group> = Vec::new();
        for card in &self.results.cards {
            let group = self.group(*card);
            if groups.last() != Some(&group) {
                groups.push(group);
            }
        }
        groups
    }

    /// The cards drawn under a heading.
    #[must_use]
    pub fn shown_of(&self, group: Group) -> Vec<u32> {
        self.shown().iter().copied().filter(|card| self.group(*card) == group).collect()
    }

    fn group(&self, card: u32) -> Group {
        let card = &self.edition.report.cards[card as usize];
        match self.state.sort {
            Sort::Size => Group::Unit(card.figures.first().map(|figure| figure.unit)),
            Sort::Report if !self.is_ranked() => Group::Part(card.part),
            Sort::Report | Sort::Date => Group::All,
        }
    }

    /// Whether a card stands open.
    #[must_use]
    pub fn is_open(&self, card: u32) -> bool {
        self.desk.opened.contains(&card)
    }

    /// Whether a card is filled though it stands closed.
    #[must_use]
    pub fn fills(&self, card: u32) -> bool {
        (card as usize) < self.desk.filled
    }

    /// Whether everything that stands closed is filled.
    #[must_use]
    pub fn fills_all(&self) -> bool {
        self.desk.filled > self.edition.report.cards.len()
    }
}
