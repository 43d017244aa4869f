//! How much of the result is drawn: a stretch of cards, which grows as the reader scrolls and
//! starts elsewhere when they go far.

use std::ops::Range;

use leptos::prelude::*;

use super::{HostCommand, Store};
use crate::element_ids::{card_element, id_selector};

/// Cards drawn when something else is looked for, and then at a time while the page is idle.
pub(super) const FIRST_BATCH: usize = 12;
/// Cards that are all drawn, and filled, without being asked for, so that find-in-page reaches all
/// of a report that has no more than these.
const SMALL_REPORT: usize = 60;
/// Closed cards filled at a time while the page is idle: a few milliseconds of a phone.
const FILL_BATCH: usize = 6;
/// Cards drawn more whenever the end of the drawn ones is near.
const NEXT_BATCH: usize = 32;

/// The part of a result that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Positions in the result.
    pub range: Range<usize>,
    /// Whether the reader may be typing on, so that what is not seen waits for an idle page.
    pub is_typing: bool,
}

impl Default for Window {
    fn default() -> Self {
        Self { range: 0..SMALL_REPORT, is_typing: false }
    }
}

impl Window {
    /// The cards of a result that are drawn.
    #[must_use]
    pub fn of<'c>(&self, cards: &'c [u32]) -> &'c [u32] {
        let Range { start, end } = self.range;
        &cards[start.min(cards.len())..end.min(cards.len())]
    }
}

/// Cards that are rather drawn than left out on the way to another.
const NEAR: usize = 4 * NEXT_BATCH;

impl Store {
    /// Draws more cards.
    pub(super) fn draw_more(self) {
        self.change_window(|window| {
            window.range.end = window.range.end.saturating_add(NEXT_BATCH);
        });
    }

    /// Draws more cards when their end comes near; while somebody types, that waits for a pause.
    pub(super) fn end_passed(self, is_near: bool) {
        self.is_end_near.set_value(is_near);
        if is_near && !self.window.read_untracked().is_typing {
            self.draw_more();
        }
    }

    /// Lets so many cards be drawn at once, within reason, after a letter is typed.
    pub fn set_screenful(self, cards: usize) {
        self.screenful.set_value(cards.min(FIRST_BATCH));
    }

    /// Draws more cards for someone who asked, and moves to the first.
    pub(super) fn show_more(self) {
        let next = self.window.read_untracked().range.end;
        self.draw_more();
        self.focus_result(next);
    }

    /// Draws cards that stand before, and moves to the first.
    pub(super) fn show_earlier(self) {
        self.change_window(|window| {
            window.range.start = window.range.start.saturating_sub(NEXT_BATCH);
        });
        self.focus_result(self.window.read_untracked().range.start);
    }

    /// Draws every card, and fills closed ones: before printing.
    pub(super) fn draw_all(self) {
        self.change_ui(|ui| ui.filled = usize::MAX);
        self.change_window(|window| *window = Window { range: 0..usize::MAX, is_typing: false });
    }

    /// Draws some of what could wait, so little that nobody notices: more cards of a small result
    /// until it is whole, then the content of closed cards in a small report. Whether there was
    /// anything to do.
    #[must_use]
    pub fn draw_when_idle(self) -> bool {
        let cards = self.current_report().cards.len();
        let found = self.results.read_untracked().cards.len();
        if self.window.read_untracked().is_typing {
            let is_small = found <= SMALL_REPORT;
            self.change_window(|window| {
                let end = &mut window.range.end;
                *end = if is_small {
                    end.saturating_add(FIRST_BATCH)
                } else {
                    (*end).max(FIRST_BATCH)
                };
                window.is_typing = is_small && window.range.end < found;
            });
            if !is_small {
                self.end_passed(self.is_end_near.get_value());
            }
            return true;
        }
        let filled = self.ui.read_untracked().filled;
        let fills = cards <= SMALL_REPORT && filled < cards + FILL_BATCH;
        if fills {
            self.change_ui(|ui| ui.filled = filled + FILL_BATCH);
        }
        fills
    }

    /// Whether a closed card has its content.
    #[must_use]
    pub fn is_filled(self, card: u32) -> bool {
        (card as usize) < self.ui.read().filled
    }

    /// Whether everything that is closed has its content.
    #[must_use]
    pub fn is_all_filled(self) -> bool {
        self.ui.read().filled > self.report().cards.len()
    }

    /// Draws as far as this card, or, where that is far, from it on.
    pub(super) fn draw_through(self, card: u32) {
        let position = self.results.read_untracked().cards.iter().position(|found| *found == card);
        let drawn = self.window.read_untracked().range.clone();
        let Some(position) = position.filter(|position| !drawn.contains(position)) else { return };
        let is_near = position < drawn.end.saturating_add(NEAR) && position + NEAR > drawn.start;
        self.change_window(|window| {
            window.range = if is_near {
                drawn.start.min(position)..drawn.end.max(position + NEXT_BATCH)
            } else {
                position..position + NEXT_BATCH
            };
        });
    }

    /// Draws as far as a part.
    pub(super) fn draw_part(self, part: u8) {
        let cards = &self.current_report().cards;
        let found = self.results.read_untracked();
        let first = found.cards.iter().copied().find(|card| cards[*card as usize].part == part);
        drop(found);
        if let Some(card) = first {
            self.draw_through(card);
        }
    }

    /// Draws whatever the first view opens.
    pub fn draw_first(self) {
        self.show_comparison();
        if let Some(part) = self.route.read_untracked().part {
            self.draw_part(part);
        }
        // Cloned before the loop: the window changes while it runs.
        let open_cards = self.ui.read_untracked().open_cards.clone();
        for card in open_cards {
            self.draw_through(card);
        }
    }

    /// Moves the focus to the card at a position of the result.
    fn focus_result(self, position: usize) {
        let card = self.results.read_untracked().cards.get(position).copied();
        if let Some(card) = card {
            let card = &self.current_report().cards[card as usize];
            self.send(HostCommand::Focus(id_selector(&card_element(card))));
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos::reactive::owner::Owner;

    use super::*;
    use crate::bundle::library;
    use crate::report::{Lang, Library};
    use crate::state::RouteState;
    use crate::store::{Action, Config};

    fn store_of(library: &'static Library) -> Store {
        Store::new(library, RouteState::default(), Lang::Ko, Config { has_tools: true }, |_| {})
    }

    /// A store of a thousand cards.
    fn large_store() -> Store {
        let mut report = library().reports[0].clone();
        report.cards = report.cards.iter().cycle().take(1000).cloned().collect();
        store_of(Box::leak(Box::new(Library { digest: "", reports: vec![report] })))
    }

    /// The first card that is drawn, and how many are.
    fn drawn(store: Store) -> (usize, usize) {
        store.results.with_untracked(|found| {
            store.window.with_untracked(|window| {
                let cards = window.of(&found.cards);
                (cards[0] as usize, cards.len())
            })
        })
    }

    #[test]
    fn only_a_stretch_of_a_long_result_is_drawn_wherever_one_goes() {
        Owner::new().with(|| {
            let store = large_store();
            assert_eq!(drawn(store), (0, SMALL_REPORT));
            for (card, expected) in [
                (SMALL_REPORT - 1, (0, SMALL_REPORT)),
                (SMALL_REPORT, (0, SMALL_REPORT + NEXT_BATCH)),
                (900, (900, NEXT_BATCH)),
                (920, (900, NEXT_BATCH)),
                (850, (850, NEXT_BATCH + 50)),
                (990, (850, 150)),
                (10, (10, NEXT_BATCH)),
            ] {
                store.draw_through(u32::try_from(card).unwrap());
                assert_eq!(drawn(store), expected, "at {card}");
            }
            store.dispatch(Action::ShowEarlier);
            assert_eq!(drawn(store), (0, NEXT_BATCH + 10));
            store.dispatch(Action::EndPassed(true));
            store.dispatch(Action::EndPassed(false));
            assert_eq!(drawn(store), (0, 2 * NEXT_BATCH + 10));
            store.dispatch(Action::SetQuery("카카오".to_owned()));
            assert_eq!(drawn(store).1, FIRST_BATCH);
            while store.draw_when_idle() {}
            assert_eq!(drawn(store).1, FIRST_BATCH, "a long result waits for the reader");
            store.dispatch(Action::ClearFilters);
            store.dispatch(Action::PreparePrint);
            assert_eq!(drawn(store), (0, 1000));
        });
    }

    #[test]
    fn what_has_no_room_on_the_screen_waits_for_a_pause() {
        Owner::new().with(|| {
            let store = large_store();
            let drawn = || drawn(store).1;
            for (screenful, expected) in [(4, 4), (FIRST_BATCH, FIRST_BATCH), (99, FIRST_BATCH)] {
                store.set_screenful(screenful);
                store.dispatch(Action::SetQuery("카카오".to_owned()));
                assert_eq!(drawn(), expected);
                store.dispatch(Action::EndPassed(true));
                assert_eq!(drawn(), expected, "somebody is typing");
                store.dispatch(Action::EndPassed(false));
                assert!(store.draw_when_idle() && !store.draw_when_idle());
                assert_eq!(drawn(), FIRST_BATCH);
                store.dispatch(Action::ClearFilters);
            }
            store.dispatch(Action::EndPassed(true));
            assert!(store.draw_when_idle());
            assert_eq!(drawn(), FIRST_BATCH + NEXT_BATCH, "its end was near before the pause");
        });
    }

    #[test]
    fn a_first_view_begins_at_the_card_that_it_opens() {
        Owner::new().with(|| {
            let store = large_store();
            store.change_ui(|ui| ui.open_cards.push(900));
            store.draw_first();
            assert_eq!(drawn(store), (900, NEXT_BATCH));
        });
    }

    #[test]
    fn a_small_result_is_drawn_in_batches_and_then_its_closed_cards_are_filled() {
        Owner::new().with(|| {
            let store = store_of(library());
            let all = store.current_report().cards.len();
            assert_eq!(drawn(store), (0, all));
            store.dispatch(Action::SetQuery("카".to_owned()));
            let found = store.results.read_untracked().cards.len();
            for step in 1..=found.div_ceil(FIRST_BATCH) {
                let expected = (step * FIRST_BATCH).min(found);
                assert_eq!(drawn(store).1, expected);
                if expected < found {
                    assert!(store.draw_when_idle());
                }
            }
            for step in 0..all.div_ceil(FILL_BATCH) {
                assert_eq!(store.ui.read_untracked().filled, step * FILL_BATCH);
                assert!(store.draw_when_idle());
            }
            while store.draw_when_idle() {}
            assert!(untrack(|| store.is_all_filled()));
            let large = large_store();
            while large.draw_when_idle() {}
            let filled = large.ui.read_untracked().filled;
            let expected = ((0, SMALL_REPORT), 0);
            assert_eq!((drawn(large), filled), expected, "a long report waits for the reader");
        });
    }
}
