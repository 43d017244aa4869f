//! Percent-encoding of one parameter of a query string (RFC 3986), as far as
//! addresses need it.

/// Letters, digits and the signs that stand for themselves; everything else
/// as the bytes of its UTF-8. `: , ; /` are legal in a query and keep the
/// address readable.
pub fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:,;/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// Reads what [`encode`] or a form wrote. `+` is a space; a `%` without two
/// hexadecimal digits stands for itself, and what is not UTF-8 is nothing.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (*first, tail) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            (byte, _) => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_written_as_a_query_string_may_hold_it() {
        for (text, expected) in [
            ("mask-2_0.~", "mask-2_0.~"),
            ("brand:a,b;theme:c/d", "brand:a,b;theme:c/d"),
            ("a b", "a%20b"),
            ("a+b&c=d#e?f%", "a%2Bb%26c%3Dd%23e%3Ff%25"),
            ("마", "%EB%A7%88"),
        ] {
            let mut out = String::new();
            encode(text, &mut out);
            assert_eq!(out, expected);
            assert_eq!(decode(&out), text);
        }
    }

    #[test]
    fn a_broken_address_is_read_as_far_as_it_goes() {
        for (text, expected) in [
            ("a+b", "a b"),
            ("%", "%"),
            ("%4", "%4"),
            ("100%zz", "100%zz"),
            ("a%EB%A7", ""),
            ("%eb%a7%88", "마"),
            ("%00", "\0"),
        ] {
            assert_eq!(decode(text), expected, "{text:?}");
        }
    }
}
