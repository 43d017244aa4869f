//! How much of the result is drawn: a stretch of cards, which grows as the reader scrolls and
//! starts elsewhere when they go far.

use leptos::prelude::*;

use super::{
    FILL_BATCH, FIRST_BATCH, HostCommand, NEXT_BATCH, SMALL_REPORT, Store, UiState, Window,
};
use crate::element_ids::{card_element, id_selector};

/// Cards that are rather drawn than left out on the way to another.
const NEAR: usize = 4 * NEXT_BATCH;

impl Store {
    /// Draws more cards.
    pub(super) fn draw_more(self) {
        self.change_ui(|ui| {
            ui.window.range.end = ui.window.range.end.saturating_add(NEXT_BATCH);
        });
    }

    /// Draws more cards for someone who asked, and moves to the first.
    pub(super) fn show_more(self) {
        let next = self.ui.read_untracked().window.range.end;
        self.draw_more();
        self.focus_result(next);
    }

    /// Draws cards that stand before, and moves to the first.
    pub(super) fn show_earlier(self) {
        self.change_ui(|ui| {
            ui.window.range.start = ui.window.range.start.saturating_sub(NEXT_BATCH);
        });
        self.focus_result(self.ui.read_untracked().window.range.start);
    }

    /// Draws every card, and fills closed ones: before printing.
    pub(super) fn draw_all(self) {
        self.change_ui(|ui| {
            ui.filled = usize::MAX;
            ui.window = Window { range: 0..usize::MAX, is_typing: false };
        });
    }

    /// Draws some of what could wait, so little that nobody notices: more cards of a small result
    /// until it is whole, then the content of closed cards in a small report. Whether there was
    /// anything to do.
    #[must_use]
    pub fn draw_when_idle(self) -> bool {
        let cards = self.current_report().cards.len();
        let found = self.results.read_untracked().cards.len();
        if self.ui.read_untracked().window.is_typing {
            self.change_ui(|UiState { window, .. }| {
                if found <= SMALL_REPORT {
                    window.range.end = window.range.end.saturating_add(FIRST_BATCH);
                }
                window.is_typing = found <= SMALL_REPORT && window.range.end < found;
            });
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
        let drawn = self.ui.read_untracked().window.range.clone();
        let Some(position) = position.filter(|position| !drawn.contains(position)) else { return };
        let is_near = position < drawn.end.saturating_add(NEAR) && position + NEAR > drawn.start;
        self.change_ui(|ui| {
            ui.window.range = if is_near {
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
            store.ui.with_untracked(|ui| {
                let cards = ui.window.of(&found.cards);
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
            store.dispatch(Action::DrawMore);
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
