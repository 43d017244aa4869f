//! The script of the standalone page that offers a new version, with its words.

use crate::i18n;
use crate::report::Lang;
use serde_json::{Map, Value, json};

/// The script's file.
pub const NAME: &str = "offline.js";

/// The script, with what it says in each language before it.
pub fn with_words(script: &str) -> String {
    let words: Map<String, Value> = Lang::INTERFACE
        .map(|lang| (lang.tag().to_owned(), json!(i18n::new_version(lang))))
        .into_iter()
        .collect();
    format!("const WORDS = {};\n{script}", Value::Object(words))
}
