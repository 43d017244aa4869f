//! Saving a file that the page has made.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::messages::NamedFile;

/// Lets the browser save a file.
///
/// # Errors
/// The browser's, where it cannot.
pub fn save(file: &NamedFile) -> Result<(), JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&file.bytes))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = leptos::prelude::document();
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&file.name);
    link.click();
    // The browser reads it after this; it is released with the page.
    Ok(())
}
