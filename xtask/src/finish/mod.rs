//! Finishing: what Trunk left in its staging folder becomes the delivery.
//!
//! Trunk calls this as a hook after each build, before it moves the folder to `dist/`. A new step
//! is a file with a function, and a line in [`STEPS`].

mod charts;
mod copies;
mod hosts;
mod integrity;
mod modules;
mod names;
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

/// The two kinds of build that Trunk makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Made again on every change, by `trunk serve`.
    Debug,
    /// Made to be delivered.
    Release,
}

type Step = fn(&Staging) -> Result<(), Fault>;

/// The steps in their order, and the builds that they belong to.
const STEPS: &[(&str, Option<Profile>, Step)] = &[
    ("naming the modules", None, modules::name),
    ("shortening the names between the modules", Some(Profile::Release), names::shorten),
    ("writing the style sheet", None, style::write),
    ("drawing the charts", None, charts::draw),
    ("tying the element to its files", Some(Profile::Release), modules::tie),
    ("joining the modules of the single file", Some(Profile::Release), single::join),
    ("minifying the modules", Some(Profile::Release), small::minify),
    ("clearing the page", None, page::clear),
    ("prerendering the reports", Some(Profile::Release), prerender::write),
    // The single file is one of those pages, with its program in it.
    ("writing the single file", Some(Profile::Release), single::write),
    ("checking the pages", Some(Profile::Release), page::check),
    ("writing VERSION", Some(Profile::Release), version::write),
    ("writing _headers", None, served::write_headers),
    ("writing hosts/", Some(Profile::Release), hosts::write),
    // The list is of finished files, so little can come after it.
    ("listing what is kept for reading offline", None, offline::list),
    ("writing integrity.json", Some(Profile::Release), integrity::write),
    // Packed copies are made of finished files, so this stays the last.
    ("packing copies", Some(Profile::Release), copies::write),
];

/// Runs every step on the folder that Trunk names.
pub fn run() -> Result<(), Fault> {
    let staging = Staging::from_trunk()?;
    for &(what, only, work) in STEPS {
        if only.is_none_or(|profile| profile == staging.profile) {
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
            Ok("release") => Profile::Release,
            _ => Profile::Debug,
        };
        Ok(Self { folder: folder.into(), profile })
    }
}
