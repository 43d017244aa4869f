//! The worker that checks and bundles.

use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

use crate::messages::{Answer, Request};

/// The worker's script, beside the page.
const SCRIPT: &str = "worker.js";

/// A worker; it ends with this value.
pub struct Worker {
    worker: web_sys::Worker,
    /// Called by the worker for as long as it lives.
    _listeners: [Closure<dyn Fn(MessageEvent)>; 1],
}

impl Worker {
    /// Starts a worker whose answers go to `on_answer`.
    ///
    /// # Panics
    /// Where the browser has no workers.
    pub fn start(on_answer: impl Fn(Answer) + 'static) -> Self {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(SCRIPT, &options)
            .expect("every browser that runs WebAssembly has workers");
        let listener =
            Closure::new(move |event: MessageEvent| on_answer(Answer::read(&event.data())));
        worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self { worker, _listeners: [listener] }
    }

    /// Hands a task over.
    ///
    /// # Panics
    /// Never: files and texts can be handed over.
    pub fn send(&self, request: &Request) {
        let request = serde_wasm_bindgen::to_value(request);
        let sent = request.map(|request| self.worker.post_message(&request));
        sent.expect("it can be written").expect("it can be handed over");
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
