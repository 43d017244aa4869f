//! Finishing: what Trunk left in its staging folder becomes the delivery.
//!
//! Trunk calls this as a hook after each build, before it moves the folder to `dist/`. First the steps
//! here make the template of it: everything that does not depend on the reports. Then the command
//! `report-widget` bundles the template with the reports, as it does for everybody (`report-bundler`).
//! A new step is a function, and a line in [`STEPS`].

mod modules;
mod page;
mod source;

pub use modules::minify_in;

use crate::project;
use anyhow::{Context, Result};
use fs_err as fs;
use report_bundler::{Profile, names};
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

type Step = fn(&Staging) -> Result<()>;

const EVERY: &[Profile] = &[Profile::Debug, Profile::Release, Profile::Measured];
const PROGRAM: &[Profile] = &[Profile::Release, Profile::Measured];
const DELIVERED: &[Profile] = &[Profile::Release];

/// The steps in their order, and the builds that they belong to.
const STEPS: &[(&str, &[Profile], Step)] = &[
    ("naming the modules", EVERY, modules::name),
    ("writing the style sheet", EVERY, source::write_styles),
    ("joining the module that writes workbooks", EVERY, modules::bundle),
    ("joining the script of the single file", DELIVERED, modules::join),
    ("minifying the modules", PROGRAM, modules::minify),
    ("sorting the program's functions", PROGRAM, sort_functions),
    ("clearing the page", EVERY, page::clear),
    ("writing the version of the program", EVERY, write_version),
    ("keeping the template", DELIVERED, keep_template),
    ("bundling the reports", EVERY, source::bundle),
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

/// Lets the program compress better.
fn sort_functions(staging: &Staging) -> Result<()> {
    let program = staging.folder.join(names::CODE);
    let sorted = function_order::sorted(&fs::read(&program)?);
    Ok(fs::write(program, sorted.context("the program's functions cannot be sorted")?)?)
}

/// Until it has reports, a template says of itself its version alone.
fn write_version(staging: &Staging) -> Result<()> {
    staging.write(names::VERSION, project::version_of("report-widget")? + "\n")
}

/// Where a release keeps its template, for the command `report-widget` to be built with.
fn keep_template(staging: &Staging) -> Result<()> {
    // Pictures for previews show reports, and a template has none.
    let place = project::target()?.join("template");
    project::remove(&place)?;
    for (name, file) in project::files(&staging.folder)? {
        if !name.starts_with("share/") {
            project::copy(&file, &place.join(name))?;
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
