//! Setting up: what a command needs is looked for first, and installed where it is missing.

mod install;
mod lock;
mod npm;
mod rust;
mod system;
mod tool;
mod toolbox;

pub use system::{chromium, firefox, webkit};
pub use toolbox::Toolbox;

use crate::fault::Fault;
use std::collections::{BTreeMap, BTreeSet};

/// A need is one thing that must be there before some work can start.
///
/// The order is the order of setting up: npm comes with Node, and the lock file that names the
/// version of wasm-bindgen is brought up to date by fetching the crates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The crates of `Cargo.lock`, downloaded.
    Crates,
    /// Rust's standard library for WebAssembly.
    WasmTarget,
    /// The source of the standard library, which the release compiles along.
    RustSource,
    /// Trunk, which builds the bundle.
    Trunk,
    /// wasm-bindgen's programs, of exactly the version of the crate.
    WasmBindgen,
    /// Node.js and npm.
    Node,
    /// A `wasm-opt` that understands what today's Rust writes.
    WasmOpt,
    /// A minifier for modules.
    Terser,
    /// Lighthouse.
    Lighthouse,
    /// The npm packages of the browser tests.
    NodePackages,
    /// The browser.
    Chromium,
    /// The program that steers the browser.
    Chromedriver,
    /// The second engine.
    Firefox,
    /// The program that steers it.
    Geckodriver,
    /// The third engine, with what it runs on.
    Webkit,
    /// Fonts with Hangul, without which a screenshot shows boxes.
    KoreanFonts,
}

impl Need {
    fn set_up(self, tools: &mut Toolbox) -> Result<(), Fault> {
        match self {
            Self::Crates => rust::fetch_crates(),
            Self::WasmTarget => rust::add_wasm_target(),
            Self::RustSource => rust::add_source().and_then(|()| rust::fetch_source_crates()),
            Self::Trunk => tool::trunk().set_up(tools),
            Self::WasmBindgen => tool::wasm_bindgen()?.set_up(tools),
            Self::Node => system::NODE.set_up(),
            Self::WasmOpt => tool::wasm_opt().set_up(tools),
            Self::Terser => tool::terser().set_up(tools),
            Self::Lighthouse => tool::lighthouse().set_up(tools),
            Self::NodePackages => npm::test_packages(),
            Self::Chromium => system::CHROMIUM.set_up(),
            Self::Chromedriver => system::CHROMEDRIVER.set_up(),
            Self::Firefox => system::FIREFOX.set_up(),
            Self::Geckodriver => tool::geckodriver().set_up(tools),
            Self::Webkit => system::WEBKIT.set_up(),
            Self::KoreanFonts => system::KOREAN_FONTS.set_up(),
        }
    }
}

/// Sets up as much as possible, and says of each need that could not be met why.
pub fn each(needs: impl IntoIterator<Item = Need>) -> (Toolbox, BTreeMap<Need, Fault>) {
    let needs: BTreeSet<_> = needs.into_iter().collect();
    if !needs.is_empty() {
        println!("setting up");
    }
    let mut tools = Toolbox::default();
    let mut faults = BTreeMap::new();
    for need in needs {
        if let Err(fault) = need.set_up(&mut tools) {
            println!("- {fault}");
            faults.insert(need, fault);
        }
    }
    (tools, faults)
}

/// Sets up everything, or says what could not be set up first.
pub fn all(needs: impl IntoIterator<Item = Need>) -> Result<Toolbox, Fault> {
    let (tools, faults) = each(needs);
    match faults.into_values().next() {
        Some(fault) => Err(fault),
        None => Ok(tools),
    }
}
