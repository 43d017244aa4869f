//! Attributes of the element, read once at the edge into values that cannot
//! be wrong. A bad value falls back to its default and is warned about.

use report_text::join;
use serde::Deserialize;

use crate::report::{Lang, Library};
use crate::state::{Filters, RouteState, address};
use crate::store::Config;

/// The attributes as `element.js` hands them over; what is absent is not there.
#[derive(Debug, Default, Deserialize)]
pub struct Options {
    report: Option<String>,
    lang: Option<String>,
    part: Option<String>,
    query: Option<String>,
    filters: Option<String>,
    card: Option<String>,
    chrome: Option<String>,
    /// The address's query string, where the element keeps it in step.
    address: Option<String>,
}

/// The options, understood.
pub struct Start {
    /// What to show first.
    pub route: RouteState,
    /// What the attributes ask for; addresses tell how a view differs.
    pub home: RouteState,
    /// The language to show first.
    pub lang: Lang,
    /// The language that the attributes ask for.
    pub home_lang: Lang,
    /// What the widget offers.
    pub config: Config,
    /// What was wrong with the options.
    pub warnings: Vec<String>,
}

impl Start {
    /// Reads the options. With an address in step, what the address says
    /// wins over the attributes.
    pub fn read(options: Options, library: &'static Library) -> Self {
        let mut warnings = Vec::new();
        let mut route = RouteState::default();
        if let Some(id) = options.report {
            match library.reports.iter().zip(0_u16..).find(|(report, _)| report.id == id) {
                Some((_, index)) => route.report = index,
                None => warnings.push(refused("report", &id, library.reports[0].id)),
            }
        }
        let changes = [
            ("part", options.part),
            ("query", options.query),
            ("filters", options.filters),
            ("card", options.card),
        ];
        for (attribute, value) in changes {
            if let Some(value) = value {
                warnings.extend(apply(&mut route, library, attribute, &value));
            }
        }
        let home = route.clone();
        let own = library.reports[usize::from(home.report)].languages.first();
        let asked = options.lang.as_deref().map_or(Some(own), |tag| library.lang(tag));
        if asked.is_none() {
            warnings.push(refused("lang", &options.lang.unwrap_or_default(), own.tag()));
        }
        let home_lang = asked.unwrap_or(own);
        let mut lang = home_lang;
        if let Some(address) = options.address {
            route = address::read(&address, library, &home);
            lang = address::lang(&address, library).unwrap_or(home_lang);
        }
        let has_tools = match options.chrome.as_deref() {
            None | Some("" | "full") => true,
            Some("minimal") => false,
            Some(other) => {
                warnings.push(refused("chrome", other, "full"));
                true
            }
        };
        Self { route, home, lang, home_lang, config: Config { has_tools }, warnings }
    }
}

/// Applies one attribute to a route; says what was wrong with it.
pub fn apply(
    route: &mut RouteState,
    library: &'static Library,
    attribute: &str,
    value: &str,
) -> Option<String> {
    let report = &library.reports[usize::from(route.report)];
    match attribute {
        "report" => {
            let found = library.reports.iter().zip(0_u16..).find(|(report, _)| report.id == value);
            route.switch_report(library, found.map_or(0, |(_, index)| index));
            let is_bad = found.is_none() && !value.is_empty();
            is_bad.then(|| refused(attribute, value, library.reports[0].id))
        }
        "part" => {
            let part = value.trim().parse().ok().filter(|no| report.part(*no).is_some());
            route.part = part;
            (part.is_none() && !value.is_empty()).then(|| refused(attribute, value, "no part"))
        }
        "query" => {
            route.look_for(value);
            None
        }
        "filters" => {
            let (filters, refusals) = Filters::parse(value, report);
            route.filters = filters;
            (!refusals.is_empty()).then(|| {
                let refusals = join(&mut refusals.iter().map(AsRef::as_ref), ", ");
                refused(attribute, &refusals, "the filters that exist")
            })
        }
        "card" => {
            let card = report.card_index(value);
            match card {
                Some(card) => route.open(card),
                None => route.close(),
            }
            (card.is_none() && !value.is_empty()).then(|| refused(attribute, value, "no card"))
        }
        _ => None,
    }
}

/// The warning for a value that is not known.
pub fn refused(attribute: &str, value: &str, instead: &str) -> String {
    format!("{attribute}=\"{value}\" is not known; using {instead}")
}
