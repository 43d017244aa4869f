//! The manifests by which the pages are installed: one for each language, in the words of the report.

use serde_json::{Map, Value};

use crate::i18n;
use crate::report::{Lang, Report};

/// Its name, in the folder of its pages.
pub const NAME: &str = "manifest.webmanifest";

/// Where the manifest of a language stands; the site's own needs no folder.
pub fn path(lang: Lang, is_home: bool) -> String {
    if is_home { NAME.to_owned() } else { format!("{}/{NAME}", lang.tag()) }
}

/// The manifest of a language, from the one without words. Fails where that cannot be read.
pub fn of(template: &str, report: &Report, lang: Lang, is_home: bool) -> Result<String, String> {
    let fault = |error| format!("{NAME}: {error}");
    let mut fields: Map<String, Value> = serde_json::from_str(template).map_err(fault)?;
    for (name, words) in [
        ("lang", lang.tag()),
        ("name", report.title.get(lang)),
        ("short_name", report.name.get(lang)),
        ("description", &i18n::about_page(report, lang)),
    ] {
        fields.insert(name.to_owned(), words.into());
    }
    if !is_home {
        // The way from one language to the other stays inside the installed page.
        fields.insert("scope".to_owned(), "../".into());
        let icons = fields.get_mut("icons").and_then(Value::as_array_mut);
        for icon in icons.into_iter().flatten() {
            let place = icon["src"].as_str().unwrap_or_default();
            icon["src"] = format!("../{place}").into();
        }
    }
    serde_json::to_string_pretty(&fields).map(|text| text + "\n").map_err(fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::library;

    const TEMPLATE: &str = include_str!("../../assets/manifest.webmanifest");

    #[test]
    fn every_language_has_the_words_of_the_report_and_leads_to_the_same_files() {
        let report = &library().reports[0];
        for (lang, scope, up) in [(Lang::Ko, "./", ""), (Lang::En, "../", "../")] {
            let manifest: Value =
                serde_json::from_str(&of(TEMPLATE, report, lang, up.is_empty()).unwrap()).unwrap();
            assert_eq!(manifest["name"], report.title.get(lang));
            assert_eq!(manifest["short_name"], report.name.get(lang));
            assert_eq!(manifest["description"], i18n::about_page(report, lang));
            assert_eq!(manifest["lang"], lang.tag());
            assert_eq!(manifest["scope"], scope);
            assert_eq!(manifest["start_url"], "./index.html");
            let template: Value = serde_json::from_str(TEMPLATE).unwrap();
            let icons = manifest["icons"].as_array().unwrap();
            for (icon, original) in icons.iter().zip(template["icons"].as_array().unwrap()) {
                assert_eq!(icon["src"], format!("{up}{}", original["src"].as_str().unwrap()));
                assert_eq!(icon["sizes"], original["sizes"]);
            }
        }
    }

    #[test]
    fn a_manifest_that_is_no_json_is_refused() {
        let error = of("{", &library().reports[0], Lang::Ko, true).unwrap_err();
        assert!(error.starts_with("manifest.webmanifest: "), "{error}");
    }
}
