//! Testing: every stage that a change has to pass, one after the other, each timed.
//!
//! A stage that fails does not keep later ones from running, and nothing is skipped in silence: a
//! stage that cannot run has failed, unless a flag left it out.

mod browser;
mod budget;
mod cargo;
mod drift;
mod failures;
mod reproducible;
mod scale;
mod selection;
mod share;
mod size;
mod stage;

pub use selection::Selection;
pub use stage::Stage;

use crate::fault::Fault;
use crate::project;
use crate::setup::{self, Need};
use crate::step::spoken;
use std::collections::BTreeMap;
use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// A stage that ran, and how it ended.
struct Outcome {
    stage: Stage,
    time: Duration,
    result: Result<(), Fault>,
}

/// Sets up what the selected stages need, runs them, and ends with one line that says it all.
pub fn run(selection: &Selection) -> ExitCode {
    let (selected, left_out): (Vec<_>, Vec<_>) =
        Stage::ALL.into_iter().partition(|stage| selection.has(*stage));
    let (tools, faults) = setup::each(selected.iter().flat_map(|stage| stage.needs()));

    let mut outcomes: Vec<Outcome> = Vec::new();
    for stage in selected {
        println!("\n== {}: {}", stage.name(), stage.promise());
        let start = Instant::now();
        let result = obstacle(stage, &faults, &outcomes)
            .map_or_else(|| stage.run(&tools), |what| Err(Fault::Found(what)));
        let outcome = Outcome { stage, time: start.elapsed(), result };
        println!("== {outcome}");
        outcomes.push(outcome);
    }
    conclude(&outcomes, &left_out)
}

/// Takes the pictures anew that the delivery does not look like any more, in every engine.
pub fn take_pictures() -> Result<(), Fault> {
    let tools =
        setup::all([Stage::Browser, Stage::Engines].iter().flat_map(|stage| stage.needs()))?;
    browser::take_pictures(&tools)
}

/// Why a stage cannot run at all.
fn obstacle(stage: Stage, faults: &BTreeMap<Need, Fault>, earlier: &[Outcome]) -> Option<String> {
    if let Some(fault) = stage.needs().iter().find_map(|need| faults.get(need)) {
        return Some(fault.to_string());
    }
    if !stage.is_about_the_bundle() {
        return None;
    }
    let build = earlier.iter().find(|outcome| outcome.stage == Stage::Build);
    // What an earlier build left in dist/ is not what is being tested.
    if build.is_some_and(|build| build.result.is_err()) {
        return Some("there is no bundle, since its build failed".into());
    }
    let is_there = project::dist().join("index.html").exists();
    (!is_there).then(|| "there is no bundle; the build stage makes it".into())
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
        let name = self.stage.name();
        let time = spoken(self.time);
        match &self.result {
            Ok(()) => write!(f, "{name:<12} passed after {time}"),
            Err(fault) => write!(f, "{name:<12} FAILED after {time}: {fault}"),
        }
    }
}
