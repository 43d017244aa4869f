//! What a reader does: the verbs behind the links and buttons of a page.

use leptos::reactive::graph::untrack;
use leptos::reactive::prelude::*;

use super::{Outward, Reader, opened_by};
use crate::report::{Lang, Link, Text};
use crate::search::Facet;
use crate::state::{Sort, Trace, ViewState};
use crate::views::errata::{Only, choices};
use crate::views::moment::WHOLE;
use crate::views::places::{card_element, part_element};

impl Reader {
    /// Copies the citation of the whole report.
    pub fn cite(self) {
        let lang = self.desk.with_untracked(|desk| desk.lang);
        self.wish(Outward::Copy(self.report_now().citation.get(lang).to_owned()));
    }

    /// Speaks another language.
    pub fn speak(self, lang: Lang) {
        self.lay(&mut |desk| desk.lang = lang);
    }

    /// Tells everyone, politely.
    pub fn say(self, message: Text) {
        self.lay(&mut |desk| message.get(desk.lang).clone_into(&mut desk.notice));
    }

    /// Searches for `words`.
    pub fn look_for(self, words: &str) {
        self.change_all(&mut |state| state.look_for(words));
    }

    /// Chooses a value, or gives it up.
    pub fn toggle(self, facet: Facet, id: &str) {
        self.change_all(&mut |state| state.toggle(facet, id));
    }

    /// Shows the cards in another order.
    pub fn sort(self, sort: Sort) {
        self.change_all(&mut |state| state.sort = sort);
    }

    /// Gives up query and filters.
    pub fn clear(self) {
        self.change_all(&mut ViewState::clear);
    }

    /// Drops what stands in the way, by its place among the ways out.
    pub fn take(self, position: usize) {
        let mut ways = Vec::new();
        untrack(|| self.look(&mut |moment| ways = self.ways_out(moment)));
        if let Some((way, _)) = ways.get(position) {
            self.change_all(&mut |state| state.take(way));
        }
    }

    /// Shows only some errata, by their place among the choices.
    pub fn choose_errata(self, position: usize) {
        if let Some(only) = choices(self.report_now()).get(position) {
            self.lay(&mut |desk| desk.errata.flip(*only));
        }
    }

    /// Turns to another report.
    pub fn turn_to(self, report: u16) {
        let mut state = self.state.get_untracked();
        state.switch_report(self.library, report);
        self.become_(state);
    }

    /// Takes over a state, with the cards it opens.
    pub fn become_(self, state: ViewState) {
        let turned = self.state.with_untracked(|before| before.report) != state.report;
        if turned {
            let opened = opened_by(&state);
            self.lay(&mut |desk| {
                desk.opened.clone_from(&opened);
                desk.errata = Only::default();
                (desk.drawn, desk.filled) = (0..WHOLE, 0);
            });
        }
        self.state.set(state);
    }

    /// Opens a card and brings it into view.
    pub fn visit(self, card: u32) {
        let report = self.report_now();
        let Some(found) = report.cards.get(card as usize) else { return };
        self.keep_open(card);
        self.change(&mut |state| state.open(card));
        if !self.results.with_untracked(|results| results.cards.contains(&card)) {
            self.clear();
        }
        self.draw_through(card);
        self.wish(Outward::Reveal(card_element(found)));
    }

    /// Opens the trace of a number and brings it into view.
    pub fn unfold(self, trace: Trace) {
        if let Trace::Figure(at) = trace {
            self.keep_open(at.card);
            self.draw_through(at.card);
        }
        self.ask(trace, true);
        if let Some(id) = trace.id(self.report_now()) {
            self.wish(Outward::Unfold(id));
        }
    }

    /// Opens the trace of a number, or closes it when it is open.
    pub fn ask(self, trace: Trace, open: bool) {
        let now = self.state.with_untracked(|state| state.trace == Some(trace));
        if now != open {
            self.change(&mut |state| if open { state.ask(trace) } else { state.dismiss() });
        }
    }

    /// Opens or closes the list of errata.
    pub fn show_errata(self, open: bool) {
        if self.state.with_untracked(|state| state.errata) != open {
            self.change(&mut |state| state.errata = open);
        }
    }

    /// Goes to a part.
    pub fn go_to(self, part: u8) {
        self.draw_part(part);
        self.change(&mut |state| state.go_to(part));
        self.wish(Outward::Reveal(part_element(part)));
    }

    /// A part came on screen, or left it.
    pub fn pass(self, part: Option<u8>, on_screen: bool) {
        let here = self.desk.with_untracked(|desk| desk.here);
        let now = if on_screen { part } else { here.filter(|here| Some(*here) != part) };
        if now != here {
            self.lay(&mut |desk| desk.here = now);
        }
    }

    /// The browser opened or closed a card: remember it.
    pub fn opened_or_closed(self, card: u32, open: bool) {
        if self.desk.with_untracked(|desk| desk.opened.contains(&card)) == open {
            return;
        }
        self.lay(&mut |desk| {
            desk.opened.retain(|other| *other != card);
            if open {
                desk.opened.push(card);
            }
        });
        self.change(&mut |state| {
            if open {
                state.open(card);
            } else if state.card == Some(card) {
                state.close();
            }
            if !open && matches!(state.trace, Some(Trace::Figure(at)) if at.card == card) {
                state.dismiss();
            }
        });
    }

    /// Follows a link, into the other report where it leads there.
    pub fn follow(self, link: Link) {
        self.turn_to(link.report);
        self.visit(link.card);
    }
}
