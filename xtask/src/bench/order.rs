//! An order is what a person wants measured, at which sizes; or a page they want to keep.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// The numbers of cards measured unless told otherwise: one of today's reports, and far past it.
pub const SIZES: [usize; 4] = [47, 1_000, 10_000, 100_000];

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
    /// The standalone page of `dist/`, as Lighthouse judges it.
    Lighthouse,
}

impl Part {
    /// All parts, in the order of measuring.
    pub const ALL: [Self; 5] =
        [Self::Search, Self::Engines, Self::Browser, Self::Counters, Self::Lighthouse];

    fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Engines => "engines",
            Self::Browser => "browser",
            Self::Counters => "counters",
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

    /// Refuses what contradicts itself.
    pub fn check(self) -> Result<Self, String> {
        if self.keep.is_some() && (self.sizes.len() != 1 || !self.only.is_empty()) {
            return Err("--keep goes with one --cards and with nothing else".into());
        }
        Ok(self)
    }

    /// Whether a part is to be measured.
    pub fn has(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// The numbers of cards to measure.
    pub fn cards(&self) -> Vec<usize> {
        if self.sizes.is_empty() { SIZES.into() } else { self.sizes.iter().copied().collect() }
    }

    /// The page to keep: its folder, and its number of cards.
    pub fn kept(&self) -> Option<(&PathBuf, usize)> {
        Some((self.keep.as_ref()?, *self.sizes.first()?))
    }
}
