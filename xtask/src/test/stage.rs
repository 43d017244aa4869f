//! A stage is one kind of proof: what it promises, what it needs, and how it is run.

use super::{browser, cargo, drift, reproducible, scale, size};
use crate::fault::Fault;
use crate::setup::{Need, Toolbox};
use crate::trunk;

/// The stages, in the order they run: what is quick to fail comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The code is formatted.
    Format,
    /// Clippy finds nothing, in every shape the crate is built in.
    Lint,
    /// This program does what it says.
    Xtask,
    /// The core is right, without a browser or a framework.
    Core,
    /// The views draw what they should, as text.
    Views,
    /// The element lives and dies rightly in a browser.
    Web,
    /// The bundle can be built.
    Build,
    /// The bundle works in a browser, end to end.
    Browser,
    /// The bundle works in other engines.
    Engines,
    /// The program bears thousands of cards.
    Scale,
    /// The bundle is small enough.
    Size,
    /// Generated files are what their generators write.
    Drift,
    /// Two builds of one commit are the same.
    Reproducible,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 13] = [
        Self::Format,
        Self::Lint,
        Self::Xtask,
        Self::Core,
        Self::Views,
        Self::Web,
        Self::Build,
        Self::Browser,
        Self::Engines,
        Self::Scale,
        Self::Size,
        Self::Drift,
        Self::Reproducible,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Xtask => "xtask",
            Self::Core => "core",
            Self::Views => "views",
            Self::Web => "web",
            Self::Build => "build",
            Self::Browser => "browser",
            Self::Engines => "engines",
            Self::Scale => "scale",
            Self::Size => "size",
            Self::Drift => "drift",
            Self::Reproducible => "reproducible",
        }
    }

    /// What is proven when the stage passes.
    pub fn promise(self) -> &'static str {
        match self {
            Self::Format => "the code is formatted",
            Self::Lint => "Clippy finds nothing, in every shape the crate is built in",
            Self::Xtask => "these commands do what they say",
            Self::Core => "the core is right, without a browser or a framework",
            Self::Views => "the views draw what they should",
            Self::Web => "the element lives and dies rightly in a browser",
            Self::Build => "the bundle can be built",
            Self::Browser => "the bundle works in a browser, end to end",
            Self::Engines => "a reader's journeys end well in Firefox and WebKit too",
            Self::Scale => "a report of thousands of cards is read like a small one",
            Self::Size => "the bundle is within tests/budget.toml",
            Self::Drift => "generated files are what their generators write",
            Self::Reproducible => "built in another folder, the bundle is the same",
        }
    }

    /// What must be set up before the stage can run.
    pub fn needs(self) -> Vec<Need> {
        match self {
            Self::Format | Self::Size => vec![],
            Self::Core | Self::Views => vec![Need::Crates],
            Self::Xtask => vec![Need::Crates, Need::Node],
            Self::Drift => vec![Need::Crates, Need::Node, Need::NodePackages],
            Self::Lint => vec![Need::Crates, Need::WasmTarget],
            Self::Web => vec![
                Need::Crates,
                Need::WasmTarget,
                Need::WasmBindgen,
                Need::Chromium,
                Need::Chromedriver,
                Need::KoreanFonts,
            ],
            Self::Build | Self::Reproducible => trunk::NEEDS.to_vec(),
            Self::Browser => vec![
                Need::Node,
                Need::NodePackages,
                Need::Chromium,
                Need::Chromedriver,
                Need::KoreanFonts,
            ],
            Self::Scale => [trunk::NEEDS.to_vec(), Self::Browser.needs()].concat(),
            Self::Engines => vec![
                Need::Node,
                Need::NodePackages,
                Need::Firefox,
                Need::Geckodriver,
                Need::Webkit,
                Need::KoreanFonts,
            ],
        }
    }

    /// Whether the stage looks at what the build stage built.
    pub fn is_about_the_bundle(self) -> bool {
        matches!(self, Self::Browser | Self::Engines | Self::Size | Self::Reproducible)
    }

    /// Runs the stage.
    pub fn run(self, tools: &Toolbox) -> Result<(), Fault> {
        match self {
            Self::Format => cargo::run_all(tools, &cargo::FORMAT),
            Self::Lint => cargo::run_all(tools, &cargo::LINT),
            Self::Xtask => cargo::run_all(tools, &cargo::XTASK),
            Self::Core => cargo::run_all(tools, &cargo::CORE),
            Self::Views => cargo::run_all(tools, &cargo::VIEWS),
            Self::Web => cargo::run_all(tools, &cargo::WEB),
            Self::Build => trunk::build(tools),
            Self::Browser => browser::run(tools),
            Self::Engines => browser::run_journeys(tools),
            Self::Scale => scale::run(tools),
            Self::Size => size::run(),
            Self::Drift => drift::run(tools),
            Self::Reproducible => reproducible::run(tools),
        }
    }
}
