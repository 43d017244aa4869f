//! Whole pages beside each other: `dist/`, another build, and pages that show the same cards with
//! other frameworks. They take turns within one run, so that ratios hold on a machine whose speed
//! changes from minute to minute.

use super::beside::{Spread, table};
use super::order::{Order, Part};
use super::page;
use super::samples::{self, Sample};
use crate::drive::drive_all;
use crate::fault::Fault;
use crate::host::Host;
use crate::project;
use crate::setup::Toolbox;
use crate::step::step;
use std::fs;

/// The pages to compare with, as they are told, and their folders in what `build.mjs` writes.
const PEERS: [(&str, &str); 2] = [("React", "react"), ("Solid", "solid")];

/// The pages that are measured.
pub struct Pages {
    names: Vec<&'static str>,
    hosts: Vec<Host>,
    loads: usize,
}

impl Pages {
    /// Opens a host a page, and builds the peers; nothing where no part is about pages.
    pub fn open(tools: &Toolbox, order: &Order) -> Result<Self, Fault> {
        let mut pages = Self { names: Vec::new(), hosts: Vec::new(), loads: order.loads() };
        if !Part::OF_PAGES.into_iter().any(|part| order.has(part)) {
            return Ok(pages);
        }
        let mut folders = vec![("dist", project::dist())];
        folders.extend(order.other_build().map(|folder| ("beside", folder.to_owned())));
        if order.has(Part::Peers) {
            let peers = page::workshop().join("peers");
            step("building the pages of other frameworks", || {
                let build = project::tests().join("bench/peers/build.mjs");
                tools.program("node").arg(build).arg(&peers).within(&project::tests()).run()
            })?;
            folders.extend(PEERS.map(|(name, folder)| (name, peers.join(folder))));
        }
        for (name, folder) in folders {
            let host = Host::open(&folder, 0)?;
            println!("{name}: {}", host.folder().display());
            pages.names.push(name);
            pages.hosts.push(host);
        }
        Ok(pages)
    }

    /// Loads each page on a slow processor.
    pub fn startup(&self, tools: &Toolbox) -> Result<(), Fault> {
        let what = "loading each page on a slow processor";
        let Measured { samples, spent } = self.measure(tools, "startup.mjs", what)?;
        let title =
            format!("Start-up, CPU slowed down 4 times; loads of each page: {}", self.loads);
        println!("{}", table(&title, &self.names, &samples, Spread::Range));
        println!(
            "Blocking time is what each long task takes beyond 50 ms, until 5 s without one. Nodes \
             include shadow roots; detached ones are those that something still holds. Memory is \
             taken after a garbage collection."
        );
        let title = "What start-up is spent on, ms of the main thread";
        println!("{}", table(title, &self.names, &spent, Spread::Range));
        Ok(())
    }

    /// Types into each page, and presses its filters.
    pub fn filter(&self, tools: &Toolbox) -> Result<(), Fault> {
        let what = "typing and filtering in each page";
        let Measured { samples, spent } = self.measure(tools, "filter.mjs", what)?;
        let title = "Filtering the report, CPU slowed down 4 times, ms a keystroke or press";
        println!("{}", table(title, &self.names, &samples, Spread::TailOfAll));
        println!(
            "From `input` or `click` event to the painted result: behind style, layout and paint \
             of the first frame that shows it."
        );
        let title = "What a keystroke or press is spent on, ms of the main thread";
        println!("{}", table(title, &self.names, &spent, Spread::Tail));
        Ok(())
    }

    /// Loads each page over a slow network.
    pub fn usable(&self, tools: &Toolbox) -> Result<(), Fault> {
        let what = "loading each page on slow 4G";
        let Measured { samples, .. } = self.measure(tools, "usable.mjs", what)?;
        let title = format!("Slow 4G (1.6 Mbit/s, 150 ms); loads of each page: {}", self.loads);
        println!("{}", table(&title, &self.names, &samples, Spread::Range));
        println!(
            "A page can be filtered when a query changes its count. Bytes are those that the page \
             asks for itself, with headers."
        );
        Ok(())
    }

    /// Lets Node drive a browser through the pages in turns.
    fn measure(&self, tools: &Toolbox, script: &str, what: &str) -> Result<Measured, Fault> {
        let written = page::workshop().join("pages.samples");
        let pages: Vec<_> = self
            .names
            .iter()
            .zip(&self.hosts)
            .map(|(name, host)| format!("{name}\t{}", host.address()))
            .collect();
        step(&format!("{what}, in turns"), || {
            fs::create_dir_all(page::workshop()).map_err(Fault::file(page::workshop()))?;
            let node = tools
                .program("node")
                .arg(project::tests().join("bench").join(script))
                .within(&project::tests())
                .with("REPORT_WIDGET_PAGES", pages.join("\n"))
                .with("REPORT_WIDGET_RUNS", self.loads.to_string())
                .with("REPORT_WIDGET_SAMPLES", &written);
            drive_all(&self.hosts, node)
        })?;
        Ok(Measured::of(samples::read(&written)?))
    }
}

/// What was measured of the pages.
#[derive(Debug, PartialEq)]
struct Measured {
    samples: Vec<Sample>,
    /// What the times were spent on, by the page's own count.
    spent: Vec<Sample>,
}

impl Measured {
    fn of(samples: Vec<Sample>) -> Self {
        let mut measured = Self { samples: Vec::new(), spent: Vec::new() };
        for mut sample in samples {
            if let Some(page) = sample.what.strip_suffix(" spent").map(str::len) {
                sample.what.truncate(page);
                measured.spent.push(sample);
            } else {
                measured.samples.push(sample);
            }
        }
        measured
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_spent_is_told_apart() {
        let sample = |what: &str, name: &str| Sample {
            what: what.into(),
            cards: 0,
            name: name.into(),
            figure: 1.0,
        };
        assert_eq!(
            Measured::of(vec![sample("React", "마스크"), sample("React spent", "script")]),
            Measured {
                samples: vec![sample("React", "마스크")],
                spent: vec![sample("React", "script")],
            }
        );
    }
}
