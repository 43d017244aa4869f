//! Attributes of the element, read once at the edge into values that cannot
//! be wrong. A bad value falls back to its default and is complained about.

use wasm_bindgen::prelude::*;

use crate::report::{Lang, Library};
use crate::said::joined;
use crate::state::{Filters, ViewState, address};

#[wasm_bindgen]
extern "C" {
    /// The attributes as `element.js` hands them over: strings, or
    /// `undefined` where an attribute is absent.
    #[derive(Clone)]
    pub type Options;

    #[wasm_bindgen(method, getter)]
    fn report(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn part(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn query(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn filters(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn card(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn chrome(this: &Options) -> Option<String>;
    /// The address's query string, where the element keeps it in step.
    #[wasm_bindgen(method, getter)]
    fn address(this: &Options) -> Option<String>;
}

/// The options, understood.
pub struct Start {
    /// What to show first.
    pub state: ViewState,
    /// What the attributes ask for; addresses tell how a view differs.
    pub home: ViewState,
    /// The language.
    pub lang: Lang,
    /// Whether report switcher and footer tools are offered.
    pub tools: bool,
    /// What was wrong.
    pub complaints: Vec<String>,
}

impl Start {
    /// Reads the options. With an address in step, what the address says
    /// wins over the attributes.
    pub fn read(options: &Options, library: &'static Library) -> Self {
        let mut complaints = Vec::new();
        let mut state = ViewState::default();
        if let Some(id) = options.report() {
            match library.reports.iter().zip(0_u16..).find(|(report, _)| report.id == id) {
                Some((_, index)) => state.report = index,
                None => complaints.push(refused("report", &id, library.reports[0].id)),
            }
        }
        let changes = [
            ("part", options.part()),
            ("query", options.query()),
            ("filters", options.filters()),
            ("card", options.card()),
        ];
        for (attribute, value) in changes {
            if let Some(value) = value {
                complaints.extend(apply(&mut state, library, attribute, &value));
            }
        }
        let home = state.clone();
        if let Some(address) = options.address() {
            state = address::read(&address, library, &home);
        }
        let lang = options.lang().map_or(Some(Lang::Ko), |tag| Lang::from_tag(&tag));
        if lang.is_none() {
            complaints.push(refused("lang", &options.lang().unwrap_or_default(), "ko"));
        }
        let tools = match options.chrome().as_deref() {
            None | Some("" | "full") => true,
            Some("minimal") => false,
            Some(other) => {
                complaints.push(refused("chrome", other, "full"));
                true
            }
        };
        Self { state, home, lang: lang.unwrap_or_default(), tools, complaints }
    }
}

/// Applies one attribute to the state; says what was wrong with it.
pub fn apply(
    state: &mut ViewState,
    library: &'static Library,
    attribute: &str,
    value: &str,
) -> Option<String> {
    let report = &library.reports[usize::from(state.report)];
    match attribute {
        "report" => {
            let found = library.reports.iter().zip(0_u16..).find(|(report, _)| report.id == value);
            state.switch_report(library, found.map_or(0, |(_, index)| index));
            let is_bad = found.is_none() && !value.is_empty();
            is_bad.then(|| refused(attribute, value, library.reports[0].id))
        }
        "part" => {
            let part = value.trim().parse().ok().filter(|no| report.part(*no).is_some());
            state.part = part;
            (part.is_none() && !value.is_empty()).then(|| refused(attribute, value, "no part"))
        }
        "query" => {
            state.look_for(value);
            None
        }
        "filters" => {
            let (filters, refusals) = Filters::parse(value, report);
            state.filters = filters;
            (!refusals.is_empty()).then(|| {
                refused(
                    attribute,
                    &joined(&mut refusals.iter().map(String::as_str), ", "),
                    "the filters that exist",
                )
            })
        }
        "card" => {
            let card = report.card_index(value);
            match card {
                Some(card) => state.open(card),
                None => state.close(),
            }
            (card.is_none() && !value.is_empty()).then(|| refused(attribute, value, "no card"))
        }
        _ => None,
    }
}

fn refused(attribute: &str, value: &str, instead: &str) -> String {
    said!(attribute, "=\"", value, "\" is not known; using ", instead)
}
