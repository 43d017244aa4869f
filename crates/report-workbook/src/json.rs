//! Writes JSON as people write reports: fields in reading order, texts by language.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

/// The fields of each object, by the field that it stands under; others follow by name.
const FIELDS: &[(&str, &[&str])] = &[
    (
        "report",
        &[
            "id",
            "languages",
            "title",
            "printed_title",
            "subtitle",
            "name",
            "publisher",
            "published",
            "period",
            "pages",
            "rights",
            "citation",
            "document",
            "units",
            "brands",
            "audiences",
            "themes",
            "frameworks",
            "errata",
            "source_text",
        ],
    ),
    ("period", &["from", "to"]),
    ("document", &["url", "sha256", "page_offset"]),
    ("part", &["no", "title", "summary", "page", "headlines", "cards", "errata", "source_text"]),
    ("headlines", QUANTITY),
    ("figures", QUANTITY),
    ("previous", DATED),
    ("base", DATED),
    ("target", DATED),
    ("restated", &["before", "reason"]),
    ("assurance", &["level", "scope"]),
    ("tally", &["terms", "remainder", "note", "caveat"]),
    (
        "cards",
        &[
            "id",
            "page",
            "brands",
            "audiences",
            "themes",
            "title",
            "printed_title",
            "printed_names",
            "summary",
            "dates",
            "partners",
            "awards",
            "figures",
            "series",
            "errata",
            "source_text",
            "see",
        ],
    ),
    ("dates", &["from", "to", "what"]),
    ("series", &["id", "kind", "label", "unit", "points"]),
    ("points", &["at", "label", "value"]),
    ("errata", &["id", "about", "kind", "says", "reading", "why"]),
    ("source_text", &["about", "reads", "reading"]),
    ("units", &["id", "kind", "plural", "singular", "spoken", "scale"]),
    ("frameworks", &["id", "name", "omissions"]),
    ("omissions", &["code", "reason"]),
    ("brands", TERM),
    ("audiences", TERM),
    ("themes", TERM),
];

const QUANTITY: &[&str] = &[
    "id",
    "label",
    "value",
    "unit",
    "approx",
    "estimate",
    "printed",
    "basis",
    "page",
    "note",
    "previous",
    "base",
    "target",
    "restated",
    "assurance",
    "codes",
    "tally",
];
const DATED: &[&str] = &["value", "at"];
const TERM: &[&str] = &["id", "name"];
/// Every other object is a text in several languages.
const LANGUAGES: &[&str] = &["ko", "en"];

/// The value as an indented text; `kind` is `report` or `part`.
pub(crate) fn text(value: &Value, kind: &'static str) -> String {
    let ordered = Ordered { value, under: kind };
    let mut text = serde_json::to_string_pretty(&ordered).expect("a JSON value can be written");
    text.push('\n');
    text
}

/// A list of texts on one line.
pub(crate) fn line(list: &Value) -> String {
    let words = list.as_array().into_iter().flatten().map(Value::to_string);
    format!("[{}]", words.collect::<Vec<_>>().join(", "))
}

struct Ordered<'a> {
    value: &'a Value,
    /// The field that it stands under.
    under: &'a str,
}

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Array(entries) => {
                let mut list = serializer.serialize_seq(Some(entries.len()))?;
                for value in entries {
                    list.serialize_element(&Ordered { value, under: self.under })?;
                }
                list.end()
            }
            Value::Object(fields) => {
                let order = FIELDS
                    .iter()
                    .find(|(name, _)| *name == self.under)
                    .map_or(LANGUAGES, |(_, order)| *order);
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|(name, _)| {
                    order.iter().position(|known| known == name).unwrap_or(order.len())
                });
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, &Ordered { value, under: name })?;
                }
                map.end()
            }
            value => value.serialize(serializer),
        }
    }
}
