//! The measurements: what is built for each, who takes it, and how it is told.

use super::page;
use super::samples::{self, Sample};
use super::statistics::Summary;
use super::table::{figure, spaced, table, width};
use crate::drive::drive;
use crate::fault::Fault;
use crate::host::Host;
use crate::project;
use crate::setup::Toolbox;
use crate::step::step;
use std::fs;
use std::path::Path;

/// How many cards the page of the counters has: more than counters that run.
const CARDS_OF_COUNTERS: usize = 1_000;

/// What we aim at in a browser that nothing slows down: cards, and milliseconds that 95 of 100
/// keystrokes stay under.
const TARGETS: [(usize, f64); 2] = [(10_000, 16.0), (100_000, 50.0)];

/// The engines compared, as the samples call them and as people do.
const ENGINES: [(&str, &str); 5] = [
    ("search", "report-widget, native"),
    ("scan", "plain scan, native"),
    ("scan in JavaScript", "plain scan, Node"),
    ("MiniSearch", "MiniSearch, Node"),
    ("FlexSearch", "FlexSearch, Node"),
];

/// Searches generated reports of these sizes with the native program, beside a plain scan.
pub fn search(tools: &Toolbox, sizes: &[usize]) -> Result<(), Fault> {
    let samples = native(tools, sizes, None)?;
    println!("{}", table("First reading of a report, native, ms", "reading", &samples, false));
    println!("{}", table("Search, native, ms a keystroke", "search", &samples, true));
    println!(
        "{}",
        table("A plain scan of the texts, native, ms a keystroke", "scan", &samples, true)
    );
    Ok(())
}

/// Searches the same texts with other engines, and counts what each finds.
pub fn engines(tools: &Toolbox, sizes: &[usize]) -> Result<(), Fault> {
    let workshop = page::workshop();
    let (corpus, written) = (workshop.join("corpus"), workshop.join("engines.samples"));
    if corpus.exists() {
        fs::remove_dir_all(&corpus).map_err(Fault::file(&corpus))?;
    }
    fs::create_dir_all(&corpus).map_err(Fault::file(&corpus))?;
    let mut samples = native(tools, sizes, Some(&corpus))?;
    step("searching with other engines (some minutes)", || {
        tools
            .program("node")
            .args(["--max-old-space-size=8192"])
            .arg(project::tests().join("bench/engines.mjs"))
            .within(&project::tests())
            .with("REPORT_WIDGET_CORPUS", &corpus)
            .with("REPORT_WIDGET_SAMPLES", &written)
            .run()
    })?;
    samples.extend(samples::read(&written)?);
    println!("{}", table("First reading by others, ms", "reading by others", &samples, false));
    let compared: Vec<Sample> = ENGINES
        .iter()
        .flat_map(|(engine, name)| {
            let typed = samples.iter().filter(|sample| sample.what == *engine);
            typed.map(|sample| Sample {
                what: "typing".to_owned(),
                name: (*name).to_owned(),
                ..sample.clone()
            })
        })
        .collect();
    println!("{}", table("Typing the same words, ms a keystroke", "typing", &compared, false));
    recall(&samples);
    Ok(())
}

/// Tells which share of the cards that have what a query means each engine finds, in the largest
/// report.
fn recall(samples: &[Sample]) {
    let Some(cards) = samples.iter().map(|sample| sample.cards).max() else { return };
    let of_largest: Vec<_> = samples.iter().filter(|sample| sample.cards == cards).collect();
    let share = |engine: &str, query: &str| {
        let what = format!("recall of {engine}");
        let sample = of_largest.iter().find(|it| it.what == what && it.name == query);
        sample.map_or_else(String::new, |sample| figure(sample.figure))
    };
    println!(
        "\nOf a hundred cards that have what a query means, so many are found, {} cards\n",
        spaced(cards)
    );
    print!("{:24}", "");
    for (_, name) in ENGINES {
        print!("{name:>24}");
    }
    println!();
    for query in of_largest.iter().filter(|it| it.what == "recall of search").map(|it| &it.name) {
        print!("{query}{}", " ".repeat(24_usize.saturating_sub(width(query))));
        for (engine, _) in ENGINES {
            print!("{:>24}", share(engine, query));
        }
        println!();
    }
}

/// Runs the native bench on generated reports; it writes their texts into the corpus.
fn native(tools: &Toolbox, sizes: &[usize], corpus: Option<&Path>) -> Result<Vec<Sample>, Fault> {
    let workshop = page::workshop();
    let (reports, written) = (workshop.join("reports-of-search"), workshop.join("search.samples"));
    let named: Vec<_> = sizes.iter().map(|cards| (format!("generated-{cards}"), *cards)).collect();
    step("searching without a browser (some minutes the first time)", || {
        page::write_reports(tools, &reports, &named)?;
        let bench = tools
            .program("cargo")
            .args(["bench", "--quiet", "--no-default-features", "--bench", "search"])
            .with("REPORT_WIDGET_REPORTS", &reports)
            .with("REPORT_WIDGET_SAMPLES", &written)
            .with("CARGO_TARGET_DIR", &workshop);
        match corpus {
            Some(corpus) => bench.with("REPORT_WIDGET_CORPUS", corpus).run(),
            None => bench.run(),
        }
    })?;
    samples::read(&written)
}

/// Types into generated pages of these sizes.
pub fn browser(tools: &Toolbox, sizes: &[usize]) -> Result<(), Fault> {
    let written = page::workshop().join("browser.samples");
    let mut samples = Vec::new();
    for cards in sizes {
        let built = page::build(tools, *cards)?;
        step(&format!("typing into the page of {cards} cards"), || {
            node(tools, "typing.mjs", &built, *cards, &written)
        })?;
        samples.extend(samples::read(&written)?);
    }
    println!("{}", table("Opening the page, ms", "opening", &samples, false));
    println!(
        "\nFrom `input` event to painted result: to the task behind the first animation frame after \
         it, when style, layout and paint are done; the wait for the screen's next refresh is not \
         in it."
    );
    for (what, title) in [
        ("painted x1", "Chromium, ms a keystroke"),
        ("painted x4", "Chromium, CPU slowed down 4 times, ms a keystroke"),
    ] {
        println!("{}", table(title, what, &samples, true));
    }
    for (what, title) in [
        ("spent x1", "What a keystroke is spent on, ms"),
        ("spent x4", "What a keystroke is spent on, CPU slowed down 4 times, ms"),
    ] {
        println!("{}", table(title, what, &samples, false));
    }
    targets(&samples);
    Ok(())
}

/// Runs counters, ours and those of CountUp.js, on one page.
pub fn counters(tools: &Toolbox) -> Result<(), Fault> {
    let written = page::workshop().join("counters.samples");
    let built = page::build(tools, CARDS_OF_COUNTERS)?;
    step("running counters", || node(tools, "counters.mjs", &built, CARDS_OF_COUNTERS, &written))?;
    let samples = samples::read(&written)?;
    println!("\n200 counters at once, CPU slowed down 4 times, medians of some runs\n");
    println!("{:22}{:>16}{:>16}", "", "report-widget", "CountUp.js");
    let mut names: Vec<&str> = Vec::new();
    for sample in &samples {
        if !names.contains(&sample.name.as_str()) {
            names.push(&sample.name);
        }
    }
    for name in names {
        print!("{name:22}");
        for what in ["report-widget", "CountUp.js"] {
            let of_cell =
                samples.iter().filter(|sample| sample.what == what && sample.name == name);
            let sum = Summary::of(of_cell.map(|sample| sample.figure));
            print!("{:>16}", sum.map_or_else(String::new, |sum| figure(sum.median)));
        }
        println!();
    }
    Ok(())
}

/// Lets Lighthouse judge what `dist/` holds, on a phone that it pretends.
pub fn lighthouse(tools: &Toolbox) -> Result<(), Fault> {
    let host = Host::open(&project::dist(), 0)?;
    let script = project::tests().join("bench/lighthouse.mjs");
    println!("\nLighthouse, mobile, the standalone page of dist/\n");
    drive(&host, tools.program("node").arg(script).within(&project::tests()))
}

/// Says how the figures stand to what we aim at.
fn targets(samples: &[Sample]) {
    println!("\nTargets, unthrottled");
    for (cards, most) in TARGETS {
        let of_size =
            samples.iter().filter(|sample| sample.what == "painted x1" && sample.cards == cards);
        if let Some(sum) = Summary::of(of_size.map(|sample| sample.figure)) {
            let is = if sum.p95 < most { "met" } else { "missed" };
            println!(
                "  {:>7} cards: p95 under {most} ms; {} ms of {} keystrokes: {is}",
                spaced(cards),
                figure(sum.p95),
                sum.count,
            );
        }
    }
}

/// Lets Node drive a browser through a page; it finds everything in its environment.
fn node(
    tools: &Toolbox,
    script: &str,
    page: &Path,
    cards: usize,
    written: &Path,
) -> Result<(), Fault> {
    let host = Host::open(page, 0)?;
    let node = tools
        .program("node")
        .arg(project::tests().join("bench").join(script))
        .within(&project::tests())
        .with("REPORT_WIDGET_CARDS", cards.to_string())
        .with("REPORT_WIDGET_SAMPLES", written);
    drive(&host, node)
}
