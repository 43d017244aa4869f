//! Facets: the properties that cards are filtered by. Values of one facet are joined by "or",
//! facets by "and".

use std::borrow::Cow;

use report_text::text;

use super::{Card, Kind, Lang, Report, Term, Text};

/// A property that cards are filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The part the card stands in.
    Part,
    /// The service or company.
    Brand,
    /// For whom a service was made.
    Audience,
    /// What it was about.
    Theme,
    /// A year in which something of the card happened.
    Year,
    /// A sort of quantity the card gives.
    Kind,
    /// A framework that a figure of the card has a code of.
    Framework,
}

impl Facet {
    /// All facets, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Part,
        Self::Brand,
        Self::Audience,
        Self::Theme,
        Self::Year,
        Self::Kind,
        Self::Framework,
    ];

    /// The word used in addresses and in `data-facet`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Brand => "brand",
            Self::Audience => "audience",
            Self::Theme => "theme",
            Self::Year => "year",
            Self::Kind => "kind",
            Self::Framework => "framework",
        }
    }

    /// The facet with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.id() == id)
    }

    /// Puts the card's values in this facet into `keys`, ascending, each once. A key is a
    /// part's number, a year, or a position in the report's list or in
    /// [`Kind::ALL`], so ascending is the order in which they are offered.
    pub fn card_keys(self, report: &Report, card: &Card, keys: &mut Vec<u16>) {
        keys.clear();
        match self {
            Self::Part => keys.push(u16::from(card.part)),
            Self::Brand => card.brands.iter().for_each(|key| add(keys, *key)),
            Self::Audience => card.audiences.iter().for_each(|key| add(keys, *key)),
            Self::Theme => card.themes.iter().for_each(|key| add(keys, *key)),
            Self::Year => {
                for event in &card.dates {
                    let (first, last) = event.span.years();
                    (first..=last).for_each(|key| add(keys, key));
                }
            }
            Self::Kind => {
                let kinds = card.figures.iter().map(|figure| figure.unit.kind());
                keys.extend((0..).zip(Kind::ALL).filter_map(|(key, kind)| {
                    kinds.clone().any(|other| other == kind).then_some(key)
                }));
            }
            Self::Framework => {
                for code in card.codes() {
                    add(keys, report.codes[usize::from(code)].framework);
                }
            }
        }
    }

    /// The distinct keys of all cards of a report, ascending.
    #[must_use]
    pub fn report_keys(self, report: &Report) -> Vec<u16> {
        let (mut all, mut of_card) = (Vec::new(), Vec::new());
        for card in &report.cards {
            self.card_keys(report, card, &mut of_card);
            for key in &of_card {
                add(&mut all, *key);
            }
        }
        all
    }

    /// The values that at least one card of a report has: in the report's order, years ascending.
    #[must_use]
    pub fn choices(self, report: &Report) -> Vec<Choice> {
        self.report_keys(report).into_iter().map(|key| self.choice(key, report)).collect()
    }

    /// What a key stands for.
    ///
    /// # Panics
    /// When no card of the report has the key.
    #[must_use]
    pub fn choice(self, key: u16, report: &Report) -> Choice {
        self.known(key, report).expect("keys come from the report's own cards")
    }

    fn known(self, key: u16, report: &Report) -> Option<Choice> {
        let term = |terms: &[Term]| {
            let term = terms.get(usize::from(key))?;
            Some(Choice::new(term.id, term.name))
        };
        match self {
            Self::Part => {
                let part = report.part(u8::try_from(key).ok()?)?;
                Some(Choice::new(text!(key), part.title))
            }
            Self::Brand => term(&report.brands),
            Self::Audience => term(&report.audiences),
            Self::Theme => term(&report.themes),
            Self::Year => {
                Some(Choice { id: text!(key).into(), name: ChoiceName::Year(text!(key, "년")) })
            }
            Self::Kind => {
                let kind = Kind::ALL.get(usize::from(key))?;
                Some(Choice::new(kind.id(), kind.name()))
            }
            Self::Framework => {
                let framework = report.frameworks.get(usize::from(key))?;
                Some(Choice::new(framework.id, framework.name))
            }
        }
    }
}

/// A value a reader can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What addresses and `data-value` carry: a slug, a part's number, a year.
    pub id: Cow<'static, str>,
    name: ChoiceName,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ChoiceName {
    Text(Text),
    /// A year in Korean; other languages write its number alone.
    Year(String),
}

impl Choice {
    /// The name shown: a part's title, a brand, `2020년`.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match (&self.name, lang) {
            (ChoiceName::Text(text), _) => text.get(lang),
            (ChoiceName::Year(year), Lang::Ko) => year,
            (ChoiceName::Year(_), _) => &self.id,
        }
    }

    fn new(id: impl Into<Cow<'static, str>>, name: Text) -> Self {
        Self { id: id.into(), name: ChoiceName::Text(name) }
    }
}

/// Adds a key in its place, once. The lists are short.
fn add(keys: &mut Vec<u16>, key: u16) {
    if let Err(at) = keys.binary_search(&key) {
        keys.insert(at, key);
    }
}
