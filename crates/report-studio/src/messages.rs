//! What crosses to the worker and back; `page/worker.js` is the other side.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::Window;

/// What the worker does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Task {
    /// A new workbook.
    Create,
    /// Checks files, and makes what the preview needs.
    Check,
    /// The bundle as a ZIP file.
    Zip,
    /// The bundle as one HTML file.
    Single,
    /// The report as a workbook.
    Workbook,
}

/// A task with what it needs.
#[derive(Debug, Serialize)]
pub struct Request<'a> {
    /// What is to be done.
    pub task: Task,
    /// `File`s.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub files: Array,
    /// The language of problems.
    pub lang: &'a str,
    /// Where the pages will be found, or nothing.
    pub address: &'a str,
}

/// What the worker answers.
#[derive(Debug)]
pub enum Answer {
    /// It is working.
    Step(Step),
    /// The report has problems.
    Problems(Vec<String>),
    /// The report has none.
    Checked(Checked),
    /// Something to download.
    File(NamedFile),
    /// It could not do it.
    Failed(String),
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Step {
    /// Steps done.
    pub done: u32,
    /// All steps.
    pub total: u32,
}

/// A report without problems.
#[derive(Debug, Deserialize)]
pub struct Checked {
    /// Its id.
    pub id: String,
    /// What the preview needs, `[{name, bytes}]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub files: JsValue,
}

/// Something to download.
#[derive(Debug, Deserialize)]
pub struct NamedFile {
    /// The name that it is saved under.
    pub name: String,
    /// Its content.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub bytes: Uint8Array,
}

#[derive(Serialize)]
struct Shown {
    /// `[{name, bytes}]`, or nothing if they are there already.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    files: JsValue,
    attributes: Attributes,
}

#[derive(Serialize)]
struct Attributes {
    lang: &'static str,
    theme: &'static str,
    loading: &'static str,
}

/// Shows a report in the window of the preview, or the one that is there in another way.
///
/// # Panics
/// Never: texts and bytes can be handed over.
pub fn show(window: &Window, files: JsValue, lang: &'static str, theme: &'static str) {
    let attributes = Attributes { lang, theme, loading: "eager" };
    let message = serde_wasm_bindgen::to_value(&Shown { files, attributes });
    let origin = leptos::prelude::location().origin().expect("every page has an origin");
    let sent = message.map(|message| window.post_message(&message, &origin));
    sent.expect("it can be written").expect("it can be handed over");
}

#[derive(Deserialize)]
struct Kind {
    kind: String,
}

#[derive(Deserialize)]
struct Problems {
    problems: Vec<String>,
}

#[derive(Deserialize)]
struct Failed {
    message: String,
}

impl Answer {
    /// Reads a message of the worker.
    pub fn read(message: &JsValue) -> Self {
        Self::parse(message).unwrap_or_else(|error| Self::Failed(error.to_string()))
    }

    fn parse(message: &JsValue) -> Result<Self, serde_wasm_bindgen::Error> {
        use serde_wasm_bindgen::from_value;
        let value = || message.clone();
        let Kind { kind } = from_value(value())?;
        Ok(match kind.as_str() {
            "step" => Self::Step(from_value(value())?),
            "problems" => Self::Problems(from_value::<Problems>(value())?.problems),
            "checked" => Self::Checked(from_value(value())?),
            "file" => Self::File(from_value(value())?),
            "failed" => Self::Failed(from_value::<Failed>(value())?.message),
            other => Self::Failed(format!("an answer of an unknown kind: {other}")),
        })
    }
}
