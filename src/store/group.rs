//! The headings under which cards are listed.

use crate::report::{Report, Unit};
use crate::search::Results;
use crate::state::{RouteState, Sort};

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

/// Keys of groups in a list: parts by their numbers, units from here on.
const UNITS: u32 = 1000;
const NO_UNIT: u32 = 998;
const ALL: u32 = 999;

impl Group {
    /// The key of the group's list; [`Group::from_key`] reads it.
    #[must_use]
    pub fn key(self, report: &Report) -> u32 {
        let position = |wanted| (UNITS..).zip(units(report)).find(|(_, unit)| *unit == wanted);
        match self {
            Self::Part(no) => u32::from(no),
            Self::Unit(unit) => unit.and_then(position).map_or(NO_UNIT, |(key, _)| key),
            Self::All => ALL,
        }
    }

    /// The group with this key.
    #[must_use]
    pub fn from_key(key: u32, report: &Report) -> Self {
        match (u8::try_from(key), key) {
            (Ok(no), _) => Self::Part(no),
            (_, UNITS..) => Self::Unit(units(report).nth((key - UNITS) as usize)),
            (_, NO_UNIT) => Self::Unit(None),
            _ => Self::All,
        }
    }

    /// The group a card belongs to.
    #[must_use]
    pub fn of(card: u32, report: &Report, order: Order) -> Self {
        let card = &report.cards[card as usize];
        match order {
            Order::Report => Self::Part(card.part),
            Order::Size => Self::Unit(card.figures.first().map(|figure| figure.unit)),
            Order::Ranked => Self::All,
        }
    }
}

/// The units that figures of a report can have.
fn units(report: &Report) -> impl Iterator<Item = Unit> {
    let declared = report.units.iter().map(|unit| Unit::Declared(unit));
    Unit::ALL.into_iter().chain(declared)
}

/// How cards are grouped in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As the document prints them, part by part.
    Report,
    /// By size, unit by unit.
    Size,
    /// By date, or the best match first: in one list.
    Ranked,
}

impl Order {
    /// The order of a view.
    #[must_use]
    pub fn of(route: &RouteState, results: &Results) -> Self {
        match route.sort {
            Sort::Size => Self::Size,
            Sort::Report if results.query.is_empty() => Self::Report,
            Sort::Report | Sort::Date => Self::Ranked,
        }
    }
}

/// The headings of a view, in order: all parts of a report, or the groups that have cards.
#[must_use]
pub fn groups(report: &Report, results: &Results, order: Order) -> Vec<Group> {
    match order {
        Order::Report => report.parts.iter().map(|part| Group::Part(part.no)).collect(),
        Order::Ranked => vec![Group::All],
        Order::Size => {
            let mut groups: Vec<Group> = Vec::new();
            for card in &results.cards {
                let group = Group::of(*card, report, order);
                if groups.last() != Some(&group) {
                    groups.push(group);
                }
            }
            groups
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;
    use crate::report::{DeclaredUnit, Kind, Text};

    #[test]
    fn every_group_has_a_key_of_its_own_that_leads_back_to_it() {
        let text = Text::new("", "");
        let unit: &DeclaredUnit = Box::leak(Box::new(DeclaredUnit {
            id: "kg-per-user",
            kind: Kind::Environment,
            singular: text,
            plural: text,
            spoken: None,
            scale: 0,
        }));
        let report = Report { units: vec![unit], ..library().reports[0].clone() };
        let parts = (0..=u8::MAX).map(Group::Part);
        assert_eq!(units(&report).last(), Some(Unit::Declared(unit)));
        let units = units(&report).map(|unit| Group::Unit(Some(unit)));
        for group in parts.chain(units).chain([Group::Unit(None), Group::All]) {
            assert_eq!(Group::from_key(group.key(&report), &report), group);
        }
    }
}
