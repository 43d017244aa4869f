//! Node driving a browser through served pages, as the end-to-end tests and the measurements do.

use crate::fault::Fault;
use crate::host::Host;
use crate::program::{self, Program};
use crate::setup;
use std::slice;
use std::thread;

/// Runs Node while the host serves. It finds the pages at `REPORT_WIDGET_URL`, their files in
/// `REPORT_WIDGET_FOLDER`, and the programs of each browser as [`drive_all`] says.
pub fn drive(host: &Host, node: Program) -> Result<(), Fault> {
    let node =
        node.with("REPORT_WIDGET_URL", host.address()).with("REPORT_WIDGET_FOLDER", host.folder());
    drive_all(slice::from_ref(host), node)
}

/// Runs Node while several hosts serve. It finds the programs of each browser that is there at the
/// names below.
pub fn drive_all(hosts: &[Host], mut node: Program) -> Result<(), Fault> {
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
        let serving: Vec<_> = hosts.iter().map(|host| scope.spawn(|| host.serve())).collect();
        let result = node.run();
        hosts.iter().for_each(Host::close);
        serving
            .into_iter()
            .fold(result, |result, host| result.and(host.join().expect("the host does not panic")))
    })
}
