//! Verifying: whether a folder that somebody was given is what these sources build.

use crate::{project, setup, trunk};
use anyhow::{Result, ensure};
use fs_err as fs;
use report_bundler::names;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

/// Builds the delivery, unless that is what `dist/` holds, and names every file of the folder that is
/// not the same.
pub fn run(folder: &Path) -> Result<ExitCode> {
    ensure!(folder.is_dir(), "{} is no folder", folder.display());
    let dist = project::dist();
    let folder = fs::canonicalize(folder)?;
    ensure!(
        fs::canonicalize(&dist).ok() != Some(folder.clone()),
        "dist/ is what is built; name the folder that was delivered"
    );
    trunk::build_if_changed(&setup::all(trunk::NEEDS)?, || Ok(()))?;
    let differences = differences(&dist, &folder)?;
    for difference in &differences {
        println!("{difference}");
    }
    if differences.is_empty() {
        println!("{} is what these sources build", folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    println!("{} files differ", differences.len());
    let version = |folder: &Path| fs::read_to_string(folder.join(names::VERSION)).ok();
    if version(&dist) != version(&folder) {
        println!("the folder is of another version; check out the commit that it was built from");
    }
    Ok(ExitCode::FAILURE)
}

/// A line for each file that only one folder has, or that is not the same in both, in the order of
/// names.
pub fn differences(built: &Path, delivered: &Path) -> Result<Vec<String>> {
    let mut names = BTreeSet::new();
    for folder in [built, delivered] {
        names.extend(project::files(folder)?.into_iter().map(|(name, _)| name));
    }
    let difference = |name: String| {
        let read = |folder: &Path| fs::read(folder.join(&name)).ok();
        let kind = match (read(built), read(delivered)) {
            (Some(one), Some(other)) if one == other => return None,
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "missing",
            // Also what cannot be read, such as a link to nowhere.
            (None, _) => "added",
        };
        Some(format!("{kind} {name}"))
    };
    Ok(names.into_iter().filter_map(difference).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::Shell;

    #[test]
    fn names_what_is_changed_missing_and_added() {
        let shell = Shell::new().unwrap();
        let place = shell.create_temp_dir().unwrap();
        shell.change_dir(place.path());
        for (name, content) in [
            ("built/same", "a"),
            ("built/in/changed", "a"),
            ("built/lost", "a"),
            ("delivered/same", "a"),
            ("delivered/in/changed", "b"),
            ("delivered/new", "a"),
        ] {
            shell.write_file(name, content).unwrap();
        }
        let [built, delivered] = ["built", "delivered"].map(|name| place.path().join(name));
        assert_eq!(
            differences(&built, &delivered).unwrap(),
            ["changed in/changed", "missing lost", "added new"]
        );
        assert!(differences(&built, &built).unwrap().is_empty());
    }

    #[test]
    fn refuses_what_is_no_folder_before_it_builds() {
        let error = run(&project::root().join("Cargo.toml")).unwrap_err().to_string();
        assert!(error.ends_with("is no folder"), "{error}");
    }
}
