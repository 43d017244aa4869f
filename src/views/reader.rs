//! A reader at work: what they look at, what they may change, and the few
//! things that leave the widget.

mod drawn;
mod verbs;

use std::ops::Deref;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::reactive::computed::Memo;
use leptos::reactive::graph::untrack;
use leptos::reactive::prelude::*;
use leptos::reactive::signal::RwSignal;

use super::edition::Edition;
use super::errata::Only;
use super::moment::{AT_ONCE, Desk, Moment, WHOLE};
use super::outside::Outside;
use super::page::page;
use super::topbar::topbar;
use crate::report::{Lang, Library, Report};
use crate::search::{Index, Request, Results, Session, WayOut, ways_out};
use crate::state::{Trace, ViewState};

/// What one reader sees and does.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The reports of the bundle.
    pub library: &'static Library,
    /// The view: all that an address tells.
    pub state: RwSignal<ViewState>,
    /// What lies beside it.
    pub desk: RwSignal<Desk>,
    /// The cards found, and what each filter would give.
    pub results: Memo<Arc<Found>>,
    offer: Offer,
    outside: Outside,
}

/// What a search found, and what remembers it for the next one.
#[derive(Debug)]
pub struct Found {
    results: Results,
    session: Arc<Mutex<Session>>,
}

/// What a page offers beside the report.
#[derive(Debug, Clone, Copy)]
pub struct Offer {
    /// Whether the report switcher and the footer's tools are offered.
    pub tools: bool,
}

/// A wish of the reader that only the page around the widget can fulfil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outward {
    /// Put this text on the clipboard.
    Copy(String),
    /// Share the present view, embed it, or take something along: as
    /// `data-go` says it.
    Ask(String),
    /// Bring the element with this id into view, and the focus to it.
    Reveal(String),
    /// Bring the focus to the element with this id, and leave the page where
    /// it is.
    Focus(String),
    /// Unfold the trace with this address and bring it into view.
    Unfold(String),
}

impl Reader {
    /// A reader of the library, starting from `state`.
    pub fn new(
        library: &'static Library,
        state: ViewState,
        lang: Lang,
        offer: Offer,
        outward: impl Fn(Outward) + 'static,
    ) -> Self {
        let desk = RwSignal::new(Desk {
            lang,
            here: None,
            drawn: 0..WHOLE,
            hurried: false,
            opened: opened_by(&state),
            filled: 0,
            errata: Only::default(),
            notice: String::new(),
        });
        let state = RwSignal::new(state);
        let results = Memo::new(move |before: Option<&Arc<Found>>| {
            state.with(|state| {
                let report = &library.reports[usize::from(state.report)];
                let kept = before.map(|found| &found.session);
                let session = kept
                    .filter(|session| lock(session).index().report().id == report.id)
                    .map_or_else(
                        || Arc::new(Mutex::new(Session::new(Arc::new(Index::new(report))))),
                        Arc::clone,
                    );
                let results = lock(&session).search(&Request::of(state));
                Arc::new(Found { results, session })
            })
        });
        Self { library, state, desk, results, offer, outside: Outside::new(Rc::new(outward)) }
    }

    /// Report and language now.
    #[must_use]
    pub fn edition(self) -> Edition {
        let report = &self.library.reports[usize::from(self.state.with(|state| state.report))];
        Edition { library: self.library, report, lang: self.desk.with(|desk| desk.lang) }
    }

    /// Shows one moment; an effect that asks follows every change.
    pub fn look(self, look: &mut dyn FnMut(&Moment)) {
        let (edition, results) = (self.edition(), self.results.get());
        let index = self.index();
        let Offer { tools } = self.offer;
        self.desk.with(|desk| {
            self.state.with(|state| {
                look(&Moment { edition, state, index: &index, results: &results, desk, tools });
            });
        });
    }

    /// The page now: its language and its HTML.
    #[must_use]
    pub fn page(self) -> (&'static str, String) {
        untrack(move || {
            let mut html = String::new();
            self.look(&mut |moment| html = page(moment, &self.ways_out(moment), topbar));
            (self.edition().lang.tag(), html)
        })
    }

    /// What can be dropped to find cards again, and how many that would give;
    /// nothing while there are cards.
    #[must_use]
    pub fn ways_out(self, moment: &Moment) -> Vec<(WayOut, usize)> {
        if moment.found() > 0 {
            return Vec::new();
        }
        self.results.with(|found| ways_out(&mut lock(&found.session), &Request::of(moment.state)))
    }

    /// Reads this many cards more, so that the first search need not; whether
    /// all are read. For moments in which nobody waits.
    #[must_use]
    pub fn read_on(self, cards: usize) -> bool {
        untrack(move || self.index()).read_on(cards)
    }

    /// The report being read, without following its change.
    #[must_use]
    pub fn report_now(self) -> &'static Report {
        &self.library.reports[usize::from(self.state.with_untracked(|state| state.report))]
    }

    /// Sends a wish out of the widget.
    pub fn wish(self, wish: Outward) {
        self.outside.wish(wish);
    }

    fn index(self) -> Arc<Index> {
        self.results.with(|found| Arc::clone(lock(&found.session).index()))
    }

    fn keep_open(self, card: u32) {
        self.lay(&mut |desk| {
            if !desk.opened.contains(&card) {
                desk.opened.push(card);
            }
        });
    }

    /// Changes the view. Nothing happens once the widget is gone, as when a
    /// promise is kept late.
    fn change(self, change: &mut dyn FnMut(&mut ViewState)) {
        let _ = self.state.try_update(|state| change(state));
    }

    /// Changes which cards are shown. The first of them are drawn at once.
    fn change_all(self, change: &mut dyn FnMut(&mut ViewState)) {
        self.lay(&mut |desk| (desk.drawn, desk.hurried) = (0..AT_ONCE, true));
        self.change(change);
    }

    /// Changes what lies beside it.
    fn lay(self, change: &mut dyn FnMut(&mut Desk)) {
        let _ = self.desk.try_update(|desk| change(desk));
    }
}

impl Deref for Found {
    type Target = Results;
    fn deref(&self) -> &Results {
        &self.results
    }
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.session, &other.session) && self.results == other.results
    }
}

/// The cards that stand open in a first view.
fn opened_by(state: &ViewState) -> Vec<u32> {
    let traced = match state.trace {
        Some(Trace::Figure(at)) => Some(at.card),
        Some(Trace::Headline { .. }) | None => None,
    };
    state.card.into_iter().chain(traced).collect()
}

/// What remembers the last searches. Nothing panics while it is held.
fn lock(session: &Mutex<Session>) -> MutexGuard<'_, Session> {
    session.lock().unwrap_or_else(PoisonError::into_inner)
}
