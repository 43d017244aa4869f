//! Units: built in, or declared by the report.

use super::Problem;
use super::diagnostic::Place;
use super::read::{choice, keep, maybe_words, slug, unique, words};
use super::references::Context;
use super::source;
use report_model::{DeclaredUnit, Kind, Text, Translations, Unit};

/// Powers of ten that a unit can have in it.
const GREATEST_SCALE: u8 = 24;

/// The unit with this id.
pub fn unit(place: &Place, id: &str, context: &Context) -> Unit {
    let declared = context.units.iter().find(|unit| unit.id == id);
    declared.map_or_else(|| choice(place, id, Unit::Items), |unit| Unit::Declared(unit))
}

/// The units that a report declares.
pub fn units(place: &Place, given: &[source::DeclaredUnit]) -> Vec<&'static DeclaredUnit> {
    unique(place, given.iter().map(|unit| unit.id.as_str()));
    let build = |(index, given): (usize, &source::DeclaredUnit)| {
        let place = place.entry(&given.id, index);
        let id = slug(&place.field("id"), &given.id);
        if Unit::ALL.iter().any(|unit| unit.id() == id) {
            place.field("id").error(Problem::BuiltInUnit(id.to_owned()));
        }
        if given.scale > GREATEST_SCALE {
            let (scale, greatest) = (given.scale, GREATEST_SCALE);
            place.field("scale").error(Problem::GreatScale { scale, greatest });
        }
        let plural = words(&place.field("plural"), &given.plural);
        let singular = maybe_words(&place.field("singular"), given.singular.as_ref());
        let unit = DeclaredUnit {
            id,
            kind: choice(&place.field("kind"), &given.kind, Kind::Things),
            singular: behind_a_number(singular.unwrap_or(plural)),
            plural: behind_a_number(plural),
            spoken: maybe_words(&place.field("spoken"), given.spoken.as_ref()),
            scale: given.scale,
        };
        &*Box::leak(Box::new(unit))
    };
    given.iter().enumerate().map(build).collect()
}

/// A Korean counter follows its number at once; in other languages there is a space between, but for
/// signs.
fn behind_a_number(text: Text) -> Text {
    let spaced = |text: &'static str| {
        let is_sign = text.starts_with(['%', '‰', '°', '/']);
        if is_sign { text } else { keep(&format!(" {text}")) }
    };
    let others = text.others.iter().map(|(lang, text)| (*lang, spaced(text))).collect();
    Translations { ko: text.ko, en: spaced(text.en), others }.into()
}
