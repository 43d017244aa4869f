//! What follows the store outward: events for the host, the address, and what is announced.

use std::time::Duration;

use leptos::prelude::*;

use super::host::Host;
use super::messages::{ReportChange, to_js};
use crate::store::{Action, Store};

/// How long a reader pauses before the number of results is announced.
const PAUSE: Duration = Duration::from_secs(1);

/// Follows every change of the store. The effects belong to the present owner.
pub fn follow(store: Store, host: &Host) {
    let changes = host.clone();
    Effect::new(move |before: Option<Option<ReportChange>>| {
        let change = change_of(store);
        changes.view_changed();
        if let Some(Some(before)) = before
            && before != change
        {
            changes.emit("report-change", to_js(&change));
        }
        Some(change)
    });
    announce_after_pause(store);
}

fn change_of(store: Store) -> ReportChange {
    let report = store.edition().report;
    let count = store.count();
    store.route.with(|route| ReportChange {
        report: report.id,
        part: route.part,
        query: route.query.clone(),
        filters: route.filters.written(),
        card: route.card.and_then(|card| report.cards.get(card as usize)).map(|card| card.id),
        count,
    })
}

/// Announces the number of results when the reader pauses: at every keystroke it would be noise.
fn announce_after_pause(store: Store) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        let status = store.announcement();
        stop();
        if store.ui.with_untracked(|ui| ui.status == status) {
            return;
        }
        let announce = move || store.dispatch(Action::AnnounceCount(status));
        timer.set_value(set_timeout_with_handle(announce, PAUSE).ok());
    });
    on_cleanup(stop);
}
