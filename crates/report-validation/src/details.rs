//! What a document says of a figure beside its value.

use std::ops::RangeInclusive;

use super::Problem;
use super::diagnostic::Place;
use super::frameworks::codes;
use super::read::{choice, date, decimal, line, words};
use super::references::Context;
use super::source;
use report_model::{Assurance, AssuranceLevel, Dated, Details, Restated};

/// Years that a report can compare with or aim at.
const YEARS: RangeInclusive<u16> = 1900..=2200;

/// The details of a figure; none where the document says nothing.
pub fn details(place: &Place, given: &source::Quantity, context: &Context) -> Option<Details> {
    let dated = |name: &str, given: Option<&source::Dated>, is_later: bool| {
        dated(&place.field(name), given?, is_later, context)
    };
    let restated = given.restated.map(|given| {
        let place = place.field("restated");
        Restated {
            before: line(&place.field("before"), &given.before),
            reason: words(&place.field("reason"), &given.reason),
        }
    });
    let assurance = given.assurance.map(|given| {
        let place = place.field("assurance");
        Assurance {
            level: choice(&place.field("level"), &given.level, AssuranceLevel::Limited),
            scope: words(&place.field("scope"), &given.scope),
        }
    });
    let details = Details {
        previous: dated("previous", given.previous, false),
        base: dated("base", given.base, false),
        target: dated("target", given.target, true),
        restated,
        assurance,
        codes: codes(&place.field("codes"), given.codes, context),
    };
    (details != Details::default()).then_some(details)
}

/// A value of a year or month before the end of the report's period, or after it.
fn dated(place: &Place, given: &source::Dated, is_later: bool, context: &Context) -> Option<Dated> {
    let value = decimal(&place.field("value"), &given.value);
    let place = place.field("at");
    let at = date(&place, &given.at)?;
    let text = || at.as_str().to_owned();
    if at.day().is_some() {
        place.error(Problem::Day(text()));
    } else if !YEARS.contains(&at.year()) {
        let (first, last) = (*YEARS.start(), *YEARS.end());
        place.error(Problem::YearOutside { at: text(), first, last });
    } else if let Some(now) = context.now {
        if is_later && at.is_not_after(now) {
            place.error(Problem::NotAfter { at: text(), end: now.as_str().to_owned() });
        } else if !is_later && now.is_not_after(at) {
            place.error(Problem::NotBefore { at: text(), end: now.as_str().to_owned() });
        }
    }
    Some(Dated { value, at })
}
