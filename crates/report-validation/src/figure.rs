//! Figures, and headlines with the sums that explain them.

use super::Problem;
use super::details::details;
use super::diagnostic::Place;
use super::read::{choice, decimal, lines, maybe_words, page, slug, words};
use super::references::Context;
use super::source;
use super::sum::adds_up;
use super::units::unit;
use report_model::{Approx, Card, Figure, FigureRef, Headline, Tally};

/// A quantity of a report.
pub fn figure(place: &Place, given: &source::Quantity, context: &Context) -> Figure {
    Figure {
        id: slug(&place.field("id"), given.id),
        label: words(&place.field("label"), given.label),
        value: decimal(&place.field("value"), given.value),
        unit: unit(&place.field("unit"), given.unit, context),
        approx: given
            .approx
            .map_or(Approx::Exact, |word| choice(&place.field("approx"), word, Approx::Exact)),
        estimate: given.estimate,
        printed: lines(&place.field("printed"), given.printed, 1),
        page: page(&place.field("page"), given.page, context.report.pages),
        note: maybe_words(&place.field("note"), given.note),
        details: details(place, given, context),
    }
}

/// A headline; its tally is made of figures of these cards.
pub fn headline(
    place: &Place,
    given: &source::Headline,
    cards: &[Card],
    context: &Context,
) -> Headline {
    let figure = figure(place, &given.quantity(), context);
    let tally = given
        .tally
        .as_ref()
        .map(|tally| build_tally(&place.field("tally"), tally, &figure, cards, context));
    Headline { figure, basis: words(&place.field("basis"), &given.basis), tally }
}

/// A tally whose terms exist and which adds up to the last digit.
fn build_tally(
    place: &Place,
    tally: &source::Tally,
    total: &Figure,
    cards: &[Card],
    context: &Context,
) -> Tally {
    let remainder = decimal(&place.field("remainder"), &tally.remainder);
    if !remainder.is_zero() && tally.note.is_none() {
        place.field("note").error(Problem::RemainderWithoutNote);
    }
    let caveat = maybe_words(&place.field("caveat"), tally.caveat.as_ref());
    let find = |name: &str| {
        let (card, figure) = name.split_once('/')?;
        let card = context.link(card)?.card;
        let figures = &cards.get(card as usize)?.figures;
        let figure = figures.iter().position(|known| known.id == figure)?;
        let found = &figures[figure];
        Some((FigureRef { card, figure: u16::try_from(figure).ok()? }, found))
    };
    let mut found = Vec::new();
    for (index, name) in tally.terms.iter().enumerate() {
        match find(name) {
            Some(term) => found.push(term),
            None => place.field("terms").entry("", index).error(Problem::NoFigure(name.clone())),
        }
    }
    let (terms, figures): (Vec<_>, Vec<&Figure>) = found.into_iter().unzip();
    let values: Vec<_> = figures.iter().map(|figure| figure.value).collect();
    let is_rounded = figures.iter().any(|figure| figure.approx != Approx::Exact);
    if remainder.is_zero() && is_rounded && caveat.is_none() {
        place.field("caveat").error(Problem::SumWithoutCaveat);
    }
    if terms.len() == tally.terms.len()
        && let Err(sum) = adds_up(total.value, &values, remainder)
    {
        let total = total.value.to_string();
        place.error(Problem::OtherSum { sum, total });
    }
    let note = maybe_words(&place.field("note"), tally.note.as_ref());
    Tally { terms, remainder, note, caveat }
}
