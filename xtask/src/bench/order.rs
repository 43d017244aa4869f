//! An order is what a person wants measured, at which sizes; or a page they want to keep.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The numbers of cards measured unless told otherwise: one of today's reports, and far past it.
pub const SIZES: [usize; 4] = [47, 1_000, 10_000, 100_000];

/// How many times each page is loaded unless told otherwise.
const RUNS: usize = 5;

/// Something that can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Searching, without a browser.
    Search,
    /// Other engines searching the same texts, and how much each finds.
    Engines,
    /// From a keystroke to the painted result.
    Browser,
    /// Running digits.
    Counters,
    /// Opening the standalone page of `dist/`.
    Startup,
    /// From a keystroke or a filter to the painted result, in the report of `dist/`.
    Filter,
    /// Waiting for the page of `dist/` on a slow network.
    Usable,
    /// The page of `dist/` beside pages that were made with other frameworks.
    Peers,
    /// The standalone page of `dist/`, as Lighthouse judges it.
    Lighthouse,
}

impl Part {
    /// All parts, in the order of measuring.
    pub const ALL: [Self; 9] = [
        Self::Search,
        Self::Engines,
        Self::Browser,
        Self::Counters,
        Self::Startup,
        Self::Filter,
        Self::Usable,
        Self::Peers,
        Self::Lighthouse,
    ];

    /// What is measured of whole pages, one beside the other.
    pub const OF_PAGES: [Self; 3] = [Self::Startup, Self::Filter, Self::Usable];

    /// The word by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Engines => "engines",
            Self::Browser => "browser",
            Self::Counters => "counters",
            Self::Startup => "startup",
            Self::Filter => "filter",
            Self::Usable => "usable",
            Self::Peers => "peers",
            Self::Lighthouse => "lighthouse",
        }
    }
}

/// What a person wants from `cargo xtask bench`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    only: BTreeSet<Part>,
    sizes: BTreeSet<usize>,
    keep: Option<PathBuf>,
    beside: Option<PathBuf>,
    runs: Option<usize>,
}

impl Order {
    /// Adds parts to those that are wanted, separated by commas.
    pub fn only(&mut self, names: &str) -> Result<(), String> {
        for name in names.split(',') {
            let part = Part::ALL.into_iter().find(|part| part.name() == name.trim());
            self.only.insert(part.ok_or_else(|| format!("\"{name}\" cannot be measured"))?);
        }
        Ok(())
    }

    /// Adds numbers of cards, separated by commas.
    pub fn sizes(&mut self, numbers: &str) -> Result<(), String> {
        for number in numbers.split(',') {
            let cards = number.trim().parse().ok().filter(|cards| *cards > 0);
            self.sizes.insert(cards.ok_or_else(|| format!("\"{number}\" is no number of cards"))?);
        }
        Ok(())
    }

    /// Asks for a page to keep in this folder.
    pub fn keep(&mut self, folder: PathBuf) {
        self.keep = Some(folder);
    }

    /// Asks for another build, in this folder, to be measured in turns with `dist/`.
    pub fn beside(&mut self, folder: PathBuf) {
        self.beside = Some(folder);
    }

    /// Asks for this many loads of each page.
    pub fn runs(&mut self, number: &str) -> Result<(), String> {
        let runs = number.parse().ok().filter(|runs| *runs > 0);
        self.runs = Some(runs.ok_or_else(|| format!("\"{number}\" is no number of runs"))?);
        Ok(())
    }

    /// Refuses what contradicts itself.
    pub fn check(self) -> Result<Self, String> {
        let measures_pages = Part::OF_PAGES.into_iter().any(|part| self.has(part));
        let is_of_pages = self.beside.is_some() || self.runs.is_some();
        if self.keep.is_some() && (self.sizes.len() != 1 || !self.only.is_empty() || is_of_pages) {
            return Err("--keep goes with one --cards and with nothing else".into());
        }
        if is_of_pages && !measures_pages {
            return Err("--beside and --runs go with startup, filter, usable or peers".into());
        }
        Ok(self)
    }

    /// Whether a part is to be measured. Peers alone stand for all that is measured of pages.
    pub fn has(&self, part: Part) -> bool {
        let is_named = |part| self.only.contains(&part);
        let is_implied = Part::OF_PAGES.contains(&part)
            && is_named(Part::Peers)
            && !Part::OF_PAGES.into_iter().any(is_named);
        self.only.is_empty() || is_named(part) || is_implied
    }

    /// The numbers of cards to measure.
    pub fn cards(&self) -> Vec<usize> {
        if self.sizes.is_empty() { SIZES.into() } else { self.sizes.iter().copied().collect() }
    }

    /// How many times to load each page.
    pub fn loads(&self) -> usize {
        self.runs.unwrap_or(RUNS)
    }

    /// The folder of the other build.
    pub fn other_build(&self) -> Option<&Path> {
        self.beside.as_deref()
    }

    /// The page to keep: its folder, and its number of cards.
    pub fn kept(&self) -> Option<(&PathBuf, usize)> {
        Some((self.keep.as_ref()?, *self.sizes.first()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::HELP;

    #[test]
    fn the_help_names_every_part() {
        for part in Part::ALL {
            assert!(HELP.contains(part.name()), "{}", part.name());
        }
    }

    #[test]
    fn peers_alone_are_measured_in_every_way() {
        for (names, expected) in [
            ("peers", vec![Part::Startup, Part::Filter, Part::Usable, Part::Peers]),
            ("peers,filter", vec![Part::Filter, Part::Peers]),
            ("startup,search", vec![Part::Search, Part::Startup]),
        ] {
            let mut order = Order::default();
            order.only(names).unwrap();
            let parts: Vec<_> = Part::ALL.into_iter().filter(|part| order.has(*part)).collect();
            assert_eq!(parts, expected, "{names}");
        }
    }
}
