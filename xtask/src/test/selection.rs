//! A selection is which stages a person asked for.

use super::Stage;
use std::collections::BTreeSet;

/// All stages, unless some are named with `--only`; never those named with `--skip`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    only: BTreeSet<Stage>,
    skip: BTreeSet<Stage>,
}

impl Selection {
    /// Adds stages to those that are wanted, separated by commas.
    pub fn only(&mut self, names: &str) -> Result<(), String> {
        self.only.extend(stages(names)?);
        Ok(())
    }

    /// Adds stages to those that are left out, separated by commas.
    pub fn skip(&mut self, names: &str) -> Result<(), String> {
        self.skip.extend(stages(names)?);
        Ok(())
    }

    /// Whether a stage is to run.
    pub fn has(&self, stage: Stage) -> bool {
        (self.only.is_empty() || self.only.contains(&stage)) && !self.skip.contains(&stage)
    }
}

fn stages(names: &str) -> Result<Vec<Stage>, String> {
    names.split(',').map(stage).collect()
}

fn stage(name: &str) -> Result<Stage, String> {
    Stage::ALL
        .into_iter()
        .find(|stage| stage.name() == name.trim())
        .ok_or_else(|| format!("there is no stage \"{name}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_everything_until_something_is_named() {
        let mut selection = Selection::default();
        assert!(Stage::ALL.iter().all(|stage| selection.has(*stage)));

        selection.skip("web, browser").unwrap();
        assert!(selection.has(Stage::Core) && !selection.has(Stage::Browser));

        selection.only("web,core").unwrap();
        let left: Vec<_> = Stage::ALL.into_iter().filter(|s| selection.has(*s)).collect();
        assert_eq!(left, [Stage::Core]);
    }

    #[test]
    fn refuses_names_that_no_stage_has() {
        for names in ["", "all", "core,,web", "Core"] {
            assert!(Selection::default().only(names).is_err(), "{names}");
        }
    }
}
