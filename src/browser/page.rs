//! The page around the widget, as far as the widget may touch it: a handful
//! of functions that `element.js` lends for as long as the element lives.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `element.js` lends.
    #[derive(Clone)]
    pub type Page;

    /// Tells the host that the report is drawn.
    #[wasm_bindgen(method)]
    pub fn ready(this: &Page, report: &str, version: &str, cards: usize);

    /// Tells the host what is shown now.
    #[wasm_bindgen(method)]
    pub fn changed(
        this: &Page,
        report: &str,
        part: Option<u32>,
        query: &str,
        filters: &str,
        card: Option<&str>,
        count: usize,
    );

    /// Complains once on the console.
    #[wasm_bindgen(method)]
    pub fn complain(this: &Page, message: &str);

    /// Puts a text on the clipboard, and announces how that went.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Page, text: &str);

    /// Does what only a page can: `share:` shares a link to the present view,
    /// `embed:` shows the snippets that embed it, `take:` what can be taken
    /// along of the view, `take:card:masks` of a card.
    #[wasm_bindgen(method)]
    pub fn ask(this: &Page, way: &str);

    /// Tells that the view changed, and its address with it.
    #[wasm_bindgen(method)]
    pub fn moved(this: &Page);

    /// Whether things may move: the `motion` attribute and the reader's own
    /// preference both allow it.
    #[wasm_bindgen(method)]
    pub fn moves(this: &Page) -> bool;
}
