//! Stands in for [`wasm-streams`](https://crates.io/crates/wasm-streams) 0.5 where nothing is
//! streamed.
//!
//! Leptos' server functions can answer with streams. The widget has no server, so nothing here is
//! ever called; but the real crate exports JavaScript classes, which stay in a bundle whether they
//! are called or not. This one has the names that `server_fn` compiles against, and a call
//! of one of them panics.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

const WHY: &str = "wasm-streams is a stand-in here: the widget has no server";

/// A stream of JavaScript that no program can have.
pub struct ReadableStream(Infallible);

impl ReadableStream {
    /// Would take a stream of JavaScript.
    ///
    /// # Panics
    /// Always.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        panic!("{WHY}")
    }

    /// Would make a stream of JavaScript.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        panic!("{WHY}")
    }

    /// The stream of JavaScript.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self.0 {}
    }

    /// What comes out of it.
    pub fn into_stream(self) -> IntoStream {
        match self.0 {}
    }
}

/// What comes out of a stream that no program can have.
pub struct IntoStream(Infallible);

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
