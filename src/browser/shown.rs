//! The widget on the page: one element, which Leptos's renderer mounts, and
//! the owner of everything reactive behind it. Both go when this is dropped.

use leptos::reactive::owner::Owner;
use leptos::tachys::view::Mountable;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::tasks;

/// A mounted widget.
pub struct Shown {
    widget: Element,
    owner: Owner,
}

impl Shown {
    /// Puts an empty widget into `root`.
    ///
    /// # Errors
    /// The browser's, where `root` is in no document.
    pub fn mount(root: &Element) -> Result<Self, JsValue> {
        tasks::begin();
        let owner = Owner::new();
        let page = root.owner_document().ok_or("the widget has no document")?;
        let mut widget = page.create_element("div")?;
        widget.set_class_name("widget");
        widget.mount(root, None);
        Ok(Self { widget, owner })
    }

    /// Its element.
    pub fn widget(&self) -> Element {
        self.widget.clone()
    }

    /// What owns its signals.
    pub fn owner(&self) -> &Owner {
        &self.owner
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.widget.unmount();
    }
}
