//! Particles (조사): endings that Korean puts on nouns, and that readers type
//! with them. `마스크를` asks for 마스크.

use crate::hangul;

use super::fold::Script;

/// Endings that hardly any noun of three syllables has of its own, so that
/// what stands before is meant as well. Longer ones first.
const SURE: &str = "에서는 에서도 에서의 에게서 으로는 으로도 이라는 들에게 들을 들은 들의 \
                    들이 에서 에게 에는 에도 으로 부터 까지 \
                    처럼 보다 한테 라는 이란 이나 과의 와의 을 를 은 는 의 에";
/// Endings that are often part of the noun (전문가, 어린이, 만족도), so that
/// they are taken off only where the whole word is found nowhere.
const UNSURE: &str = "이랑 들 로 이 가 도 와 과 만 나 랑";

/// How `하다` and `되다`, which make verbs of nouns, begin in their forms.
const VERBS: &str = "하했해한할합되됐된될됩돼";
/// What their forms end in: 하나, 했는지, 한다.
const VERB_ENDINGS: &str = "나요니냐어까다지가던고면기는은";

/// A word without its particle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut<'u> {
    /// What stands before the particle.
    pub stem: &'u [u16],
    /// Whether the ending can be nothing but a particle.
    pub sure: bool,
}

/// Takes the particle off a word of folded units. The stem keeps two
/// syllables at least: 회의 and 지도 are words.
pub fn cut(units: &[u16]) -> Option<Cut<'_>> {
    let without = |list: &'static str, sure| {
        list.split_whitespace().find_map(|ending| {
            let from = units.len().checked_sub(ending.chars().count())?;
            let (stem, end) = units.split_at(from);
            let ends = ending.encode_utf16().eq(end.iter().copied());
            (ends && has_two_syllables(stem)).then_some(Cut { stem, sure })
        })
    };
    without(SURE, true).or_else(|| without(UNSURE, false))
}

/// Takes the verb off a noun: 기부했나, 지원하는지, 확대됐습니까. Such a word asks
/// for the noun where the report has the verb nowhere.
pub fn verb_stem(units: &[u16]) -> Option<&[u16]> {
    let has = |list: &str, unit: &u16| list.encode_utf16().any(|other| other == *unit);
    let at = 2 + units.get(2..)?.iter().position(|unit| has(VERBS, unit))?;
    let (stem, verb) = units.split_at(at);
    let ends = verb.len() == 1 || verb.last().is_some_and(|unit| has(VERB_ENDINGS, unit));
    (ends && has_two_syllables(stem)).then_some(stem)
}

/// Two syllables or Latin letters at the end; numbers keep their counters.
fn has_two_syllables(stem: &[u16]) -> bool {
    let sounds = |unit: &u16| hangul::is_syllable(*unit) || Script::of(*unit) == Script::Latin;
    stem.len() >= 2 && stem.iter().rev().take(2).all(sounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_is_taken_off_a_stem_of_two_syllables() {
        for (word, expected) in [
            ("마스크를", Some(("마스크", true))),
            ("카카오맵에서", Some(("카카오맵", true))),
            ("카카오맵에서는", Some(("카카오맵", true))),
            ("소상공인에게", Some(("소상공인", true))),
            ("백신으로", Some(("백신", true))),
            ("마스크가", Some(("마스크", false))),
            ("직원들", Some(("직원", false))),
            ("직원들에게", Some(("직원", true))),
            ("아들", None),
            ("어린이", Some(("어린", false))),
            ("지도", None),
            ("회의", None),
            ("를", None),
            ("", None),
            ("22억을", None),
            ("마스크", None),
            ("qr을", Some(("qr", true))),
        ] {
            let units: Vec<u16> = word.encode_utf16().collect();
            let cut = cut(&units).map(|cut| (String::from_utf16(cut.stem).unwrap(), cut.sure));
            assert_eq!(cut.as_ref().map(|(stem, sure)| (stem.as_str(), *sure)), expected, "{word}");
        }
    }

    #[test]
    fn a_verb_is_taken_off_a_noun_of_two_syllables() {
        for (word, expected) in [
            ("기부했나", Some("기부")),
            ("기부하다", Some("기부")),
            ("기부한", Some("기부")),
            ("지원하는지", Some("지원")),
            ("확대됐습니까", Some("확대")),
            ("시작되었나요", Some("시작")),
            ("대한민국", None),
            ("사용한도", None),
            ("공동체", None),
            ("무한도전", None),
            ("대하다", None),
            ("했나", None),
            ("", None),
        ] {
            let units: Vec<u16> = word.encode_utf16().collect();
            let stem = verb_stem(&units).map(|stem| String::from_utf16(stem).unwrap());
            assert_eq!(stem.as_deref(), expected, "{word}");
        }
    }
}
