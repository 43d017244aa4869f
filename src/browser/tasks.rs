//! Runs what Leptos puts off: its effects, in a microtask after the change.
//!
//! The executor of `wasm-bindgen-futures` would do it too, but it also brings
//! promises, and looks for a global object in four places: 1 kB after Brotli.

use std::cell::RefCell;
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use wasm_bindgen::prelude::*;

use super::later::queue_microtask;

/// Makes Leptos put off its effects here.
pub fn begin() {
    // Refused where another widget did it before.
    let _ = Executor::init_custom_executor(Microtasks);
}

#[derive(Default)]
struct Tasks {
    last: u32,
    waiting: Vec<(u32, PinnedLocalFuture<()>)>,
    /// Numbers of the tasks that can go on, in the order they were woken.
    woken: Vec<u32>,
    turn: Option<Closure<dyn FnMut()>>,
}

thread_local! {
    static TASKS: RefCell<Tasks> = RefCell::default();
}

/// The executor.
struct Microtasks;

impl CustomExecutor for Microtasks {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        TASKS.with_borrow_mut(|tasks| {
            tasks.last += 1;
            tasks.waiting.push((tasks.last, task));
            tasks.wake(tasks.last);
        });
    }

    fn poll_local(&self) {}
}

/// Wakes the task with this number.
struct Alarm(u32);

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        TASKS.with_borrow_mut(|tasks| tasks.wake(self.0));
    }
}

impl Tasks {
    fn wake(&mut self, task: u32) {
        if self.woken.is_empty() {
            queue_microtask(self.turn.get_or_insert_with(|| Closure::new(run)).as_ref());
        }
        if !self.woken.contains(&task) {
            self.woken.push(task);
        }
    }

    /// The next task that can go on; one that is over is nowhere.
    fn next(&mut self) -> Option<(u32, Option<PinnedLocalFuture<()>>)> {
        let number = (!self.woken.is_empty()).then(|| self.woken.remove(0))?;
        let at = self.waiting.iter().position(|(task, _)| *task == number);
        Some((number, at.map(|at| self.waiting.swap_remove(at).1)))
    }
}

/// Lets every woken task go on. Nothing is borrowed meanwhile: tasks start
/// and wake others.
fn run() {
    while let Some((number, task)) = TASKS.with_borrow_mut(Tasks::next) {
        let Some(mut task) = task else { continue };
        let waker = Waker::from(Arc::new(Alarm(number)));
        if task.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
            TASKS.with_borrow_mut(|tasks| tasks.waiting.push((number, task)));
        }
    }
}
