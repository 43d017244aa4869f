//! A figure on the page: the exact number as real text, marked up so that
//! digits and units can be set differently.

use leptos::prelude::*;

use crate::number;
use crate::report::{Figure, Lang};
use crate::words;

/// The number of a figure, in full, inside `<data value>`; "about" stands
/// before it where the document says so.
#[component]
pub fn Number(
    /// The figure.
    figure: &'static Figure,
    /// The language.
    lang: Lang,
    /// Whether the digits may run when first seen.
    #[prop(optional)]
    counter: bool,
) -> impl IntoView {
    let text = number::full(figure.value, figure.unit, lang);
    let about = figure.approx.then(|| view! { <span class="about">{words::about(lang)}</span> });
    view! {
        <span class="number" class:counter=counter part="counter">
            {about}
            <data value=figure.value.as_str()>{pieces(&text)}</data>
        </span>
    }
}

/// Digits as they are; units and group names in `<small>`, so that the eye
/// catches the digits first. The text stays whole.
fn pieces(text: &str) -> Vec<AnyView> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some(first) = rest.chars().next() {
        let digits = is_digit(first);
        let end = rest.find(|c| is_digit(c) != digits).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end);
        let piece = piece.to_owned();
        pieces.push(if digits { piece.into_any() } else { view! { <small>{piece}</small> }.into_any() });
        rest = tail;
    }
    pieces
}
