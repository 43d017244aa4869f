//! What crosses to the worker and back; `page/worker.js` is the other side.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::{File, Window};

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
    /// `[{path, drop, file}]`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub files: Array,
    /// The language of problems.
    pub lang: &'a str,
    /// Where the pages will be found, or nothing.
    pub address: &'a str,
    /// The id of the report that is wanted as a workbook.
    pub report: &'a str,
}

/// A file that was dropped.
#[derive(Debug, Serialize)]
pub struct DroppedFile<'a> {
    /// Its name, behind those of its folders.
    pub path: &'a str,
    /// What was dropped together has the same number.
    pub drop: u32,
    /// The `File`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub file: File,
}

/// What the worker answers.
#[derive(Debug)]
pub enum Answer {
    /// It is working.
    Step(Step),
    /// What was found in the files.
    Checked(Checked),
    /// Something to download.
    File(NamedFile),
    /// The address of publication is none; why, in English.
    Refused(String),
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

/// What was found in the files.
#[derive(Debug, Default, Deserialize)]
pub struct Checked {
    /// The reports in their order.
    pub reports: Vec<Source>,
    /// The pictures for link previews.
    pub pictures: Vec<Source>,
    /// What the preview needs, `[{name, bytes}]`, if nothing is wrong.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub files: JsValue,
}

/// A report or a picture, with what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// The name of its file or folder.
    pub name: String,
    /// The report's id, where that can be read.
    #[serde(default)]
    pub id: Option<String>,
    /// The report's title.
    #[serde(default)]
    pub title: Option<String>,
    /// Its files: positions in what was handed over, keys once the page has them.
    pub files: Vec<usize>,
    /// All that is wrong, a line each.
    pub problems: Vec<String>,
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
struct Shown<'a> {
    /// `[{name, bytes}]`, or nothing if they are there already.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    files: JsValue,
    attributes: Attributes<'a>,
}

#[derive(Serialize)]
struct Attributes<'a> {
    report: &'a str,
    lang: &'static str,
    theme: &'static str,
    loading: &'static str,
}

/// Shows a report in the window of the preview, or the one that is there in another way.
///
/// # Panics
/// Never: texts and bytes can be handed over.
pub fn show(
    window: &Window,
    files: JsValue,
    report: &str,
    lang: &'static str,
    theme: &'static str,
) {
    let attributes = Attributes { report, lang, theme, loading: "eager" };
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
            "checked" => Self::Checked(from_value(value())?),
            "file" => Self::File(from_value(value())?),
            "refused" => Self::Refused(from_value::<Failed>(value())?.message),
            "failed" => Self::Failed(from_value::<Failed>(value())?.message),
            other => Self::Failed(format!("an answer of an unknown kind: {other}")),
        })
    }
}
