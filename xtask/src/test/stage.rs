//! A stage is one kind of proof: what it promises, what it needs, and how it is run.

use super::commands::{self, cargo};
use super::{browser, reproducible};
use crate::setup::Need;
use crate::trunk;
use anyhow::Result;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use xshell::Shell;

/// The stages, in the order they run: what is quick to fail comes first. What each says of itself is
/// what is proven when it passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The code is formatted
    Format,
    /// Clippy finds nothing, in every shape the crate is built in
    Lint,
    /// Licences, sources and versions of dependencies are those that deny.toml allows
    Dependencies,
    /// These commands, and the tools that they call, do what they say
    Xtask,
    /// The core is right, without a browser or a framework
    Core,
    /// The views draw what they should, and the command `report-widget` bundles them
    Views,
    /// The element lives and dies rightly in a browser
    Web,
    /// The bundle can be built
    Build,
    /// The bundle works in a browser, end to end
    Browser,
    #[expect(clippy::doc_markdown, reason = "it is shown as it stands, without Markdown")]
    /// A reader's journeys end well in Firefox and WebKit too
    Engines,
    /// A report of thousands of cards is read like a small one
    Scale,
    /// The bundle is within tests/budget.toml
    Size,
    /// Generated files are what their generators write
    Drift,
    /// Built in another folder, the bundle is the same
    Reproducible,
}

impl Stage {
    /// The name on the command line.
    pub fn name(self) -> String {
        self.possible_value().get_name().to_owned()
    }

    /// What is proven when the stage passes.
    pub fn promise(self) -> String {
        self.possible_value().get_help().map(ToString::to_string).unwrap_or_default()
    }

    fn possible_value(self) -> PossibleValue {
        self.to_possible_value().expect("no stage is hidden")
    }

    /// What must be set up before the stage can run.
    pub fn needs(self) -> Vec<Need> {
        let packages = [Need::Node, Need::NodePackages];
        let chromium = [Need::Chromium, Need::Chromedriver, Need::KoreanFonts];
        let wasm = [Need::Crates, Need::WasmTarget];
        match self {
            Self::Format => vec![],
            Self::Core | Self::Views => vec![Need::Crates],
            Self::Lint => wasm.to_vec(),
            Self::Dependencies => vec![Need::Crates, Need::CargoDeny],
            Self::Web => [&wasm[..], &[Need::WasmBindgen], &chromium].concat(),
            Self::Build | Self::Reproducible => trunk::NEEDS.to_vec(),
            Self::Size => packages.to_vec(),
            Self::Xtask => [&packages[..], &[Need::Crates, Need::Curl]].concat(),
            Self::Drift => [&packages[..], &[Need::Crates]].concat(),
            Self::Browser => [&packages[..], &chromium].concat(),
            Self::Scale => [&trunk::NEEDS[..], &chromium].concat(),
            Self::Engines => {
                let engines = [Need::Firefox, Need::Geckodriver, Need::Webkit, Need::KoreanFonts];
                [&packages[..], &engines].concat()
            }
        }
    }

    /// Whether the stage looks at what the build stage built.
    pub fn is_about_the_bundle(self) -> bool {
        matches!(self, Self::Browser | Self::Engines | Self::Size | Self::Reproducible)
    }

    /// Runs the stage.
    pub fn run(self, shell: &Shell) -> Result<()> {
        match self {
            // The files are named, and `cargo fmt` shows the rest.
            Self::Format => cargo(shell, &["fmt --all --check -- --files-with-diff"]),
            Self::Lint => cargo(shell, &commands::LINT),
            Self::Dependencies => cargo(shell, &["deny --workspace check licenses sources bans"]),
            Self::Xtask => {
                cargo(shell, &["test --quiet -p xtask"])?;
                browser::test_tools(shell)
            }
            Self::Core => cargo(
                shell,
                &[
                    "test --quiet --workspace --exclude report-authoring --exclude report-cli --exclude report-studio --exclude report-widget --exclude xtask",
                    "test --quiet -p report-widget --no-default-features",
                ],
            ),
            Self::Views => cargo(
                shell,
                &[
                    "test --quiet -p report-widget -p report-authoring -p report-cli --no-default-features --features report-widget/ssr",
                ],
            ),
            // `.cargo/config.toml` names the runner.
            Self::Web => {
                cargo(shell, &["test -p report-widget --target wasm32-unknown-unknown --test web"])
            }
            Self::Build => trunk::build(shell),
            Self::Browser => browser::run(shell),
            Self::Engines => browser::run_journeys(shell),
            Self::Scale => browser::run_scale(shell),
            Self::Size => commands::check_size(shell),
            Self::Drift => commands::check_generated(shell),
            Self::Reproducible => reproducible::run(shell),
        }
    }
}
