//! How much of the result is drawn: a stretch of cards, which grows as the
//! reader scrolls and starts elsewhere when they go far.

use leptos::reactive::prelude::*;

use super::{Outward, Reader};
use crate::views::moment::{AT_ONCE, FILLED, STEP, WHOLE};
use crate::views::places::card_element;

/// Cards that are rather drawn than left out on the way to another.
const FAR: usize = 4 * STEP;

impl Reader {
    /// Draws more cards.
    pub fn draw_more(self) {
        self.lay(&mut |desk| desk.drawn.end = desk.drawn.end.saturating_add(STEP));
    }

    /// Draws more cards for someone who asked, and leads them to the first.
    pub fn show_more(self) {
        let next = self.desk.with_untracked(|desk| desk.drawn.end);
        self.draw_more();
        self.lead_to(next);
    }

    /// Draws cards that stand before, and leads to the first.
    pub fn show_earlier(self) {
        self.lay(&mut |desk| desk.drawn.start = desk.drawn.start.saturating_sub(STEP));
        self.lead_to(self.desk.with_untracked(|desk| desk.drawn.start));
    }

    /// Draws every card, and fills closed ones: before printing.
    pub fn draw_all(self) {
        self.lay(&mut |desk| (desk.filled, desk.drawn) = (usize::MAX, 0..usize::MAX));
    }

    /// Draws some of what could wait, so little that nobody notices: some cards
    /// more of a small result, until it is whole, and then some of those that
    /// stand closed in a small report. Whether there was anything.
    #[must_use]
    pub fn draw_rest(self) -> bool {
        let cards = self.report_now().cards.len();
        let found = self.results.with_untracked(|results| results.cards.len());
        let (hurried, filled) = self.desk.with_untracked(|desk| (desk.hurried, desk.filled));
        let fills = cards <= WHOLE && filled < cards + FILLED;
        if hurried || fills {
            self.lay(&mut |desk| {
                if !hurried {
                    desk.filled += FILLED;
                } else if found <= WHOLE {
                    desk.drawn.end = desk.drawn.end.saturating_add(AT_ONCE);
                }
                desk.hurried = found <= WHOLE && desk.drawn.end < found;
            });
        }
        hurried || fills
    }

    /// Draws as far as this card, or, where that is far, from it on.
    pub fn draw_through(self, card: u32) {
        let position = self
            .results
            .with_untracked(|results| results.cards.iter().position(|found| *found == card));
        let drawn = self.desk.with_untracked(|desk| desk.drawn.clone());
        let Some(position) = position.filter(|position| !drawn.contains(position)) else { return };
        let near = position < drawn.end.saturating_add(FAR) && position + FAR > drawn.start;
        self.lay(&mut |desk| {
            desk.drawn = if near {
                drawn.start.min(position)..drawn.end.max(position + STEP)
            } else {
                position..position + STEP
            };
        });
    }

    /// Draws as far as a part.
    pub fn draw_part(self, part: u8) {
        let cards = &self.report_now().cards;
        let first = self.results.with_untracked(|results| {
            results.cards.iter().copied().find(|card| cards[*card as usize].part == part)
        });
        if let Some(card) = first {
            self.draw_through(card);
        }
    }

    /// Draws whatever the first view opens.
    pub fn draw_first(self) {
        if let Some(part) = self.state.with_untracked(|state| state.part) {
            self.draw_part(part);
        }
        for card in self.desk.with_untracked(|desk| desk.opened.clone()) {
            self.draw_through(card);
        }
    }

    /// Brings the focus to the card at a position of the result.
    fn lead_to(self, position: usize) {
        let card = self.results.with_untracked(|results| results.cards.get(position).copied());
        if let Some(card) = card {
            let card = &self.report_now().cards[card as usize];
            self.wish(Outward::Focus(card_element(card)));
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos::reactive::graph::untrack;
    use leptos::reactive::owner::Owner;

    use super::super::Offer;
    use super::*;
    use crate::bundle::library;
    use crate::report::{Lang, Library};
    use crate::state::ViewState;

    /// A reader of a thousand cards, and what is drawn for them.
    fn far_reader() -> Reader {
        let mut report = library().reports[0].clone();
        report.cards = report.cards.iter().cycle().take(1000).cloned().collect();
        let library = Box::leak(Box::new(Library { reports: vec![report] }));
        let offer = Offer { tools: true };
        Reader::new(library, ViewState::default(), Lang::Ko, offer, |_| {})
    }

    fn drawn(reader: Reader) -> (usize, usize) {
        let mut drawn = (0, 0);
        untrack(|| {
            reader.look(&mut |moment| {
                let shown = moment.shown();
                drawn = (shown[0] as usize, shown.len());
            });
        });
        drawn
    }

    #[test]
    fn only_a_stretch_of_a_long_result_is_drawn_wherever_one_goes() {
        Owner::new().with(|| {
            let reader = far_reader();
            assert_eq!(drawn(reader), (0, WHOLE));
            for (card, expected) in [
                (WHOLE - 1, (0, WHOLE)),
                (WHOLE, (0, WHOLE + STEP)),
                (900, (900, STEP)),
                (920, (900, STEP)),
                (850, (850, STEP + 50)),
                (990, (850, 150)),
                (10, (10, STEP)),
            ] {
                reader.draw_through(u32::try_from(card).unwrap());
                assert_eq!(drawn(reader), expected, "at {card}");
            }
            reader.show_earlier();
            assert_eq!(drawn(reader), (0, STEP + 10));
            reader.draw_more();
            assert_eq!(drawn(reader), (0, 2 * STEP + 10));
            reader.look_for("카카오");
            assert_eq!(drawn(reader).1, AT_ONCE);
            while reader.draw_rest() {}
            assert_eq!(drawn(reader).1, AT_ONCE, "a long result waits for the reader");
            reader.clear();
            reader.draw_all();
            assert_eq!(drawn(reader), (0, 1000));
        });
    }

    #[test]
    fn what_is_found_is_drawn_some_cards_at_a_time_and_then_a_small_report_is_filled() {
        Owner::new().with(|| {
            let offer = Offer { tools: true };
            let reader = Reader::new(library(), ViewState::default(), Lang::Ko, offer, |_| {});
            let cards = reader.report_now().cards.len();
            assert_eq!(drawn(reader), (0, cards));
            reader.look_for("카");
            let cards = reader.results.with_untracked(|results| results.cards.len());
            for step in 1..=cards.div_ceil(AT_ONCE) {
                let expected = (step * AT_ONCE).min(cards);
                assert_eq!(drawn(reader), (0, expected));
                if expected < cards {
                    assert!(reader.draw_rest());
                }
            }
            let cards = reader.report_now().cards.len();
            let filled = || {
                let mut filled = (0, false);
                untrack(|| {
                    reader.look(&mut |moment| {
                        let cards = (0..).take(cards).filter(|card| moment.fills(*card));
                        filled = (cards.count(), moment.fills_all());
                    });
                });
                filled
            };
            for step in 0..cards.div_ceil(FILLED) {
                assert_eq!(filled(), (step * FILLED, false));
                assert!(reader.draw_rest());
            }
            while reader.draw_rest() {}
            assert_eq!(filled(), (cards, true));
            let far = far_reader();
            while far.draw_rest() {}
            let filled = far.desk.with_untracked(|desk| desk.filled);
            assert_eq!((drawn(far), filled), ((0, WHOLE), 0), "a long report waits for the reader");
        });
    }
}
