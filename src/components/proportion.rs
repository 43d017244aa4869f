//! Small drawings in proportion, which stand beside the number that they draw. They are hidden from
//! screen readers: what they show stands beside them in words.

use maud::{Markup, html};
use report_text::text;

use crate::i18n::{self, Message};
use crate::number::{Composition, MainSeries, MainShare, Standing, full, percent, whole};
use crate::report::{Card, Edition, Headline, Lang, Unit};

/// Width of a drawing, in its own units.
const WIDTH: u64 = 1000;
/// The most things that are drawn one by one.
const MOST_COUNTED: u64 = 100;
/// How many of them stand in a row.
const ROW: u64 = 20;
/// Pieces narrower than this are drawn with their neighbours as one.
const LEAST: u64 = 8;
/// The space between two pieces.
const SPACE: u64 = 3;

/// Amounts of cards in proportion to a total, and the sentence that says so.
pub struct Proportion {
    /// Indices of cards and their amounts, the largest first.
    pub cards: Vec<(u32, u64)>,
    /// What they are parts of.
    pub total: u64,
    /// The largest share and what stays unexplained, in words.
    pub words: String,
}

impl Proportion {
    /// What a headline number is made of; nothing where that is not known.
    #[must_use]
    pub fn of_headline(edition: Edition, headline: &Headline) -> Option<Self> {
        let Edition { report, lang, .. } = edition;
        let composition = Composition::of(report, headline)?;
        let (card, share) = composition.largest()?;
        let card = report.cards[card as usize].title.get(lang);
        let mut words = i18n::fill(Message::ComesFrom, &[&share, card], lang);
        if let Some(rest) = composition.unexplained() {
            words.push_str(&i18n::fill(Message::Unexplained, &[&rest], lang));
        }
        Some(Self { cards: composition.cards, total: composition.total, words })
    }

    /// What a card's main number is of its part's headline.
    #[must_use]
    pub fn of_card(edition: Edition, index: u32) -> Option<Self> {
        let Edition { report, lang, .. } = edition;
        let MainShare { amount, total } = MainShare::of(report, index)?;
        let part = text!(report.cards[index as usize].part);
        let words = i18n::fill(Message::ShareOfPart, &[&part, &percent(amount, total)?], lang);
        Some(Self { cards: vec![(index, amount)], total, words })
    }

    /// What one piece of a headline's bar stands for, in words.
    #[must_use]
    pub fn of_piece(edition: Edition, headline: &Headline, piece: usize) -> Option<String> {
        let Edition { report, lang, .. } = edition;
        let composition = Composition::of(report, headline)?;
        let Some((card, amount)) = composition.cards.get(piece) else {
            return Some(i18n::fill(Message::Unexplained, &[&composition.unexplained()?], lang));
        };
        let share = percent(*amount, composition.total)?;
        let card = report.cards[*card as usize].title.get(lang);
        Some(i18n::fill(Message::ComesFrom, &[&share, card], lang))
    }

    /// The bar, and the sentence.
    #[must_use]
    pub fn drawn(&self) -> Markup {
        html! { (bar(&self.cards, self.total)) (self.words) }
    }
}

/// What a card's main number is of its part's headline, or of its series, or of a hundred per cent, or
/// where it stands among those of its unit, or so many pieces; and whether the document contradicts
/// itself there.
pub fn glance(edition: Edition, index: u32) -> Markup {
    let card = &edition.report.cards[index as usize];
    let errata = &card.errata;
    html! {
        @if let Some(share) = Proportion::of_card(edition, index) { (share.drawn()) }
        @else if let Some(main) = MainSeries::of(card) { (values(&main, edition.lang)) }
        @else if let Some(amount) = hundredths(card) { (bar(&[(index, amount)], 100)) }
        @else if let Some(standing) = Standing::of(edition.report, index) { (rank(standing, edition.lang)) }
        @else if let Some(amount) = countable(card) { (pieces(amount)) }
        @if !errata.is_empty() {
            span.mark role="img" title=(i18n::marks(errata.len(), edition.lang)) { (text!(errata.len())) }
        }
    }
}

/// The main number of a card, where it is a whole number of hundredths.
fn hundredths(card: &Card) -> Option<u64> {
    let figure = card.figures.first().filter(|figure| figure.unit == Unit::Percent)?;
    whole(figure.value).filter(|amount| *amount <= 100)
}

/// The main number of a card, where it is a small whole number of things.
fn countable(card: &Card) -> Option<u64> {
    let figure = card.figures.first().filter(|figure| figure.unit != Unit::Rank)?;
    whole(figure.value).filter(|amount| (1..=MOST_COUNTED).contains(amount))
}

/// A small number as so many pieces: dashes of lines, 10 by 10 and 2 apart.
fn pieces(amount: u64) -> Markup {
    let class = if amount > ROW { "count rows" } else { "count" };
    let (mut lines, mut height, mut left) = (String::new(), 0_u64, amount);
    while left > 0 {
        let row = left.min(ROW);
        lines.push_str(&text!("M0 ", height + 5, "H", row * 12 - 2));
        height += 12;
        left -= row;
    }
    let size = text!("0 0 ", amount.min(ROW) * 12 - 2, " ", height - 2);
    html! {
        svg class=(class) viewBox=(size) aria-hidden="true" { path d=(lines) {} }
    }
}

/// A series as columns, and the first of its other values in words.
fn values(main: &MainSeries, lang: Lang) -> Markup {
    let MainSeries { series, main, heights } = main;
    html! {
        (columns(heights, *main))
        @if let Some(other) = series.points.get(usize::from(*main == 0)) {
            (other.label.get(lang)) " " (full(other.value, series.unit, lang))
        }
    }
}

/// The place of a number among those of its unit as a flight of steps, the largest first, and in words.
fn rank(Standing { larger, all }: Standing, lang: Lang) -> Markup {
    let steps: Vec<u64> = (0..all as u64).map(|step| WIDTH - step * WIDTH / all as u64).collect();
    html! {
        (columns(&steps, larger))
        (i18n::fill(Message::RankInUnit, &[&text!(larger + 1), &text!(all)], lang))
    }
}

/// Values as columns, the main one in yellow.
fn columns(heights: &[u64], main: usize) -> Markup {
    let (mut ours, mut others) = (String::new(), String::new());
    let step = WIDTH / (heights.len() as u64);
    let mut from = 0;
    for (at, height) in heights.iter().enumerate() {
        let column = piece(from, from + step * 5 / 6, WIDTH - height);
        if at == main {
            ours = column;
        } else {
            others.push_str(&column);
        }
        from += step;
    }
    drawing("bar columns", [&ours, &others, ""])
}

/// The cards of a sum side by side, the largest first, and behind them what is unexplained.
pub fn bar(cards: &[(u32, u64)], total: u64) -> Markup {
    let (mut largest, mut others) = (String::new(), String::new());
    let (mut start, mut sum) = (0, 0);
    for (_, amount) in cards {
        sum += amount;
        let end = sum.saturating_mul(WIDTH).checked_div(total).unwrap_or_default();
        if largest.is_empty() {
            largest = piece(start, end, 0);
        } else if end >= start + LEAST || sum == total {
            others.push_str(&piece(start, end, 0));
        } else {
            continue;
        }
        start = end;
    }
    let rest = if sum < total && cards.len() > 1 { piece(start, WIDTH, 0) } else { String::new() };
    drawing("bar", [&largest, &others, &rest])
}

/// A piece of a drawing, from its upper edge down to the ground, as the outline of a path.
fn piece(from: u64, to: u64, top: u64) -> String {
    let to = to.saturating_sub(SPACE).max(from + SPACE);
    text!("M", from, " ", top, "H", to, "V1000H", from, "z")
}

/// A drawing of three sorts of pieces, as wide and as high as there is room.
fn drawing(class: &str, pieces: [&str; 3]) -> Markup {
    html! {
        svg class=(class) viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" {
            @for (class, outline) in ["most", "others", "rest"].into_iter().zip(pieces) {
                @if !outline.is_empty() { path class=(class) d=(outline) {} }
            }
        }
    }
}
