//! Samples: what one measurement gave. The programs that measure write each on a line of its own,
//! `<what>\t<cards>\t<name>\t<figure>`, into the file that `REPORT_WIDGET_SAMPLES` names.

use crate::fault::Fault;
use crate::project;
use std::path::Path;

/// One measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The measurement's sort, such as "search".
    pub what: String,
    /// How many cards the report had.
    pub cards: usize,
    /// The row it belongs to, such as the words that were typed.
    pub name: String,
    /// The figure; milliseconds where it is a time.
    pub figure: f64,
}

impl Sample {
    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split('\t');
        let sample = Self {
            what: fields.next()?.to_owned(),
            cards: fields.next()?.parse().ok()?,
            name: fields.next()?.to_owned(),
            figure: fields.next()?.parse().ok()?,
        };
        fields.next().is_none().then_some(sample)
    }
}

/// Reads the samples that a program wrote.
pub fn read(place: &Path) -> Result<Vec<Sample>, Fault> {
    let text = project::read(place)?;
    let sample = |line| {
        Sample::parse(line).ok_or_else(|| Fault::content(place, format!("no sample: {line:?}")))
    };
    text.lines().map(sample).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_sample_or_nothing() {
        let sample = Sample::parse("search\t47\t카카오맵 마스크\t0.25").unwrap();
        assert_eq!((sample.what.as_str(), sample.cards, sample.figure), ("search", 47, 0.25));
        assert_eq!(sample.name, "카카오맵 마스크");
        for line in ["", "search\t47", "search\tmany\tx\t1", "search\t47\tx\t1\t2"] {
            assert_eq!(Sample::parse(line), None, "{line:?}");
        }
    }
}
