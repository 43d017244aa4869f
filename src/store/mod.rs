//! The store: everything that changes, and every way in which it changes.
//!
//! Components read its signals and call [`Store::dispatch`]; nothing else changes a signal. What
//! has to leave the widget is a [`HostCommand`]. The store knows no element of the page.

mod action;
mod command;
pub mod dialog;
mod group;
mod ui_state;
mod window;

use std::ops::Deref;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;
use leptos::reactive::graph::Source;
use leptos::reactive::owner::LocalStorage;

pub use action::Action;
pub use command::HostCommand;
pub use group::{Group, Order, groups};
pub use ui_state::{Settled, UiState};
pub use window::Window;

use crate::element_ids::{card_element, id_selector, part_element, trace_selector};
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::report::{Facet, Lang, Library, Report};
use crate::search::{Correction, Index, Request, Results, Session, corrections, suggestions};
use crate::state::{self, RouteState, Suggestion, Trace};
use window::FIRST_BATCH;

/// What a widget offers beside the report.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Whether the report switcher and the footer's tools are offered.
    pub has_tools: bool,
}

/// The state of one widget, and the actions that change it.
#[derive(Clone, Copy)]
pub struct Store {
    /// The reports of the bundle.
    pub library: &'static Library,
    /// What the widget offers.
    pub config: Config,
    /// What is shown: everything that an address tells.
    pub route: RwSignal<RouteState>,
    /// The language of the report and the interface.
    pub lang: RwSignal<Lang>,
    /// The part of the result that is drawn. It changes with every keystroke.
    pub window: RwSignal<Window>,
    /// Everything beside it.
    pub ui: RwSignal<UiState>,
    /// The index terms and synonyms of all reports, once they are loaded. Who never searches never
    /// loads them.
    pub search_terms: RwSignal<Option<Arc<str>>>,
    /// The cards found, and what each filter would give: set anew where the route or the search terms
    /// change. No `Memo`, since one of Leptos 0.8 never forgets a view that followed it and is gone.
    pub results: RwSignal<Arc<Found>>,
    /// What the filters show: the result and the chosen values of the last frame. There are so many
    /// of them that a keystroke would wait for them (`Action::FrameDrawn`).
    pub filters: RwSignal<FilterState>,
    /// The route that the page's author asked for; links tell how a view differs from it.
    pub home: StoredValue<RouteState>,
    /// The language that the page's author asked for.
    pub home_lang: StoredValue<Lang>,
    /// How many cards are drawn at once after a letter is typed.
    screenful: StoredValue<usize>,
    /// Whether the end of the drawn cards is on the screen, or close to it.
    is_end_near: StoredValue<bool>,
    host: StoredValue<Rc<dyn Fn(HostCommand)>, LocalStorage>,
}

/// What a search found, and the session that keeps intermediate results for the next one.
#[derive(Debug)]
pub struct Found {
    results: Results,
    session: Arc<Mutex<Session>>,
}

/// A result, and the values of filters that were chosen for it.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterState {
    found: Arc<Found>,
    chosen: state::Filters,
}

impl FilterState {
    /// How many cards there would be with the value at this place among all choices.
    #[must_use]
    pub fn count_at(&self, place: usize) -> usize {
        self.found.count_at(place)
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn is_chosen(&self, facet: Facet, id: &str) -> bool {
        self.chosen.is_chosen(facet, id)
    }
}

impl Store {
    /// A store that begins at a route. `host` is called with what leaves the widget.
    pub fn new(
        library: &'static Library,
        route: RouteState,
        lang: Lang,
        config: Config,
        host: impl Fn(HostCommand) + 'static,
    ) -> Self {
        let ui = RwSignal::new(UiState::new(&route));
        let window = RwSignal::new(Window::default());
        let first = &library.reports[usize::from(route.report)];
        let found = Arc::new(Found::new(new_session(first), &route));
        let filters = FilterState { found: Arc::clone(&found), chosen: route.filters.clone() };
        let (results, filters) = (RwSignal::new(found), RwSignal::new(filters));
        let route = RwSignal::new(route);
        let host: Rc<dyn Fn(HostCommand)> = Rc::new(host);
        let host = StoredValue::new_local(host);
        let home = StoredValue::new(RouteState::default());
        let home_lang = StoredValue::new(lang);
        let lang = RwSignal::new(first.languages.nearest(lang));
        let search_terms = RwSignal::new(None);
        let store = Self {
            library,
            config,
            route,
            lang,
            window,
            ui,
            search_terms,
            results,
            filters,
            home,
            home_lang,
            screenful: StoredValue::new(FIRST_BATCH),
            is_end_near: StoredValue::new(false),
            host,
        };
        let settled = untrack(|| store.settled());
        ui.update_untracked(|ui| ui.settled = settled);
        store
    }

    /// Searches with the route and the search terms as they are now.
    fn search(self) {
        let (Some(route), Some(before)) =
            (self.route.try_get_untracked(), self.results.try_get_untracked())
        else {
            // The widget is gone.
            return;
        };
        let report = &self.library.reports[usize::from(route.report)];
        let is_same_report = lock(&before.session).index().report().id == report.id;
        let session =
            if is_same_report { Arc::clone(&before.session) } else { new_session(report) };
        if let Some(terms) = &*self.search_terms.read_untracked() {
            lock(&session).index().add_terms(terms);
        }
        let found = Arc::new(Found::new(session, &route));
        if found != before {
            change_signal(self.results, |results| *results = found);
        }
        if !is_same_report {
            // Its filters are about to be drawn.
            self.update_filters();
        }
    }

    /// Lets the filters show the result and the chosen values as they are now.
    fn update_filters(self) {
        let state = untrack(|| self.filter_state());
        if let Some(state) = state
            && *self.filters.read_untracked() != state
        {
            change_signal(self.filters, |filters| *filters = state);
        }
    }

    /// The result and the chosen values as they are now; nothing once the widget is gone.
    fn filter_state(self) -> Option<FilterState> {
        let chosen = self.route.try_with(|route| route.filters.clone())?;
        Some(FilterState { found: self.results.try_get()?, chosen })
    }

    /// What is announced about the result: the words searched for, and how many cards were found.
    #[must_use]
    pub fn announcement(self) -> String {
        let lang = self.lang.get();
        let count = match self.count() {
            0 => Message::Nothing.get(lang).to_owned(),
            count => i18n::cards(count, lang),
        };
        match self.route.read().query.trim() {
            "" => count,
            query => format!("{query}: {count}"),
        }
    }

    /// The words that may have been meant by a query that finds little, the best first.
    fn corrections(self) -> Vec<Correction> {
        let route = self.route.read();
        let found = self.results.read();
        let mut corrections = corrections(&mut lock(&found.session), &Request::of(&route));
        corrections.truncate(MOST_CORRECTIONS);
        corrections
    }

    /// What is announced and offered once the reader pauses.
    fn settled(self) -> Settled {
        let corrections = self.corrections();
        let has_terms = self.search_terms.with(Option::is_some);
        Settled { status: self.announcement(), has_terms, corrections }
    }

    /// Whether what is announced and offered is still true of what is shown.
    #[must_use]
    pub fn is_settled(self) -> bool {
        let (status, has_terms) = (self.announcement(), self.search_terms.with(Option::is_some));
        let ui = self.ui.read_untracked();
        ui.settled.status == status && ui.settled.has_terms == has_terms
    }

    /// A selector for the element that the first view of the route leads to.
    #[must_use]
    pub fn first_element(self) -> Option<String> {
        let (route, report) = (self.route.get_untracked(), self.current_report());
        let trace = route.trace.and_then(|trace| trace.id(report)).map(|id| trace_selector(&id));
        let card = || Some(card_element(report.cards.get(route.card? as usize)?));
        trace
            .or_else(|| card().or_else(|| route.part.map(part_element)).as_deref().map(id_selector))
    }

    /// Whether the trace of a number is open.
    #[must_use]
    pub fn is_trace_open(self, trace: Trace) -> bool {
        self.ui.read().open_traces.contains(&trace)
    }

    /// The report shown.
    #[must_use]
    pub fn report(self) -> &'static Report {
        &self.library.reports[usize::from(self.route.read().report)]
    }

    /// The report and language shown.
    #[must_use]
    pub fn edition(self) -> Edition {
        Edition { library: self.library, report: self.report(), lang: self.lang.get() }
    }

    /// The report shown, without following its change.
    #[must_use]
    pub fn current_report(self) -> &'static Report {
        &self.library.reports[usize::from(self.route.read_untracked().report)]
    }

    /// The language, without following its change.
    #[must_use]
    pub fn current_lang(self) -> Lang {
        self.lang.get_untracked()
    }

    /// How many cards were found.
    #[must_use]
    pub fn count(self) -> usize {
        self.results.read().cards.len()
    }

    /// Whether nothing is searched for and nothing filtered.
    #[must_use]
    pub fn is_unfiltered(self) -> bool {
        let route = self.route.read();
        route.query.trim().is_empty() && route.filters.is_empty()
    }

    /// How cards are grouped.
    #[must_use]
    pub fn order(self) -> Order {
        Order::of(&self.route.read(), &self.results.read())
    }

    /// The cards that are drawn under a heading of a page; none once another report is shown.
    #[must_use]
    pub fn cards_in(self, edition: Edition, group: Group) -> Vec<u32> {
        let (report, order) = (edition.report, self.order());
        if self.report().id != report.id {
            return Vec::new();
        }
        let (found, window) = (self.results.read(), self.window.read());
        let cards = window.of(&found.cards).iter().copied();
        cards.filter(|card| Group::of(*card, report, order) == group).collect()
    }

    /// What can be dropped to find cards again, and how many each way gives; nothing while there
    /// are cards.
    #[must_use]
    pub fn suggestions(self) -> Vec<(Suggestion, usize)> {
        if self.count() > 0 {
            return Vec::new();
        }
        let found = self.results.read();
        suggestions(&mut lock(&found.session), &Request::of(&self.route.read()))
    }

    /// Whether a card is open.
    #[must_use]
    pub fn is_open(self, card: u32) -> bool {
        self.ui.read().open_cards.contains(&card)
    }

    /// Indexes this many cards more, so that the first search need not; whether all are indexed.
    #[must_use]
    pub fn index_more(self, cards: usize) -> bool {
        self.index().read_on(cards)
    }

    /// Sends a command to the page around the widget.
    pub fn send(self, command: HostCommand) {
        // Nothing is sent once the widget is gone, as when a promise resolves late.
        if let Some(host) = self.host.try_get_value() {
            host(command);
        }
    }

    /// The index of the report shown.
    #[must_use]
    pub fn index(self) -> Arc<Index> {
        Arc::clone(lock(&self.results.read_untracked().session).index())
    }
}

impl Found {
    fn new(session: Arc<Mutex<Session>>, route: &RouteState) -> Self {
        let results = lock(&session).search(&Request::of(route));
        Self { results, session }
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

/// How many other words are offered at the most: more are a list to read.
const MOST_CORRECTIONS: usize = 3;

fn new_session(report: &'static Report) -> Arc<Mutex<Session>> {
    Arc::new(Mutex::new(Session::new(Arc::new(Index::new(report)))))
}

/// Changes a signal, and notifies all that follow it. Nothing changes once the widget is gone, as when
/// a promise resolves late.
///
/// Then the signal forgets its followers: each of them runs again and follows it anew. Leptos 0.8 would
/// keep a record of every view that ever followed it, and go through all of them whenever one of them
/// runs again. What is paused follows nothing until it is shown again (`view::Resumed`).
fn change_signal<T: Send + Sync + 'static>(signal: RwSignal<T>, change: impl FnOnce(&mut T)) {
    let Some(mut value) = signal.try_write() else { return };
    change(&mut value);
    drop(value);
    signal.clear_subscribers();
}

/// The search session. Nothing panics while it is held.
fn lock(session: &Mutex<Session>) -> MutexGuard<'_, Session> {
    session.lock().unwrap_or_else(PoisonError::into_inner)
}
