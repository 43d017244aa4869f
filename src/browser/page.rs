//! The page around the widget, as far as the widget may touch it: a handful
//! of functions that `element.js` lends for as long as the element lives.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `element.js` lends.
    #[derive(Clone)]
    pub type Page;

    /// Dispatches an event on the element.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Page, name: &str, detail: &JsValue);

    /// Complains once on the console.
    #[wasm_bindgen(method)]
    pub fn complain(this: &Page, message: &str);

    /// Puts a text on the clipboard; resolves to whether that worked.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Page, text: &str) -> Promise;

    /// Shares a link to the present view, or copies it; resolves to
    /// `"shared"`, `"copied"` or `"failed"`.
    #[wasm_bindgen(method)]
    pub fn share(this: &Page) -> Promise;

    /// Hands a file to the reader.
    #[wasm_bindgen(method)]
    pub fn download(this: &Page, name: &str, mime: &str, text: &str);

    /// Tells that the view changed, and its address with it.
    #[wasm_bindgen(method)]
    pub fn moved(this: &Page);

    /// Whether things may move: the `motion` attribute and the reader's own
    /// preference both allow it.
    #[wasm_bindgen(method)]
    pub fn moves(this: &Page) -> bool;
}
