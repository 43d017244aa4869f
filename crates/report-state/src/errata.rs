//! Which errata of a report are listed.

use report_model::{Erratum, ErratumKind, Report};

/// An erratum with the place it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct PlacedErratum {
    /// Number of its part; none for the report as a whole.
    pub part: Option<u8>,
    /// Index of its card; none for a part or the report.
    pub card: Option<u32>,
    /// The erratum.
    pub erratum: &'static Erratum,
}

/// Which errata are listed: of one part, of one kind, of both, or all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ErrataFilter {
    /// Those of this part.
    pub part: Option<u8>,
    /// Those of this kind.
    pub kind: Option<ErratumKind>,
}

impl ErrataFilter {
    /// Chooses what `choice` names, or gives it up if it was chosen.
    pub fn toggle(&mut self, choice: Self) {
        if choice.kind.is_some() {
            self.kind = choice.kind.filter(|_| self.kind != choice.kind);
        }
        if choice.part.is_some() {
            self.part = choice.part.filter(|_| self.part != choice.part);
        }
    }

    /// Whether what `choice` names is chosen.
    #[must_use]
    pub fn has(self, choice: Self) -> bool {
        (choice.kind.is_some() && self.kind == choice.kind)
            || (choice.part.is_some() && self.part == choice.part)
    }

    fn matches(self, placed: &PlacedErratum) -> bool {
        self.kind.is_none_or(|kind| placed.erratum.kind == kind)
            && self.part.is_none_or(|part| placed.part == Some(part))
    }
}

/// The errata of a report that a filter leaves, in the order of its pages.
#[must_use]
pub fn listed(report: &'static Report, filter: ErrataFilter) -> Vec<PlacedErratum> {
    let mut all = Vec::new();
    let mut add = |part, card, errata: &'static [Erratum]| {
        all.extend(errata.iter().map(|erratum| PlacedErratum { part, card, erratum }));
    };
    add(None, None, &report.errata);
    for part in &report.parts {
        add(Some(part.no), None, &part.errata);
        for (index, card) in (0_u32..).zip(&report.cards) {
            if card.part == part.no {
                add(Some(part.no), Some(index), &card.errata);
            }
        }
    }
    all.retain(|placed| filter.matches(placed));
    all
}

/// What a report's errata can be filtered by: the kinds it has, and its parts.
#[must_use]
pub fn choices(report: &'static Report) -> Vec<ErrataFilter> {
    let all = listed(report, ErrataFilter::default());
    let has = |kind: &ErratumKind| all.iter().any(|placed| placed.erratum.kind == *kind);
    let kinds = ErratumKind::ALL.into_iter().filter(has);
    let kinds = kinds.map(|kind| ErrataFilter { kind: Some(kind), part: None });
    let parts = report.parts.iter().map(|part| ErrataFilter { part: Some(part.no), kind: None });
    kinds.chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_bundle::library;

    #[test]
    fn a_choice_is_toggled_and_kinds_and_parts_narrow_each_other() {
        let report = &library().reports[0];
        let all = listed(report, ErrataFilter::default()).len();
        for choice in choices(report) {
            let mut filter = ErrataFilter::default();
            filter.toggle(choice);
            assert!(filter.has(choice));
            let some = listed(report, filter).len();
            assert!(some <= all, "{choice:?} lists {some} of {all}");
            filter.toggle(choice);
            assert_eq!(filter, ErrataFilter::default());
        }
    }
}
