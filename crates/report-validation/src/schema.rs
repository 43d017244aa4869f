//! The JSON Schema that gives editors completion, generated from the same
//! types that the build reads, and kept from drifting.

use std::fs;
use std::path::Path;

use schemars::{JsonSchema, schema_for};

use super::source::{Part, Report};

/// `report.json` or `part-<no>.json`.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
#[schemars(title = "A file of a report")]
enum File {
    Report(Report),
    Part(Part),
}

#[test]
fn schema_is_up_to_date() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/reports/report.schema.json");
    let mut schema = serde_json::to_string_pretty(&schema_for!(File)).unwrap();
    schema.push('\n');
    if std::env::var_os("WRITE_GENERATED").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, schema, "run with WRITE_GENERATED=1 to write it anew");
}
