//! What components ask of the page around them, provided as context where there is a page.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::dialogs::subject::Picture;
use crate::export::FigureRow;
use crate::location::Location;
use crate::store::dialog::Shape;

/// Tells whether something worked.
pub type Outcome = Box<dyn FnOnce(bool)>;

/// What is done with a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureUse {
    /// It is put on the clipboard.
    Copy,
    /// It is downloaded.
    Save,
    /// It is shared with another app.
    Share,
}

/// Functions of the element that components call with their own elements. They stay on the
/// browser's one thread; the prerendering provides none.
#[derive(Clone)]
pub struct ElementHost {
    /// Runs a counter when it comes into view.
    pub counter: Rc<dyn Fn(&Element)>,
    /// Tells the store when the section of a part comes to the reading line.
    pub part: Rc<dyn Fn(&Element)>,
    /// Draws more cards when the end of those that are drawn comes near.
    pub end: Rc<dyn Fn(&Element)>,
    /// Places the charts with this id in an element.
    pub chart: Rc<dyn Fn(&Element, &str)>,
    /// Puts a text on the clipboard.
    pub copy: Rc<dyn Fn(&str, Outcome)>,
    /// Downloads a text as a file of this name and type.
    pub save: Rc<dyn Fn(&str, &str, &str)>,
    /// Draws a picture of this shape in an element; tells whether it can be shared with other apps.
    pub picture: Rc<dyn Fn(&Element, Shape, &Picture, Outcome)>,
    /// Copies, downloads or shares the picture of the dialog, under the name of a file.
    pub use_picture: Rc<dyn Fn(PictureUse, &str, Outcome)>,
    /// Writes rows as JSON.
    pub json: Rc<dyn Fn(&[FigureRow]) -> String>,
    /// Tells where the widget stands.
    pub location: Rc<dyn Fn() -> Location>,
}

/// The host, which handlers may keep.
#[derive(Clone, Copy)]
pub struct Host(StoredValue<ElementHost, LocalStorage>);

impl Host {
    /// Asks something of the page; nothing where the widget is gone.
    pub fn ask<T>(self, ask: impl FnOnce(&ElementHost) -> T) -> Option<T> {
        self.0.try_get_value().map(|host| ask(&host))
    }
}

/// Provides the host to the components below.
pub fn provide_host(host: ElementHost) {
    provide_context(Host(StoredValue::new_local(host)));
}

/// The host, where there is a page.
#[must_use]
pub fn host() -> Option<Host> {
    use_context::<Host>()
}
