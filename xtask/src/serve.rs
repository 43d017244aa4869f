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
fn another(asked: u16, port: u16) -> Option<String> {
    (asked != 0 && asked != port).then(|| {
        format!("port {asked} is taken, by another program or an older run: taking {port} instead")
    })
}

fn tell_of_another(asked: u16, port: u16) {
    if let Some(told) = another(asked, port) {
        println!("- {told}");
    }
}

fn relative(folder: &Path) -> &Path {
    folder.strip_prefix(project::root()).unwrap_or(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, TcpListener};

    #[test]
    fn another_port_than_the_one_that_was_asked_for_is_told() {
        for (asked, port, is_told) in [(8080, 8080, false), (8080, 8081, true), (0, 40_000, false)]
        {
            let told = another(asked, port);
            assert_eq!(told.is_some(), is_told, "{asked} {port}");
            let names = |port: u16| told.iter().all(|told| told.contains(&port.to_string()));
            assert!(names(asked) && names(port), "{told:?}");
        }
    }

    #[test]
    fn a_port_that_another_server_has_is_told() {
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let asked = other.local_addr().unwrap().port();
        let host = Host::open(&project::tests(), asked).unwrap();
        assert!(another(asked, host.port()).is_some());
    }
}
