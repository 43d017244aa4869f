//! Numbers, found in whatever form they are typed: `2297309797`,
//! `2,297,309,797`, `22억`, `22억 9730만 9797회`, `22.9억`, `2.3 billion`.
//!
//! A typed number is digits and a scale, and is compared with the digits of
//! the report's figures; no form of a figure is stored. A number whose words
//! are typed apart (`22억 9730만`) is found word by word, each in its group
//! of four digits.

/// A number as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    form: Form,
    /// The word after it (`회`, `원`), folded; empty if there is none.
    counter: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// Digits alone: `2297309797`, `46`.
    Digits(Vec<u8>),
    /// Digits up to a named group, the rest unsaid: `22억 9730만`, `22.9억`.
    Cut {
        digits: Vec<u8>,
        /// How many digits are unsaid.
        unsaid: usize,
        /// Whether it is a single group, as it stands within longer numbers.
        is_group: bool,
    },
    /// Digits with a point and no scale, the point left out: `4.1` and `2.3`.
    Decimal { digits: Vec<u8>, whole: usize },
    /// The name of a scale alone (`billion`): the digits numbers have there.
    Scale { from: usize },
    /// The name of a group alone (`억`): numbers that are said with it.
    Group { zeros: usize },
    /// Any number, of which only the counter is known: `몇 명`.
    Any,
}

/// Names of the groups of four digits, and the zeros they stand for.
const GROUPS: [(&str, usize); 4] = [("만", 4), ("억", 8), ("조", 12), ("경", 16)];
/// English names of scales, and the digits with which they begin.
const SCALES: [(&str, usize); 3] = [("million", 7), ("billion", 10), ("trillion", 13)];
/// Counters that Korean texts use one for the other.
const ALIKE: [&str; 2] = ["회번건차", "곳개"];

impl Number {
    /// Reads a folded word as a number.
    pub fn read(units: &[u16]) -> Option<Self> {
        let is_typed = |name: &str| name.encode_utf16().eq(units.iter().copied());
        let scale = SCALES.iter().find(|(name, _)| is_typed(name));
        let group = GROUPS.iter().find(|(name, _)| is_typed(name));
        let name = scale.map(|(_, from)| Form::Scale { from: *from });
        if let Some(form) = name.or(group.map(|(_, zeros)| Form::Group { zeros: *zeros })) {
            return Some(Self { form, counter: Vec::new() });
        }
        let mut parser = Parser { rest: units };
        let form = parser.form()?;
        parser.skip("여");
        Some(Self { form, counter: parser.rest.to_vec() })
    }

    /// Any number whose counter begins with this unit.
    pub fn counted(counter: u16) -> Self {
        Self { form: Form::Any, counter: vec![counter] }
    }

    /// The digits of a number that is said in full, or in full groups.
    pub fn digits(self) -> Option<Vec<u8>> {
        match self.form {
            Form::Digits(digits) => Some(digits),
            Form::Cut { mut digits, unsaid, .. } => {
                digits.extend(std::iter::repeat_n(b'0', unsaid));
                Some(digits)
            }
            Form::Decimal { mut digits, whole } => {
                digits.insert(whole, b'.');
                Some(digits)
            }
            Form::Scale { .. } | Form::Group { .. } | Form::Any => None,
        }
    }

    /// Whether a figure could be meant whose value has these digits and whose
    /// counter begins with this unit.
    pub fn fits(&self, digits: Digits<'_>, counter: u16) -> bool {
        let fits = match &self.form {
            Form::Digits(typed) => fits_digits(typed, !self.counter.is_empty(), digits),
            Form::Cut { digits: typed, unsaid, is_group } => {
                let integer = digits.integer();
                (integer.len() == typed.len() + unsaid && integer.starts_with(typed))
                    || (*is_group && group(integer, *unsaid) == Some(typed))
            }
            Form::Decimal { digits: typed, whole } => fits_decimal(typed, *whole, digits),
            Form::Scale { from } => (*from..from + 3).contains(&digits.whole),
            Form::Group { zeros } => group(digits.integer(), *zeros).is_some(),
            Form::Any => true,
        };
        fits && self.counter.first().is_none_or(|typed| are_alike(*typed, counter))
    }
}

/// The digits of a figure without its sign, and how many stand before the
/// point, which is one of them.
#[derive(Debug, Clone, Copy)]
pub struct Digits<'d> {
    /// All of them: `4.1`.
    pub all: &'d [u8],
    /// How many before the point.
    pub whole: usize,
}

impl<'d> Digits<'d> {
    /// Finds the point.
    pub fn new(all: &'d [u8]) -> Self {
        Self { all, whole: all.iter().position(|digit| *digit == b'.').unwrap_or(all.len()) }
    }

    fn integer(self) -> &'d [u8] {
        &self.all[..self.whole.min(self.all.len())]
    }
}

/// Digits alone may break off after three of them, or be a whole group as
/// it stands at either end of a number in Korean; with a counter they are the
/// end of it.
fn fits_digits(typed: &[u8], is_counted: bool, digits: Digits<'_>) -> bool {
    let integer = digits.integer();
    if digits.all == typed {
        return true;
    }
    let is_last = || integer.len() > 4 && group(integer, 0) == Some(typed);
    if is_counted {
        return is_last();
    }
    if integer.starts_with(typed) {
        let highest = integer.len() - integer.len().saturating_sub(1) / 4 * 4;
        return typed.len() > 2 || typed.len() == highest;
    }
    typed.len() > 2 && is_last()
}

/// The group of four digits above `zeros` lower ones, without leading zeros.
fn group(integer: &[u8], zeros: usize) -> Option<&[u8]> {
    let to = integer.len().checked_sub(zeros)?;
    let group = &integer[to.saturating_sub(4)..to];
    let first = group.iter().position(|digit| *digit != b'0')?;
    Some(&group[first..])
}

/// `2.3` is 2.3 and 2.34, and the short forms of longer numbers: cut off in
/// Korean (22.9억 is `22.9`), rounded in English (2.3 billion is `2.3`).
fn fits_decimal(typed: &[u8], whole: usize, digits: Digits<'_>) -> bool {
    let integer = digits.integer();
    if integer.len() == whole && digits.all.len() > whole {
        return typed[..whole] == *integer && digits.all[whole + 1..].starts_with(&typed[whole..]);
    }
    if typed.len() != whole + 1 || integer.len() < 5 {
        return false;
    }
    let number = |digits: &[u8]| {
        digits.iter().fold(0_u64, |sum, digit| sum.wrapping_mul(10) + u64::from(digit - b'0'))
    };
    let lead = |size: usize| {
        let head = (integer.len() - 1) % size + 1;
        (number(&integer[..=head]), integer.get(head + 1).is_some_and(|next| *next >= b'5'))
    };
    let typed = number(typed);
    let (cut, _) = lead(4);
    let (english, up) = lead(3);
    typed == cut || (integer.len() > 6 && typed == english + u64::from(up))
}

fn are_alike(typed: u16, counter: u16) -> bool {
    typed == counter
        || ALIKE.iter().any(|alike| {
            [typed, counter].iter().all(|unit| alike.encode_utf16().any(|other| other == *unit))
        })
}

/// Reads a folded word from its beginning.
struct Parser<'u> {
    rest: &'u [u16],
}

impl Parser<'_> {
    /// `2297309797`, `4.1`, `22.9억`, `8억7610만3773`.
    fn form(&mut self) -> Option<Form> {
        let mut digits = self.digits()?;
        if self.skip(".") {
            let whole = digits.len();
            digits.extend(self.digits()?);
            return match self.group() {
                Some(zeros) => {
                    let unsaid = zeros.checked_sub(digits.len() - whole)?;
                    Some(Form::Cut { digits: plain(digits), unsaid, is_group: false })
                }
                None => Some(Form::Decimal { digits, whole }),
            };
        }
        let Some(mut unsaid) = self.group() else { return Some(Form::Digits(plain(digits))) };
        let mut is_group = true;
        while let Some(more) = self.digits() {
            let zeros = self.group().unwrap_or(0);
            let width = unsaid.checked_sub(zeros)?;
            let padding = width.checked_sub(more.len())?;
            digits.extend(std::iter::repeat_n(b'0', padding));
            digits.extend(more);
            unsaid = zeros;
            is_group = false;
            if zeros == 0 {
                return Some(Form::Digits(plain(digits)));
            }
        }
        Some(Form::Cut { digits: plain(digits), unsaid, is_group })
    }

    /// Digits, and the thousand of `3천`.
    fn digits(&mut self) -> Option<Vec<u8>> {
        let mut digits = Vec::new();
        while let [unit, rest @ ..] = self.rest {
            match u8::try_from(*unit) {
                Ok(digit) if digit.is_ascii_digit() => digits.push(digit),
                Ok(_) | Err(_) => break,
            }
            self.rest = rest;
        }
        if digits.is_empty() {
            return None;
        }
        if self.skip("천") {
            digits.extend(b"000");
        }
        Some(digits)
    }

    fn group(&mut self) -> Option<usize> {
        GROUPS.iter().find(|(name, _)| self.skip(name)).map(|(_, zeros)| *zeros)
    }

    fn skip(&mut self, name: &str) -> bool {
        let length = name.encode_utf16().count();
        let next = self
            .rest
            .get(..length)
            .is_some_and(|next| name.encode_utf16().eq(next.iter().copied()));
        if next {
            self.rest = &self.rest[length..];
        }
        next
    }
}

/// Digits without leading zeros; `0` keeps its own.
fn plain(mut digits: Vec<u8>) -> Vec<u8> {
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..zeros.min(digits.len() - 1));
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(typed: &str, digits: &str, counter: char) -> bool {
        let units: Vec<u16> = typed.encode_utf16().collect();
        let counter = u16::try_from(u32::from(counter)).unwrap();
        Number::read(&units)
            .is_some_and(|number| number.fits(Digits::new(digits.as_bytes()), counter))
    }

    #[test]
    fn a_number_is_found_in_every_form() {
        for (typed, digits) in [
            ("2297309797", "2297309797"),
            ("2297309797회", "2297309797"),
            ("2297309797번", "2297309797"),
            ("229", "2297309797"),
            ("22", "2297309797"),
            ("22억", "2297309797"),
            ("22억여회", "2297309797"),
            ("22억9730만", "2297309797"),
            ("22억9730만9797회", "2297309797"),
            ("22.9억", "2297309797"),
            ("22.9", "2297309797"),
            ("2.3", "2297309797"),
            ("billion", "2297309797"),
            ("억", "2297309797"),
            ("만", "2297309797"),
            ("9730만", "2297309797"),
            ("9797회", "2297309797"),
            ("9797", "2297309797"),
            ("46회", "12950046"),
            ("1경2345조", "12345678901234567"),
            ("3천", "3000"),
            ("5천만", "50000000"),
            ("2천", "2000"),
            ("7", "7"),
            ("0", "0"),
            ("4.1", "4.1"),
            ("4.1", "4.15"),
            ("1억3만", "100030000"),
        ] {
            assert!(fits(typed, digits, '회'), "{typed} {digits}");
        }
    }

    #[test]
    fn other_numbers_are_not_found() {
        for (typed, digits, counter) in [
            ("22", "2234", '회'),
            ("22", "1022", '회'),
            ("2", "2297309797", '회'),
            ("22억", "12297309797", '회'),
            ("22억", "229730979", '회'),
            ("22억원", "2297309797", '회'),
            ("22억9731만", "2297309797", '회'),
            ("22.8억", "2297309797", '회'),
            ("23억", "2297309797", '회'),
            ("9730억", "2297309797", '회'),
            ("2020년", "202045", '명'),
            ("3차", "3", '명'),
            ("2.2", "2297309797", '회'),
            ("2.3", "23", '회'),
            ("million", "2297309797", '회'),
            ("만", "2200009797", '회'),
            ("만", "9999", '회'),
            ("1만2345만", "123452345", '회'),
            ("22규모", "22", '회'),
            ("4.1", "41", '회'),
            ("97회", "2297309797", '회'),
        ] {
            assert!(!fits(typed, digits, counter), "{typed} {digits}");
        }
    }

    #[test]
    fn words_that_are_no_numbers_are_left_alone() {
        for word in ["", "억만", "마스크", "qr22", "1.x", "만2"] {
            let units: Vec<u16> = word.encode_utf16().collect();
            assert_eq!(Number::read(&units), None, "{word}");
        }
    }
}
