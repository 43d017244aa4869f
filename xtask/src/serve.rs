//! Serving: the delivery, the page while someone edits it, or any folder.

use crate::{project, setup, trunk};
use anyhow::Result;
use report_host::{Host, first_free};
use std::path::Path;

/// Builds the delivery, unless that is what `dist/` holds, and serves it as soon as its pages are there.
pub fn release(port: u16) -> Result<()> {
    let shell = setup::all(trunk::NEEDS)?;
    trunk::build_if_changed(&shell, || start(&project::dist(), port))?.wait()
}

/// Rebuilds and reloads on every change.
pub fn dev(port: u16) -> Result<()> {
    let shell = setup::all(trunk::NEEDS)?;
    // Trunk gives up on a taken port, so a free one is found for it and let go again.
    let free = first_free(port)?.local_addr()?.port();
    announce_other_port(port, free);
    println!("- building for development (2 minutes the first time, seconds later)");
    println!("  serving http://127.0.0.1:{free}/ - stop with Ctrl+C");
    trunk::watch(&shell, free)
}

/// Serves a folder as it is, until interrupted.
pub fn folder(folder: &Path, port: u16) -> Result<()> {
    start(folder, port)?.wait()
}

fn start(folder: &Path, port: u16) -> Result<Host> {
    let host = Host::start(folder, port)?;
    announce_other_port(port, host.port);
    let shown = host.folder.strip_prefix(project::root()).unwrap_or(&host.folder);
    println!("serving {} on {} - stop with Ctrl+C", shown.display(), host.address());
    Ok(host)
}

/// Whoever asked for a port may have its address open already, and see what another server has.
fn announce_other_port(asked: u16, port: u16) {
    if asked != 0 && asked != port {
        println!(
            "- port {asked} is taken, by another program or an older run: taking {port} instead"
        );
    }
}
