//! Numbers as spreadsheets store them and as people type them, to exact decimals.

use crate::cell::Refusal;
use crate::layout::Kind;
use crate::problem::cell as problem;

/// The most significant digits that a spreadsheet keeps of a number.
pub(crate) const MOST_DIGITS: usize = 15;

/// The decimal that was typed: the shortest one that is stored as this number.
pub(crate) fn exact(number: f64) -> Result<String, Refusal> {
    let number = if number == 0.0 { 0.0 } else { number };
    let text = number.to_string();
    let digits = text.trim_start_matches(['-', '0', '.']).replace('.', "");
    let significant = if text.contains('.') { &digits } else { digits.trim_end_matches('0') };
    // Of a longer whole number the spreadsheet has made zeros of the last digits.
    let is_cut = !text.contains('.') && digits.len() > MOST_DIGITS;
    if !number.is_finite() || significant.len() > MOST_DIGITS || is_cut {
        return Err(problem::too_many_digits(&text).into());
    }
    Ok(text)
}

/// A decimal times a hundred.
pub(crate) fn hundredfold(decimal: &str) -> Option<String> {
    let (integer, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let (whole, rest) = fraction.split_at(fraction.len().min(2));
    let (sign, integer) = integer.strip_prefix('-').map_or(("", integer), |rest| ("-", rest));
    let digits = format!("{integer}{whole:0<2}");
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    plain_decimal(&format!("{sign}{digits}{}{rest}", if rest.is_empty() { "" } else { "." }))
}

/// An exact decimal as its canonical text.
pub(crate) fn decimal(given: &str) -> Result<String, Refusal> {
    let text = narrow(given);
    if let Some(plain) = plain_decimal(&text) {
        return Ok(plain);
    }
    if matches!(text.as_str(), "-" | "–" | "—" | "." | "?")
        || ["n/a", "na", "n.a.", "none", "null", "해당 없음", "없음", "미공개", "tbd"]
            .contains(&text.to_lowercase().as_str())
    {
        return Err(problem::no_value(Kind::Decimal, given).into());
    }
    Err(Refusal { problem: problem::not_that(Kind::Decimal, given), nearest: probable(&text) })
}

/// `1234`, `-0.5`, `1,234,567`, `1.50`; the zeros at the end of a fraction go.
fn plain_decimal(text: &str) -> Option<String> {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (integer, fraction) = match unsigned.split_once('.') {
        Some((_, "")) => return None,
        Some((integer, fraction)) => (integer, fraction),
        None => (unsigned, ""),
    };
    let integer = ungrouped(integer)?;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if integer.is_empty() || !is_digits(&integer) || !is_digits(fraction) {
        return None;
    }
    if integer.len() > 1 && integer.starts_with('0') {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let is_zero = integer == "0" && fraction.is_empty();
    let sign = if is_zero { "" } else { sign };
    Some(format!("{sign}{integer}{point}{fraction}"))
}

/// The digits without the commas that group them by thousands; none if they group otherwise.
fn ungrouped(integer: &str) -> Option<String> {
    let mut groups = integer.split(',');
    let first = groups.next()?;
    let is_first = integer == first || (1..=3).contains(&first.len());
    (is_first && groups.clone().all(|group| group.len() == 3))
        .then(|| groups.fold(first.to_owned(), |number, group| number + group))
}

/// What `12억`, `93억 4300만원`, `45%`, `+5` or `007` probably means; for a hint only.
fn probable(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !"₩$€+%".contains(*letter))
        .collect();
    let bare =
        bare.trim_end_matches(|letter: char| letter.is_alphabetic() && !"만억조".contains(letter));
    let mut rest = bare;
    let mut sum: u128 = 0;
    let mut has_unit = false;
    for (unit, zeros) in [('조', 12_usize), ('억', 8), ('만', 4)] {
        if let Some((count, after)) = rest.split_once(unit) {
            let count = plain_decimal(count)?;
            let (integer, fraction) = count.split_once('.').unwrap_or((&count, ""));
            if fraction.len() > zeros {
                return None;
            }
            let digits = format!("{integer}{fraction:0<zeros$}");
            sum = sum.checked_add(digits.parse().ok()?)?;
            rest = after;
            has_unit = true;
        }
    }
    if has_unit {
        let tail: u128 = if rest.is_empty() { 0 } else { plain_decimal(rest)?.parse().ok()? };
        return Some(sum.checked_add(tail)?.to_string());
    }
    plain_decimal(bare).or_else(|| {
        let trimmed = bare.trim_start_matches('0');
        (trimmed.len() < bare.len()).then(|| plain_decimal(trimmed))?
    })
}

/// Full-width digits and signs as the plain ones, and the minus sign as a hyphen.
pub(crate) fn narrow(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '０'..='９' | '．' | '，' | '－' | '＋' | '％' => {
            char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter)
        }
        '\u{2212}' => '-',
        _ => letter,
    };
    text.chars().map(narrow).collect()
}
