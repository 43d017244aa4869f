//! A reader at work: what they look at, what they may change, and the few
//! things that leave the widget.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{Card, Lang, Library, Link, Report};
use crate::search::{Choice, Facet, Index, Request, Results, WayOut, choices, ways_out};
use crate::state::{Trace, ViewState};

/// What one reader sees and does; handed to every view as a prop.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The reports of the bundle.
    pub library: &'static Library,
    /// The one thing that changes.
    pub state: RwSignal<ViewState>,
    /// The language spoken.
    pub lang: RwSignal<Lang>,
    /// The part on screen, told by the edge while the reader scrolls.
    pub here: RwSignal<Option<u8>>,
    /// How many cards are drawn; grows as the reader scrolls.
    pub drawn: RwSignal<usize>,
    /// A short message for everyone, screen readers included.
    pub notice: RwSignal<String>,
    /// The cards found, and what each filter would give.
    pub results: Memo<Arc<Results>>,
    /// The cards standing open.
    pub opened: RwSignal<Vec<u32>>,
    /// Whether closed cards are filled too: once the page is idle, so that
    /// the browser's own search reaches them, and before printing.
    pub whole: RwSignal<bool>,
    /// Whether a program runs behind the page; false when prerendered.
    pub live: bool,
    index: Memo<Arc<Index>>,
    outward: StoredValue<Rc<dyn Fn(Outward)>, LocalStorage>,
}

/// A wish of the reader that only the page around the widget can fulfil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outward {
    /// Put this text on the clipboard.
    Copy(String),
    /// Share a link to the present view.
    Share,
    /// Hand over a file: its name, its type, its text.
    Download(&'static str, &'static str, String),
    /// Bring the element with this id into view, and the focus to it.
    Reveal(String),
    /// Unfold the trace with this address and bring it into view.
    Unfold(String),
    /// The language was switched.
    Speak(Lang),
}

/// Cards drawn before the reader scrolls.
pub const FIRST_DRAWN: usize = 60;

impl Reader {
    /// A reader of the library, starting from `state`.
    pub fn new(
        library: &'static Library,
        state: ViewState,
        lang: Lang,
        live: bool,
        outward: impl Fn(Outward) + 'static,
    ) -> Self {
        let state = RwSignal::new(state);
        let report = Memo::new(move |_| state.with(|state| state.report));
        let index = Memo::new_with_compare(
            move |_| Arc::new(Index::new(&library.reports[usize::from(report.get())])),
            |_, _| true,
        );
        let results = Memo::new(move |_| {
            let index = index.get();
            state.with(|state| Arc::new(index.search(&request(state))))
        });
        let opened = RwSignal::new(state.with_untracked(first_opened));
        Self {
            library,
            state,
            opened,
            whole: RwSignal::new(false),
            lang: RwSignal::new(lang),
            here: RwSignal::new(None),
            drawn: RwSignal::new(FIRST_DRAWN),
            notice: RwSignal::new(String::new()),
            results,
            live,
            index,
            outward: StoredValue::new_local(Rc::new(outward)),
        }
    }

    /// The report being read.
    #[must_use]
    pub fn report(self) -> &'static Report {
        &self.library.reports[usize::from(self.state.with(|state| state.report))]
    }

    /// The report being read, without following its change.
    #[must_use]
    pub fn report_now(self) -> &'static Report {
        &self.library.reports[usize::from(self.state.with_untracked(|state| state.report))]
    }

    /// The values a filter can take in this report.
    #[must_use]
    pub fn choices(self, facet: Facet) -> Vec<Choice> {
        choices(self.report_now(), facet)
    }

    /// What can be dropped to find cards again, and how many that would give.
    #[must_use]
    pub fn ways_out(self) -> Vec<(WayOut, usize)> {
        let index = self.index.get();
        self.state.with(|state| ways_out(&index, &request(state)))
    }

    /// Drops what stood in the way.
    pub fn take(self, way: &WayOut) {
        self.state.update(|state| state.take(way));
    }

    /// Sends a wish out of the widget.
    pub fn wish(self, wish: Outward) {
        self.outward.with_value(|outward| outward(wish));
    }

    /// Opens a card and brings it into view.
    pub fn visit(self, card: u32) {
        let report = self.report_now();
        let Some(found) = report.cards.get(card as usize) else { return };
        self.keep_open(card);
        self.state.update(|state| state.open(card));
        if !self.results.with(|results| results.cards.contains(&card)) {
            self.state.update(ViewState::clear);
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

    fn keep_open(self, card: u32) {
        self.opened.update(|opened| {
            if !opened.contains(&card) {
                opened.push(card);
            }
        });
    }

    /// Opens the trace of a number, or closes it when it is open.
    pub fn ask(self, trace: Trace, open: bool) {
        let now = self.state.with_untracked(|state| state.trace == Some(trace));
        if now != open {
            self.state.update(|state| if open { state.ask(trace) } else { state.dismiss() });
        }
    }

    /// Opens or closes the list of errata.
    pub fn show_errata(self, open: bool) {
        if self.state.with_untracked(|state| state.errata) != open {
            self.state.update(|state| state.errata = open);
        }
    }

    /// Goes to a part.
    pub fn go_to(self, part: u8) {
        let first = |results: &Arc<Results>| {
            let cards = &self.report_now().cards;
            results.cards.iter().copied().find(|card| cards[*card as usize].part == part)
        };
        if let Some(card) = self.results.with(first) {
            self.draw_through(card);
        }
        self.state.update(|state| state.go_to(part));
        self.wish(Outward::Reveal(part_element(part)));
    }

    /// The browser opened or closed a card: remember it.
    pub fn opened_or_closed(self, card: u32, open: bool) {
        if self.opened.with_untracked(|opened| opened.contains(&card)) == open {
            return;
        }
        self.opened.update(|opened| {
            if open {
                opened.push(card);
            } else {
                opened.retain(|other| *other != card);
            }
        });
        self.state.update(|state| {
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
        if self.state.with_untracked(|state| state.report) != link.report {
            self.opened.set(Vec::new());
            self.state.update(|state| state.switch_report(self.library, link.report));
        }
        self.visit(link.card);
    }

    /// Draws more cards.
    pub fn draw_more(self) {
        self.drawn.update(|drawn| *drawn += FIRST_DRAWN);
    }

    /// Draws as far as this card.
    fn draw_through(self, card: u32) {
        let position =
            self.results.with(|found| found.cards.iter().position(|found| *found == card));
        if let Some(position) = position.filter(|position| *position >= self.drawn.get_untracked())
        {
            self.drawn.set(position + FIRST_DRAWN);
        }
    }
}

/// The cards that stand open in a first view.
fn first_opened(state: &ViewState) -> Vec<u32> {
    let traced = match state.trace {
        Some(Trace::Figure(at)) => Some(at.card),
        Some(Trace::Headline { .. }) | None => None,
    };
    state.card.into_iter().chain(traced).collect()
}

/// What the state asks the index for.
fn request(state: &ViewState) -> Request<'_> {
    Request { query: &state.query, filters: &state.filters, sort: state.sort }
}

/// The id of a card's element inside the widget.
#[must_use]
pub fn card_element(card: &Card) -> String {
    format!("card-{}", card.id)
}

/// The id of a part's element inside the widget.
#[must_use]
pub fn part_element(part: u8) -> String {
    format!("part-{part}")
}
