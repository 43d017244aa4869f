//! What follows the store outward: events for the host, the address, and what is announced.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::host::Host;
use super::messages::{ReportChange, to_js};
use crate::store::{Action, Store};
use crate::view::follow;

/// How long a reader pauses before the number of results is announced.
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
    announce_after_pause(store);
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

/// Announces the number of results when the reader pauses: at every keystroke it would be noise.
fn announce_after_pause(store: Store) {
    let timer = Rc::new(RefCell::new(None::<TimeoutHandle>));
    let stop = {
        let timer = Rc::clone(&timer);
        move || timer.take().into_iter().for_each(|timer| timer.clear())
    };
    let at_end = StoredValue::new_local(stop.clone());
    follow(move || {
        let status = store.announcement();
        stop();
        if store.ui.read_untracked().status == status {
            return;
        }
        let announce = move || store.dispatch(Action::AnnounceCount(status));
        timer.replace(set_timeout_with_handle(announce, PAUSE).ok());
    });
    on_cleanup(move || {
        if let Some(stop) = at_end.try_get_value() {
            stop();
        }
    });
}
