//! A page whose one report is generated: the program as any reader gets it, with other data.

use crate::fault::Fault;
use crate::project;
use crate::setup::Toolbox;
use crate::step::step;
use crate::trunk;
use std::fs;
use std::path::{Path, PathBuf};

/// The id of the report of a generated page.
const ID: &str = "generated";

/// The report that the project's own page opens at.
const OWN: &str = "report=\"white-paper-2022\"";

/// Where everything generated and measured is kept.
pub fn workshop() -> PathBuf {
    project::root().join("target/bench")
}

/// Writes one folder a report, empty before.
pub fn write_reports(
    tools: &Toolbox,
    folder: &Path,
    reports: &[(String, usize)],
) -> Result<(), Fault> {
    let reports = reports.iter().map(|(id, cards)| format!("{id}={cards}"));
    let generator = project::root().join("tools/generate-report/generate.mjs");
    tools.program("node").arg(generator).arg(folder).args(reports).run()
}

/// Builds the page with this many cards; the next one takes its place.
pub fn build(tools: &Toolbox, cards: usize) -> Result<PathBuf, Fault> {
    let workshop = workshop();
    let reports = workshop.join("reports");
    let page = workshop.join("page");
    let what = format!("building the page of {cards} cards (a few minutes)");
    step(&what, || {
        write_reports(tools, &reports, &[(ID.to_owned(), cards)])?;
        trunk::build_measured(tools, &reports, &workshop, &page)?;
        open_at_generated(&page.join("index.html"))
    })?;
    Ok(page)
}

/// Builds the page and leaves it in a folder, beside whatever lies there already.
pub fn keep(tools: &Toolbox, cards: usize, folder: &Path) -> Result<(), Fault> {
    let page = build(tools, cards)?;
    for file in project::files(&page)? {
        let place = folder.join(file.strip_prefix(&page).unwrap_or(&file));
        if let Some(around) = place.parent() {
            fs::create_dir_all(around).map_err(Fault::file(around))?;
        }
        fs::copy(&file, &place).map_err(Fault::file(&place))?;
    }
    println!("a page of {cards} cards is in {}", folder.display());
    println!("  cargo xtask host {}", folder.display());
    Ok(())
}

/// Names the generated report in the page.
fn open_at_generated(place: &Path) -> Result<(), Fault> {
    let page = project::read(place)?;
    if !page.contains(OWN) {
        return Err(Fault::content(place, format!("does not hold {OWN}")));
    }
    project::write(place, page.replace(OWN, &format!("report=\"{ID}\"")))
}
