//! Elements and attributes of XML, read as leniently as calamine reads them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Calls a function with the local name of each element, as far as the XML can be read.
pub(crate) fn elements(xml: &[u8], mut each: impl FnMut(&str, &BytesStart)) {
    let mut reader = Reader::from_reader(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.local_name();
                each(str::from_utf8(name.as_ref()).unwrap_or_default(), &element);
            }
            Event::Eof => break,
            _ => {}
        }
    }
}

/// The attribute of this local name, unescaped.
pub(crate) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
    let text = str::from_utf8(&found.value).ok()?;
    Some(quick_xml::escape::unescape(text).ok()?.into_owned())
}
