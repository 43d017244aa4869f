//! Trunk builds the bundle: Cargo, wasm-bindgen, wasm-opt and the page, after `Trunk.toml`.
//!
//! A release is built for size: the standard library is compiled along, and a panic is a trap.
//! Rust's ready-made standard library carries the text and the formatting of every panic that could
//! ever happen, and sorts, searches and prints for speed. Compiled along, the bundle loses a twelfth
//! of its bytes after Brotli. Cargo still calls the switches unstable, so they hold for this one
//! build, of the toolchain that `rust-toolchain.toml` pins; a plain `trunk build --release` does
//! without them and makes the same program, larger.

use crate::project::step;
use crate::setup::Need;
use crate::{fingerprint, finish, project, studio};
use anyhow::{Result, bail};
use std::env;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use xshell::{Cmd, Shell, cmd};

/// What must be there before Trunk can build.
pub const NEEDS: [Need; 7] = [
    Need::Crates,
    Need::WasmTarget,
    Need::RustSource,
    Need::Trunk,
    Need::WasmBindgen,
    Need::Node,
    Need::NodePackages,
];

/// Builds the delivery into `dist/`.
pub fn build(shell: &Shell) -> Result<()> {
    let sources = fingerprint::of_sources()?;
    build_pages(shell)?;
    build_studio(shell, sources)
}

/// Builds the delivery, unless that is what `dist/` holds. The pages are there before the studio is:
/// `with_pages` is called then, and gives what is given back in the end.
pub fn build_if_changed<T>(shell: &Shell, with_pages: impl FnOnce() -> Result<T>) -> Result<T> {
    let sources = fingerprint::of_sources()?;
    if fingerprint::is_of_dist(sources) {
        println!("- the release bundle is up to date");
        return with_pages();
    }
    step(
        "building the pages (some minutes the first time, a minute or two after a change)",
        || build_pages(shell),
    )?;
    let result = with_pages()?;
    step(
        "building the studio (some minutes the first time, a minute or two after a change)",
        || build_studio(shell, sources),
    )?;
    Ok(result)
}

fn build_pages(shell: &Shell) -> Result<()> {
    Ok(release(shell, project::root())?.run()?)
}

/// Adds the studio to the pages, which makes the delivery complete.
fn build_studio(shell: &Shell, sources: u64) -> Result<()> {
    studio::write(shell, project::root(), &project::target()?)?;
    fingerprint::remember(sources)
}

/// Builds the delivery of a copy of the sources, in the copy's own `dist/`.
pub fn build_elsewhere(shell: &Shell, sources: &Path, target: &Path) -> Result<()> {
    let _folder = shell.push_dir(sources);
    let packages = project::tests().join("node_modules");
    let build = release(shell, sources)?.env("CARGO_TARGET_DIR", target);
    build.env("NODE_PATH", packages).run()?;
    studio::write(shell, sources, target)
}

/// Builds the program with other reports into another folder, to be measured, beside everything
/// that other builds made: Cargo's work is kept in a folder of its own.
pub fn build_measured(shell: &Shell, reports: &Path, target: &Path, dist: &Path) -> Result<()> {
    let build = release(shell, project::root())?.arg("--dist").arg(dist);
    let build = build.env("REPORT_WIDGET_REPORTS", reports).env(finish::MEASURED, "1");
    Ok(build.env("CARGO_TARGET_DIR", target).run()?)
}

/// Serves on a port, and rebuilds and reloads on every change, until interrupted. `dist/` stays as
/// it is: it is the delivery, and tests look at it.
pub fn watch(shell: &Shell, port: u16) -> Result<()> {
    let port = port.to_string();
    let serve =
        ["serve", "--address", "127.0.0.1", "--port", &port, "--dist", "target/development"];
    let mut trunk = Command::from(trunk(shell).args(serve));
    // In the place of this program, so that whoever stops this one stops Trunk.
    #[cfg(unix)]
    bail!("trunk: {}", std::os::unix::process::CommandExt::exec(&mut trunk));
    #[cfg(not(unix))]
    match trunk.status()? {
        status if status.success() => Ok(()),
        status => bail!("trunk: {status}"),
    }
}

/// The build of a release from some sources, the same in every folder.
fn release<'s>(shell: &'s Shell, sources: &Path) -> Result<Cmd<'s>> {
    for_size(trunk(shell).args(["build", "--release"]), shell, sources, Program::Interface)
}

/// What a WebAssembly program is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// A page. Only developers would read what `{:?}` writes, so it writes nothing, and its code is
    /// left out; and the stack takes [`STACK`] bytes of memory.
    Interface,
    /// Reading and checking a report. Problems quote values with `{:?}`, and the stack is Rust's own,
    /// a megabyte.
    Authoring,
}

/// The most that was measured of the widget's stack is 8 kB: with everything open, all dialogs, and
/// queries of five words. Most of what a program calls its stack is the browser's in WebAssembly.
const STACK: usize = 256 * 1024;

/// Lets a command, which calls Cargo, build for size.
pub fn for_size<'s>(
    command: Cmd<'s>,
    shell: &Shell,
    sources: &Path,
    program: Program,
) -> Result<Cmd<'s>> {
    let mut flags = flags(shell, sources)?;
    if program == Program::Interface {
        write!(flags, " -Zfmt-debug=none -Clink-arg=-zstack-size={STACK}")?;
    }
    Ok(with_std(command)
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags))
}

/// Lets Cargo know that the standard library is compiled along.
pub fn with_std(command: Cmd) -> Cmd {
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
}

fn trunk(shell: &Shell) -> Cmd<'_> {
    cmd!(shell, "trunk")
        .quiet()
        // Trunk would download tools by itself, and not the ones that were set up.
        .env("TRUNK_OFFLINE", "true")
        // Trunk takes "true" and "false" here and stops at the usual "1".
        .env_remove("NO_COLOR")
}

/// Rust's flags: how to panic, and names for the folders of this machine.
fn flags(shell: &Shell, sources: &Path) -> Result<String> {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut flags = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none".to_owned();
    let folders = [
        (Some(sources.to_owned()), "report-widget"),
        (Some(sysroot.into()), "rust"),
        (cargo_home, "cargo"),
    ];
    for (folder, name) in folders {
        let folder = folder.unwrap_or_default().to_string_lossy().into_owned();
        // Flags are parted at spaces; a folder with one in its name keeps its name.
        if !folder.is_empty() && !folder.contains(' ') {
            flags.extend([" --remap-path-prefix=", &folder, "=", name]);
        }
    }
    Ok(flags)
}
