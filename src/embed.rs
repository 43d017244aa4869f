//! The widget in a browser: mounted into a shadow root by `element.js`,
//! steered by attributes and methods, answering with events, gone without a
//! trace when unmounted.

use std::cell::Cell;
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollLogicalPosition};

use crate::browser::clicks::Clicks;
use crate::browser::counters::Counters;
use crate::browser::options::{Options, Start, apply};
use crate::browser::page::Page;
use crate::browser::watch::Watch;
use crate::bundle::library;
use crate::report::{Lang, Text};
use crate::state::{ViewState, address};
use crate::views::reader::{FIRST_DRAWN, card_element, part_element};
use crate::views::{Outward, Reader, STYLES, Widget};
use crate::words;

/// The style sheet of the widget, for a constructable style sheet that all
/// widgets of a page share.
#[wasm_bindgen]
#[must_use]
pub fn styles() -> String {
    STYLES.to_owned()
}

/// A mounted widget. Freeing it takes everything off the page.
#[wasm_bindgen]
pub struct Mounted {
    reader: Reader,
    home: ViewState,
    owner: Owner,
    page: Page,
    counters: Counters,
    // Dropped in this order: first the observers, then the nodes.
    _watch: Watch,
    _clicks: Clicks,
    _view: UnmountHandle<AnyViewState>,
}

/// Detail of `report-ready`.
#[derive(Serialize)]
struct Ready {
    report: &'static str,
    version: &'static str,
    cards: usize,
}

/// Detail of `report-change`.
#[derive(Serialize, PartialEq, Clone)]
struct Change {
    report: &'static str,
    part: Option<u8>,
    query: String,
    filters: String,
    card: Option<&'static str>,
    count: usize,
}

impl Change {
    fn of(reader: Reader) -> Self {
        let report = reader.report();
        reader.state.with(|state| Self {
            report: report.id,
            part: state.part,
            query: state.query.clone(),
            filters: state.filters.to_string(),
            card: state.card.and_then(|card| Some(report.cards.get(card as usize)?.id)),
            count: reader.results.with(|results| results.cards.len()),
        })
    }
}

/// Draws the widget into `root`, an element inside the shadow root.
///
/// # Errors
/// The browser's, where it lacks something the widget cannot do without.
#[wasm_bindgen]
pub fn mount(root: &HtmlElement, options: &Options, page: Page) -> Result<Mounted, JsValue> {
    let start = Start::read(options, library());
    let home = start.home.clone();
    for complaint in &start.complaints {
        page.complain(complaint);
    }
    let handed = Rc::new(Cell::new(None));
    let hand = Rc::clone(&handed);
    let (inside, around) = (root.clone(), page.clone());
    let view = mount_to(root.clone(), move || {
        let reader = reader_at(&start, inside, around.clone());
        tell_changes(reader, around);
        hand.set(Some((reader, Owner::current())));
        view! { <Widget reader tools=start.tools/> }.into_any()
    });
    let (reader, owner) = handed.take().ok_or("the widget was not drawn")?;
    let owner = owner.ok_or("the widget has no owner")?;
    let moving = page.clone();
    let counters = Counters::new(move || moving.moves());
    let watch = Watch::new(root, reader, counters.clone())?;
    let clicks = Clicks::new(root, reader)?;
    emit(
        &page,
        "report-ready",
        &Ready {
            report: reader.report_now().id,
            version: env!("CARGO_PKG_VERSION"),
            cards: reader.report_now().cards.len(),
        },
    );
    show_first(reader, root);
    Ok(Mounted { reader, home, owner, page, counters, _watch: watch, _clicks: clicks, _view: view })
}

#[wasm_bindgen]
impl Mounted {
    /// Sets an attribute anew; an absent one falls back to its default.
    pub fn set(&self, attribute: &str, value: Option<String>) {
        let value = value.unwrap_or_default();
        self.owner.with(|| match attribute {
            "lang" => {
                let lang = Lang::from_tag(&value);
                if lang.is_none() && !value.is_empty() {
                    self.page.complain(&format!("lang=\"{value}\" is not known; using ko"));
                }
                self.reader.lang.set(lang.unwrap_or_default());
            }
            "report" | "part" | "query" | "filters" | "card" => {
                let mut state = self.reader.state.get_untracked();
                if let Some(complaint) = apply(&mut state, self.reader.library, attribute, &value) {
                    self.page.complain(&complaint);
                }
                if state == self.reader.state.get_untracked() {
                    self.show_again(attribute, &state);
                } else {
                    self.become_(state);
                }
            }
            _ => {}
        });
    }

    /// Shows the view an address tells of, as after "back".
    pub fn go_to_address(&self, query: &str) {
        self.owner.with(|| {
            self.become_(address::read(query, self.reader.library, &self.home));
        });
    }

    /// The page's own query string with the parameters of the present view in
    /// it; the page's other parameters stay as they are.
    #[must_use]
    pub fn address_in(&self, page: &str) -> String {
        let library = self.reader.library;
        let ours =
            self.reader.state.with_untracked(|state| address::write(state, library, &self.home));
        address::merge(page, &ours)
    }

    /// Fills closed cards too, so that the browser's own search reaches them.
    pub fn fill(&self) {
        if self.reader.report_now().cards.len() <= FIRST_DRAWN {
            self.reader.whole.set(true);
        }
    }

    /// Makes the page ready to be printed: final numbers, every card drawn.
    pub fn before_print(&self) {
        self.counters.finish();
        self.reader.whole.set(true);
        self.reader.drawn.set(usize::MAX);
    }

    /// Shows the final numbers at once, as when the page is hidden.
    pub fn rest(&self) {
        self.counters.finish();
    }

    /// Takes over a state and brings what it opens into view.
    fn become_(&self, state: ViewState) {
        let before = self.reader.state.get_untracked();
        if before == state {
            return;
        }
        let (card, part, trace) = (state.card, state.part, state.trace);
        let turned = before.report != state.report;
        if turned {
            self.reader.opened.set(Vec::new());
        }
        if let (Some(closed), None) = (before.card, card) {
            self.reader.opened.update(|opened| opened.retain(|other| *other != closed));
        }
        self.reader.state.set(state);
        match (card, part) {
            _ if trace.is_some() && before.trace != trace => {
                if let Some(trace) = trace {
                    self.reader.unfold(trace);
                }
            }
            (Some(card), _) if turned || before.card != Some(card) => self.reader.visit(card),
            (_, Some(part)) if turned || before.part != Some(part) => self.reader.go_to(part),
            _ => {}
        }
    }

    /// Goes once more to where the reader went last, and may have left since.
    fn show_again(&self, attribute: &str, state: &ViewState) {
        match (attribute, state.part, state.card) {
            ("part", Some(part), _) => self.reader.go_to(part),
            ("card", _, Some(card)) => self.reader.visit(card),
            _ => {}
        }
    }
}

/// A reader starting at these options, whose wishes are fulfilled here.
fn reader_at(start: &Start, inside: HtmlElement, around: Page) -> Reader {
    let slot: Rc<Cell<Option<Reader>>> = Rc::default();
    let own = Rc::clone(&slot);
    let outward = move |wish| {
        if let Some(reader) = own.get() {
            fulfil(&inside, &around, reader, wish);
        }
    };
    let reader = Reader::new(library(), start.state.clone(), start.lang, true, outward);
    slot.set(Some(reader));
    reader
}

/// Fulfils a wish that leaves the widget.
fn fulfil(inside: &HtmlElement, around: &Page, reader: Reader, wish: Outward) {
    match wish {
        Outward::Copy(text) => {
            announce(reader, around.copy(&text), |copied| {
                if copied.is_truthy() { words::COPIED } else { words::COPY_FAILED }
            });
        }
        Outward::Share => {
            announce(reader, around.share(), |how| match how.as_string().as_deref() {
                Some("shared") => words::SHARED,
                Some("copied") => words::LINK_COPIED,
                _ => words::COPY_FAILED,
            });
        }
        Outward::Download(name, mime, text) => around.download(name, mime, &text),
        Outward::Reveal(id) => {
            let (inside, moves) = (inside.clone(), around.moves());
            request_animation_frame(move || reveal(&inside, &id, moves));
        }
        Outward::Unfold(id) => {
            let (inside, moves) = (inside.clone(), around.moves());
            request_animation_frame(move || unfold(&inside, &id, moves));
        }
        Outward::Speak(_) => {}
    }
}

/// Tells the reader, politely, how a promise turned out.
fn announce(reader: Reader, promise: js_sys::Promise, say: impl Fn(JsValue) -> Text + 'static) {
    spawn_local(async move {
        let outcome = JsFuture::from(promise).await.unwrap_or(JsValue::FALSE);
        let message = say(outcome).get(reader.lang.get_untracked());
        // Gone by now, where the element was removed meanwhile.
        let _ = reader.notice.try_set(message.to_owned());
    });
}

/// Brings what the first view opens into sight, once it is drawn.
fn show_first(reader: Reader, root: &HtmlElement) {
    let (state, report) = (reader.state.get_untracked(), reader.report_now());
    let card = state.card.and_then(|card| report.cards.get(card as usize));
    let trace = state.trace.and_then(|trace| trace.id(report));
    let root = root.clone();
    request_animation_frame(move || {
        if let Some(id) = trace {
            unfold(&root, &id, false);
        } else if let Some(card) = card {
            reveal(&root, &card_element(card), false);
        } else if let Some(part) = state.part {
            reveal(&root, &part_element(part), false);
        }
    });
}

/// Opens the trace with this address and brings it into view.
fn unfold(inside: &HtmlElement, id: &str, moves: bool) {
    let Ok(Some(trace)) = inside.query_selector(&format!("[data-trace=\"{id}\"]")) else { return };
    // An attribute of an element can always be set.
    let _ = trace.set_attribute("open", "");
    bring(&trace, moves);
}

/// Brings the element with this id into view.
fn reveal(inside: &HtmlElement, id: &str, moves: bool) {
    if let Ok(Some(element)) = inside.query_selector(&format!("#{id}")) {
        bring(&element, moves);
    }
}

/// Brings an element into view and the focus to its heading or summary.
fn bring(element: &Element, moves: bool) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_behavior(if moves { ScrollBehavior::Smooth } else { ScrollBehavior::Auto });
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(Some(target)) = element.query_selector("summary, [tabindex]")
        && let Ok(target) = target.dyn_into::<HtmlElement>()
    {
        let focus = web_sys::FocusOptions::new();
        focus.set_prevent_scroll(true);
        // Where focus is refused the element is still in view.
        let _ = target.focus_with_options(&focus);
    }
}

/// Tells the host of every change, and the address of every view.
fn tell_changes(reader: Reader, page: Page) {
    Effect::new(move |before: Option<Change>| {
        let now = Change::of(reader);
        if before.as_ref().is_some_and(|before| *before != now) {
            emit(&page, "report-change", &now);
        }
        reader.state.track();
        page.moved();
        now
    });
}

/// Dispatches an event with a plain object as its detail.
fn emit(page: &Page, name: &str, detail: &impl Serialize) {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // A struct of strings and numbers always serializes.
    if let Ok(detail) = detail.serialize(&serializer) {
        page.emit(name, &detail);
    }
}
