//! The functions that components call, as `element.js` and the observers fulfil them.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::host::Host;
use super::messages::to_js;
use super::observers::Observers;
use crate::components::host::{ElementHost, Outcome, PictureUse};
use crate::export::FigureRow;

/// How far JSON is indented.
const INDENT: f64 = 2.0;

/// What components ask of the page around them.
pub fn element_host(observers: Observers, host: &Host) -> ElementHost {
    let observers = Rc::new(observers);
    let (parts, ends, counters) = (Rc::clone(&observers), Rc::clone(&observers), observers);
    let hosts = || host.clone();
    let (charts, copies, files, pictures, used, place) =
        (hosts(), hosts(), hosts(), hosts(), hosts(), hosts());
    ElementHost {
        counter: Rc::new(move |element| counters.counter(element)),
        part: Rc::new(move |element| parts.part(element)),
        end: Rc::new(move |element| ends.end(element)),
        chart: Rc::new(move |element, id| charts.place_charts(element, id)),
        copy: Rc::new(move |text, outcome| tell(copies.copy(text), outcome)),
        save: Rc::new(move |name, kind, text| files.save_file(name, kind, text)),
        picture: Rc::new(move |element, shape, picture, outcome| {
            tell(pictures.draw_picture(element, shape.id(), to_js(picture)), outcome);
        }),
        use_picture: Rc::new(move |picture_use, name, outcome| {
            let picture_use = match picture_use {
                PictureUse::Copy => "copy",
                PictureUse::Save => "save",
                PictureUse::Share => "share",
            };
            tell(used.use_picture(picture_use, name), outcome);
        }),
        json: Rc::new(|rows| json(rows)),
        location: Rc::new(move || place.location()),
    }
}

/// Tells whether a promise resolved to something true.
fn tell(promise: js_sys::Promise, outcome: Outcome) {
    spawn_local(async move {
        outcome(JsFuture::from(promise).await.is_ok_and(|worked| worked.is_truthy()));
    });
}

/// Rows as JSON, as the browser writes it.
fn json(rows: &[FigureRow]) -> String {
    let rows = to_js(&rows);
    let text =
        js_sys::JSON::stringify_with_replacer_and_space(&rows, &JsValue::NULL, &INDENT.into());
    text.map(String::from).unwrap_or_default()
}
