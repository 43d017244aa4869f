//! Running digits: decoration on top of a number that already stands there.
//!
//! The exact number is real text from the first paint. When it first comes
//! into view, a copy of it is laid over it whose digits run up to the value
//! within [`DURATION`] and vanish. The copy has as many digits as the number,
//! so nothing moves around it; all counters of all widgets share one
//! animation frame, and a frame does only so much: where many numbers come
//! into view together, they change in turns.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

/// How long digits run, in milliseconds.
const DURATION: f64 = 1200.0;
/// Counters that change in one frame.
const CHANGE: usize = 36;
/// Where more run than change in one frame, one frame of so many changes some, and the others rest:
/// most of what such a frame costs the browser is the same for one number as for many.
const CYCLE: usize = 3;

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
        finish(self.0);
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
        if (self.moves)() {
            STAGE.with_borrow_mut(|stage| {
                stage.waiting.push((self.owner.0, counter.clone()));
                stage.request();
            });
        }
    }

    /// Shows every final number at once: before printing, and when the page
    /// is hidden.
    pub fn finish(&self) {
        finish(self.owner.0);
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
    began: f64,
    /// The number shown.
    reached: Option<u64>,
}

impl Run {
    fn lay_over(counter: &Element, owner: u32, began: f64) -> Option<Self> {
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
        let copy = counter.owner_document()?.create_element("span").ok()?;
        copy.set_class_name("running");
        copy.set_attribute("aria-hidden", "true").ok()?;
        while let Some(child) = overlay.first_child() {
            copy.append_child(&child).ok()?;
        }
        let (goal, digits) = (digits.parse().ok()?, digits.len());
        let mut run =
            Self { owner, number, overlay: copy, texts, goal, digits, began, reached: None };
        run.show(0.0);
        counter.append_child(&run.overlay).ok()?;
        run.number.set_class_name("under");
        Some(run)
    }

    /// Writes the digits reached at `progress` (0 to 1). Whether they are others than before.
    fn show(&mut self, progress: f64) -> bool {
        let left = 1.0 - progress;
        let eased = 1.0 - left * left * left * left;
        let reached = reached(self.goal, eased);
        if self.reached == Some(reached) {
            return false;
        }
        self.reached = Some(reached);
        let reached = reached.to_string();
        // As many digits as the number has.
        let zeros = std::iter::repeat_n('0', self.digits.saturating_sub(reached.len()));
        let mut digits = zeros.chain(reached.chars());
        for (node, text) in &self.texts {
            let shown: String = text
                .chars()
                .map(|c| if c.is_ascii_digit() { digits.next().unwrap_or(c) } else { c })
                .collect();
            node.set_node_value(Some(&shown));
        }
        true
    }

    fn end(&self) {
        self.overlay.remove();
        // An attribute of an element can always be removed.
        let _ = self.number.remove_attribute("class");
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
    /// Counters that have not begun, and whose they are.
    waiting: Vec<(u32, Element)>,
    /// Those that run, and which of them is the next to change.
    runs: Vec<Run>,
    next: usize,
    /// Frames so far.
    frames: usize,
    frame: Option<Closure<dyn FnMut(f64)>>,
    asked: bool,
}

thread_local! {
    static STAGE: RefCell<Stage> = RefCell::default();
}

/// Ends the counters of one widget, those that have not begun among them.
fn finish(owner: u32) {
    STAGE.with_borrow_mut(|stage| {
        stage.waiting.retain(|(whose, _)| *whose != owner);
        stage.runs.retain(|run| {
            let ends = run.owner == owner;
            if ends {
                run.end();
            }
            !ends
        });
    });
}

impl Stage {
    fn request(&mut self) {
        if self.asked || self.runs.is_empty() && self.waiting.is_empty() {
            return;
        }
        let frame = self.frame.get_or_insert_with(|| {
            Closure::new(|now| {
                STAGE.with_borrow_mut(|stage| {
                    stage.asked = false;
                    stage.go_on(now);
                    stage.request();
                });
            })
        });
        if let Some(window) = web_sys::window() {
            // Refused nowhere; without a frame the final numbers stand.
            let _ = window.request_animation_frame(frame.as_ref().unchecked_ref());
        }
        self.asked = true;
    }

    /// One frame: ends what is done, changes some, begins what waits.
    fn go_on(&mut self, now: f64) {
        self.runs.retain(|run| {
            let goes_on = now - run.began < DURATION;
            if !goes_on {
                run.end();
            }
            goes_on
        });
        self.frames += 1;
        if self.runs.len() <= CHANGE || self.frames.is_multiple_of(CYCLE) {
            self.change(now);
        }
        for (owner, counter) in std::mem::take(&mut self.waiting) {
            self.runs.extend(Run::lay_over(&counter, owner, now));
        }
    }

    /// Changes as many counters as one frame may, beginning behind those of the frame before.
    fn change(&mut self, now: f64) {
        let mut changed = 0;
        for _ in 0..self.runs.len() {
            self.next = (self.next + 1) % self.runs.len();
            let run = &mut self.runs[self.next];
            changed += usize::from(run.show((now - run.began) / DURATION));
            if changed == CHANGE {
                break;
            }
        }
    }
}
