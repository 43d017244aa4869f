//! Searching, keystroke by keystroke, in every report of the bundle, beside a plain scan of the same
//! texts.
//!
//! A line for each measurement, `<what>\t<cards>\t<name>\t<figure>`, goes into the file that
//! `REPORT_WIDGET_SAMPLES` names, or to the terminal. `cargo xtask bench` builds this with
//! generated reports and makes tables of the lines. The folder that `REPORT_WIDGET_CORPUS` names
//! gets the texts, for `tests/bench/engines.mjs` to search with other engines.

use report_widget::bundle::library;
use report_widget::report::{Card, Report, Term, Text};
use report_widget::search::{Index, Request, Session};
use report_widget::state::{Filters, Sort};
use std::env;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What readers type, a character at a time: a word, its 초성, the word on the other layout, an
/// amount, several words, and a word for one of the filters.
const SCRIPTS: &str = include_str!("scripts.txt");

/// Queries, and the words that readers mean by them: a card answers if its text has all of these,
/// spaces left out.
const MEANINGS: &str = include_str!("meanings.tsv");

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
        let index = read(report, &mut out)?;
        let cards = report.cards.len();
        let texts: Vec<String> = report.cards.iter().map(|card| text(report, card)).collect();
        if let Some(folder) = env::var_os("REPORT_WIDGET_CORPUS") {
            let place = Path::new(&folder).join(format!("{cards}.json"));
            fs::write(place, serde_json::to_string(&texts)?)?;
        }
        speed(&mut out, cards, "search", |script| type_out(&index, script))?;
        speed(&mut out, cards, "scan", |script| {
            keystrokes(script, |query| black_box(scan(&texts, query)).len())
        })?;
        recall(&mut out, &index, &texts)?;
    }
    Ok(())
}

fn read(report: &'static Report, out: &mut dyn Write) -> io::Result<Arc<Index>> {
    let cards = report.cards.len();
    let mut line = |name: &str, time: Duration| {
        writeln!(out, "reading\t{cards}\t{name}\t{:.6}", time.as_secs_f64() * 1e3)
    };
    let mut index = Arc::new(Index::new(report));
    for _ in 0..READINGS {
        let start = Instant::now();
        let fresh = Index::new(report);
        line("filters", start.elapsed())?;
        let start = Instant::now();
        fresh.read_on(usize::MAX);
        line("words", start.elapsed())?;
        index = Arc::new(fresh);
    }
    Ok(index)
}

/// How long each keystroke of each script takes.
fn speed(
    out: &mut dyn Write,
    cards: usize,
    what: &str,
    mut type_out: impl FnMut(&'static str) -> Vec<(&'static str, Duration)>,
) -> io::Result<()> {
    for script in SCRIPTS.lines() {
        let start = Instant::now();
        for _ in 0..TYPINGS {
            for (typed, time) in type_out(script) {
                let time = time.as_secs_f64() * 1e3;
                writeln!(out, "{what}\t{cards}\t{script}\t{time:.6}")?;
                writeln!(out, "{what} by key\t{cards}\t{script} > {typed}\t{time:.6}")?;
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
    keystrokes(script, |query| {
        let filters = Filters::default();
        black_box(session.search(&Request { query, filters: &filters, sort: Sort::Report })).total()
    })
}

fn keystrokes(script: &str, mut search: impl FnMut(&str) -> usize) -> Vec<(&str, Duration)> {
    let ends = script.char_indices().map(|(at, c)| at + c.len_utf8());
    let key = |end| {
        let query = &script[..end];
        let start = Instant::now();
        black_box(search(query));
        (query, start.elapsed())
    };
    ends.map(key).collect()
}

/// Which share of the cards that answer a query is found, in percent.
fn recall(out: &mut dyn Write, index: &Index, texts: &[String]) -> io::Result<()> {
    let joined: Vec<String> = texts.iter().map(|text| text.split_whitespace().collect()).collect();
    for (query, meaning) in MEANINGS.lines().filter_map(|line| line.split_once('\t')) {
        let answers = |text: &String| meaning.split(' ').all(|word| has(text, word));
        let relevant: Vec<usize> =
            joined.iter().enumerate().filter(|(_, text)| answers(text)).map(|(at, _)| at).collect();
        let filters = Filters::default();
        let found = index.search(&Request { query, filters: &filters, sort: Sort::Report });
        let mut is_found = vec![false; texts.len()];
        for card in found.cards {
            is_found[card as usize] = true;
        }
        let mut is_scanned = vec![false; texts.len()];
        for card in scan(texts, query) {
            is_scanned[card] = true;
        }
        for (what, found) in [("recall of search", is_found), ("recall of scan", is_scanned)] {
            let hits = relevant.iter().filter(|card| found[**card]).count();
            if !relevant.is_empty() {
                let share = 100.0 * as_f64(hits) / as_f64(relevant.len());
                writeln!(out, "{what}\t{}\t{query}\t{share:.2}", texts.len())?;
            }
        }
    }
    Ok(())
}

/// Whether a text has a word; numbers not in the midst of other numbers.
fn has(text: &str, word: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let is_number = is_digit(word.chars().next());
    text.match_indices(word).any(|(at, _)| !(is_number && is_digit(text[..at].chars().next_back())))
}

/// The cards whose text has every word of the query, as a plain search finds them.
fn scan(texts: &[String], query: &str) -> Vec<usize> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let has_all = |text: &String| words.iter().all(|word| text.contains(word));
    texts.iter().enumerate().filter(|(_, text)| has_all(text)).map(|(at, _)| at).collect()
}

/// Everything that a card says, in lower case.
fn text(report: &Report, card: &Card) -> String {
    let name = |terms: &[Term], at: u16| terms[usize::from(at)].name;
    let mut texts: Vec<Text> = vec![card.title];
    texts.extend(card.brands.iter().map(|at| name(&report.brands, *at)));
    texts.extend(card.audiences.iter().map(|at| name(&report.audiences, *at)));
    texts.extend(card.themes.iter().map(|at| name(&report.themes, *at)));
    texts.extend(card.figures.iter().map(|figure| figure.label));
    texts.extend(card.dates.iter().map(|event| event.what));
    texts.extend(card.partners.iter().copied());
    texts.push(card.summary);
    let mut words: Vec<&str> = texts.iter().flat_map(|text| [text.ko, text.en]).collect();
    words.push(card.printed_title);
    words.extend(&card.printed_names);
    words.extend(card.figures.iter().flat_map(|figure| &figure.printed));
    words.extend(card.dates.iter().map(|event| event.span.from.as_str()));
    words.join("\n").to_lowercase()
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
