//! Searching, keystroke by keystroke, in every report of the bundle.
//!
//! A line for each measurement, `<what>\t<cards>\t<name>\t<milliseconds>`, goes into the file that
//! `REPORT_WIDGET_SAMPLES` names, or to the terminal. `cargo xtask bench` builds this with
//! generated reports and makes tables of the lines.

use report_widget::bundle::library;
use report_widget::report::Report;
use report_widget::search::{Index, Request, Session};
use report_widget::state::{Filters, Sort};
use std::env;
use std::fs::File;
use std::hint::black_box;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What readers type, a character at a time: a word, its 초성, the word on the other layout, an
/// amount, several words, and a word for one of the filters.
const SCRIPTS: &str = include_str!("scripts.txt");

/// How often a report is read, and each script is typed at the most.
const READINGS: usize = 5;
const TYPINGS: usize = 300;

/// A script is not begun again after this time.
const PATIENCE: Duration = Duration::from_secs(2);

fn main() -> io::Result<()> {
    let mut out: Box<dyn Write> = match env::var_os("REPORT_WIDGET_SAMPLES") {
        Some(place) => Box::new(File::create(place)?),
        None => Box::new(io::stdout()),
    };
    for report in &library().reports {
        measure(report, &mut out)?;
    }
    Ok(())
}

fn measure(report: &'static Report, out: &mut dyn Write) -> io::Result<()> {
    let cards = report.cards.len();
    let mut line = |what: &str, name: &str, time: Duration| {
        writeln!(out, "{what}\t{cards}\t{name}\t{:.6}", time.as_secs_f64() * 1e3)
    };
    let mut index = Arc::new(Index::new(report));
    for _ in 0..READINGS {
        let start = Instant::now();
        let fresh = Index::new(report);
        line("reading", "filters", start.elapsed())?;
        let start = Instant::now();
        fresh.read_on(usize::MAX);
        line("reading", "words", start.elapsed())?;
        index = Arc::new(fresh);
    }
    for script in SCRIPTS.lines() {
        let start = Instant::now();
        for _ in 0..TYPINGS {
            for (typed, time) in type_out(&index, script) {
                line("search", script, time)?;
                line("search by key", &format!("{script} > {typed}"), time)?;
            }
            if start.elapsed() > PATIENCE {
                break;
            }
        }
    }
    Ok(())
}

/// How long each keystroke took, in a field that was empty.
fn type_out<'s>(index: &Arc<Index>, script: &'s str) -> Vec<(&'s str, Duration)> {
    let mut session = Session::new(Arc::clone(index));
    let ends = script.char_indices().map(|(at, c)| at + c.len_utf8());
    let key = |end| {
        let query = &script[..end];
        let filters = Filters::default();
        let request = Request { query, filters: &filters, sort: Sort::Report };
        let start = Instant::now();
        let results = black_box(session.search(&request));
        let time = start.elapsed();
        drop(results);
        (query, time)
    };
    ends.map(key).collect()
}
