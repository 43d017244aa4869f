//! What follows the store outward: events for the host, the address, and what is announced.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::host::Host;
use super::messages::{ReportChange, to_js};
use crate::store::{Action, Store};
use crate::view::follow;

/// How long a reader pauses before the number of results is announced and other words are offered.
const PAUSE: Duration = Duration::from_secs(1);

/// Follows every change of the store. The effects belong to the present owner.
pub fn follow_store(store: Store, host: &Host) {
    let host = host.clone();
    let mut before: Option<ReportChange> = None;
    follow(move || {
        let change = change_of(store);
        host.view_changed();
        if before.as_ref().is_some_and(|before| *before != change) {
            host.emit("report-change", to_js(&change));
        }
        before = Some(change);
    });
    update_filters_after_frame(store);
    load_search_terms(store);
    settle_after_pause(store);
}

fn change_of(store: Store) -> ReportChange {
    let report = store.edition().report;
    let count = store.count();
    let route = store.route.read();
    ReportChange {
        report: report.id,
        part: route.part,
        query: route.query.clone(),
        filters: route.filters.written(),
        card: route.card.and_then(|card| report.cards.get(card as usize)).map(|card| card.id),
        count,
    }
}

/// Lets the filters follow once the frame that shows the result is drawn: they are many, and who types
/// looks at the cards.
fn update_filters_after_frame(store: Store) {
    follow(move || {
        store.route.track();
        store.results.track();
        // A task behind the frame, since this callback still belongs to it.
        request_animation_frame(move || {
            dispatch_after(Duration::ZERO, store, Action::FrameDrawn);
        });
    });
}

fn dispatch_after(pause: Duration, store: Store, action: Action) -> Option<TimeoutHandle> {
    set_timeout_with_handle(move || store.dispatch(action), pause).ok()
}

/// Loads the index terms with the first query that nobody typed, as that of an address: who types
/// has them loaded with the focus.
fn load_search_terms(store: Store) {
    let mut is_asked = false;
    follow(move || {
        if !is_asked && !store.route.read().query.is_empty() {
            is_asked = true;
            store.dispatch(Action::PrepareSearch);
        }
    });
}

/// Announces the number of results, and offers other words, when the reader pauses: at every
/// keystroke it would be noise.
fn settle_after_pause(store: Store) {
    let timer = Rc::new(RefCell::new(None::<TimeoutHandle>));
    let stop = {
        let timer = Rc::clone(&timer);
        move || timer.take().into_iter().for_each(|timer| timer.clear())
    };
    let at_end = StoredValue::new_local(stop.clone());
    follow(move || {
        let is_settled = store.is_settled();
        stop();
        if !is_settled {
            timer.replace(dispatch_after(PAUSE, store, Action::Settle));
        }
    });
    on_cleanup(move || {
        if let Some(stop) = at_end.try_get_value() {
            stop();
        }
    });
}
