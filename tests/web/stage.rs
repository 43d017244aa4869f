//! A stage: an element to mount into, and a page around it that writes down
//! what it is asked to do.

use js_sys::{Array, Function, Object, Promise, Reflect};
use report_widget::element::{Widget, load_reports, mount};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventInit, HtmlElement};

/// One widget on the page of the tests; taken off with it when dropped.
pub struct Stage {
    place: HtmlElement,
    widget: Option<Widget>,
    messages: Array,
}

impl Stage {
    /// Mounts a widget with these attributes.
    pub fn mount(attributes: &[(&str, &str)]) -> Self {
        let place = document().create_element("div").expect("a div");
        let body = document().query_selector("body").expect("a selector").expect("a body");
        body.append_child(&place).expect("a place in the page");
        let place: HtmlElement = place.unchecked_into();

        let options = Object::new();
        for (name, value) in attributes {
            set(&options, name, &JsValue::from_str(value));
        }
        let messages = Array::new();
        load_reports(report_bundle::SECTION).expect("the build script packed this section");
        let widget = mount(&place, options.into(), host(&messages).unchecked_into());
        Self { place, widget: Some(widget.expect("a browser that can draw")), messages }
    }

    /// Sets an attribute anew, and waits until it is drawn.
    pub async fn set(&self, attribute: &str, value: Option<&str>) {
        let widget = self.widget.as_ref().expect("a mounted widget");
        widget.set_attribute(attribute, value.map(str::to_owned));
        settle().await;
    }

    /// Takes the widget off; what is left of it stays to be looked at.
    pub async fn unmount(&mut self) {
        self.widget = None;
        settle().await;
    }

    /// Elements of the widget that fit a selector.
    pub fn count(&self, selector: &str) -> u32 {
        self.place.query_selector_all(selector).expect("a selector").length()
    }

    /// The first element of the widget that fits a selector.
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.place.query_selector(selector).expect("a selector")
    }

    /// The text of the first element that fits a selector.
    pub fn text(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    /// Nodes of the widget, texts and comments included.
    pub fn has_nodes(&self) -> bool {
        self.place.has_child_nodes()
    }

    /// Clicks the first element that fits a selector, and waits until that is drawn, with what waits for
    /// a pause.
    pub async fn click(&self, selector: &str) {
        let element: HtmlElement =
            self.find(selector).expect("an element to click").unchecked_into();
        element.click();
        settle().await;
        while self.widget.as_ref().is_some_and(|widget| widget.idle() > 0) {
            settle().await;
        }
    }

    /// Enters a value into the first field that fits a selector, and waits until that is drawn.
    pub async fn enter(&self, selector: &str, value: &str, event: &str) {
        let field = self.find(selector).expect("a field");
        set(&field, "value", &JsValue::from_str(value));
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict(event, &init).expect("an event");
        field.dispatch_event(&event).expect("a field hears events");
        settle().await;
    }

    /// Names of the events sent to the page, and warnings.
    pub fn messages(&self) -> Vec<String> {
        self.messages.iter().filter_map(|name| name.as_string()).collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.widget = None;
        self.place.remove();
    }
}

/// The document of the tests.
pub fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// Waits until what is under way is done: a task, which comes after all
/// microtasks, and a frame.
pub async fn settle() {
    let frame = Promise::new(&mut |done, _| {
        let frame = Closure::once_into_js(move || done.call0(&JsValue::NULL));
        let window = web_sys::window().expect("a window");
        window.request_animation_frame(frame.unchecked_ref()).expect("a frame");
    });
    JsFuture::from(frame).await.expect("a frame always comes");
}

/// A host that writes names of events and warnings into `messages`, and lets nothing move.
fn host(messages: &Array) -> Object {
    let host = Object::new();
    let write = |name: &str, body: &str| {
        let function = Function::new_with_args("messages, first", &format!("{body};"));
        set(&host, name, &function.bind1(&JsValue::NULL, messages));
    };
    write("emit", "messages.push(first)");
    write("warn", "messages.push(first)");
    write("copy", "messages.push(`copy ${first}`); return Promise.resolve(true)");
    write("share", "messages.push('share'); return Promise.resolve(undefined)");
    write("viewChanged", "");
    write("searchTerms", "messages.push('search-terms'); return Promise.resolve('=카톡 카카오톡')");
    write("allowsMotion", "return false");
    write("placeCharts", "");
    write("pageUrl", "return 'https://example.com/esg'");
    write("bundleUrl", "return 'https://example.com/report/'");
    write("attribute", "return undefined");
    host
}

fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &JsValue::from_str(name), value).expect("a plain object");
}
