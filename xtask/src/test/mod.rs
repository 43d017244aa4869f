//! Testing: every stage that a change has to pass, one after the other, each timed.
//!
//! A stage that fails does not keep later ones from running, and nothing is skipped in silence: a
//! stage that cannot run has failed, unless an option left it out.

mod browser;
mod commands;
mod reproducible;
mod stage;

pub use browser::with_browsers;

use crate::project::{self, spoken};
use crate::setup::{self, Need};
use anyhow::{Error, Result, anyhow, ensure};
use clap::ValueEnum;
use stage::Stage;
use std::collections::BTreeMap;
use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use xshell::cmd;

/// All stages, unless some are named with `--only`; never those named with `--skip`.
#[derive(clap::Args, Debug, Default)]
pub struct Selection {
    /// Run only these stages
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Stage>,
    /// Leave these stages out
    #[arg(long, value_enum, value_delimiter = ',')]
    skip: Vec<Stage>,
    /// Run only the stages that the changes since the last commit touch (tools/changed.mjs)
    #[arg(long, conflicts_with = "only")]
    changed: bool,
}

impl Selection {
    fn has(&self, stage: Stage) -> bool {
        (self.only.is_empty() || self.only.contains(&stage)) && !self.skip.contains(&stage)
    }
}

/// A stage that ran, and how it ended.
struct Outcome {
    stage: Stage,
    time: Duration,
    result: Result<()>,
}

/// Sets up what the selected stages need, runs them, and ends with one line that says it all.
pub fn run(mut selection: Selection) -> Result<ExitCode> {
    if selection.changed {
        let shell = project::shell()?;
        let touched = cmd!(shell, "node tools/changed.mjs").quiet().read()?;
        let stage = |name| Stage::from_str(name, false).map_err(Error::msg);
        selection.only = touched.split_whitespace().map(stage).collect::<Result<_>>()?;
        ensure!(!selection.only.is_empty(), "nothing that a stage looks at has changed");
    }
    let stages = Stage::value_variants().iter().copied();
    let (selected, left_out): (Vec<_>, Vec<_>) = stages.partition(|stage| selection.has(*stage));
    let (shell, errors) = setup::each(selected.iter().flat_map(|stage| stage.needs()))?;

    let mut outcomes: Vec<Outcome> = Vec::new();
    for stage in selected {
        println!("\n== {}: {}", stage.name(), stage.promise());
        let start = Instant::now();
        let result = obstacle(stage, &errors, &outcomes).map_or_else(|| stage.run(&shell), Err);
        let outcome = Outcome { stage, time: start.elapsed(), result };
        println!("== {outcome}");
        outcomes.push(outcome);
    }
    Ok(conclude(&outcomes, &left_out))
}

/// Takes the pictures anew that the delivery does not look like any more, in every engine.
pub fn take_pictures() -> Result<()> {
    let stages = [Stage::Browser, Stage::Engines];
    browser::take_pictures(&setup::all(stages.iter().flat_map(|stage| stage.needs()))?)
}

/// Why a stage cannot run at all.
fn obstacle(stage: Stage, errors: &BTreeMap<Need, Error>, earlier: &[Outcome]) -> Option<Error> {
    if let Some(error) = stage.needs().iter().find_map(|need| errors.get(need)) {
        return Some(anyhow!("{error:#}"));
    }
    if !stage.is_about_the_bundle() {
        return None;
    }
    let build = earlier.iter().find(|outcome| outcome.stage == Stage::Build);
    // What an earlier build left in dist/ is not what is being tested.
    if build.is_some_and(|build| build.result.is_err()) {
        return Some(anyhow!("there is no bundle, since its build failed"));
    }
    let is_there = project::dist().join("index.html").exists();
    (!is_there).then(|| anyhow!("there is no bundle; the build stage makes it"))
}

fn conclude(outcomes: &[Outcome], left_out: &[Stage]) -> ExitCode {
    println!();
    for outcome in outcomes {
        println!("{outcome}");
    }
    if !left_out.is_empty() {
        let names: Vec<_> = left_out.iter().map(|stage| stage.name()).collect();
        println!("left out, as asked: {}", names.join(", "));
    }
    let passed = outcomes.iter().filter(|outcome| outcome.result.is_ok()).count();
    let failed = outcomes.len() - passed;
    println!("\n{passed} passed, {failed} failed");
    // A run that proves nothing is no success.
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, time) = (self.stage.name(), spoken(self.time));
        match &self.result {
            Ok(()) => write!(f, "{name:<12} passed after {time}"),
            Err(error) => write!(f, "{name:<12} FAILED after {time}: {error:#}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_selected_until_something_is_named() {
        let all = Stage::value_variants();
        let selected = |only: &[Stage], skip: &[Stage]| -> Vec<Stage> {
            let selection = Selection { only: only.to_vec(), skip: skip.to_vec(), changed: false };
            all.iter().copied().filter(|stage| selection.has(*stage)).collect()
        };
        assert_eq!(selected(&[], &[]), all);
        assert_eq!(selected(&[], &[Stage::Web]).len(), all.len() - 1);
        assert_eq!(selected(&[Stage::Web, Stage::Core], &[Stage::Web]), [Stage::Core]);
    }

    #[test]
    fn nothing_is_tested_in_a_bundle_whose_build_failed() {
        let failed =
            Outcome { stage: Stage::Build, time: Duration::ZERO, result: Err(anyhow!("")) };
        let (none, missing) =
            (BTreeMap::new(), BTreeMap::from([(Need::Crates, anyhow!("offline"))]));
        assert!(obstacle(Stage::Size, &none, &[failed]).is_some());
        assert!(obstacle(Stage::Core, &none, &[]).is_none());
        assert_eq!(obstacle(Stage::Core, &missing, &[]).unwrap().to_string(), "offline");
    }
}
