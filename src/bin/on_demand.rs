//! Writes what readers load on demand: `on_demand FOLDER`.
//!
//! `FOLDER` gets
//! - one file of charts for each language, `report-widget-charts-ko.json`: for
//!   every report, in the order of the bundle, the HTML of its charts by what
//!   they belong to. It is data for `report-widget-charts.js`, loaded when a
//!   reader opens what has a chart;
//! - `report-widget-search.txt`, the index terms and synonyms of all reports,
//!   loaded when a reader is about to search.

use std::env;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

use report_widget::bundle::{SEARCH_TERMS, library};
use report_widget::charts;
use report_widget::report::Edition;
use report_widget::report::Lang;
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or("expected: on_demand FOLDER")?;
    let library = library();
    for lang in Lang::ALL {
        let reports = library.reports.iter().map(|report| {
            let drawn = charts::all(Edition { library, report, lang });
            let drawn = drawn.into_iter().map(|(id, html)| (id, Value::String(html)));
            json!({ "id": report.id, "charts": drawn.collect::<Map<_, _>>() })
        });
        let place = folder.join(format!("report-widget-charts-{}.json", lang.tag()));
        fs::write(&place, reports.collect::<Value>().to_string())
            .map_err(|error| format!("{}: {error}", place.display()))?;
    }
    let place = folder.join("report-widget-search.txt");
    fs::write(&place, SEARCH_TERMS).map_err(|error| format!("{}: {error}", place.display()))?;
    Ok(())
}
