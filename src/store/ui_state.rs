//! What the page remembers beside the route and what is drawn of the result: what is open, what was
//! announced. It changes the page, never the address.

use crate::i18n::Message;
use crate::report::Facet;
use crate::search::Correction;
use crate::state::{ErrataFilter, RouteState, Trace};

use super::dialog::OpenDialog;

/// What is announced of a result once the reader pauses; at every keystroke it would be noise.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settled {
    /// The number of results as it is announced to screen readers.
    pub status: String,
    /// Whether the index terms were searched too.
    pub has_terms: bool,
    /// What may have been meant by a query that finds little.
    pub corrections: Vec<Correction>,
}

/// Everything beside the route and the language.
#[derive(Debug, Clone, PartialEq)]
pub struct UiState {
    /// The cards that are open. The one place that knows.
    pub open_cards: Vec<u32>,
    /// The traces that are open.
    pub open_traces: Vec<Trace>,
    /// The cards that are chosen to be compared.
    pub chosen: Vec<u32>,
    /// Whether a card was refused, so that the page says which can be compared.
    pub refused: bool,
    /// The piece of a number's bar that is named, by its position.
    pub named_piece: Option<(Trace, usize)>,
    /// How many cards have their content though they are closed; past all of them, everything that
    /// is closed has. It grows while the page is idle, and before printing.
    pub filled: usize,
    /// The part on screen.
    pub current_part: Option<u8>,
    /// Whether the timeline is open.
    pub timeline_open: bool,
    /// The filter of many values that shows all of them.
    pub unfolded: Option<Facet>,
    /// Which errata are listed.
    pub errata_filter: ErrataFilter,
    /// A short message for everyone, screen readers included.
    pub notice: Option<Message>,
    /// What was announced and offered when the reader last paused.
    pub settled: Settled,
    /// The dialog that is open.
    pub dialog: Option<OpenDialog>,
}

impl UiState {
    /// The state of a page that shows a route for the first time.
    #[must_use]
    pub fn new(route: &RouteState) -> Self {
        Self {
            open_cards: cards_opened_by(route),
            open_traces: route.trace.into_iter().collect(),
            chosen: Vec::new(),
            refused: false,
            named_piece: None,
            filled: 0,
            current_part: None,
            timeline_open: false,
            unfolded: None,
            errata_filter: ErrataFilter::default(),
            notice: None,
            settled: Settled::default(),
            dialog: None,
        }
    }
}

/// The cards that are open in the first view of a route.
#[must_use]
fn cards_opened_by(route: &RouteState) -> Vec<u32> {
    let traced = match route.trace {
        Some(Trace::Figure(at)) => Some(at.card),
        Some(Trace::Headline { .. }) | None => None,
    };
    route.card.into_iter().chain(traced).collect()
}
