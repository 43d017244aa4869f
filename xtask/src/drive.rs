//! Node driving a browser through served pages, as the end-to-end tests and the measurements do.

use crate::fault::Fault;
use crate::host::Host;
use crate::program::{self, Program};
use crate::setup;
use std::thread;

/// Runs Node while the host serves. It finds the pages at `REPORT_WIDGET_URL`, their files in
/// `REPORT_WIDGET_FOLDER`, and the programs of the browser at `CHROMIUM` and `CHROMEDRIVER`.
pub fn drive(host: &Host, node: Program) -> Result<(), Fault> {
    let mut node =
        node.with("REPORT_WIDGET_URL", host.address()).with("REPORT_WIDGET_FOLDER", host.folder());
    if let Some(chromium) = setup::chromium() {
        node = node.with("CHROMIUM", chromium);
    }
    if let Some(driver) = program::find("chromedriver") {
        node = node.with("CHROMEDRIVER", driver);
    }
    thread::scope(|scope| {
        scope.spawn(|| host.serve());
        let result = node.run();
        host.close();
        result
    })
}
