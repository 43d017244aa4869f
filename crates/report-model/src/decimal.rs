//! An exact decimal number, kept as its digits. No float touches a figure of
//! the report, and no value is too large: 1경 is seventeen digits like any
//! other.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal in canonical form: an optional `-`, digits without
/// leading zeros, and an optional fraction without trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal(pub(crate) &'static str);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self("0");

    /// Takes a text that is a canonical decimal.
    ///
    /// # Errors
    /// Says what is wrong with the text: `1e6`, `1,000`, `+1`, `007`, `1.50`,
    /// `-0` and the empty text are all refused.
    pub fn new(text: &'static str) -> Result<Self, DecimalError> {
        match error(text) {
            None => Ok(Self(text)),
            Some(error) => Err(error),
        }
    }

    /// The canonical text, as the `value` attribute carries it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether the value is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.starts_with('-')
    }

    /// Whether the value is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == "0"
    }

    /// The digits before the point, without sign.
    #[must_use]
    pub fn integer(self) -> &'static str {
        let unsigned = self.unsigned();
        unsigned.split_once('.').map_or(unsigned, |(integer, _)| integer)
    }

    /// The digits after the point; empty for whole numbers.
    #[must_use]
    pub fn fraction(self) -> &'static str {
        self.unsigned().split_once('.').map_or("", |(_, fraction)| fraction)
    }

    fn unsigned(self) -> &'static str {
        self.0.strip_prefix('-').unwrap_or(self.0)
    }

    fn magnitude(self, other: Self) -> Ordering {
        let (left, right) = (self.integer(), other.integer());
        left.len()
            .cmp(&right.len())
            .then_with(|| left.cmp(right))
            .then_with(|| self.fraction().cmp(other.fraction()))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative(), other.is_negative()) {
            (false, false) => self.magnitude(*other),
            (true, true) => other.magnitude(*self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Why a text is not a canonical decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalError {
    /// There is no digit where one must stand.
    NoDigits,
    /// A character other than digits, one leading `-` and one `.`.
    StrangeCharacter(char),
    /// Zeros that a canonical form leaves out, or `-0`.
    NotCanonical,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDigits => f.write_str("a digit is missing"),
            Self::StrangeCharacter(c) => {
                write!(f, "{c:?} does not belong in a decimal such as \"4318376636\" or \"4.1\"")
            }
            Self::NotCanonical => f.write_str("leading or trailing zeros, or -0, are not written"),
        }
    }
}

impl std::error::Error for DecimalError {}

fn error(text: &str) -> Option<DecimalError> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if let Some(strange) = unsigned.chars().find(|c| !c.is_ascii_digit() && *c != '.') {
        return Some(DecimalError::StrangeCharacter(strange));
    }
    let (integer, fraction) = match unsigned.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (unsigned, None),
    };
    if integer.is_empty() || fraction == Some("") {
        return Some(DecimalError::NoDigits);
    }
    let fraction = fraction.unwrap_or("");
    if fraction.contains('.') {
        return Some(DecimalError::StrangeCharacter('.'));
    }
    let padded = integer.len() > 1 && integer.starts_with('0');
    if padded || fraction.ends_with('0') || text == "-0" {
        return Some(DecimalError::NotCanonical);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_canonical_decimal_is_taken_as_it_is() {
        for text in ["0", "7", "-7", "4318376636", "4.1", "-0.5", "10000000000000001"] {
            assert_eq!(Decimal::new(text).map(Decimal::as_str), Ok(text));
        }
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        use DecimalError::{NoDigits, NotCanonical, StrangeCharacter};
        for (text, expected) in [
            ("", NoDigits),
            ("-", NoDigits),
            (".5", NoDigits),
            ("5.", NoDigits),
            ("1e6", StrangeCharacter('e')),
            ("1,000", StrangeCharacter(',')),
            ("+1", StrangeCharacter('+')),
            ("--1", StrangeCharacter('-')),
            ("1.2.3", StrangeCharacter('.')),
            ("１", StrangeCharacter('１')),
            ("007", NotCanonical),
            ("1.50", NotCanonical),
            ("-0", NotCanonical),
        ] {
            assert_eq!(Decimal::new(text), Err(expected), "{text:?}");
        }
    }

    #[test]
    fn decimals_are_ordered_by_value_not_by_text() {
        let sorted =
            ["-12", "-3.5", "-3", "0", "0.5", "3", "3.45", "3.5", "12", "100000000000000000000"];
        let mut values: Vec<_> =
            sorted.iter().rev().map(|text| Decimal::new(text).unwrap()).collect();
        values.sort();
        assert_eq!(values.iter().map(|v| v.as_str()).collect::<Vec<_>>(), sorted);
    }
}
