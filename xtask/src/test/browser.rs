//! Node's tests: end to end, Node drives a browser through the bundle, as it would be hosted; and
//! those of the tools that are written for Node.

use crate::{archive, bench, npm, project, setup};
use anyhow::{Result, bail, ensure};
use fs_err as fs;
use report_host::Host;
use std::env;
use std::path::{Path, PathBuf};
use std::thread;
use which::which;
use xshell::{Cmd, Shell, cmd};

/// A file of tests takes about a minute at most. One that hangs, for a browser that never answers,
/// has failed by its name after this many milliseconds, long before the patience of whoever waits
/// for the whole run is at its end.
const LIMIT: u32 = 6 * 60 * 1000;

/// The engine that every test runs in, as `tests/browser/engine.mjs` names it.
const CHROMIUM: &str = "chromium";

/// The engines that the journeys run in besides Chromium.
const ENGINES: [&str; 2] = ["firefox", "webkit"];

/// The cards of the generated report of the scale tests: many times what a page draws at once. Our
/// own reports are so small that most of what a large one needs never runs in them.
const MANY_CARDS: u32 = 2_000;

/// Runs every `tests/browser/**/*.test.mjs` in Chromium, against `dist/` and what is packed of it.
pub fn run(shell: &Shell) -> Result<()> {
    let place = project::root().join("target/packages");
    npm::pack(shell, &place)?;
    archive::pack_plugin(&place)?;
    let packages = [("REPORT_WIDGET_PACKAGES", place.to_string_lossy().into_owned())];
    visit(shell, &project::dist(), CHROMIUM, &packages, &test_files("tests/browser")?)
}

/// Runs every `tests/browser/journeys/*.test.mjs` in the other engines side by side, each on a screen
/// of its own.
pub fn run_journeys(shell: &Shell) -> Result<()> {
    let journeys = &test_files("tests/browser/journeys")?;
    let failures: Vec<_> = thread::scope(|scope| {
        let visits = ENGINES.map(|engine| {
            let shell = shell.clone();
            scope.spawn(move || {
                visit(&shell, &project::dist(), engine, &[], journeys)
                    .map_err(|error| format!("in {engine}: {error:#}"))
            })
        });
        let ends = visits.map(|visit| visit.join().expect("a visit does not panic"));
        ends.into_iter().filter_map(Result::err).collect()
    });
    if failures.is_empty() { Ok(()) } else { bail!(failures.join("\n")) }
}

/// Runs every `tests/scale/*.test.mjs` in Chromium, against a page of [`MANY_CARDS`].
pub fn run_scale(shell: &Shell) -> Result<()> {
    let page = bench::build_page(shell, MANY_CARDS)?;
    let cards = [("REPORT_WIDGET_CARDS", MANY_CARDS.to_string())];
    visit(shell, &page, CHROMIUM, &cards, &test_files("tests/scale")?)
}

/// Takes the pictures that are missing, or that the delivery does not look like any more.
pub fn take_pictures(shell: &Shell) -> Result<()> {
    let pictures = [project::tests().join("browser/journeys/pictures.test.mjs")];
    let write = [("WRITE_GENERATED", "1".to_owned())];
    for engine in [CHROMIUM].into_iter().chain(ENGINES) {
        println!("in {engine}");
        visit(shell, &project::dist(), engine, &write, &pictures)?;
    }
    Ok(())
}

/// Runs the tests of what is written for Node, and those of the host.
pub fn test_tools(shell: &Shell) -> Result<()> {
    let mut files = [test_files("tools")?, test_files("tests/bench")?].concat();
    let others = ["failures.test.mjs", "host.test.mjs", "size.test.mjs"];
    files.extend(others.map(|name| project::tests().join(name)));
    let node = cmd!(shell, "node --test").env("REPORT_WIDGET_XTASK", env::current_exe()?);
    test(shell, node, &files, Report::AsItComes)
}

/// Names the programs of each browser that is there, for Node to find them.
pub fn with_browsers(mut node: Cmd) -> Cmd {
    for (name, place) in [
        ("CHROMIUM", setup::chromium()),
        ("CHROMEDRIVER", which("chromedriver").ok()),
        ("FIREFOX", setup::firefox()),
        ("WEBKIT", setup::webkit()),
    ] {
        if let Some(place) = place {
            node = node.env(name, place);
        }
    }
    node
}

/// Lets Node run files of tests in an engine, against a folder as it would be hosted.
fn visit(
    shell: &Shell,
    folder: &Path,
    engine: &'static str,
    variables: &[(&str, String)],
    files: &[PathBuf],
) -> Result<()> {
    let host = Host::start(folder, 0)?;
    let _folder = shell.push_dir(project::tests());
    // Chromium needs no screen, so that as many run side by side as there are processors; windows on one
    // screen would take the focus from each other.
    let at_once = if engine == CHROMIUM { thread::available_parallelism()?.get() } else { 1 };
    let node = cmd!(shell, "node --test")
        .arg(format!("--test-timeout={LIMIT}"))
        .arg(format!("--test-concurrency={at_once}"))
        .env("REPORT_WIDGET_ENGINE", engine)
        .env("REPORT_WIDGET_URL", host.address())
        .env("REPORT_WIDGET_FOLDER", &host.folder)
        .envs(variables.iter().map(|(name, value)| (name, value)));
    let report = if engine == CHROMIUM { Report::AsItComes } else { Report::AtTheEnd(engine) };
    let mut node = with_browsers(node);
    if let Some(program) = setup::chromium_without_windows() {
        node = node.env("CHROMIUM", program);
    }
    test(shell, node, files, report)
}

/// When the report of a run is printed.
#[derive(Clone, Copy)]
enum Report {
    AsItComes,
    /// In one piece under this heading, for runs that go side by side.
    AtTheEnd(&'static str),
}

/// Lets Node test, and names every failed test instead of the command that failed: a run of an hour
/// is long past them by its end.
fn test(shell: &Shell, node: Cmd, files: &[PathBuf], report: Report) -> Result<()> {
    let place = shell.create_temp_dir()?;
    let [failed, printed] = ["failures", "report"].map(|name| place.path().join(name));
    let shown_at = match report {
        Report::AsItComes => "stdout".into(),
        Report::AtTheEnd(_) => printed.display().to_string(),
    };
    let reporter = project::tests().join("failures.mjs");
    let result = node
        .quiet()
        .args(["--test-reporter=spec", &format!("--test-reporter-destination={shown_at}")])
        .arg(format!("--test-reporter={}", reporter.display()))
        .arg(format!("--test-reporter-destination={}", failed.display()))
        .args(files)
        .run();
    if let Report::AtTheEnd(heading) = report {
        println!("in {heading}\n{}", fs::read_to_string(printed).unwrap_or_default());
    }
    // Node that never came to test has written nothing.
    let failures = fs::read_to_string(&failed).unwrap_or_default();
    match result {
        Err(_) if !failures.is_empty() => {
            let count = failures.lines().filter(|line| !line.starts_with(' ')).count();
            bail!("{count} failed\n{}", failures.trim_end())
        }
        result => Ok(result?),
    }
}

/// The tests of a folder: Node 20 does not expand patterns by itself.
fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let files = project::files(&project::root().join(folder))?.into_iter().map(|(_, file)| file);
    let files: Vec<_> =
        files.filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    ensure!(!files.is_empty(), "{folder} holds no *.test.mjs");
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_test_is_named_and_a_command_that_did_not_start_is_too() {
        let shell = Shell::new().unwrap();
        let folder = shell.create_temp_dir().unwrap();
        shell.change_dir(folder.path());
        let code = "import { test } from 'node:test'; test('looks', () => { throw new Error('broken'); });";
        shell.write_file("a.test.mjs", code).unwrap();
        let error =
            test(&shell, cmd!(shell, "node --test"), &["a.test.mjs".into()], Report::AsItComes)
                .unwrap_err();
        assert_eq!(error.to_string(), "1 failed\na.test.mjs: looks\n    broken");
        let error = test(&shell, cmd!(shell, "node --no-such-option"), &[], Report::AtTheEnd("it"))
            .unwrap_err();
        assert!(error.to_string().contains("--no-such-option"), "{error}");
    }
}
