//! Units: what one of a figure is, its counter in Korean, its noun in English.

use serde::Deserialize;

use super::{Lang, Text};

/// What is counted; a closed set, so that no figure is shown without a
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
}

/// What sort of quantity a unit measures; readers filter figures by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
}

impl Kind {
    /// All kinds, in the order in which filters show them.
    pub const ALL: [Self; 8] = [
        Self::People,
        Self::Use,
        Self::Money,
        Self::Things,
        Self::Places,
        Self::Programmes,
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
        }
    }

    /// The name shown.
    #[must_use]
    pub fn name(self) -> Text {
        let (ko, en) = match self {
            Self::People => ("사람", "People"),
            Self::Use => ("이용·조회", "Uses and views"),
            Self::Money => ("금액", "Money"),
            Self::Things => ("물품", "Things"),
            Self::Places => ("장소·기관", "Places"),
            Self::Share => ("비율", "Shares"),
            Self::Time => ("기간", "Time"),
            Self::Programmes => ("프로그램", "Programmes"),
        };
        Text { ko, en }
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
        }
    }

    /// All units.
    pub const ALL: [Self; 33] = [
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
    ];

    /// What sort of quantity it measures.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::People => Kind::People,
            Self::Times | Self::Views | Self::Cases | Self::Messages => Kind::Use,
            Self::Won | Self::Klay => Kind::Money,
            Self::Items | Self::Vehicles | Self::Devices | Self::Sheets | Self::Tonnes => {
                Kind::Things
            }
            Self::Places | Self::Organisations => Kind::Places,
            Self::Percent | Self::Ratio | Self::Rank | Self::Points => Kind::Share,
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
        let (ko, singular, plural) = self.words();
        match (lang, one) {
            (Lang::Ko, _) => ko,
            (Lang::En, true) => singular,
            (Lang::En, false) => plural,
        }
    }

    /// Korean counter, English singular, English plural. Units that only
    /// count what their label names have no English word.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
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
