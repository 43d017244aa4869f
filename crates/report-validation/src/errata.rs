//! Errata and source notes, and what each of them can be about.

use super::Problem;
use super::diagnostic::Place;
use super::read::{choice, lines, slug, unique, words};
use super::source;
use report_model::{About, Erratum, ErratumKind, SourceNote};

/// What errata and source notes of one place can be about.
#[derive(Default)]
pub struct Subjects<'a> {
    pub figures: Vec<&'a str>,
    pub headlines: Vec<&'a str>,
    pub series: Vec<&'a str>,
    pub dates: usize,
}

impl Subjects<'_> {
    fn find(&self, about: &str) -> Option<About> {
        let within =
            |ids: &[&str], id: &str| u16::try_from(ids.iter().position(|known| *known == id)?).ok();
        match about.split_once('/') {
            Some(("figures", id)) => Some(About::Figure(within(&self.figures, id)?)),
            Some(("headlines", id)) => Some(About::Headline(within(&self.headlines, id)?)),
            Some(("series", id)) => Some(About::Series(within(&self.series, id)?)),
            Some(("dates", index)) => {
                let index: u16 = index.parse().ok()?;
                (usize::from(index) < self.dates).then_some(About::Date(index))
            }
            Some(_) => None,
            None => match about {
                "title" => Some(About::Title),
                "summary" => Some(About::Summary),
                "partners" => Some(About::Partners),
                "report" => Some(About::Report),
                _ => None,
            },
        }
    }
}

/// Errata that are unique here, and each about something that is here.
pub fn errata(place: &Place, given: &[source::Erratum], subjects: &Subjects) -> Vec<Erratum> {
    unique(place, given.iter().map(|erratum| erratum.id.as_str()));
    given
        .iter()
        .enumerate()
        .map(|(index, erratum)| {
            let place = place.entry(&erratum.id, index);
            Erratum {
                id: slug(&place.field("id"), &erratum.id),
                about: about(&place.field("about"), &erratum.about, subjects),
                kind: choice(&place.field("kind"), &erratum.kind, ErratumKind::Wording),
                says: lines(&place.field("says"), &erratum.says, 1),
                reading: words(&place.field("reading"), &erratum.reading),
                why: words(&place.field("why"), &erratum.why),
            }
        })
        .collect()
}

/// Source notes, each about something that is here.
pub fn source_notes(
    place: &Place,
    given: &[source::SourceNote],
    subjects: &Subjects,
) -> Vec<SourceNote> {
    given
        .iter()
        .enumerate()
        .map(|(index, note)| {
            let place = place.entry("", index);
            SourceNote {
                about: about(&place.field("about"), &note.about, subjects),
                reads: lines(&place.field("reads"), &note.reads, 1),
                reading: words(&place.field("reading"), &note.reading),
            }
        })
        .collect()
}

fn about(place: &Place, name: &str, subjects: &Subjects) -> About {
    subjects.find(name).unwrap_or_else(|| {
        place.error(Problem::NoSubject(name.to_owned()));
        About::Report
    })
}
