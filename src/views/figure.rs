//! A figure on the page: the exact number as real text, marked up so that
//! digits and units can be set differently.

use super::markup::Markup;
use crate::number;
use crate::report::{Figure, Lang};
use crate::words;

/// Whether digits may run when a number is first seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// A counter: its digits may run, once.
    Counts,
    /// A number that stands.
    Stands,
}

/// The number of a figure, in full, inside `<data value>`; "about" stands
/// before it where the document says so. Its role keeps the pieces together
/// where a reader would hear one after the other: with a phone that speaks.
pub fn number(m: &mut Markup, figure: &Figure, lang: Lang, motion: Motion) {
    m.raw(match motion {
        Motion::Counts => "<span class=\"number counter\" part=\"counter\" role=\"text\">",
        Motion::Stands => "<span class=\"number\" role=\"text\">",
    });
    let (before, after) = words::around(figure.approx, figure.estimate, lang);
    about(m, &before);
    m.raw("<data value=\"").text(figure.value.as_str()).raw("\">");
    pieces(m, &number::full(figure.value, figure.unit, lang));
    m.raw("</data>");
    about(m, after);
    m.raw("</span>");
}

/// What the document says of a number, before or after it.
fn about(m: &mut Markup, words: &str) {
    if !words.is_empty() {
        m.raw("<span class=\"about\">").text(words).raw("</span>");
    }
}

/// Digits as they are; units and group names in `<small>`, so that the eye
/// catches the digits first. The text stays whole.
fn pieces(m: &mut Markup, text: &str) {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = is_digit(first);
        let end = rest.find(|c| is_digit(c) != digits).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end);
        if digits {
            m.text(piece);
        } else {
            m.raw("<small>").text(piece).raw("</small>");
        }
        rest = tail;
    }
}

#[cfg(test)]
mod tests {
    use super::super::markup::markup;
    use super::*;
    use crate::report::{Approx, Decimal, Text, Unit};

    #[test]
    fn the_text_of_a_number_stays_whole_between_its_pieces() {
        let figure = Figure {
            id: "lookups",
            label: Text { ko: "조회", en: "Look-ups" },
            value: Decimal::new("2297309797").unwrap(),
            unit: Unit::Views,
            approx: Approx::About,
            estimate: false,
            printed: vec!["22억9730만9797번"],
            page: 5,
            note: None,
        };
        let html = markup(|m| number(m, &figure, Lang::Ko, Motion::Counts));
        assert_eq!(
            html,
            "<span class=\"number counter\" part=\"counter\" role=\"text\"><span class=\"about\">약 </span>\
             <data value=\"2297309797\">22<small>억 </small>9730<small>만 </small>9797<small>회</small></data></span>"
        );
    }
}
