//! The edge to the browser: everything that needs a window, and that has to
//! end when the element leaves the page.

pub mod clicks;
pub mod counters;
pub mod drawing;
pub mod later;
mod memory;
pub mod options;
pub mod page;
pub mod shown;
mod tasks;
pub mod watch;
