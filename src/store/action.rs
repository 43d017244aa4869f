//! Everything a reader, or the page around the widget, can do.

use std::sync::Arc;

use leptos::prelude::*;

use super::dialog::{Dialog, OpenDialog, Shape};
use super::window::FIRST_BATCH;
use super::{HostCommand, Store, UiState, Window, change_signal};
use crate::element_ids::{card_element, id_selector, part_element, trace_selector};
use crate::i18n::Message;
use crate::report::{Facet, Lang, Link};
use crate::state::{ErrataFilter, RouteState, Sort, Suggestion, Trace};

/// A selector for the opening of the page.
const OPENING: &str = ".hero";

/// One thing that can be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The reader is about to search.
    PrepareSearch,
    /// The index terms are there: search them from now on.
    SearchTermsLoaded(Arc<str>),
    /// Search for these words.
    SetQuery(String),
    /// Search for the words that may have been meant, and bring what they find into view.
    ApplyCorrection(String),
    /// Choose a value of a filter, or give it up.
    ToggleFilter(Facet, String),
    /// Show the cards in another order.
    SetSort(Sort),
    /// Give up query and filters.
    ClearFilters,
    /// Drop what leaves no results.
    ApplySuggestion(Suggestion),
    /// Open a card and bring it into view.
    ShowCard(u32),
    /// A card was opened or closed on the page.
    CardToggled(u32, bool),
    /// Open the trace of a number and bring it into view.
    ShowTrace(Trace),
    /// The trace of a number was opened or closed on the page.
    TraceToggled(Trace, bool),
    /// Name a piece of a number's bar.
    NamePiece(Trace, usize),
    /// Bring the opening into view.
    ShowTop,
    /// Bring a part into view.
    ShowPart(u8),
    /// A part came to the reading line, or left it.
    PartPassed(u8, bool),
    /// Follow a link to a card, also into another report.
    FollowLink(Link),
    /// Show all values of a filter that has many, or the first of them again.
    FoldFilter(Facet),
    /// Show another report.
    SwitchReport(u16),
    /// Speak another language.
    SetLang(Lang),
    /// The list of errata was opened or closed on the page.
    ErrataToggled(bool),
    /// The timeline was opened or closed on the page.
    TimelineToggled(bool),
    /// Bring the first of the cards found into view.
    ShowResults,
    /// Choose which errata are listed, or give the choice up.
    FilterErrata(ErrataFilter),
    /// The end of the drawn cards came close to the screen, or went away from it.
    EndPassed(bool),
    /// Draw more cards of the result and move to the first of them.
    ShowMore,
    /// Draw cards before those that are drawn and move to the first of them.
    ShowEarlier,
    /// Copy a text.
    Copy(String),
    /// Share the present view.
    Share,
    /// Choose a card to be compared, or give it up.
    ToggleChosen(u32),
    /// Give up all cards that are chosen to be compared.
    ClearChosen,
    /// Open a dialog.
    OpenDialog(Dialog),
    /// Close the dialog.
    CloseDialog,
    /// Show a message in the dialog, or take it back.
    DialogMessage(Option<Message>),
    /// Tell in the dialog that a text could not be copied, and show it.
    NotCopied(Message, String),
    /// Choose the shape of the dialog's picture.
    SetShape(Shape),
    /// The dialog's picture can be shared with other apps, or cannot.
    SetShareable(bool),
    /// Show a short message to everyone.
    Notify(Message),
    /// The result is on the screen: let the filters show it, and see how much room there is.
    FrameDrawn,
    /// The reader paused: tell screen readers how many cards were found, and offer other words
    /// where there are few.
    Settle,
    /// Show another route, as after "back" or a change of attributes.
    Navigate(RouteState),
    /// Draw all that belongs to a printed page.
    PreparePrint,
}

impl Store {
    /// Does one thing.
    pub fn dispatch(self, action: Action) {
        match action {
            Action::PrepareSearch => {
                self.send(HostCommand::MeasureScreen);
                // Asked for again where they did not come: the reader may be online by now.
                if self.search_terms.read_untracked().is_none() {
                    self.send(HostCommand::LoadSearchTerms);
                }
            }
            Action::SearchTermsLoaded(terms) => {
                change_signal(self.search_terms, |known| *known = Some(terms));
                self.search();
            }
            Action::ApplyCorrection(query) => {
                self.change_results(|route| route.look_for(&query));
                self.send(HostCommand::RevealResults);
            }
            Action::SetQuery(query) => {
                self.draw_first_of_results(self.screenful.get_value());
                self.change(|route| route.look_for(&query));
            }
            Action::ToggleFilter(facet, id) => {
                self.change_results(|route| route.toggle(facet, &id));
            }
            Action::SetSort(sort) => self.change_results(|route| route.sort = sort),
            Action::ClearFilters => self.change_results(RouteState::clear),
            Action::ApplySuggestion(way) => self.change_results(|route| route.apply(&way)),
            Action::ShowCard(card) => self.show_card(card),
            Action::CardToggled(card, open) => self.card_toggled(card, open),
            Action::ShowTrace(trace) => self.show_trace(trace),
            Action::TraceToggled(trace, open) => self.set_trace(trace, open),
            Action::NamePiece(trace, piece) => {
                let named = Some((trace, piece));
                if self.ui.read_untracked().named_piece != named {
                    self.change_ui(|ui| ui.named_piece = named);
                }
            }
            Action::ShowTop => self.send(HostCommand::Reveal(OPENING.to_owned())),
            Action::ShowPart(part) => {
                self.draw_part(part);
                self.change(|route| route.go_to(part));
                self.send(HostCommand::Reveal(id_selector(&part_element(part))));
            }
            Action::PartPassed(part, on_screen) => self.part_passed(part, on_screen),
            Action::FollowLink(link) => {
                self.switch_report(link.report);
                self.show_card(link.card);
            }
            Action::FoldFilter(facet) => self.change_ui(|ui| {
                ui.unfolded = Some(facet).filter(|facet| ui.unfolded != Some(*facet));
            }),
            Action::SwitchReport(report) => self.switch_report(report),
            Action::SetLang(lang) => self.speak(lang),
            Action::ErrataToggled(open) => {
                if self.route.read_untracked().errata != open {
                    self.change(|route| route.errata = open);
                }
            }
            Action::TimelineToggled(open) => self.change_ui(|ui| ui.timeline_open = open),
            Action::ShowResults => self.send(HostCommand::RevealResults),
            Action::FilterErrata(choice) => {
                self.change_ui(|ui| ui.errata_filter.toggle(choice));
            }
            Action::EndPassed(is_near) => self.end_passed(is_near),
            Action::ShowMore => self.show_more(),
            Action::ShowEarlier => self.show_earlier(),
            Action::Copy(text) => self.send(HostCommand::Copy(text)),
            Action::Share => self.send(HostCommand::Share),
            Action::ToggleChosen(card) => self.toggle_chosen(card),
            Action::ClearChosen => self.change_ui(|ui| {
                ui.chosen.clear();
                ui.refused = false;
            }),
            Action::OpenDialog(dialog) => self.open_dialog(dialog),
            Action::CloseDialog => self.close_dialog(),
            Action::DialogMessage(message) => self.change_dialog(|dialog| {
                (dialog.message, dialog.uncopied) = (message, None);
            }),
            Action::NotCopied(message, text) => self.change_dialog(|dialog| {
                (dialog.message, dialog.uncopied) = (Some(message), Some(text));
            }),
            Action::SetShape(shape) => self.change_dialog(|dialog| dialog.shape = shape),
            Action::SetShareable(can_share) => {
                self.change_dialog(|dialog| dialog.can_share = can_share);
            }
            Action::Notify(message) => self.change_ui(|ui| {
                // A dialog lies over the notice.
                let place = ui.dialog.as_mut().map_or(&mut ui.notice, |dialog| &mut dialog.message);
                *place = Some(message);
            }),
            Action::FrameDrawn => {
                self.send(HostCommand::MeasureScreen);
                self.update_filters();
            }
            Action::Settle => {
                let settled = untrack(|| self.settled());
                self.change_ui(|ui| ui.settled = settled);
            }
            Action::Navigate(route) => self.navigate(route),
            Action::PreparePrint => self.draw_all(),
        }
    }

    pub(super) fn change(self, change: impl FnOnce(&mut RouteState)) {
        change_signal(self.route, change);
        self.search();
    }

    pub(super) fn change_ui(self, change: impl FnOnce(&mut UiState)) {
        change_signal(self.ui, change);
    }

    pub(super) fn change_window(self, change: impl FnOnce(&mut Window)) {
        change_signal(self.window, change);
    }

    fn change_dialog(self, change: impl FnOnce(&mut OpenDialog)) {
        self.change_ui(|ui| {
            if let Some(dialog) = &mut ui.dialog {
                change(dialog);
            }
        });
    }

    /// Changes which cards are shown. The first of them are drawn at once.
    fn change_results(self, change: impl FnOnce(&mut RouteState)) {
        self.draw_first_of_results(FIRST_BATCH);
        self.change(change);
    }

    /// Of the result that comes now, draws so many cards, and the rest in a pause.
    fn draw_first_of_results(self, cards: usize) {
        self.change_window(|window| *window = Window { range: 0..cards, is_typing: true });
        if !self.ui.read_untracked().settled.corrections.is_empty() {
            self.change_ui(|ui| ui.settled.corrections.clear());
        }
    }

    fn keep_open(self, card: u32) {
        if !self.ui.read_untracked().open_cards.contains(&card) {
            self.change_ui(|ui| ui.open_cards.push(card));
        }
    }

    fn show_card(self, card: u32) {
        let Some(found) = self.current_report().cards.get(card as usize) else { return };
        self.leave_dialogs();
        self.keep_open(card);
        self.change(|route| route.open(card));
        if !self.results.read_untracked().cards.contains(&card) {
            self.change_results(RouteState::clear);
        }
        self.draw_through(card);
        self.send(HostCommand::Reveal(id_selector(&card_element(found))));
    }

    fn show_trace(self, trace: Trace) {
        self.leave_dialogs();
        if let Trace::Figure(at) = trace {
            self.keep_open(at.card);
            self.draw_through(at.card);
        }
        self.set_trace(trace, true);
        if let Some(id) = trace.id(self.current_report()) {
            self.send(HostCommand::Reveal(trace_selector(&id)));
        }
    }

    fn set_trace(self, trace: Trace, open: bool) {
        if self.ui.read_untracked().open_traces.contains(&trace) != open {
            self.change_ui(|ui| {
                ui.open_traces.retain(|other| *other != trace);
                if open {
                    ui.open_traces.push(trace);
                }
            });
        }
        let is_last = self.route.read_untracked().trace == Some(trace);
        if is_last != open {
            self.change(|route| if open { route.ask(trace) } else { route.dismiss() });
        }
    }

    fn part_passed(self, part: u8, on_screen: bool) {
        let current = self.ui.read_untracked().current_part;
        let now = if on_screen { Some(part) } else { current.filter(|current| *current != part) };
        if now != current {
            self.change_ui(|ui| ui.current_part = now);
        }
    }

    fn card_toggled(self, card: u32, open: bool) {
        if self.ui.read_untracked().open_cards.contains(&card) == open {
            return;
        }
        self.change_ui(|ui| {
            ui.open_cards.retain(|other| *other != card);
            if open {
                ui.open_cards.push(card);
            }
        });
        self.change(|route| {
            if open {
                route.open(card);
            } else if route.card == Some(card) {
                route.close();
            }
            if !open && matches!(route.trace, Some(Trace::Figure(at)) if at.card == card) {
                route.dismiss();
            }
        });
    }

    fn switch_report(self, report: u16) {
        let mut route = self.route.get_untracked();
        route.switch_report(self.library, report);
        self.set_route(route);
    }

    /// Speaks a language, or the report's own where it does not have that one.
    fn speak(self, lang: Lang) {
        self.set_lang(self.current_report().languages.nearest(lang));
    }

    fn set_lang(self, lang: Lang) {
        change_signal(self.lang, |shown| *shown = lang);
    }

    /// Shows a route and the cards it opens.
    fn set_route(self, route: RouteState) {
        let report = &self.library.reports[usize::from(route.report)];
        let lang = report.languages.nearest(self.current_lang());
        if lang != self.current_lang() {
            self.set_lang(lang);
        }
        if self.route.read_untracked().report != route.report {
            self.change_window(|window| *window = Window::default());
            self.change_ui(|ui| {
                let UiState { notice, settled, dialog, .. } = ui.clone();
                *ui = UiState { notice, settled, dialog, ..UiState::new(&route) };
            });
        }
        self.change(|shown| *shown = route);
    }

    /// Shows a route and brings what it opens into view.
    fn navigate(self, route: RouteState) {
        let before = self.route.get_untracked();
        if before == route {
            return;
        }
        let RouteState { report, card, part, trace, .. } = route;
        let is_other_report = before.report != report;
        if let (Some(closed), None) = (before.card, card) {
            self.card_toggled(closed, false);
        }
        if let (Some(closed), None) = (before.trace, trace) {
            self.set_trace(closed, false);
        }
        let compares = before.compare != route.compare || route.leaves_out;
        self.set_route(route);
        if compares {
            self.show_comparison();
        }
        match (trace, card, part) {
            (Some(trace), ..) if before.trace != Some(trace) => self.show_trace(trace),
            (_, Some(card), _) if is_other_report || before.card != Some(card) => {
                self.show_card(card);
            }
            (.., Some(part)) if is_other_report || before.part != Some(part) => {
                self.dispatch(Action::ShowPart(part));
            }
            _ => {}
        }
    }
}
