//! Exact sums of decimals, for proving tallies to the last digit.

use report_model::Decimal;

/// Whether the terms and the remainder make the total exactly; if not, what
/// they make.
pub fn adds_up(total: Decimal, terms: &[Decimal], remainder: Decimal) -> Result<(), String> {
    let all = || terms.iter().copied().chain([remainder]);
    let scale = all().chain([total]).map(|value| value.fraction().len()).max().unwrap_or(0);
    let sum = all().try_fold(0_i128, |sum, term| sum.checked_add(scaled(term, scale)?));
    match (sum, scaled(total, scale)) {
        (Some(sum), Some(total)) if sum == total => Ok(()),
        (Some(sum), Some(_)) => Err(written(sum, scale)),
        _ => Err("a number too large to add".to_owned()),
    }
}

fn scaled(value: Decimal, scale: usize) -> Option<i128> {
    let sign = if value.is_negative() { "-" } else { "" };
    format!("{sign}{}{:0<scale$}", value.integer(), value.fraction()).parse().ok()
}

fn written(sum: i128, scale: usize) -> String {
    let sign = if sum < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", sum.unsigned_abs(), width = scale + 1);
    let (integer, fraction) = digits.split_at(digits.len() - scale);
    let point = if scale == 0 { "" } else { "." };
    format!("{sign}{integer}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_exact_to_the_last_digit() {
        let value = |text| Decimal::new(text).unwrap();
        for (total, terms, remainder, expected) in [
            ("43", vec!["40", "3"], "0", Ok(())),
            ("43", vec!["40", "2"], "0", Err("42")),
            ("0.3", vec!["0.1", "0.2"], "0", Ok(())),
            ("1", vec!["0.1", "0.2"], "0.7", Ok(())),
            ("100800", vec!["33430", "65000"], "2370", Ok(())),
            ("-1", vec!["1"], "-2", Ok(())),
            ("0", vec!["-0.05"], "0", Err("-0.05")),
            ("10000000000000000000000", vec!["10000000000000000000000"], "0", Ok(())),
        ] {
            let terms: Vec<_> = terms.into_iter().map(value).collect();
            let found = adds_up(value(total), &terms, value(remainder));
            assert_eq!(found, expected.map_err(str::to_owned), "{total}");
        }
    }
}
