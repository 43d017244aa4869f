//! What a page says to machines: schema.org data about the report.

use crate::number::stated;
use serde_json::{Value, json};

use super::site::{Page, Site};
use super::{markdown, tables};

/// The files beside a page that have its figures, and their media types.
const FILES: [(&str, &str); 3] = [
    (markdown::NAME, "text/markdown"),
    (tables::CSV, "text/csv"),
    (tables::JSON, "application/json"),
];

/// The report, and its headline figures as a data set, as JSON-LD.
pub fn about(site: &Site, page: Page) -> String {
    let (report, lang) = (page.edition.report, page.edition.lang);
    let publisher = json!({ "@type": "Organization", "name": report.publisher.get(lang) });
    let figures: Vec<Value> = report
        .headlines()
        .map(|(part, headline)| {
            json!({
                "@type": "PropertyValue",
                "name": headline.figure.label.get(lang),
                "value": headline.figure.value.as_str(),
                "description": stated(&headline.figure, lang),
                "url": site.absolute(&page.path())
                    .map(|at| format!("{at}#part-{}/{}", part.no, headline.figure.id)),
            })
        })
        .collect();
    let distribution: Vec<Value> = FILES
        .into_iter()
        .filter_map(|(name, format)| {
            let path = site.beside(page, name)?;
            Some(json!({
                "@type": "DataDownload",
                "contentUrl": site.absolute(&path).unwrap_or_else(|| name.to_owned()),
                "encodingFormat": format,
            }))
        })
        .collect();
    let distribution = Some(distribution).filter(|files| !files.is_empty());
    let period = report.period;
    let covers = match period.to {
        Some(to) => format!("{}/{}", period.from.as_str(), to.as_str()),
        None => period.from.as_str().to_owned(),
    };
    let common = json!({
        "name": report.title.get(lang),
        "description": report.subtitle.get(lang),
        "inLanguage": lang.tag(),
        "datePublished": report.published.as_str(),
        "temporalCoverage": covers,
        "publisher": publisher,
        "creditText": report.citation.get(lang),
        "copyrightNotice": report.rights.get(lang),
        "isAccessibleForFree": true,
        "url": site.absolute(&page.path()),
    });
    let with = |kind: &str, more: Value| {
        let mut all = common.clone();
        if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
            all.insert("@type".to_owned(), kind.into());
            all.extend(more);
        }
        all
    };
    let mut graph = json!({
        "@context": "https://schema.org",
        "@graph": [
            with("Report", json!({ "pagination": format!("1-{}", report.pages) })),
            with(
                "Dataset",
                json!({
                    "creator": publisher,
                    "distribution": distribution,
                    "variableMeasured": figures,
                }),
            ),
        ],
    });
    drop_unknown(&mut graph);
    // The only way out of a script element is its end tag.
    graph.to_string().replace('<', "\\u003c")
}

/// What is not known is left out, not said to be nothing.
fn drop_unknown(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(drop_unknown);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_unknown),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
