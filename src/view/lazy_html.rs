//! Report text that never changes while it stands, as the content of an element.
//!
//! The text is written when the element is built. Where the prerendered page has it already, it is
//! not written at all: hydration leaves the element as it is.

use std::sync::Arc;

use leptos::prelude::IntoAttributeValue;
use leptos::tachys::html::element::InnerHtmlValue;
use leptos::tachys::renderer::Rndr;
use maud::Markup;
use web_sys::Element;

/// A value for `inner_html` that is made when it is needed.
#[derive(Clone)]
pub struct LazyHtml(Arc<dyn Fn() -> Markup + Send + Sync>);

/// Text of a report for `inner_html`, written when the element is built.
pub fn lazy_html(write: impl Fn() -> Markup + Send + Sync + 'static) -> LazyHtml {
    LazyHtml(Arc::new(write))
}

impl IntoAttributeValue for LazyHtml {
    type Output = Self;

    fn into_attribute_value(self) -> Self {
        self
    }
}

impl InnerHtmlValue for LazyHtml {
    type AsyncOutput = Self;
    type State = ();
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn html_len(&self) -> usize {
        0
    }

    fn to_html(self, buf: &mut String) {
        buf.push_str(&(self.0)().into_string());
    }

    fn to_template(_: &mut String) {}

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) {
        if !FROM_SERVER {
            self.build(element);
        }
    }

    fn build(self, element: &Element) {
        Rndr::set_inner_html(element, &(self.0)().into_string());
    }

    fn rebuild(self, (): &mut ()) {}

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }
}
