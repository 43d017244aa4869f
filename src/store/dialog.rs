//! The dialogs, and what they are about.

use leptos::prelude::*;
use serde::Deserialize;

use super::{Action, Store};

use crate::i18n::Message;
use crate::state::comparison::is_comparable;
use crate::state::{RouteState, Trace};

/// A dialog that is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// The snippets that show the present view in another page.
    Embed,
    /// Figures, citations, a link and a picture.
    Export(ExportSubject),
    /// The chosen cards beside each other.
    Compare,
    /// The report's numbers, one on a screen.
    Story,
}

/// An open dialog, and what has happened in it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDialog {
    /// The dialog.
    pub dialog: Dialog,
    /// The dialog that it was opened from, which comes back when it closes.
    pub opener: Option<Dialog>,
    /// Its last message to the reader.
    pub message: Option<Message>,
    /// A text that could not be copied, to be copied by hand.
    pub uncopied: Option<String>,
    /// The shape of the picture.
    pub shape: Shape,
    /// Whether the picture can be shared with other apps.
    pub can_share: bool,
}

impl OpenDialog {
    /// A dialog that was opened just now.
    #[must_use]
    pub fn new(dialog: Dialog) -> Self {
        Self {
            dialog,
            opener: None,
            message: None,
            uncopied: None,
            shape: Shape::Wide,
            can_share: false,
        }
    }
}

/// The shape of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As previews of links show it.
    Wide,
    /// As feeds of phones show it.
    Tall,
}

impl Shape {
    /// Both shapes, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Tall];

    /// The name that the script which draws pictures knows.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Tall => "tall",
        }
    }
}

/// What is exported.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportSubject {
    /// Everything that is shown.
    Results,
    /// A card, by its index.
    Card(u32),
    /// A headline number.
    Headline(Trace),
    /// The cards that are compared.
    Compared,
    /// A chart.
    Chart(ChartExport),
}

/// A chart, as the script that draws charts hands it over for its export.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ChartExport {
    /// The chart's id, such as `unused-vaccine/channels`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The id of the card it belongs to, if it belongs to one.
    pub card: Option<String>,
    /// The trace it belongs to, if it belongs to one.
    pub trace: Option<String>,
    /// How many values it shows.
    pub count: usize,
    /// Its table as CSV, with the mark of a file.
    pub csv: String,
    /// Its table as JSON.
    pub json: String,
    /// Its bars as the script that draws pictures takes them, which is given them unread.
    pub bars: String,
}

impl Store {
    pub(super) fn toggle_chosen(self, card: u32) {
        let report = self.current_report();
        self.change_ui(|ui| {
            let is_chosen = ui.chosen.contains(&card);
            ui.refused = !is_chosen && !is_comparable(report, &ui.chosen, card);
            if is_chosen {
                ui.chosen.retain(|other| *other != card);
            } else if !ui.refused {
                ui.chosen.push(card);
            }
        });
    }

    /// Opens a dialog. One that is opened from a list of numbers leads back to it.
    pub(super) fn open_dialog(self, dialog: Dialog) {
        if dialog == Dialog::Compare {
            let chosen = self.ui.read_untracked().chosen.clone();
            if chosen.len() < 2 {
                self.change_ui(|ui| ui.refused = true);
                self.change(|route| route.compare.clear());
                return;
            }
            self.change(|route| route.compare = chosen);
        }
        self.change_ui(|ui| {
            let opener = ui.dialog.take().map(|open| open.dialog);
            ui.dialog = Some(OpenDialog { opener, ..OpenDialog::new(dialog) });
        });
    }

    pub(super) fn close_dialog(self) {
        self.change_ui(|ui| {
            let opener = ui.dialog.take().and_then(|open| open.opener);
            ui.dialog = opener.map(OpenDialog::new);
        });
        let is_open = self.ui.read_untracked().dialog.is_some();
        if !is_open && !self.route.read_untracked().compare.is_empty() {
            self.change(|route| route.compare.clear());
        }
    }

    /// Closes all dialogs, since the reader goes elsewhere.
    pub(super) fn leave_dialogs(self) {
        while self.ui.read_untracked().dialog.is_some() {
            self.close_dialog();
        }
    }

    /// Opens the comparison that the route names, or closes it; says so where it leaves out cards.
    pub(super) fn show_comparison(self) {
        let RouteState { compare: cards, leaves_out, .. } = self.route.get_untracked();
        if cards.is_empty() {
            self.leave_dialogs();
        } else {
            self.change_ui(|ui| {
                ui.chosen = cards;
                ui.dialog = None;
            });
            self.open_dialog(Dialog::Compare);
        }
        if leaves_out {
            self.change(|route| route.leaves_out = false);
            self.dispatch(Action::Notify(Message::NotCompared));
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos::reactive::owner::Owner;

    use super::*;
    use crate::bundle::library;
    use crate::report::Lang;
    use crate::state::comparison;
    use crate::store::Config;

    fn store(route: RouteState) -> Store {
        Store::new(library(), route, Lang::Ko, Config { has_tools: true }, |_| {})
    }

    /// The dialogs that are open, the one on top first.
    fn open(store: Store) -> Vec<Dialog> {
        let ui = store.ui.read_untracked();
        ui.dialog
            .iter()
            .flat_map(|it| [Some(it.dialog.clone()), it.opener.clone()])
            .flatten()
            .collect()
    }

    /// Cards of the white paper by the unit of their main figure: those of the first card's, and one
    /// of another.
    fn cards() -> (Vec<u32>, u32) {
        let cards = &library().reports[0].cards;
        let unit = |at: u32| cards[at as usize].figures.first().map(|figure| figure.unit);
        let all = 0..u32::try_from(cards.len()).unwrap();
        let same = all.clone().filter(|at| unit(*at) == unit(0)).collect();
        let other = all.clone().find(|at| unit(*at).is_some() && unit(*at) != unit(0)).unwrap();
        (same, other)
    }

    #[test]
    fn two_to_four_cards_of_one_unit_are_chosen_and_stand_in_the_address_while_they_are_compared() {
        Owner::new().with(|| {
            let (same, other) = cards();
            let store = store(RouteState::default());
            let chosen = || store.ui.read_untracked().chosen.clone();
            let refused = || store.ui.read_untracked().refused;
            store.dispatch(Action::ToggleChosen(same[0]));
            store.dispatch(Action::OpenDialog(Dialog::Compare));
            assert_eq!((open(store), refused()), (vec![], true));
            store.dispatch(Action::ToggleChosen(same[1]));
            assert!(!refused());
            store.dispatch(Action::ToggleChosen(other));
            assert_eq!((chosen(), refused()), (same[..2].to_vec(), true));
            store.dispatch(Action::OpenDialog(Dialog::Compare));
            assert_eq!(open(store), [Dialog::Compare]);
            assert_eq!(store.route.get_untracked().compare, same[..2]);
            store.dispatch(Action::OpenDialog(Dialog::Export(ExportSubject::Compared)));
            assert_eq!(open(store), [Dialog::Export(ExportSubject::Compared), Dialog::Compare]);
            store.dispatch(Action::CloseDialog);
            assert_eq!(open(store), [Dialog::Compare]);
            store.dispatch(Action::CloseDialog);
            assert_eq!((open(store), store.route.get_untracked()), (vec![], RouteState::default()));
            assert_eq!(chosen(), same[..2], "they stay chosen");
            store.dispatch(Action::ToggleChosen(same[0]));
            assert_eq!(chosen(), [same[1]]);
            store.dispatch(Action::ClearChosen);
            for card in &same {
                store.dispatch(Action::ToggleChosen(*card));
            }
            assert_eq!(chosen(), same[..same.len().min(comparison::MOST_COMPARED)]);
        });
    }

    #[test]
    fn a_route_opens_and_closes_the_comparison_it_tells_of() {
        Owner::new().with(|| {
            let (same, _) = cards();
            let route = RouteState { compare: same[..2].to_vec(), ..RouteState::default() };
            let first = store(route.clone());
            first.draw_first();
            let later = store(RouteState::default());
            later.dispatch(Action::Navigate(route.clone()));
            for store in [first, later] {
                assert_eq!(open(store), [Dialog::Compare]);
                assert_eq!(store.route.get_untracked(), route);
                store.dispatch(Action::Navigate(RouteState::default()));
                assert_eq!(open(store), []);
            }
        });
    }

    #[test]
    fn one_card_in_a_route_stays_chosen_and_no_comparison_opens() {
        Owner::new().with(|| {
            let (same, _) = cards();
            let store = store(RouteState::default());
            let route = RouteState {
                compare: same[..1].to_vec(),
                leaves_out: true,
                ..RouteState::default()
            };
            store.dispatch(Action::Navigate(route));
            let ui = store.ui.get_untracked();
            assert_eq!((open(store), ui.chosen, ui.refused), (vec![], same[..1].to_vec(), true));
            assert_eq!(ui.notice, Some(Message::NotCompared));
            assert_eq!(store.route.get_untracked(), RouteState::default());
        });
    }

    #[test]
    fn a_message_stands_in_the_dialog_where_one_is_open() {
        Owner::new().with(|| {
            let store = store(RouteState::default());
            let messages = || {
                let ui = store.ui.get_untracked();
                (ui.notice, ui.dialog.and_then(|dialog| dialog.message))
            };
            store.dispatch(Action::Notify(Message::Copied));
            assert_eq!(messages(), (Some(Message::Copied), None));
            store.dispatch(Action::OpenDialog(Dialog::Story));
            store.dispatch(Action::Notify(Message::Shared));
            assert_eq!(messages(), (Some(Message::Copied), Some(Message::Shared)));
        });
    }

    #[test]
    fn a_link_inside_a_dialog_leaves_all_dialogs() {
        Owner::new().with(|| {
            let store = store(RouteState::default());
            store.dispatch(Action::OpenDialog(Dialog::Story));
            store.dispatch(Action::OpenDialog(Dialog::Export(ExportSubject::Card(0))));
            store.dispatch(Action::ShowCard(0));
            assert_eq!(open(store), []);
        });
    }
}
