//! Finishing: what Trunk left in its staging folder becomes the delivery.
//!
//! Trunk calls this as a hook after each build, before it moves the folder to `dist/`. A new step
//! is a file with a function, and a line in [`STEPS`].

mod charts;
mod copies;
mod hosts;
mod integrity;
mod modules;
mod offline;
mod page;
mod prerender;
mod served;
mod single;
mod small;
mod style;
mod version;

use crate::fault::Fault;
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

type Step = fn(&Staging) -> Result<(), Fault>;

const EVERY: &[Profile] = &[Profile::Debug, Profile::Release, Profile::Measured];
const PROGRAM: &[Profile] = &[Profile::Release, Profile::Measured];
const READ: &[Profile] = &[Profile::Debug, Profile::Release];
const DELIVERED: &[Profile] = &[Profile::Release];

/// The steps in their order, and the builds that they belong to.
const STEPS: &[(&str, &[Profile], Step)] = &[
    ("naming the modules", EVERY, modules::name),
    ("writing the style sheet", EVERY, style::write),
    ("drawing the charts", READ, charts::draw),
    ("tying the element to its files", DELIVERED, modules::tie),
    ("joining the modules of the single file", DELIVERED, single::join),
    ("minifying the modules", PROGRAM, small::minify),
    ("clearing the page", EVERY, page::clear),
    ("prerendering the reports", DELIVERED, prerender::write),
    // The single file is one of those pages, with its program in it.
    ("writing the single file", DELIVERED, single::write),
    ("checking the pages", PROGRAM, page::check),
    ("writing VERSION", PROGRAM, version::write),
    ("writing _headers", EVERY, served::write_headers),
    ("writing hosts/", DELIVERED, hosts::write),
    // The list is of finished files, so little can come after it.
    ("listing what is kept for reading offline", EVERY, offline::list),
    ("writing integrity.json", DELIVERED, integrity::write),
    // Packed copies are made of finished files, so this stays the last.
    ("packing copies", DELIVERED, copies::write),
];

/// Runs every step on the folder that Trunk names.
pub fn run() -> Result<(), Fault> {
    let staging = Staging::from_trunk()?;
    for &(what, profiles, work) in STEPS {
        if profiles.contains(&staging.profile) {
            println!("- {what}");
            work(&staging)?;
        }
    }
    Ok(())
}

impl Staging {
    fn from_trunk() -> Result<Self, Fault> {
        let folder = env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
            Fault::Usage("finish is called by Trunk, as its post_build hook".into())
        })?;
        let profile = match env::var("TRUNK_PROFILE").as_deref() {
            Ok("release") if env::var_os(MEASURED).is_some() => Profile::Measured,
            Ok("release") => Profile::Release,
            _ => Profile::Debug,
        };
        Ok(Self { folder: folder.into(), profile })
    }
}
