//! The data section of the program's file.

use report_model::Library;
use report_model::section::{self, SectionError, VERSION};

/// Decodes the bytes as they are, and once more with a checksum that is theirs: damage on the way is
/// stopped by the checksum, so the decoder behind it would otherwise see valid data alone.
pub(crate) fn run(input: &[u8]) {
    let _ = is_read_back(input);
    let Some(content) = input.get(5..) else { return };
    let sum = section::checksum(content).to_le_bytes();
    let is_refused = is_read_back(&[&[VERSION][..], &sum, content].concat());
    assert_ne!(is_refused, Err(SectionError::Missing));
    assert_ne!(is_refused, Err(SectionError::UnknownVersion));
}

/// What can be decoded can be encoded, and is then read as the same.
fn is_read_back(section: &[u8]) -> Result<(), SectionError> {
    let decoded = section::decode(section)?;
    follow_references(&decoded);
    let again = section::decode(&section::encode(&decoded)).expect("what is encoded can be read");
    assert_eq!(format!("{again:?}"), format!("{decoded:?}"));
    Ok(())
}

/// Goes wherever the program goes; what leads nowhere panics.
fn follow_references(library: &Library) {
    for report in &library.reports {
        for card in &report.cards {
            assert!(report.parts.iter().any(|part| part.no == card.part));
            let all = [(&card.brands, &report.brands), (&card.audiences, &report.audiences)];
            for (indices, terms) in all.into_iter().chain([(&card.themes, &report.themes)]) {
                for index in indices {
                    let _ = terms[usize::from(*index)].id;
                }
            }
            for link in &card.see {
                let _ = library.reports[usize::from(link.report)].cards[link.card as usize].id;
            }
        }
        for figure in report.cards.iter().flat_map(|card| &card.figures) {
            for code in figure.details.iter().flat_map(|details| &details.codes) {
                let framework = report.codes[usize::from(*code)].framework;
                let _ = report.frameworks[usize::from(framework)].id;
            }
        }
        let tallies = report.headlines().filter_map(|(_, headline)| headline.tally.as_ref());
        for term in tallies.flat_map(|tally| &tally.terms) {
            let _ = report.cards[term.card as usize].figures[usize::from(term.figure)].id;
        }
    }
}
