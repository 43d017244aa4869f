//! What crosses to JavaScript: details of events, and rows. `report-widget.d.ts` mirrors them.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Detail of `report-ready`.
#[derive(Debug, Serialize)]
pub struct ReportReady {
    /// Id of the report.
    pub report: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// How many cards the report has.
    pub cards: usize,
}

/// Detail of `report-change`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportChange {
    /// Id of the report.
    pub report: &'static str,
    /// Number of the part one went to last.
    pub part: Option<u8>,
    /// The words searched for.
    pub query: String,
    /// The chosen filters, as the `filters` attribute writes them.
    pub filters: String,
    /// Id of the card opened last.
    pub card: Option<&'static str>,
    /// How many cards were found.
    pub count: usize,
}

/// A value for JavaScript; what is absent is `null`.
pub fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).expect("plain structs of texts and numbers can be written")
}
