//! One type for the view of every component.
//!
//! Most of what a Leptos view weighs is code that can rebuild it over an older view of the same
//! type. Nothing here is ever rebuilt as a whole: what changes in a view changes by its own
//! effect. So a [`BoxedView`] is built or hydrated once, and keeps no code for the rest. `AnyView`
//! keeps it, and weighs 17.6 kB more over the whole page (measured after Brotli).

use std::any::Any;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::element::{ElementType, HtmlElement};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};
use web_sys::{Element, Node};

/// Where hydration stands: the cursor on the page, and which way it goes next.
#[cfg(not(feature = "ssr"))]
type Standing<'a> = (&'a Cursor, &'a PositionState);

/// Builds a view, or hydrates it where something stands.
#[cfg(not(feature = "ssr"))]
type Make = Box<dyn FnOnce(Option<Standing<'_>>) -> BoxedState + Send>;

/// A view with one root element, of whatever type.
#[cfg(not(feature = "ssr"))]
pub struct BoxedView(Make);

/// A view with one root element, of whatever type.
#[cfg(feature = "ssr")]
pub struct BoxedView(AnyView);

/// A view on the page: its root element, and whatever keeps it alive.
pub struct BoxedState {
    element: Element,
    _kept: Box<dyn Any>,
}

impl BoxedState {
    /// A view on the page, kept alive by `kept`.
    pub fn new(element: Element, kept: impl Any) -> Self {
        Self { element, _kept: Box::new(kept) }
    }

    /// Its root element.
    #[must_use]
    pub fn element(&self) -> &Element {
        &self.element
    }
}

/// Gives a view the one type that all components return.
pub trait IntoBoxed {
    /// The view, boxed.
    fn boxed(self) -> BoxedView;

    /// The same for a view that stands in no prerendered page: it is always built, and carries no
    /// code for hydration.
    fn built(self) -> BoxedView;
}

impl<E, At, Ch> IntoBoxed for View<HtmlElement<E, At, Ch>>
where
    E: ElementType + Send + 'static,
    At: Attribute + Send + 'static,
    At::State: 'static,
    Ch: RenderHtml + Send + 'static,
    Ch::State: 'static,
{
    #[cfg(feature = "ssr")]
    fn boxed(self) -> BoxedView {
        BoxedView(self.into_inner().into_any())
    }

    #[cfg(not(feature = "ssr"))]
    fn boxed(self) -> BoxedView {
        let view = self.into_inner();
        BoxedView::new(move |standing| {
            let state = match standing {
                Some((cursor, position)) => view.hydrate::<true>(cursor, position),
                None => view.build(),
            };
            BoxedState { element: (*state).clone(), _kept: Box::new(state) }
        })
    }

    #[cfg(feature = "ssr")]
    fn built(self) -> BoxedView {
        self.boxed()
    }

    #[cfg(not(feature = "ssr"))]
    fn built(self) -> BoxedView {
        let view = self.into_inner();
        BoxedView::new(move |_| {
            let state = view.build();
            BoxedState { element: (*state).clone(), _kept: Box::new(state) }
        })
    }
}

impl IntoBoxed for View<BoxedView> {
    fn boxed(self) -> BoxedView {
        self.into_inner()
    }

    fn built(self) -> BoxedView {
        self.into_inner()
    }
}

#[cfg(not(feature = "ssr"))]
impl BoxedView {
    /// A view that is made by a function: hydrated where something stands, else built.
    pub fn new(make: impl FnOnce(Option<Standing<'_>>) -> BoxedState + Send + 'static) -> Self {
        Self(Box::new(make))
    }

    /// Makes the view: hydrates what stands at the cursor, or builds it anew.
    #[must_use = "the view lives as long as its state"]
    pub fn make(self, standing: Option<Standing<'_>>) -> BoxedState {
        (self.0)(standing)
    }
}

impl Render for BoxedView {
    type State = BoxedState;

    #[cfg(not(feature = "ssr"))]
    fn build(self) -> BoxedState {
        self.make(None)
    }

    #[cfg(feature = "ssr")]
    fn build(self) -> BoxedState {
        unreachable!("the native build writes HTML and has no page")
    }

    fn rebuild(self, state: &mut BoxedState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for BoxedState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for BoxedView {
    type Output<SomeNewAttr: Attribute> = Self;

    /// Attributes belong inside: a boxed view takes none from outside.
    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for BoxedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[cfg(not(feature = "ssr"))]
    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        unreachable!("the browser's build has a page and writes no HTML")
    }

    #[cfg(feature = "ssr")]
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    #[cfg(not(feature = "ssr"))]
    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> BoxedState {
        self.make(Some((cursor, position)))
    }

    #[cfg(feature = "ssr")]
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> BoxedState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
