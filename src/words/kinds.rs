//! Words for the kinds of things: of filters, of what is counted, of errata.

use super::t;
use crate::report::{ErratumKind, Lang, Text, Unit};
use crate::search::Facet;
use report_text::text;

/// The name of a group of filters.
#[must_use]
pub fn facet(facet: Facet) -> Text {
    match facet {
        Facet::Part => t("부", "Part"),
        Facet::Brand => t("서비스", "Service"),
        Facet::Audience => t("대상", "For whom"),
        Facet::Theme => t("주제", "Topic"),
        Facet::Year => t("연도", "Year"),
        Facet::Kind => t("수치의 종류", "Kind of figure"),
    }
}

/// What is compared where cards are ordered by size: `사람 (명)`, `Counted in
/// people`; other words for each unit.
#[must_use]
pub fn compared(unit: Option<Unit>, lang: Lang) -> String {
    let Some(unit) = unit else { return t("수치 없음", "No figures").get(lang).to_owned() };
    let (kind, counter) = (unit.kind().name().ko, unit.counter(lang, false).trim());
    // Where one counter counts several things, and where English has no noun.
    let own = match unit {
        Unit::Views => t("조회", counter),
        Unit::Messages => t("메시지", counter),
        Unit::Vehicles => t("차량", counter),
        Unit::Devices => t("기기", counter),
        Unit::Apps => t("앱", counter),
        Unit::Courses => t("강좌", counter),
        Unit::Fundraisers => t("모금", counter),
        Unit::Events => t("행사", counter),
        Unit::Places => t("장소", counter),
        Unit::Organisations => t("기관", counter),
        Unit::Cases => t(kind, "cases"),
        Unit::Items => t(kind, "items"),
        Unit::Sheets => t(kind, "sheets"),
        Unit::Rank => t(kind, "ranks"),
        Unit::Ratio => t(kind, "multiples"),
        Unit::People
        | Unit::Times
        | Unit::Won
        | Unit::Tonnes
        | Unit::Percent
        | Unit::Days
        | Unit::Weeks
        | Unit::Months
        | Unit::Years
        | Unit::Minutes
        | Unit::Age
        | Unit::Works
        | Unit::Topics
        | Unit::Issues
        | Unit::Klay
        | Unit::Points
        | Unit::Rounds
        | Unit::Grades => t(kind, counter),
    };
    match lang {
        Lang::Ko => text!(own.ko, " (", counter, ")"),
        Lang::En => text!("Counted in ", own.en),
    }
}

/// The name of a sort of erratum.
#[must_use]
pub fn erratum_kind(kind: ErratumKind) -> Text {
    match kind {
        ErratumKind::Figures => t("다른 숫자", "Different numbers"),
        ErratumKind::Rounding => t("어림수", "Rounding"),
        ErratumKind::Sum => t("맞지 않는 합계", "Sums"),
        ErratumKind::Date => t("날짜", "Dates"),
        ErratumKind::Unit => t("단위", "Units"),
        ErratumKind::Name => t("이름", "Names"),
        ErratumKind::Heading => t("제목", "Headings"),
        ErratumKind::Order => t("순서·쪽", "Order and pages"),
        ErratumKind::Wording => t("문구", "Wording"),
    }
}

/// The slug of a sort of erratum.
#[must_use]
pub fn erratum_kind_id(kind: ErratumKind) -> &'static str {
    match kind {
        ErratumKind::Figures => "figures",
        ErratumKind::Rounding => "rounding",
        ErratumKind::Sum => "sum",
        ErratumKind::Date => "date",
        ErratumKind::Unit => "unit",
        ErratumKind::Name => "name",
        ErratumKind::Heading => "heading",
        ErratumKind::Order => "order",
        ErratumKind::Wording => "wording",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_units_are_compared_under_the_same_words() {
        for lang in Lang::ALL {
            let units = Unit::ALL.into_iter().map(Some).chain([None]);
            let mut headings: Vec<String> = units.map(|unit| compared(unit, lang)).collect();
            assert!(headings.iter().all(|heading| !heading.contains("()")), "{headings:?}");
            headings.sort();
            let all = headings.len();
            headings.dedup();
            assert_eq!(headings.len(), all, "{headings:?}");
        }
    }
}
