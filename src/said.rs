//! Texts put together: `said!("카드 ", count, "개")`.
//!
//! It does what `format!` does for plain texts and whole numbers. Formatting
//! as the standard library has it would bring widths, signs and traits that
//! nothing in the program asks for.

/// The pieces - texts and whole numbers - as one [`String`].
macro_rules! said {
    ($($piece:expr),+ $(,)?) => {{
        let mut said = String::new();
        $($crate::said::Piece::add(&$piece, &mut said);)+
        said
    }};
}

/// A text or a whole number.
pub trait Piece {
    /// Writes it behind what is said already.
    fn add(&self, said: &mut String);
}

impl Piece for str {
    fn add(&self, said: &mut String) {
        said.push_str(self);
    }
}

impl Piece for String {
    fn add(&self, said: &mut String) {
        said.push_str(self);
    }
}

impl Piece for char {
    fn add(&self, said: &mut String) {
        said.push(*self);
    }
}

impl Piece for u64 {
    fn add(&self, said: &mut String) {
        let higher = self / 10;
        if higher > 0 {
            higher.add(said);
        }
        said.push(char::from(b"0123456789"[(self % 10) as usize]));
    }
}

impl<T: Piece + ?Sized> Piece for &T {
    fn add(&self, said: &mut String) {
        (*self).add(said);
    }
}

impl Piece for usize {
    fn add(&self, said: &mut String) {
        (*self as u64).add(said);
    }
}

macro_rules! smaller_numbers {
    ($($number:ty)+) => {
        $(impl Piece for $number {
            fn add(&self, said: &mut String) {
                u64::from(*self).add(said);
            }
        })+
    };
}

smaller_numbers!(u8 u16 u32);

/// Texts one behind the other, with something between them.
pub fn joined(texts: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut said = String::new();
    for text in texts {
        if !said.is_empty() {
            said.push_str(between);
        }
        said.push_str(text);
    }
    said
}

#[cfg(test)]
mod tests {
    #[test]
    fn pieces_stand_one_behind_the_other() {
        assert_eq!(said!("카드 ", 47_usize, "개"), "카드 47개");
        assert_eq!(super::joined(&mut ["a", "b", "c"].into_iter(), ", "), "a, b, c");
        assert_eq!(said!(0_u8, '.', &"x".to_owned(), u64::MAX), "0.x18446744073709551615");
    }
}
