//! References between cards, and what a part may refer to in its report.

use std::collections::HashMap;

use super::parsed::Parsed;
use super::source;
use report_model::{Code, Date, DeclaredUnit, Link};

/// The ids of all cards of the bundle, for links between reports.
pub struct CardIds(HashMap<String, (u16, HashMap<String, u32>)>);

impl CardIds {
    /// The ids in these reports. Of an id that stands twice, which is an error, the first counts.
    pub fn of(reports: &[Parsed]) -> Self {
        let mut ids = HashMap::new();
        for (position, parsed) in (0..).zip(reports) {
            let mut cards = HashMap::new();
            for (index, card) in (0..).zip(parsed.parts.iter().flat_map(|(_, part)| &part.cards)) {
                cards.entry(card.id.clone()).or_insert(index);
            }
            ids.entry(parsed.report.id.clone()).or_insert((position, cards));
        }
        Self(ids)
    }

    /// Resolves `card-id` (in the report `here`) or `report-id/card-id`.
    fn link(&self, here: &str, name: &str) -> Option<Link> {
        let (report, card) = name.split_once('/').unwrap_or((here, name));
        let (report, cards) = self.0.get(report)?;
        Some(Link { report: *report, card: *cards.get(card)? })
    }
}

/// What checking a part needs to know of its report.
pub struct Context<'a> {
    pub report: &'a source::Report,
    pub card_ids: &'a CardIds,
    pub brands: Vec<&'static str>,
    pub audiences: Vec<&'static str>,
    pub themes: Vec<&'static str>,
    /// Ids of the report's frameworks.
    pub frameworks: Vec<&'static str>,
    /// The codes that its figures have.
    pub codes: Vec<Code>,
    /// The units that it declares.
    pub units: Vec<&'static DeclaredUnit>,
    /// The end of the report's period, which its figures are of.
    pub now: Option<Date>,
}

impl Context<'_> {
    /// Resolves `card-id` (in this report) or `report-id/card-id`.
    pub fn link(&self, name: &str) -> Option<Link> {
        self.card_ids.link(&self.report.id, name)
    }
}
