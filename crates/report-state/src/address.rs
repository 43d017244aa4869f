//! A view as a query string, and back: `part=2&query=%EB%A7%88&card=masks`.
//!
//! Only what differs from the *home* view is written: the view that the
//! page's author asked for, or the default one. What is emptied although the
//! home view has it is written empty (`query=`). Reading never fails: what is
//! unknown, or no longer in the report, is passed over.

use report_model::{Lang, Library, Report};
use report_text::{join, text};

use super::{Filters, RouteState, Sort, Trace, comparison, percent};

/// Parameters that belong to a view, in the order in which they are written.
pub const NAMES: [&str; 9] =
    ["report", "part", "query", "filters", "sort", "card", "trace", "errata", "compare"];

/// The parameter for the language of a view that differs from the page's. Pages often have a `lang`
/// of their own, so the name is one that no page has.
pub const LANG: &str = "report-lang";

/// The value of `errata` while the list of contradictions is open.
const OPEN: &str = "open";

impl RouteState {
    /// The view as a query string without `?`, empty for the default view.
    #[must_use]
    pub fn to_query_string(&self, library: &Library) -> String {
        write(self, library, &Self::default())
    }
}

/// The view as a query string that [`read`] understands from the same home.
#[must_use]
pub fn write(state: &RouteState, library: &Library, home: &RouteState) -> String {
    let Some(report) = library.reports.get(usize::from(state.report)) else {
        return String::new();
    };
    let mut out = String::new();
    if state.report != home.report {
        add(&mut out, "report", report.id);
    }
    let base = base(home, state.report);
    let (ours, theirs) = (words(state, report), words(&base, report));
    for ((name, ours), theirs) in NAMES[1..].iter().zip(ours).zip(theirs) {
        if ours != theirs {
            add(&mut out, name, &ours);
        }
    }
    out
}

/// A query string that [`write`] wrote, with the language where it is not the page's own.
#[must_use]
pub fn with_lang(mut query: String, lang: Lang, home: Lang) -> String {
    if lang != home {
        add(&mut query, LANG, lang.tag());
    }
    query
}

/// The language a query string asks for.
#[must_use]
pub fn lang(text: &str, library: &Library) -> Option<Lang> {
    let text = text.strip_prefix('?').unwrap_or(text);
    value(text, LANG).and_then(|tag| library.lang(&tag))
}

/// The view a query string asks for; what it does not mention is as at home.
#[must_use]
pub fn read(text: &str, library: &Library, home: &RouteState) -> RouteState {
    let text = text.strip_prefix('?').unwrap_or(text);
    let index = value(text, "report")
        .and_then(|id| library.reports.iter().position(|report| report.id == id))
        .and_then(|position| u16::try_from(position).ok())
        .unwrap_or(home.report);
    let mut state = base(home, index);
    let Some(report) = library.reports.get(usize::from(index)) else {
        return state;
    };
    if let Some(part) = value(text, "part") {
        state.part = part.parse().ok().filter(|no| report.part(*no).is_some());
    }
    if let Some(query) = value(text, "query") {
        state.look_for(&query);
    }
    if let Some(filters) = value(text, "filters") {
        state.filters = Filters::parse(&filters, report).0;
    }
    if let Some(sort) = value(text, "sort") {
        state.sort = Sort::from_id(&sort).unwrap_or_default();
    }
    if let Some(card) = value(text, "card") {
        state.card = report.card_index(&card);
    }
    if let Some(trace) = value(text, "trace") {
        state.trace = Trace::from_id(&trace, report);
    }
    if let Some(errata) = value(text, "errata") {
        state.errata = errata == OPEN;
    }
    if let Some(cards) = value(text, "compare") {
        state.compare = comparison::parse(&cards, report);
        state.leaves_out = comparison::written(&state.compare, report) != cards;
    }
    state
}

/// A page's own query string with our parameters replaced by `ours`; all
/// others keep their order and their spelling.
#[must_use]
pub fn merge(page: &str, ours: &str) -> String {
    let page = page.strip_prefix('?').unwrap_or(page);
    let others =
        page.split('&').filter(|parameter| !parameter.is_empty() && !is_ours(&name(parameter)));
    join(&mut others.chain(Some(ours).filter(|ours| !ours.is_empty())), "&")
}

fn is_ours(name: &str) -> bool {
    name == LANG || NAMES.contains(&name)
}

/// Where reading and writing begin: at home, or in another report with
/// nothing chosen, since the home view's choices belong to its own report.
fn base(home: &RouteState, report: u16) -> RouteState {
    if report == home.report {
        home.clone()
    } else {
        RouteState { report, ..RouteState::default() }
    }
}

/// The values of all parameters but `report`, in the order of [`NAMES`].
fn words(state: &RouteState, report: &Report) -> [String; 8] {
    let card = state.card.and_then(|card| report.cards.get(card as usize));
    [
        state.part.map(|part| text!(part)).unwrap_or_default(),
        state.query.clone(),
        state.filters.written(),
        state.sort.id().to_owned(),
        card.map(|card| card.id.to_owned()).unwrap_or_default(),
        state.trace.and_then(|trace| trace.id(report)).unwrap_or_default(),
        if state.errata { OPEN.to_owned() } else { String::new() },
        comparison::written(&state.compare, report),
    ]
}

fn add(out: &mut String, name: &str, value: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
    percent::encode(value, out);
}

/// The first value given to a parameter.
fn value(text: &str, wanted: &str) -> Option<String> {
    text.split('&')
        .find(|parameter| name(parameter) == wanted)
        .map(|parameter| percent::decode(parameter.split_once('=').map_or("", |(_, value)| value)))
}

fn name(parameter: &str) -> String {
    percent::decode(parameter.split_once('=').map_or(parameter, |(name, _)| name))
}

/// A query string with the letters that percent-encoding stands for.
#[must_use]
pub fn decoded(query: &str) -> String {
    percent::decode(query)
}

/// The parameters of a route that differ from the default view, with their values.
#[must_use]
pub fn values(state: &RouteState, library: &Library) -> Vec<(&'static str, String)> {
    let Some(report) = library.reports.get(usize::from(state.report)) else { return Vec::new() };
    let given = NAMES[1..].iter().copied().zip(words(state, report));
    let default = words(&RouteState { report: state.report, ..RouteState::default() }, report);
    given.zip(default).filter(|((_, value), default)| value != default).map(|(it, _)| it).collect()
}

/// Parameters as a query string.
#[must_use]
pub fn query_string<'p>(parameters: impl Iterator<Item = (&'p str, &'p str)>) -> String {
    let mut out = String::new();
    for (name, value) in parameters {
        add(&mut out, name, value);
    }
    out
}
