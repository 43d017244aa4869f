//! What components ask of the page around them, provided as context where there is a page.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::dialogs::subject::{Picture, Subject};
use crate::export::Row;
use crate::location::Location;
use crate::report::Lang;
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

/// What the page around the components does for them. The prerendering has none.
pub trait PageHost {
    /// Runs a counter when it comes into view.
    fn observe_counter(&self, counter: &Element);
    /// Tells the store when the section of a part comes to the reading line.
    fn observe_part(&self, section: &Element);
    /// Draws more cards when the end of those that are drawn comes near.
    fn observe_end(&self, button: &Element);
    /// Places the charts with this id in an element.
    fn place_charts(&self, slot: &Element, id: &str);
    /// Puts a text on the clipboard.
    fn copy(&self, text: &str, outcome: Outcome);
    /// Downloads a text as a file of this name and media type.
    fn save(&self, name: &str, media_type: &str, text: &str);
    /// Draws a picture in an element; tells whether it can be shared with other apps.
    fn draw_picture(&self, element: &Element, shape: Shape, picture: &Picture, outcome: Outcome);
    /// Copies, downloads or shares the picture of the dialog, under the name of a file.
    fn use_picture(&self, picture_use: PictureUse, name: &str, outcome: Outcome);
    /// Downloads a workbook of the figures of a subject under the name of a file; reports whether that
    /// worked.
    fn save_workbook(&self, name: &str, subject: &Subject, lang: Lang, outcome: Outcome);
    /// Writes rows as JSON.
    fn json(&self, rows: &[Row]) -> String;
    /// Tells where the widget stands.
    fn location(&self) -> Location;
}

/// The host, which handlers may keep. It stays on the browser's one thread.
#[derive(Clone, Copy)]
pub struct HostHandle(StoredValue<Rc<dyn PageHost>, LocalStorage>);

impl HostHandle {
    /// The host; nothing once the widget is gone.
    #[must_use]
    pub fn get(self) -> Option<Rc<dyn PageHost>> {
        self.0.try_get_value()
    }
}

/// Provides the host to the components below.
pub fn provide_host(host: impl PageHost + 'static) {
    let host: Rc<dyn PageHost> = Rc::new(host);
    provide_context(HostHandle(StoredValue::new_local(host)));
}

/// The host, where there is a page.
#[must_use]
pub fn host() -> Option<HostHandle> {
    use_context::<HostHandle>()
}
