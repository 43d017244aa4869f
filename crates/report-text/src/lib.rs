//! Strings put together from texts and whole numbers: `text!("카드 ", count, "개")`.
//!
//! It does what `format!` does for plain texts and whole numbers. The standard library's formatting
//! would bring widths, signs and traits that nothing in the program asks for.
//!
//! ```
//! use report_text::{join, text};
//!
//! assert_eq!(text!("카드 ", 47_usize, "개"), "카드 47개");
//! assert_eq!(join(&mut ["part=2", "query=a"].into_iter(), "&"), "part=2&query=a");
//! ```

/// The pieces - texts and whole numbers - as one [`String`].
#[macro_export]
macro_rules! text {
    ($($piece:expr),+ $(,)?) => {{
        let mut text = String::new();
        $($crate::Piece::append_to(&$piece, &mut text);)+
        text
    }};
}

/// A text or a whole number.
pub trait Piece {
    /// Appends it to a text.
    fn append_to(&self, text: &mut String);
}

impl Piece for str {
    fn append_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Piece for String {
    fn append_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Piece for char {
    fn append_to(&self, text: &mut String) {
        text.push(*self);
    }
}

impl Piece for u64 {
    fn append_to(&self, text: &mut String) {
        let higher = self / 10;
        if higher > 0 {
            higher.append_to(text);
        }
        text.push(char::from(b"0123456789"[(self % 10) as usize]));
    }
}

impl<T: Piece + ?Sized> Piece for &T {
    fn append_to(&self, text: &mut String) {
        (*self).append_to(text);
    }
}

impl Piece for usize {
    fn append_to(&self, text: &mut String) {
        (*self as u64).append_to(text);
    }
}

macro_rules! smaller_numbers {
    ($($number:ty)+) => {
        $(impl Piece for $number {
            fn append_to(&self, text: &mut String) {
                u64::from(*self).append_to(text);
            }
        })+
    };
}

smaller_numbers!(u8 u16 u32);

/// Texts one behind the other, with a separator between them.
pub fn join(texts: &mut dyn Iterator<Item = &str>, separator: &str) -> String {
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() {
            joined.push_str(separator);
        }
        joined.push_str(text);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn pieces_stand_one_behind_the_other() {
        assert_eq!(text!("카드 ", 47_usize, "개"), "카드 47개");
        assert_eq!(join(&mut ["a", "b", "c"].into_iter(), ", "), "a, b, c");
        assert_eq!(text!(0_u8, '.', &"x".to_owned(), u64::MAX), "0.x18446744073709551615");
    }
}
