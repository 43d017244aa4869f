//! The widget in a browser: mounted into a shadow root by `element.js`, steered by attributes and
//! methods, answering with events, gone without a trace when it is freed.

mod counters;
mod effects;
mod host;
mod messages;
mod observers;
mod options;
mod page_host;
mod reveal;
mod takeover;

use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::tachys::view::Mountable;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use self::counters::Counters;
use self::host::Host;
use self::messages::{ReportReady, to_js};
use self::observers::Observers;
use self::options::{Options, Start, apply, refused};
use self::page_host::ElementPage;
use self::takeover::Standing;
use crate::bundle::{self, VERSION, library};
use crate::components::host::provide_host;
use crate::components::{App, AppProps};
use crate::export::{figure_rows, to_csv};
use crate::state::{RouteState, address};
use crate::store::dialog::{ChartExport, Dialog, ExportSubject};
use crate::store::{Action, HostCommand, Store};
use crate::view::{BoxedState, attach};

/// Cards indexed at a time while the page is idle: some milliseconds of work.
const INDEX_BATCH: usize = 100;

/// Says on the console what a panic was about. A release traps without a text, which would cost every
/// reader the code that writes it.
#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
}

/// Decodes the reports of the program's file, before anything is mounted. `section` is the content of
/// its custom section, empty where it has none.
///
/// # Errors
/// What is wrong with it, to be read after the name of the file.
#[wasm_bindgen(js_name = loadReports)]
pub fn load_reports(section: &[u8]) -> Result<(), JsValue> {
    bundle::load(section).map_err(|error| error.message().into())
}

/// A mounted widget. Freeing it takes everything off the page.
#[wasm_bindgen]
pub struct Widget {
    store: Store,
    /// The route that the attributes ask for; addresses tell how a view differs from it.
    home: RouteState,
    host: Host,
    counters: Counters,
    // Dropped in this order: first the elements, then the signals they follow.
    page: BoxedState,
    owner: Owner,
}

/// Draws the widget into `root`, an element inside the shadow root; or makes the prerendered page
/// that stands there live.
///
/// # Errors
/// The browser's, where it lacks something that the widget cannot do without.
#[wasm_bindgen]
pub fn mount(root: &HtmlElement, options: JsValue, host: Host) -> Result<Widget, JsValue> {
    // A second widget finds the executor there already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let start = Start::read(serde_wasm_bindgen::from_value::<Options>(options)?, library());
    for warning in &start.warnings {
        host.warn(warning);
    }
    let standing = Standing::read(root, library());
    let counters = Counters::new({
        let host = host.clone();
        move || host.allows_motion()
    });
    let home = start.home.clone();
    let owner = Owner::new();
    let (store, page) = owner.with(|| {
        let store = store_of(&start, standing.as_ref(), root, &host);
        store.home.set_value(start.home.clone());
        store.home_lang.set_value(start.home_lang);
        let observers = Observers::new(store, counters.clone())?;
        provide_host(ElementPage { host: host.clone(), observers });
        let page = attach(root, untrack(|| App(AppProps { store })));
        if standing.is_some() {
            takeover::finish(root);
            store.dispatch(Action::SetLang(start.lang));
        }
        effects::follow_store(store, &host);
        Ok::<_, JsValue>((store, page))
    })?;
    let widget = Widget { store, home, host, counters, page, owner };
    widget.show_first(start.route, standing.is_some());
    let report = store.current_report();
    let ready = ReportReady { report: report.id, version: VERSION, cards: report.cards.len() };
    widget.host.emit("report-ready", to_js(&ready));
    Ok(widget)
}

#[wasm_bindgen]
impl Widget {
    /// Sets an attribute anew; an absent one falls back to its default.
    #[wasm_bindgen(js_name = setAttribute)]
    pub fn set_attribute(&self, attribute: &str, value: Option<String>) {
        let value = value.unwrap_or_default();
        match attribute {
            "lang" => {
                let own = self.store.current_report().languages.first();
                let lang = self.store.library.lang(&value);
                if lang.is_none() && !value.is_empty() {
                    self.host.warn(&refused(attribute, &value, own.tag()));
                }
                let lang = lang.unwrap_or(own);
                self.store.home_lang.set_value(lang);
                self.store.dispatch(Action::SetLang(lang));
            }
            "report" | "part" | "query" | "filters" | "card" => {
                let mut route = self.store.route.get_untracked();
                if let Some(warning) = apply(&mut route, self.store.library, attribute, &value) {
                    self.host.warn(&warning);
                }
                if route == self.store.route.get_untracked() {
                    self.show_again(attribute, &route);
                } else {
                    self.store.dispatch(Action::Navigate(route));
                }
            }
            _ => {}
        }
    }

    /// Shows the view that a query string tells of, as after "back".
    pub fn navigate(&self, query: &str) {
        let route = address::read(query, self.store.library, &self.home);
        let lang =
            address::lang(query, self.store.library).unwrap_or(self.store.home_lang.get_value());
        self.store.dispatch(Action::SetLang(lang));
        self.store.dispatch(Action::Navigate(route));
    }

    /// A page's query string with the parameters of the present view in it; the page's other
    /// parameters stay as they are.
    #[must_use]
    #[wasm_bindgen(js_name = addressIn)]
    pub fn address_in(&self, page: &str) -> String {
        let library = self.store.library;
        let route = self.store.route.get_untracked();
        let ours = address::write(&route, library, &self.home);
        let lang = self.store.current_lang();
        address::merge(page, &address::with_lang(ours, lang, self.store.home_lang.get_value()))
    }

    /// The figures of the cards found, as the element's `toJSON()` gives them.
    #[must_use]
    pub fn rows(&self) -> JsValue {
        to_js(&self.figure_rows())
    }

    /// The same as CSV.
    #[must_use]
    pub fn csv(&self) -> String {
        to_csv(&self.figure_rows())
    }

    /// Opens the export of a chart. `chart` is a [`ChartExport`].
    ///
    /// # Errors
    /// Where the chart lacks something.
    #[wasm_bindgen(js_name = exportChart)]
    pub fn export_chart(&self, chart: JsValue) -> Result<(), JsValue> {
        let chart: ChartExport = serde_wasm_bindgen::from_value(chart)?;
        let dialog = Dialog::Export(ExportSubject::Chart(chart));
        self.store.dispatch(Action::OpenDialog(dialog));
        Ok(())
    }

    /// Copies a text and announces how that went.
    pub fn copy(&self, text: String) {
        self.store.dispatch(Action::Copy(text));
    }

    /// Does a little of what can wait while the page is idle. 0 when nothing is left; 1 when
    /// something was drawn, and the next has to wait until that is painted; 2 when there is more
    /// that nobody sees.
    #[must_use]
    pub fn idle(&self) -> u32 {
        if self.store.draw_when_idle() {
            return 1;
        }
        if self.store.index_more(INDEX_BATCH) { 0 } else { 2 }
    }

    /// Makes the page ready to be printed: final numbers, every card drawn.
    #[wasm_bindgen(js_name = beforePrint)]
    pub fn before_print(&self) {
        self.counters.finish();
        self.store.dispatch(Action::PreparePrint);
    }

    /// Shows the final numbers at once, as when the page is hidden.
    #[wasm_bindgen(js_name = finishCounters)]
    pub fn finish_counters(&self) {
        self.counters.finish();
    }
}

impl Widget {
    fn figure_rows(&self) -> Vec<crate::export::Row> {
        let (report, lang) = (self.store.current_report(), self.store.current_lang());
        figure_rows(report, &self.store.results.read_untracked().cards, lang)
    }

    /// Brings what the first view opens into sight.
    fn show_first(&self, route: RouteState, is_taken_over: bool) {
        let store = self.store;
        let opened = store.route.get_untracked();
        let route = RouteState { errata: route.errata || opened.errata, ..route };
        if is_taken_over && opened != route {
            store.dispatch(Action::Navigate(route));
            return;
        }
        store.draw_first();
        if let Some(selector) = store.first_element() {
            host::reveal_later(self.page.element(), selector);
        }
    }

    /// Goes once more to where the reader went last, and may have left since.
    fn show_again(&self, attribute: &str, route: &RouteState) {
        match (attribute, route.part, route.card) {
            ("part", Some(part), _) => self.store.dispatch(Action::ShowPart(part)),
            ("card", _, Some(card)) => self.store.dispatch(Action::ShowCard(card)),
            _ => {}
        }
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.counters.finish();
        self.page.unmount();
        self.owner.cleanup();
    }
}

/// A store that begins where the page stands, or else where the options say.
fn store_of(start: &Start, standing: Option<&Standing>, root: &HtmlElement, host: &Host) -> Store {
    let (route, lang) = match standing {
        Some(standing) => (standing.route.clone(), standing.lang),
        None => (start.route.clone(), start.lang),
    };
    let (inside, around) = (root.clone(), host.clone());
    let later: Rc<std::cell::OnceCell<Store>> = Rc::default();
    let known = Rc::clone(&later);
    let send = move |command: HostCommand| {
        if let Some(store) = known.get() {
            around.run(*store, &inside, command);
        }
    };
    let store = Store::new(library(), route, lang, start.config, send);
    let _ = later.set(store);
    if let Some(standing) = standing {
        standing.open_in(store);
    }
    store
}
