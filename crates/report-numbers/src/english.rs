//! English numbers: groups of three digits, and million, billion, trillion.

use report_model::{Approx, Decimal};
use report_text::text;

use super::one_decimal;

/// Number of digits from which each scale word is used, highest first.
const SCALES: [(usize, &str); 4] =
    [(16, "quadrillion"), (13, "trillion"), (10, "billion"), (7, "million")];

/// Before a value that the document calls an estimate.
pub const ESTIMATE: &str = "an estimated ";

/// What stands before a value and after it: `about `; `in the ` and ` range`.
pub fn approximation(approx: Approx) -> (&'static str, &'static str) {
    match approx {
        Approx::Exact => ("", ""),
        Approx::About => ("about ", ""),
        Approx::AtLeast => ("at least ", ""),
        Approx::LessThan => ("less than ", ""),
        Approx::Band => ("in the ", " range"),
    }
}

/// `2,297,309,797` or `-0.25`.
pub fn full(value: Decimal) -> String {
    let integer = value.integer();
    let mut out = String::with_capacity(integer.len() * 4 / 3 + value.fraction().len() + 2);
    if value.is_negative() {
        out.push('-');
    }
    for (position, digit) in integer.char_indices() {
        if position > 0 && (integer.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !value.fraction().is_empty() {
        out.push('.');
        out.push_str(value.fraction());
    }
    out
}

/// `2.3 billion`, rounded half up to one decimal; below a million in full.
pub fn short(value: Decimal) -> String {
    let integer = value.integer();
    let Some((length, _)) = scale(integer.len()) else {
        return full(value);
    };
    // Keep the whole part in the scale's unit and two more digits: one is
    // shown, the other decides the rounding.
    let whole = integer.len() + 1 - length;
    let rounded = round(&integer[..=whole + 1]);
    let (head, next) = rounded.split_at(rounded.len() - 1);
    // 999.96 million has become 1000.0 million: say 1 billion.
    let (head, next, length) = match scale(head.len() + length - 1) {
        Some((up, _)) if up > length => ("1", "0", up),
        _ => (head, next, length),
    };
    let name = SCALES.iter().find(|(at, _)| *at == length).map_or("", |(_, name)| name);
    let sign = if value.is_negative() { "-" } else { "" };
    text!(sign, one_decimal(head, next.as_bytes()[0]), " ", name)
}

fn scale(digits: usize) -> Option<(usize, &'static str)> {
    SCALES.into_iter().find(|(at, _)| digits >= *at)
}

/// Drops the last digit, rounding half up: `22973` -> `2297`, `99996` -> `10000`.
fn round(digits: &str) -> String {
    let mut kept = digits.as_bytes().to_vec();
    let up = kept.pop().is_some_and(|last| last >= b'5');
    if up {
        let nines = kept.iter().rev().take_while(|digit| **digit == b'9').count();
        let from = kept.len() - nines;
        kept[from..].fill(b'0');
        match from.checked_sub(1) {
            Some(last) => kept[last] += 1,
            None => kept.insert(0, b'1'),
        }
    }
    kept.into_iter().map(char::from).collect()
}
