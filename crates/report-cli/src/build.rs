//! Building and serving: reports in, a finished bundle out.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use report_authoring::Problems;
use report_bundler::{Files, Profile, Reports, bundle};
use report_host::Host;
use report_validation::Folder;
use report_widget::prerender::Prerenderer;
use report_workbook::Locale;

use crate::arguments::Bundling;
use crate::commands::{Outcome, print_problems};
use crate::folder;
use crate::input;

/// The template inside this command.
const TEMPLATE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/template.rs"));

/// The first port that is tried.
const FIRST_PORT: u16 = 8080;

/// Writes the bundle of these reports into a folder.
pub fn build(bundling: &Bundling, out: &Path, profile: Profile, lang: Locale) -> Result<Outcome> {
    folder::refuse_loss(out, bundling.inputs.iter().chain(&bundling.share))?;
    let start = Instant::now();
    let Some(files) = bundled(bundling, profile, lang)? else {
        return Ok(Outcome::Problems);
    };
    folder::write(out, &files)?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{}: {} files in {seconds:.1} s", out.display(), files.len());
    Ok(Outcome::Done)
}

/// Serves the bundle of these reports until interrupted, or a folder that was built earlier.
pub fn serve(bundling: &Bundling, port: Option<u16>, lang: Locale) -> Result<Outcome> {
    let temporary = tempfile::tempdir()?;
    let folder = match &bundling.inputs[..] {
        [built] if built.join(report_bundler::names::CODE).is_file() => built.as_path(),
        _ => {
            let Some(files) = bundled(bundling, Profile::Release, lang)? else {
                return Ok(Outcome::Problems);
            };
            folder::write(temporary.path(), &files)?;
            temporary.path()
        }
    };
    let host = Host::start(folder, port.unwrap_or(FIRST_PORT))?;
    println!("{} - Ctrl+C", host.address());
    host.wait()?;
    Ok(Outcome::Done)
}

/// The bundle, unless the reports have problems, which are printed.
fn bundled(bundling: &Bundling, profile: Profile, lang: Locale) -> Result<Option<Files>> {
    let renderer = Prerenderer::new(bundling.address.as_deref()).map_err(anyhow::Error::msg)?;
    let mut template = template(bundling.template.as_deref())?;
    if let Some(share) = &bundling.share {
        let pictures = folder::read(share)?;
        template
            .extend(pictures.into_iter().map(|(name, picture)| (format!("share/{name}"), picture)));
    }
    let mut folders: Vec<Folder> = Vec::new();
    for input in &bundling.inputs {
        match input::report(input)? {
            Ok(folder) if folders.iter().any(|other| other.name == folder.name) => {
                bail!("{}: there are two reports with the id {}", input.display(), folder.name);
            }
            Ok(folder) => folders.push(folder),
            Err(problems) => {
                print_problems(&problems, lang);
                return Ok(None);
            }
        }
    }
    let reports = match Reports::of(&folders) {
        Ok(reports) => reports,
        Err(diagnostics) => {
            print_problems(&Problems::Json(diagnostics), lang);
            return Ok(None);
        }
    };
    let files =
        bundle(template, &reports, &renderer, profile, |progress| println!("- {}", progress.step))?;
    Ok(Some(files))
}

fn template(folder: Option<&Path>) -> Result<Files> {
    if let Some(folder) = folder {
        return folder::read(folder).context("the template");
    }
    if TEMPLATE.is_empty() {
        bail!(
            "this command was installed before the program was built; run `cargo xtask dist`, then \
             `cargo install --path crates/report-cli`"
        );
    }
    let files = TEMPLATE.iter().map(|(name, content)| ((*name).to_owned(), content.to_vec()));
    Ok(files.collect())
}
