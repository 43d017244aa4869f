//! Finishing: what Trunk left in its staging folder becomes the delivery.
//!
//! Trunk calls this as a hook after each build, before it moves the folder to `dist/`. A new step
//! is a file with a function, and a line in [`STEPS`].

mod copies;
mod hosts;
mod lists;
mod modules;
mod pages;
mod policy;
mod single;
mod source;

#[cfg(test)]
use crate::project;
use anyhow::{Context, Result};
use fs_err as fs;
use std::env;
use std::path::PathBuf;

/// What Trunk built, still in its staging folder.
pub struct Staging {
    /// The folder that becomes `dist/`.
    pub folder: PathBuf,
    /// Which kind of build it is.
    pub profile: Profile,
}

/// Set for a release that nobody will read.
pub const MEASURED: &str = "REPORT_WIDGET_MEASURED";

/// The kinds of build that Trunk makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Made again on every change, by `trunk serve`.
    Debug,
    /// Made to be delivered.
    Release,
    /// The program of a release on a page of its own: what stands beside the program, and would
    /// take minutes at a size that only measurements have, is left out.
    Measured,
}

type Step = fn(&Staging) -> Result<()>;

const EVERY: &[Profile] = &[Profile::Debug, Profile::Release, Profile::Measured];
const PROGRAM: &[Profile] = &[Profile::Release, Profile::Measured];
const GENERATED: &[Profile] = &[Profile::Measured];
const READ: &[Profile] = &[Profile::Debug, Profile::Release];
const DELIVERED: &[Profile] = &[Profile::Release];

/// The steps in their order, and the builds that they belong to.
const STEPS: &[(&str, &[Profile], Step)] = &[
    ("naming the modules", EVERY, modules::name),
    ("attaching the reports to the program", EVERY, source::attach_reports),
    ("writing the style sheet", EVERY, source::write_styles),
    ("writing charts and index terms", READ, source::write_on_demand),
    ("writing empty index terms", GENERATED, source::write_no_terms),
    ("tying the element to its files", DELIVERED, modules::tie),
    ("bundling the script of the single file", DELIVERED, modules::bundle),
    ("minifying the modules", PROGRAM, modules::minify),
    ("clearing the page", EVERY, pages::clear),
    ("prerendering the reports", DELIVERED, source::prerender),
    // The single file is one of those pages, with its program in it.
    ("writing the single file", DELIVERED, single::write),
    ("checking the pages", PROGRAM, pages::check),
    ("writing VERSION", PROGRAM, lists::write_version),
    ("writing _headers", EVERY, policy::write_headers),
    ("writing hosts/", DELIVERED, hosts::write),
    // The list is of finished files, so little can come after it.
    ("listing what is kept for reading offline", EVERY, lists::write_offline),
    ("writing integrity.json", DELIVERED, lists::write_integrity),
    // Compressed copies are made of finished files, so this stays the last.
    ("compressing copies", DELIVERED, copies::write),
];

/// Runs every step on the folder that Trunk names.
pub fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR");
    let folder = folder.context("finish is called by Trunk, as its post_build hook")?;
    let profile = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") if env::var_os(MEASURED).is_some() => Profile::Measured,
        Ok("release") => Profile::Release,
        _ => Profile::Debug,
    };
    let staging = Staging { folder: folder.into(), profile };
    for &(what, profiles, work) in STEPS {
        if profiles.contains(&staging.profile) {
            println!("- {what}");
            work(&staging)?;
        }
    }
    Ok(())
}

impl Staging {
    fn read(&self, name: &str) -> Result<String> {
        Ok(fs::read_to_string(self.folder.join(name))?)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        Ok(fs::write(self.folder.join(name), content)?)
    }
}

#[cfg(test)]
impl Staging {
    /// A release with these files, in a folder that is removed with its owner.
    fn with(files: &[(&str, &str)]) -> (xshell::TempDir, Self) {
        let shell = project::shell().expect("a shell is there");
        let folder = shell.create_temp_dir().expect("a folder can be made");
        for (name, content) in files {
            shell.write_file(folder.path().join(name), content).expect("a file can be written");
        }
        let staging = Self { folder: folder.path().to_owned(), profile: Profile::Release };
        (folder, staging)
    }
}
