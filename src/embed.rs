//! The widget in a browser: mounted into a shadow root by `element.js`,
//! steered by attributes and methods, answering with events, gone without a
//! trace when unmounted.

use leptos::reactive::effect::RenderEffect;
use leptos::reactive::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollLogicalPosition};

use crate::browser::clicks::Clicks;
use crate::browser::counters::Counters;
use crate::browser::drawing::{Drawing, follow};
use crate::browser::later::request_animation_frame;
use crate::browser::options::{Options, Start, apply};
use crate::browser::page::Page;
use crate::browser::shown::Shown;
use crate::browser::watch::Watch;
use crate::bundle::{VERSION, library};
use crate::report::Lang;
use crate::state::{ViewState, address};
use crate::table;
use crate::views::places::{card_element, part_element};
use crate::views::{Offer, Outward, Reader};
use crate::words;

/// Cards read at a time while the page is idle: some milliseconds of work.
const CARDS_READ: usize = 100;

/// Unpacks the reports, as soon as the program is there: drawing is long enough without it.
#[wasm_bindgen(start)]
pub fn start() {
    let _ = library();
}

/// A mounted widget. Freeing it takes everything off the page.
#[wasm_bindgen]
pub struct Mounted {
    reader: Reader,
    home: ViewState,
    page: Page,
    counters: Counters,
    // Dropped in this order: first what acts, then the nodes.
    _watch: Watch,
    _clicks: Clicks,
    _drawing: Drawing,
    _telling: RenderEffect<()>,
    _shown: Shown,
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
    let shown = Shown::mount(root)?;
    let owner = shown.owner();
    let reader = owner.with(|| reader_at(start, root.clone(), page.clone()));
    let drawing = owner.with(|| Drawing::new(shown.widget(), reader));
    let telling = owner.with(|| tell_changes(reader, page.clone()));
    let moving = page.clone();
    let counters = Counters::new(move || moving.moves());
    let watch = Watch::new(root, reader, counters.clone())?;
    let clicks = Clicks::new(root, reader)?;
    let report = reader.report_now();
    page.ready(report.id, VERSION, report.cards.len());
    show_first(reader, root);
    Ok(Mounted {
        reader,
        home,
        page,
        counters,
        _watch: watch,
        _clicks: clicks,
        _drawing: drawing,
        _telling: telling,
        _shown: shown,
    })
}

#[wasm_bindgen]
impl Mounted {
    /// Sets an attribute anew; an absent one falls back to its default.
    pub fn set(&self, attribute: &str, value: Option<String>) {
        let value = value.unwrap_or_default();
        match attribute {
            "lang" => {
                let lang = Lang::from_tag(&value);
                if lang.is_none() && !value.is_empty() {
                    self.page.complain(&said!("lang=\"", value, "\" is not known; using ko"));
                }
                self.reader.speak(lang.unwrap_or_default());
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
        }
    }

    /// Shows the view an address tells of, as after "back".
    pub fn go_to_address(&self, query: &str) {
        self.become_(address::read(query, self.reader.library, &self.home));
    }

    /// Tells the reader, politely, how a wish turned out.
    pub fn announce(&self, outcome: &str) {
        self.reader.say(match outcome {
            "copied" => words::COPIED,
            "shared" => words::SHARED,
            "link-copied" => words::LINK_COPIED,
            "not-opened" => words::NOT_OPENED,
            _ => words::COPY_FAILED,
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

    /// The present view as a query string that needs no page around it.
    #[must_use]
    pub fn view(&self) -> String {
        let library = self.reader.library;
        self.reader.state.with_untracked(|state| state.to_query_string(library))
    }

    /// The figures of the cards found, as [`table::rows`] writes them.
    #[must_use]
    pub fn figures(&self) -> String {
        let lang = self.reader.desk.with_untracked(|desk| desk.lang);
        let report = self.reader.report_now();
        self.reader.results.with_untracked(|found| table::rows(report, &found.cards, lang))
    }

    /// The citation of a card, or without one of the report, in a language.
    #[must_use]
    pub fn citation(&self, card: Option<u32>, lang: &str) -> String {
        let lang = Lang::from_tag(lang).unwrap_or_default();
        let report = self.reader.report_now();
        match card.and_then(|card| report.cards.get(card as usize)) {
            Some(card) => words::citation(report, card.printed_title, card.title, card.page, lang),
            None => report.citation.get(lang).to_owned(),
        }
    }

    /// Does a little of what can wait, for moments in which nobody does. 0
    /// when nothing is left; 1 when something was drawn, and the next has to
    /// wait until that is painted; 2 when there is more that nobody sees.
    #[must_use]
    pub fn idle(&self) -> u32 {
        if self.reader.draw_rest() {
            return 1;
        }
        if self.reader.read_on(CARDS_READ) { 0 } else { 2 }
    }

    /// Makes the page ready to be printed: final numbers, every card drawn.
    pub fn before_print(&self) {
        self.counters.finish();
        self.reader.draw_all();
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
        if let (Some(closed), None) = (before.card, card) {
            self.reader.opened_or_closed(closed, false);
        }
        self.reader.become_(state);
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
fn reader_at(start: Start, inside: HtmlElement, around: Page) -> Reader {
    let offer = Offer { tools: start.tools };
    let outward = move |wish| fulfil(&inside, &around, wish);
    Reader::new(library(), start.state, start.lang, offer, outward)
}

/// Fulfils a wish that leaves the widget.
fn fulfil(inside: &HtmlElement, around: &Page, wish: Outward) {
    match wish {
        Outward::Copy(text) => around.copy(&text),
        Outward::Ask(way) => around.ask(&way),
        Outward::Reveal(id) => {
            let (inside, moves) = (inside.clone(), around.moves());
            next_frame(Box::new(move || reveal(&inside, &id, moves)));
        }
        Outward::Focus(id) => {
            let inside = inside.clone();
            next_frame(Box::new(move || {
                if let Ok(Some(element)) = inside.query_selector(&said!("#", id)) {
                    focus(&element);
                }
            }));
        }
        Outward::Unfold(id) => {
            let (inside, moves) = (inside.clone(), around.moves());
            next_frame(Box::new(move || unfold(&inside, &id, moves)));
        }
    }
}

/// Does something once what changed is drawn.
fn next_frame(work: Box<dyn FnOnce()>) {
    request_animation_frame(&Closure::once_into_js(work));
}

/// Brings what the first view opens into sight, once it is drawn.
fn show_first(reader: Reader, root: &HtmlElement) {
    reader.draw_first();
    let (state, report) = (reader.state.get_untracked(), reader.report_now());
    let card = state.card.and_then(|card| report.cards.get(card as usize));
    let trace = state.trace.and_then(|trace| trace.id(report));
    let root = root.clone();
    next_frame(Box::new(move || {
        if let Some(id) = trace {
            unfold(&root, &id, false);
        } else if let Some(card) = card {
            reveal(&root, &card_element(card), false);
        } else if let Some(part) = state.part {
            reveal(&root, &part_element(part), false);
        }
    }));
}

/// Opens the trace with this address and brings it into view.
fn unfold(inside: &HtmlElement, id: &str, moves: bool) {
    let Ok(Some(trace)) = inside.query_selector(&said!("[data-trace=\"", id, "\"]")) else {
        return;
    };
    // An attribute of an element can always be set.
    let _ = trace.set_attribute("open", "");
    bring(&trace, moves);
}

/// Brings the element with this id into view.
fn reveal(inside: &HtmlElement, id: &str, moves: bool) {
    if let Ok(Some(element)) = inside.query_selector(&said!("#", id)) {
        bring(&element, moves);
    }
}

/// Brings an element into view and the focus to its heading or summary.
fn bring(element: &Element, moves: bool) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_behavior(if moves { ScrollBehavior::Smooth } else { ScrollBehavior::Auto });
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    focus(element);
}

/// Brings the focus to an element's heading or summary.
fn focus(element: &Element) {
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
fn tell_changes(reader: Reader, page: Page) -> RenderEffect<()> {
    let mut told = None;
    follow(Box::new(move || {
        let count = reader.results.with(|results| results.cards.len());
        let state = reader.state.get();
        let report = reader.report_now();
        let card = state.card.and_then(|card| report.cards.get(card as usize));
        let (filters, card) = (state.filters.written(), card.map(|card| card.id));
        page.moved();
        let now = Some((report.id, state.part, state.query, filters, card, count));
        if told == now {
            return;
        }
        if let (Some(_), Some((report, part, query, filters, card, count))) = (&told, &now) {
            page.changed(report, part.map(u32::from), query, filters, *card, *count);
        }
        told = now;
    }))
}
