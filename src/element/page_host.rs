//! What `element.js` and the observers do for the components.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

use super::host::Host;
use super::messages::to_js;
use super::observers::Observers;
use crate::components::dialogs::subject::{Picture, Subject};
use crate::components::host::{Outcome, PageHost, PictureUse};
use crate::export::Row;
use crate::i18n::Message;
use crate::location::Location;
use crate::report::Lang;
use crate::store::dialog::Shape;

/// How far JSON is indented.
const INDENT: f64 = 2.0;

/// The page around one widget.
pub struct ElementPage {
    /// What `element.js` lends.
    pub host: Host,
    /// The observers of the widget.
    pub observers: Observers,
}

impl PageHost for ElementPage {
    fn observe_counter(&self, counter: &Element) {
        self.observers.counter(counter);
    }

    fn observe_part(&self, section: &Element) {
        self.observers.part(section);
    }

    fn observe_end(&self, button: &Element) {
        self.observers.end(button);
    }

    fn place_charts(&self, slot: &Element, id: &str) {
        self.host.place_charts(slot, id);
    }

    fn copy(&self, text: &str, outcome: Outcome) {
        send_outcome(self.host.copy(text), outcome);
    }

    fn save(&self, name: &str, media_type: &str, text: &str) {
        self.host.save_file(name, media_type, text);
    }

    fn draw_picture(&self, element: &Element, shape: Shape, picture: &Picture, outcome: Outcome) {
        send_outcome(self.host.draw_picture(element, shape.id(), to_js(picture)), outcome);
    }

    fn use_picture(&self, picture_use: PictureUse, name: &str, outcome: Outcome) {
        let picture_use = match picture_use {
            PictureUse::Copy => "copy",
            PictureUse::Save => "save",
            PictureUse::Share => "share",
        };
        send_outcome(self.host.use_picture(picture_use, name), outcome);
    }

    fn save_workbook(&self, name: &str, subject: &Subject, lang: Lang, outcome: Outcome) {
        let exact = Message::Exact.get(lang);
        send_outcome(
            self.host.save_workbook(name, &subject.json, &subject.tallies, exact),
            outcome,
        );
    }

    fn json(&self, rows: &[Row]) -> String {
        let rows = to_js(&rows);
        let json = js_sys::JSON::stringify_with_replacer_and_space;
        json(&rows, &JsValue::NULL, &INDENT.into()).map(String::from).unwrap_or_default()
    }

    fn location(&self) -> Location {
        self.host.location()
    }
}

/// Says whether a promise resolved to something true.
fn send_outcome(promise: js_sys::Promise, outcome: Outcome) {
    spawn_local(async move {
        outcome(JsFuture::from(promise).await.is_ok_and(|worked| worked.is_truthy()));
    });
}
