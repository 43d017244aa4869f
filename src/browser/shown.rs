//! The widget on the page: one element, which Leptos's renderer mounts, and
//! the owner of everything reactive behind it. Both go when this is dropped.

use any_spawner::Executor;
use reactive_graph::owner::Owner;
use tachys::html::{InertElement, InertElementState};
use tachys::view::{Mountable, Render};
use web_sys::Element;

/// A mounted widget.
pub struct Shown {
    view: InertElementState,
    owner: Owner,
}

impl Shown {
    /// Puts an empty widget into `root`.
    pub fn mount(root: &Element) -> Self {
        // Refused where another widget did it before.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let mut view = InertElement::new("<div class=\"widget\"></div>").build();
        view.mount(root, None);
        Self { view, owner }
    }

    /// What owns its signals.
    pub fn owner(&self) -> &Owner {
        &self.owner
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.view.unmount();
    }
}
