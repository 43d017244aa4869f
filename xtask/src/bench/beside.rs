//! Tables of pages that stand beside each other: the first is what the others are compared with.

use super::samples::Sample;
use super::statistics::Summary;
use super::table::{ALL, figure, width};
use std::fmt::Write;

/// What is told of the measurements of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Median, smallest and greatest: of few measurements.
    Range,
    /// Median and 95th percentile: of many.
    Tail,
    /// The same, with a row for all measurements together.
    TailOfAll,
}

impl Spread {
    fn heads(self) -> &'static [&'static str] {
        match self {
            Self::Range => &["median", "min", "max"],
            Self::Tail | Self::TailOfAll => &["median", "p95"],
        }
    }

    fn figures(self, sum: &Summary) -> Vec<f64> {
        match self {
            Self::Range => vec![sum.median, sum.min, sum.max],
            Self::Tail | Self::TailOfAll => vec![sum.median, sum.p95],
        }
    }
}

/// The columns of one figure, and of a ratio.
const FIGURE: usize = 9;
const RATIO: usize = 8;

/// A table with a row a measurement and a column a page; every page but the first says how many
/// times the first one's median its own is.
pub fn table(title: &str, pages: &[&str], samples: &[Sample], spread: Spread) -> String {
    let mut rows: Vec<&str> = Vec::new();
    for sample in samples {
        if !rows.contains(&sample.name.as_str()) {
            rows.push(&sample.name);
        }
    }
    if spread == Spread::TailOfAll {
        rows.push(ALL);
    }
    let first = rows.iter().map(|name| width(name)).max().unwrap_or(0);

    let mut text = format!("\n{title}\n\n{}", " ".repeat(first));
    let of_figures = FIGURE * spread.heads().len();
    for (column, page) in pages.iter().enumerate() {
        let of_page = of_figures + if column == 0 { 0 } else { RATIO };
        let _ = write!(text, " |{page:>of_page$}");
    }
    let _ = write!(text, "\n{}", " ".repeat(first));
    for column in 0..pages.len() {
        text.push_str(" |");
        for head in spread.heads() {
            let _ = write!(text, "{head:>FIGURE$}");
        }
        if column > 0 {
            let _ = write!(text, "{:>RATIO$}", "ratio");
        }
    }
    text.push('\n');
    for name in rows {
        let _ = write!(text, "{name}{}", " ".repeat(first - width(name)));
        let mut compared: Option<f64> = None;
        for (column, page) in pages.iter().enumerate() {
            let of_cell = samples
                .iter()
                .filter(|sample| sample.what == *page && (name == ALL || sample.name == name));
            text.push_str(" |");
            let sum = Summary::of(of_cell.map(|sample| sample.figure));
            let Some(sum) = sum else {
                let _ = write!(text, "{:of_figures$}", "");
                continue;
            };
            for one in spread.figures(&sum) {
                let _ = write!(text, "{:>FIGURE$}", figure(one));
            }
            if column == 0 {
                compared = Some(sum.median);
            } else {
                let ratio = compared.filter(|first| *first > 0.0).map(|first| sum.median / first);
                let ratio = ratio.map_or_else(String::new, |ratio| format!("x{ratio:.2}"));
                let _ = write!(text, "{ratio:>RATIO$}");
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(page: &str, name: &str, figure: f64) -> Sample {
        Sample { what: page.into(), cards: 0, name: name.into(), figure }
    }

    fn rows(text: &str) -> Vec<Vec<&str>> {
        text.lines().skip(3).map(|line| line.split_whitespace().collect()).collect()
    }

    #[test]
    fn few_measurements_are_told_with_their_range_and_every_page_with_its_ratio() {
        let samples = [
            sample("dist", "blocking", 200.0),
            sample("React", "blocking", 100.0),
            sample("dist", "blocking", 300.0),
            sample("dist", "blocking", 250.0),
            sample("React", "blocking", 150.0),
            sample("dist", "nodes", 0.0),
            sample("React", "nodes", 7.0),
        ];
        let text = table("Start-up", &["dist", "React"], &samples, Spread::Range);
        assert_eq!(
            rows(&text),
            [
                vec!["|", "dist", "|", "React"],
                vec!["|", "median", "min", "max", "|", "median", "min", "max", "ratio"],
                vec!["blocking", "|", "250", "200", "300", "|", "150", "100", "150", "x0.60"],
                // Of nothing, nothing is a multiple.
                vec!["nodes", "|", "0.000", "0.000", "0.000", "|", "7.00", "7.00", "7.00"],
            ]
        );
    }

    #[test]
    fn many_measurements_are_summed_up() {
        let samples = [
            sample("dist", "마스크", 10.0),
            sample("dist", "백신", 20.0),
            sample("beside", "마스크", 5.0),
            sample("beside", "백신", 5.0),
        ];
        let text = table("Filter", &["dist", "beside"], &samples, Spread::TailOfAll);
        let all = rows(&text).pop().unwrap();
        assert_eq!(all, ["all", "together", "|", "20.0", "20.0", "|", "5.00", "5.00", "x0.25"]);
    }

    #[test]
    fn a_page_without_measurements_leaves_its_cell_empty() {
        let text = table("", &["dist", "React"], &[sample("React", "x", 1.0)], Spread::Range);
        assert_eq!(rows(&text)[2], ["x", "|", "|", "1.00", "1.00", "1.00"]);
    }
}
