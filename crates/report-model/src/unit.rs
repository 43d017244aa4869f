//! Units: what one of a figure is, its counter in Korean, its noun in English. Most are built in; a report
//! can declare others.

use serde::Deserialize;

use super::{Lang, Locale, Text, Translations};

/// What is counted: a closed set and what a report declares, so that no figure is shown without a
/// counter that was thought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs, reason = "the table below says what each unit is in both languages")]
pub enum Unit {
    People,
    Times,
    Views,
    Cases,
    Messages,
    Won,
    Items,
    Places,
    Vehicles,
    Devices,
    Sheets,
    Tonnes,
    Percent,
    Days,
    Weeks,
    Months,
    Years,
    Minutes,
    Age,
    Works,
    Apps,
    Topics,
    Courses,
    Fundraisers,
    Issues,
    Ratio,
    Klay,
    Rank,
    Points,
    Rounds,
    Grades,
    Organisations,
    Events,
    #[serde(rename = "tco2e")]
    CarbonTonnes,
    #[serde(rename = "mwh")]
    MegawattHours,
    #[serde(rename = "tj")]
    Terajoules,
    #[serde(rename = "cubic-metres")]
    CubicMetres,
    #[serde(rename = "hectares")]
    Hectares,
    #[serde(rename = "eur")]
    Euros,
    #[serde(rename = "usd")]
    Dollars,
    #[serde(rename = "percentage-points")]
    PercentagePoints,
    #[serde(rename = "per-million-hours")]
    PerMillionHours,
    #[serde(skip)]
    Declared(&'static DeclaredUnit),
}

/// A unit that a report declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeclaredUnit {
    /// The name used in the data, and in what is exported.
    pub id: &'static str,
    /// What sort of quantity it measures.
    pub kind: Kind,
    /// What stands right behind exactly one, as [`Unit::counter`] says it.
    pub singular: Text,
    /// What stands right behind any other number.
    pub plural: Text,
    /// What is read aloud instead, where the sign would be misread.
    pub spoken: Option<Text>,
    /// The power of ten that is in the unit already: 6 in "million euros".
    pub scale: u8,
}

/// What sort of quantity a unit measures; readers filter figures by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// People reached or taking part.
    People,
    /// Uses, views, messages and bookings.
    Use,
    /// Money.
    Money,
    /// Things made, given or sold.
    Things,
    /// Places and organisations.
    Places,
    /// Shares and ratios.
    Share,
    /// Lengths of time and ages.
    Time,
    /// Programmes, works, topics and the like.
    Programmes,
    /// Emissions, energy, water and land.
    Environment,
}

impl Kind {
    /// All kinds, in the order in which filters show them.
    pub const ALL: [Self; 9] = [
        Self::People,
        Self::Use,
        Self::Money,
        Self::Things,
        Self::Places,
        Self::Programmes,
        Self::Environment,
        Self::Share,
        Self::Time,
    ];

    /// Slug used in addresses and in `data-value`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Use => "use",
            Self::Money => "money",
            Self::Things => "things",
            Self::Places => "places",
            Self::Share => "share",
            Self::Time => "time",
            Self::Programmes => "programmes",
            Self::Environment => "environment",
        }
    }

    /// The name shown.
    #[must_use]
    pub fn name(self) -> Text {
        static NAMES: [Translations; Kind::ALL.len()] = [
            Translations::new("사람", "People"),
            Translations::new("이용·조회", "Uses and views"),
            Translations::new("금액", "Money"),
            Translations::new("물품", "Things"),
            Translations::new("장소·기관", "Places"),
            Translations::new("비율", "Shares"),
            Translations::new("기간", "Time"),
            Translations::new("프로그램", "Programmes"),
            Translations::new("환경", "Environment"),
        ];
        Text::constant(&NAMES[self as usize])
    }
}

impl Unit {
    /// The name used in the data, and in what is exported.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Times => "times",
            Self::Views => "views",
            Self::Cases => "cases",
            Self::Messages => "messages",
            Self::Won => "won",
            Self::Items => "items",
            Self::Places => "places",
            Self::Vehicles => "vehicles",
            Self::Devices => "devices",
            Self::Sheets => "sheets",
            Self::Tonnes => "tonnes",
            Self::Percent => "percent",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
            Self::Minutes => "minutes",
            Self::Age => "age",
            Self::Works => "works",
            Self::Apps => "apps",
            Self::Topics => "topics",
            Self::Courses => "courses",
            Self::Fundraisers => "fundraisers",
            Self::Issues => "issues",
            Self::Ratio => "ratio",
            Self::Klay => "klay",
            Self::Rank => "rank",
            Self::Points => "points",
            Self::Rounds => "rounds",
            Self::Grades => "grades",
            Self::Organisations => "organisations",
            Self::Events => "events",
            Self::CarbonTonnes => "tco2e",
            Self::MegawattHours => "mwh",
            Self::Terajoules => "tj",
            Self::CubicMetres => "cubic-metres",
            Self::Hectares => "hectares",
            Self::Euros => "eur",
            Self::Dollars => "usd",
            Self::PercentagePoints => "percentage-points",
            Self::PerMillionHours => "per-million-hours",
            Self::Declared(unit) => unit.id,
        }
    }

    /// All units that are built in.
    pub const ALL: [Self; 42] = [
        Self::People,
        Self::Times,
        Self::Views,
        Self::Cases,
        Self::Messages,
        Self::Won,
        Self::Items,
        Self::Places,
        Self::Vehicles,
        Self::Devices,
        Self::Sheets,
        Self::Tonnes,
        Self::Percent,
        Self::Days,
        Self::Weeks,
        Self::Months,
        Self::Years,
        Self::Minutes,
        Self::Age,
        Self::Works,
        Self::Apps,
        Self::Topics,
        Self::Courses,
        Self::Fundraisers,
        Self::Issues,
        Self::Ratio,
        Self::Klay,
        Self::Rank,
        Self::Points,
        Self::Rounds,
        Self::Grades,
        Self::Organisations,
        Self::Events,
        Self::CarbonTonnes,
        Self::MegawattHours,
        Self::Terajoules,
        Self::CubicMetres,
        Self::Hectares,
        Self::Euros,
        Self::Dollars,
        Self::PercentagePoints,
        Self::PerMillionHours,
    ];

    /// What sort of quantity it measures.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Declared(unit) => unit.kind,
            Self::People => Kind::People,
            Self::Times | Self::Views | Self::Cases | Self::Messages => Kind::Use,
            Self::Won | Self::Klay | Self::Euros | Self::Dollars => Kind::Money,
            Self::Items | Self::Vehicles | Self::Devices | Self::Sheets | Self::Tonnes => {
                Kind::Things
            }
            Self::Places | Self::Organisations => Kind::Places,
            Self::Percent
            | Self::Ratio
            | Self::Rank
            | Self::Points
            | Self::PercentagePoints
            | Self::PerMillionHours => Kind::Share,
            Self::CarbonTonnes
            | Self::MegawattHours
            | Self::Terajoules
            | Self::CubicMetres
            | Self::Hectares => Kind::Environment,
            Self::Days | Self::Weeks | Self::Months | Self::Years | Self::Minutes | Self::Age => {
                Kind::Time
            }
            Self::Works
            | Self::Apps
            | Self::Topics
            | Self::Courses
            | Self::Fundraisers
            | Self::Issues
            | Self::Rounds
            | Self::Grades
            | Self::Events => Kind::Programmes,
        }
    }

    /// The counter written right after a number: `회` in Korean; in English
    /// the noun with its leading space, singular for exactly one.
    #[must_use]
    pub fn counter(self, lang: Lang, one: bool) -> &'static str {
        if let Self::Declared(unit) = self {
            return if one { unit.singular } else { unit.plural }.get(lang);
        }
        let (ko, singular, plural) = self.words();
        match (lang.locale(), one) {
            (Locale::Ko, _) => ko,
            (Locale::En, true) => singular,
            (Locale::En, false) => plural,
        }
    }

    /// What is read aloud instead of the counter, where that is another word.
    #[must_use]
    pub fn spoken(self, lang: Lang) -> Option<&'static str> {
        let Self::Declared(unit) = self else { return None };
        unit.spoken.map(|spoken| spoken.get(lang))
    }

    /// Whether the unit itself is a power of ten of another one.
    #[must_use]
    pub fn has_scale(self) -> bool {
        matches!(self, Self::Declared(unit) if unit.scale > 0)
    }

    /// Korean counter, English singular, English plural of a built-in unit. Units that only
    /// count what their label names have no English word.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Declared(_) => ("", "", ""),
            Self::People => ("명", " person", " people"),
            Self::Times => ("회", " time", " times"),
            Self::Views => ("회", " view", " views"),
            Self::Cases => ("건", "", ""),
            Self::Messages => ("건", " message", " messages"),
            Self::Won => ("원", " won", " won"),
            Self::Items => ("개", "", ""),
            Self::Places => ("곳", " place", " places"),
            Self::Vehicles => ("대", " vehicle", " vehicles"),
            Self::Devices => ("대", " device", " devices"),
            Self::Sheets => ("장", "", ""),
            Self::Tonnes => ("톤", " tonne", " tonnes"),
            Self::Percent => ("%", "%", "%"),
            Self::Days => ("일", " day", " days"),
            Self::Weeks => ("주", " week", " weeks"),
            Self::Months => ("개월", " month", " months"),
            Self::Years => ("년", " year", " years"),
            Self::Minutes => ("분", " minute", " minutes"),
            Self::Age => ("세", " year old", " years old"),
            Self::Works => ("편", " work", " works"),
            Self::Apps => ("개", " app", " apps"),
            Self::Topics => ("가지", " topic", " topics"),
            Self::Courses => ("개", " course", " courses"),
            Self::Fundraisers => ("개", " fundraiser", " fundraisers"),
            Self::Issues => ("회", " issue", " issues"),
            Self::Ratio => ("배", " times", " times"),
            Self::Klay => ("클레이", " KLAY", " KLAY"),
            Self::Rank => ("위", "", ""),
            Self::Points => ("점", " point", " points"),
            Self::Rounds => ("차례", " round", " rounds"),
            Self::Grades => ("개 학년", " school grade", " school grades"),
            Self::Organisations => ("곳", " organisation", " organisations"),
            Self::Events => ("회", " event", " events"),
            Self::CarbonTonnes => ("tCO₂e", " tCO₂e", " tCO₂e"),
            Self::MegawattHours => ("MWh", " MWh", " MWh"),
            Self::Terajoules => ("TJ", " TJ", " TJ"),
            Self::CubicMetres => ("㎥", " m³", " m³"),
            Self::Hectares => ("ha", " ha", " ha"),
            Self::Euros => ("유로", " euro", " euros"),
            Self::Dollars => ("달러", " US dollar", " US dollars"),
            Self::PercentagePoints => ("%p", " percentage point", " percentage points"),
            Self::PerMillionHours => ("건/백만 시간", " per million hours", " per million hours"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_exported_under_the_name_it_has_in_the_data() {
        for unit in Unit::ALL {
            let read = serde_json::from_value::<Unit>(unit.id().into()).unwrap();
            assert_eq!(read, unit);
        }
    }
}
