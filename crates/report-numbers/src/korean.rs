//! Korean numbers: groups of four digits named 만, 억, 조, 경, 해.

use report_model::{Approx, Decimal};
use report_text::{join, text};

use super::one_decimal;

/// Names of the groups of four digits, from the lowest.
const GROUPS: [&str; 6] = ["", "만", "억", "조", "경", "해"];

/// Before a value that the document calls an estimate (추산).
pub const ESTIMATE: &str = "추산 ";

/// What stands before a value and after it: `약 `; ` 이상`.
pub fn approximation(approx: Approx) -> (&'static str, &'static str) {
    match approx {
        Approx::Exact => ("", ""),
        Approx::About => ("약 ", ""),
        Approx::AtLeast => ("", " 이상"),
        Approx::LessThan => ("", " 미만"),
        Approx::Band => ("", "대"),
    }
}

/// `22억 9730만 9797`; empty groups are left out. Digits above 해 stay with 해.
pub fn full(value: Decimal) -> String {
    let mut words: Vec<String> = groups(value.integer())
        .into_iter()
        .filter_map(|(digits, name)| {
            let digits = digits.trim_start_matches('0');
            (!digits.is_empty()).then(|| text!(digits, name))
        })
        .collect();
    let fraction = value.fraction();
    if !fraction.is_empty() {
        let ones =
            groups(value.integer()).last().is_some_and(|(ones, _)| ones.bytes().any(|d| d != b'0'));
        let whole = if ones { words.pop().unwrap_or_default() } else { "0".to_owned() };
        words.push(text!(whole, ".", fraction));
    }
    if words.is_empty() {
        words.push("0".to_owned());
    }
    signed(value, &join(&mut words.iter().map(String::as_str), " "))
}

/// `약 22.9억`: the highest group and one decimal, cut off. Below 1만, and
/// where the form is exact, no `약`.
pub fn short(value: Decimal) -> String {
    let integer = value.integer();
    if integer.len() <= 4 {
        return full(value);
    }
    let groups = groups(integer);
    let (head, name) = groups[0];
    let rest = &integer[head.len()..];
    let next = if head.len() < 4 { rest.as_bytes()[0] } else { b'0' };
    let shown = usize::from(next != b'0');
    let exact = rest[shown..].bytes().all(|digit| digit == b'0') && value.fraction().is_empty();
    let number = signed(value, &text!(one_decimal(head, next), name));
    if exact { number } else { text!("약 ", number) }
}

/// The digits in groups of four from the right, highest first.
fn groups(digits: &str) -> Vec<(&str, &'static str)> {
    let highest = (digits.len() - 1) / 4;
    let top = highest.min(GROUPS.len() - 1);
    let mut rest = digits;
    (0..=top)
        .rev()
        .map(|group| {
            let (head, tail) = rest.split_at(rest.len() - group * 4);
            rest = tail;
            (head, GROUPS[group])
        })
        .collect()
}

fn signed(value: Decimal, number: &str) -> String {
    if value.is_negative() { text!("-", number) } else { number.to_owned() }
}
