//! The page around the widget, as far as the widget may touch it: functions that `element.js`
//! lends for as long as the element lives.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement};

use super::reveal::{reveal, reveal_results};
use crate::i18n::Message;
use crate::location::Location;
use crate::store::{Action, HostCommand, Store};

/// How high a closed card with a number is at the least, with the space below it, in pixels.
const ROW: f64 = 150.0;
/// From how many pixels on cards stand in two columns (`components/card.css`).
const TWO_COLUMNS: f64 = 640.0;

#[wasm_bindgen]
extern "C" {
    /// What `element.js` lends.
    #[derive(Clone)]
    pub type Host;

    /// Dispatches an event of the element.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, name: &str, detail: JsValue);

    /// Warns on the console, once for each message.
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, message: &str);

    /// Says that the view changed: the address follows, and there may be idle work.
    #[wasm_bindgen(method, js_name = viewChanged)]
    pub fn view_changed(this: &Host);

    /// Loads the index terms; resolves to them, or to nothing where they cannot be had.
    #[wasm_bindgen(method, js_name = searchTerms)]
    fn search_terms(this: &Host) -> js_sys::Promise;

    /// Puts a text on the clipboard; resolves to whether that worked.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, text: &str) -> js_sys::Promise;

    /// Shares a link to the present view; resolves to a `ShareOutcome`, or to nothing where the
    /// reader thought better of it.
    #[wasm_bindgen(method)]
    fn share(this: &Host) -> js_sys::Promise;

    /// Whether things may move: the `motion` attribute and the reader's own preference allow it.
    #[wasm_bindgen(method, js_name = allowsMotion)]
    pub fn allows_motion(this: &Host) -> bool;

    /// Places the charts with this id in an element.
    #[wasm_bindgen(method, js_name = placeCharts)]
    pub fn place_charts(this: &Host, element: &Element, id: &str);

    /// Draws a picture in an element; resolves to whether it can be shared with other apps.
    #[wasm_bindgen(method, js_name = drawPicture)]
    pub fn draw_picture(
        this: &Host,
        element: &Element,
        shape: &str,
        picture: JsValue,
    ) -> js_sys::Promise;

    /// Copies, downloads or shares the picture of the dialog; resolves to whether that worked.
    #[wasm_bindgen(method, js_name = usePicture)]
    pub fn use_picture(this: &Host, what: &str, name: &str) -> js_sys::Promise;

    /// Downloads a text as a file.
    #[wasm_bindgen(method, js_name = saveFile)]
    pub fn save_file(this: &Host, name: &str, kind: &str, text: &str);

    /// Writes a workbook of rows and tallies, both as JSON, and downloads it; resolves to whether that
    /// worked. `exact` is the column of a chart that has its exact values.
    #[wasm_bindgen(method, js_name = saveWorkbook)]
    pub fn save_workbook(
        this: &Host,
        name: &str,
        rows: &str,
        tallies: &str,
        exact: &str,
    ) -> js_sys::Promise;

    /// The address of the page.
    #[wasm_bindgen(method, js_name = pageUrl)]
    fn page_url(this: &Host) -> String;

    /// The address of the folder that the bundle was loaded from.
    #[wasm_bindgen(method, js_name = bundleUrl)]
    fn bundle_url(this: &Host) -> String;

    /// An attribute of the element.
    #[wasm_bindgen(method)]
    fn attribute(this: &Host, name: &str) -> Option<String>;
}

/// How sharing ended.
#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ShareOutcome {
    Shared,
    LinkCopied,
    Failed,
}

impl Host {
    /// Where the widget stands.
    pub fn location(&self) -> Location {
        Location {
            page: self.page_url(),
            bundle: self.bundle_url(),
            syncs_url: self.attribute("sync-url").is_some(),
            theme: self.attribute("theme"),
            motion: self.attribute("motion"),
        }
    }

    /// Fulfils a command of the store.
    pub fn run(&self, store: Store, inside: &HtmlElement, command: HostCommand) {
        match command {
            HostCommand::LoadSearchTerms => {
                let terms = self.search_terms();
                spawn_local(async move {
                    if let Ok(terms) = JsFuture::from(terms).await
                        && let Some(terms) = terms.as_string()
                    {
                        store.dispatch(Action::SearchTermsLoaded(terms.into()));
                    }
                });
            }
            HostCommand::Copy(text) => {
                let copied = self.copy(&text);
                spawn_local(async move {
                    let copied =
                        JsFuture::from(copied).await.is_ok_and(|copied| copied.is_truthy());
                    let message = if copied { Message::Copied } else { Message::CopyFailed };
                    store.dispatch(Action::Notify(message));
                });
            }
            HostCommand::Share => {
                let outcome = self.share();
                spawn_local(async move {
                    let outcome = JsFuture::from(outcome).await.unwrap_or_default();
                    let outcome = serde_wasm_bindgen::from_value::<Option<ShareOutcome>>(outcome);
                    let message = match outcome {
                        Ok(Some(ShareOutcome::Shared)) => Message::Shared,
                        Ok(Some(ShareOutcome::LinkCopied)) => Message::LinkCopied,
                        Ok(None) => return,
                        Ok(Some(ShareOutcome::Failed)) | Err(_) => Message::CopyFailed,
                    };
                    store.dispatch(Action::Notify(message));
                });
            }
            HostCommand::Reveal(selector) => {
                let (inside, smooth) = (inside.clone(), self.allows_motion());
                request_animation_frame(move || reveal(&inside, &selector, Some(smooth)));
            }
            HostCommand::Focus(selector) => {
                let inside = inside.clone();
                request_animation_frame(move || reveal(&inside, &selector, None));
            }
            HostCommand::MeasureScreen => {
                if let Some(cards) = screenful(inside) {
                    store.set_screenful(cards);
                }
            }
            HostCommand::RevealResults => {
                let (inside, smooth) = (inside.clone(), self.allows_motion());
                request_animation_frame(move || reveal_results(&inside, smooth));
            }
        }
    }
}

/// How many cards the screen has room for at the most below the top of the results.
fn screenful(inside: &Element) -> Option<usize> {
    let top = inside.query_selector(".results").ok()??.get_bounding_client_rect().top();
    let height = window().inner_height().ok()?.as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of rows")]
    let rows = ((height - top.max(0.0)) / ROW).max(0.0) as usize + 1;
    let is_wide = inside.get_bounding_client_rect().width() >= TWO_COLUMNS;
    Some(if is_wide { 2 * rows } else { rows })
}

/// Brings an element into view once the first drawing is done, without motion.
pub fn reveal_later(inside: &Element, selector: String) {
    let inside = inside.clone();
    request_animation_frame(move || reveal(&inside, &selector, Some(false)));
}
