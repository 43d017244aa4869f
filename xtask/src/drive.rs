//! Node driving a browser through served pages, as the end-to-end tests and the measurements do.

use crate::fault::Fault;
use crate::host::Host;
use crate::program::{self, Program};
use crate::setup;
use std::thread;

/// Runs Node while the host serves. It finds the pages at `REPORT_WIDGET_URL`, their files in
/// `REPORT_WIDGET_FOLDER`, and the programs of each browser that is there at the names below.
pub fn drive(host: &Host, node: Program) -> Result<(), Fault> {
    let mut node =
        node.with("REPORT_WIDGET_URL", host.address()).with("REPORT_WIDGET_FOLDER", host.folder());
    let programs = [
        ("CHROMIUM", setup::chromium()),
        ("CHROMEDRIVER", program::find("chromedriver")),
        ("FIREFOX", setup::firefox()),
        ("WEBKIT", setup::webkit()),
    ];
    for (name, place) in programs {
        if let Some(place) = place {
            node = node.with(name, place);
        }
    }
    thread::scope(|scope| {
        let serving = scope.spawn(|| host.serve());
        let result = node.run();
        host.close();
        let served = serving.join().expect("the host does not panic");
        result.and(served)
    })
}
