//! Serving: the delivery, the page while someone edits it, or any folder.

use crate::fault::Fault;
use crate::fingerprint::Fingerprint;
use crate::host::{self, Host};
use crate::project;
use crate::setup;
use crate::step::step;
use crate::trunk;
use std::path::Path;

/// Builds the delivery, unless that is what `dist/` holds, and serves it.
pub fn release(port: u16) -> Result<(), Fault> {
    let tools = setup::all(trunk::NEEDS)?;
    let sources = Fingerprint::of_sources()?;
    if sources.is_of_the_delivery() {
        println!("- the release bundle is up to date");
    } else {
        let what = "building the release bundle (4 minutes the first time, half a minute later)";
        step(what, || trunk::build(&tools))?;
        sources.remember()?;
    }
    folder(&project::dist(), port)
}

/// Rebuilds and reloads on every change.
pub fn dev(port: u16) -> Result<(), Fault> {
    let tools = setup::all(trunk::NEEDS)?;
    // Trunk gives up on a taken port, so a free one is found for it and let go again.
    let free = host::port::first_free(port)?.1;
    tell_of_another(port, free);
    let port = free;
    println!("- building for development (2 minutes the first time, seconds later)");
    println!("  serving http://127.0.0.1:{port}/ - stop with Ctrl+C");
    trunk::watch(&tools, port)
}

/// Serves a folder as it is, until interrupted.
pub fn folder(folder: &Path, port: u16) -> Result<(), Fault> {
    let host = Host::open(folder, port)?;
    tell_of_another(port, host.port());
    println!(
        "serving {} on {} - stop with Ctrl+C",
        relative(host.folder()).display(),
        host.address()
    );
    host.serve()
}

/// Whoever asked for a port may have its address open already, and see what another server has.
fn tell_of_another(asked: u16, port: u16) {
    if asked != 0 && asked != port {
        println!(
            "- port {asked} is taken, by another program or an older run: taking {port} instead"
        );
    }
}

fn relative(folder: &Path) -> &Path {
    folder.strip_prefix(project::root()).unwrap_or(folder)
}
