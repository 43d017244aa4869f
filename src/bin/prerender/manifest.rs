//! The manifest by which the English pages are installed: the Korean one, in English words.

use serde_json::{Map, Value};

/// Its name, in the folder of its pages.
pub const NAME: &str = "manifest.webmanifest";

/// How the names of fields end that hold other languages' words.
const LOCALIZED: &str = "_localized";

/// The English manifest, for the folder `en`. Fails where the Korean one cannot be read.
pub fn english(korean: &str) -> Result<String, String> {
    let fault = |error| format!("{NAME}: {error}");
    let mut fields: Map<String, Value> = serde_json::from_str(korean).map_err(fault)?;
    let localized: Vec<String> =
        fields.keys().filter_map(|name| Some(name.strip_suffix(LOCALIZED)?.to_owned())).collect();
    for name in localized {
        let words = fields.remove(&format!("{name}{LOCALIZED}")).unwrap_or_default();
        let english = words.get("en").ok_or(format!("{NAME}: {name} has no English words"))?;
        fields.insert(name, english.clone());
    }
    fields.insert("lang".to_owned(), "en".into());
    // The way from one language to the other stays inside the installed page.
    fields.insert("scope".to_owned(), "../".into());
    let icons = fields.get_mut("icons").and_then(Value::as_array_mut);
    for icon in icons.into_iter().flatten() {
        let place = icon["src"].as_str().unwrap_or_default();
        icon["src"] = format!("../{place}").into();
    }
    serde_json::to_string_pretty(&fields).map(|text| text + "\n").map_err(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KOREAN: &str = include_str!("../../../assets/manifest.webmanifest");

    #[test]
    fn every_field_is_there_in_english_words_and_leads_to_the_same_files() {
        let korean: Map<String, Value> = serde_json::from_str(KOREAN).unwrap();
        let english: Map<String, Value> = serde_json::from_str(&english(KOREAN).unwrap()).unwrap();
        let is_plain = |name: &&String| !name.ends_with(LOCALIZED);
        let names: Vec<_> = korean.keys().filter(is_plain).collect();
        assert_eq!(english.keys().collect::<Vec<_>>(), names);
        for name in ["name", "short_name", "description"] {
            assert_eq!(english[name], korean[&format!("{name}{LOCALIZED}")]["en"], "{name}");
        }
        assert_eq!(english["start_url"], "./index.html");
        for (ours, theirs) in
            english["icons"].as_array().unwrap().iter().zip(korean["icons"].as_array().unwrap())
        {
            assert_eq!(ours["src"], format!("../{}", theirs["src"].as_str().unwrap()));
            assert_eq!(ours["sizes"], theirs["sizes"]);
        }
    }

    #[test]
    fn says_which_words_are_missing() {
        let told = english(r#"{ "name": "가", "name_localized": {} }"#).unwrap_err();
        assert_eq!(told, "manifest.webmanifest: name has no English words");
    }
}
