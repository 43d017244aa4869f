//! Running digits: decoration on top of a number that already stands there.
//!
//! The exact number is real text from the first paint. When it first comes
//! into view, a copy of it is laid over it whose digits run up to the value
//! within [`DURATION`] and vanish. The copy has as many digits as the number,
//! so nothing moves around it; all counters of all widgets share one
//! animation frame.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

/// How long digits run, in milliseconds.
const DURATION: f64 = 1200.0;

/// The counters of one widget.
#[derive(Clone)]
pub struct Counters {
    moves: Rc<dyn Fn() -> bool>,
    owner: Rc<Owner>,
}

/// Ends this widget's running counters when the last handle goes.
struct Owner(u32);

impl Drop for Owner {
    fn drop(&mut self) {
        finish(|run| run.owner == self.0);
    }
}

impl Counters {
    /// Counters that run only while `moves` says that things may move.
    pub fn new(moves: impl Fn() -> bool + 'static) -> Self {
        let owner = STAGE.with_borrow_mut(|stage| {
            stage.owners += 1;
            stage.owners
        });
        Self { moves: Rc::new(moves), owner: Rc::new(Owner(owner)) }
    }

    /// Runs the counter up once. Calling again does nothing.
    pub fn run(&self, counter: &Element) {
        if counter.has_attribute("data-ran") || counter.set_attribute("data-ran", "").is_err() {
            return;
        }
        if (self.moves)()
            && let Some(run) = Run::lay_over(counter, self.owner.0)
        {
            start(run);
        }
    }

    /// Shows every final number at once: before printing, and when the page
    /// is hidden.
    pub fn finish(&self) {
        finish(|run| run.owner == self.owner.0);
    }
}

/// One counter on its way up.
struct Run {
    owner: u32,
    number: Element,
    overlay: Element,
    /// Text nodes holding digits, with the digits they end at.
    texts: Vec<(Node, String)>,
    /// All digits as one number, and how many there are.
    goal: u64,
    digits: usize,
    began: Option<f64>,
}

impl Run {
    fn lay_over(counter: &Element, owner: u32) -> Option<Self> {
        let number = counter.query_selector("data").ok()??;
        let overlay = number.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
        let mut texts = Vec::new();
        let mut digits = String::new();
        let children = overlay.child_nodes();
        for index in 0..children.length() {
            let child = children.item(index)?;
            let text = child.text_content().unwrap_or_default();
            if child.node_type() == Node::TEXT_NODE && text.bytes().any(|b| b.is_ascii_digit()) {
                digits.extend(text.chars().filter(char::is_ascii_digit));
                texts.push((child, text));
            }
        }
        let run = Self {
            owner,
            number,
            overlay,
            texts,
            goal: digits.parse().ok()?,
            digits: digits.len(),
            began: None,
        };
        run.show(0.0);
        let copy = counter.owner_document()?.create_element("span").ok()?;
        copy.set_class_name("running");
        copy.set_attribute("aria-hidden", "true").ok()?;
        while let Some(child) = run.overlay.first_child() {
            copy.append_child(&child).ok()?;
        }
        counter.append_child(&copy).ok()?;
        run.number.class_list().add_1("under").ok()?;
        Some(Self { overlay: copy, ..run })
    }

    /// Writes the digits reached at `progress` (0 to 1).
    fn show(&self, progress: f64) {
        let left = 1.0 - progress;
        let eased = 1.0 - left * left * left * left;
        let reached = reached(self.goal, eased);
        let reached = format!("{reached:0>width$}", width = self.digits);
        let mut digits = reached.chars();
        for (node, text) in &self.texts {
            let shown: String = text
                .chars()
                .map(|c| if c.is_ascii_digit() { digits.next().unwrap_or(c) } else { c })
                .collect();
            node.set_node_value(Some(&shown));
        }
    }

    fn end(&self) {
        self.overlay.remove();
        // The class list of an element can always be written.
        let _ = self.number.class_list().remove_1("under");
    }

    /// Goes on; false when the value is reached.
    fn step(&mut self, now: f64) -> bool {
        let began = *self.began.get_or_insert(now);
        let progress = (now - began) / DURATION;
        if progress >= 1.0 {
            self.end();
            return false;
        }
        self.show(progress);
        true
    }
}

/// The number shown on the way up; decoration, so a float may carry it.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "between 0 and the goal, and never shown as the value"
)]
fn reached(goal: u64, eased: f64) -> u64 {
    (goal as f64 * eased) as u64
}

/// All running counters of the page, and the frame they share.
#[derive(Default)]
struct Stage {
    owners: u32,
    runs: Vec<Run>,
    frame: Option<Closure<dyn FnMut(f64)>>,
    waiting: bool,
}

thread_local! {
    static STAGE: RefCell<Stage> = RefCell::default();
}

fn start(run: Run) {
    STAGE.with_borrow_mut(|stage| {
        stage.runs.push(run);
        stage.request();
    });
}

fn finish(which: impl Fn(&Run) -> bool) {
    STAGE.with_borrow_mut(|stage| {
        stage.runs.retain(|run| {
            let ends = which(run);
            if ends {
                run.end();
            }
            !ends
        });
    });
}

impl Stage {
    fn request(&mut self) {
        if self.waiting || self.runs.is_empty() {
            return;
        }
        let frame = self.frame.get_or_insert_with(|| {
            Closure::new(|now| {
                STAGE.with_borrow_mut(|stage| {
                    stage.waiting = false;
                    stage.runs.retain_mut(|run| run.step(now));
                    stage.request();
                });
            })
        });
        let asked = web_sys::window()
            .map(|window| window.request_animation_frame(frame.as_ref().unchecked_ref()));
        self.waiting = matches!(asked, Some(Ok(_)));
    }
}
