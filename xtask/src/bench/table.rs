//! Tables: measurements by row and by size, with how they grow from size to size.

use super::samples::Sample;
use super::statistics::Summary;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The row that sums up all rows.
const ALL: &str = "all together";

/// A table of one sort of measurement: for each name and size the median, the 95th percentile, and
/// how many times the median of the size before.
pub fn table(title: &str, what: &str, samples: &[Sample], sums_up: bool) -> String {
    let samples: Vec<_> = samples.iter().filter(|sample| sample.what == what).collect();
    let sizes: BTreeSet<usize> = samples.iter().map(|sample| sample.cards).collect();
    let mut names: Vec<&str> = Vec::new();
    for sample in &samples {
        if !names.contains(&sample.name.as_str()) {
            names.push(&sample.name);
        }
    }
    if sums_up && names.len() > 1 {
        names.push(ALL);
    }
    let first = names.iter().map(|name| width(name)).max().unwrap_or(0).max(12);

    let mut text = format!("\n{title}\n\n{}", " ".repeat(first));
    for cards in &sizes {
        let _ = write!(text, " |{:>28}", format!("{} cards", spaced(*cards)));
    }
    let _ = write!(text, "\n{}", " ".repeat(first));
    for _ in &sizes {
        let _ = write!(text, " |{:>10}{:>10}{:>8}", "median", "p95", "growth");
    }
    text.push('\n');
    for name in names {
        let _ = write!(text, "{name}{}", " ".repeat(first - width(name)));
        let mut before: Option<f64> = None;
        for cards in &sizes {
            let of_cell = samples
                .iter()
                .filter(|sample| sample.cards == *cards && (name == ALL || sample.name == name));
            let Some(sum) = Summary::of(of_cell.map(|sample| sample.figure)) else {
                let _ = write!(text, " |{:28}", "");
                continue;
            };
            let growth = before.map_or_else(String::new, |before| growth(before, sum.median));
            let _ = write!(text, " |{:>10}{:>10}{growth:>8}", figure(sum.median), figure(sum.p95));
            before = Some(sum.median);
        }
        text.push('\n');
    }
    text
}

/// How many times as much.
fn growth(before: f64, now: f64) -> String {
    if before > 0.0 { format!("x{:.1}", now / before) } else { String::new() }
}

/// Three digits that matter are more than a shared machine can promise.
pub fn figure(figure: f64) -> String {
    match figure {
        100.0.. => format!("{figure:.0}"),
        10.0.. => format!("{figure:.1}"),
        1.0.. => format!("{figure:.2}"),
        _ => format!("{figure:.3}"),
    }
}

/// A count with its thousands apart.
pub fn spaced(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// Columns that a terminal gives a text: two for Hangul.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if ('\u{1100}'..).contains(&c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(cards: usize, name: &str, figure: f64) -> Sample {
        Sample { what: "search".into(), cards, name: name.into(), figure }
    }

    #[test]
    fn growth_is_told_from_size_to_size() {
        let samples = [
            sample(1_000, "마스크", 4.0),
            sample(47, "마스크", 0.5),
            sample(47, "22억", 0.25),
            Sample { what: "other".into(), ..sample(9, "x", 9.0) },
        ];
        let text = table("Search", "search", &samples, true);
        let rows: Vec<Vec<&str>> =
            text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[1], ["Search"]);
        assert_eq!(rows[3], ["|", "47", "cards", "|", "1", "000", "cards"]);
        assert_eq!(rows[5], ["마스크", "|", "0.500", "0.500", "|", "4.00", "4.00", "x8.0"]);
        assert_eq!(rows[6], ["22억", "|", "0.250", "0.250", "|"]);
        assert_eq!(rows[7][..2], ["all", "together"]);
    }

    #[test]
    fn columns_stand_below_each_other_in_hangul_too() {
        let text = table("", "search", &[sample(1, "마스크", 1.0), sample(1, "abc", 1.0)], false);
        let bars = text.lines().filter_map(|line| line.split_once('|')).map(|(row, _)| width(row));
        assert_eq!(bars.collect::<BTreeSet<_>>().len(), 1, "{text}");
    }

    #[test]
    fn figures_are_as_precise_as_they_deserve() {
        for (given, expected) in [(0.012_34, "0.012"), (1.239, "1.24"), (123.9, "124")] {
            assert_eq!(figure(given), expected);
        }
        for (given, expected) in [(47, "47"), (1_000, "1 000"), (1_234_567, "1 234 567")] {
            assert_eq!(spaced(given), expected);
        }
    }
}
