//! What runs later: two functions that every page has. Asking `window` for
//! them would first look for it, in four places.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Calls `work` before anything else happens.
    #[wasm_bindgen(js_name = queueMicrotask)]
    pub fn queue_microtask(work: &JsValue);

    /// Calls `work` before the next frame is painted.
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    pub fn request_animation_frame(work: &JsValue);
}
