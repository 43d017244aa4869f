//! The failures of Node's tests, told at the end: a run of an hour is long past them by then, and
//! whoever reads its last lines has to find out what failed.

use crate::fault::Fault;
use crate::program::Program;
use std::env;
use std::fs;
use std::path::Path;
use std::process;

/// Lets Node test, and names every failed test instead of the command that failed.
pub fn named(node: Program, run: impl FnOnce(Program) -> Result<(), Fault>) -> Result<(), Fault> {
    let place = env::temp_dir().join(format!("xtask-failures-{}.txt", process::id()));
    named_by(&place, node, run)
}

fn named_by(
    place: &Path,
    node: Program,
    run: impl FnOnce(Program) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let node = node
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=./failures.mjs", "--test-reporter-destination"])
        .arg(place);
    let result = run(node);
    // Node that never came to test has written nothing.
    let told = fs::read_to_string(place).unwrap_or_default();
    let _ = fs::remove_file(place);
    result.map_err(|fault| instead_of(fault, &told))
}

/// What the reporter told, where there is any, instead of a command that failed.
fn instead_of(fault: Fault, told: &str) -> Fault {
    match fault {
        Fault::Ended { .. } if !told.is_empty() => {
            let count = told.lines().filter(|line| !line.starts_with(' ')).count();
            Fault::Found(format!("{count} failed\n{}", told.trim_end()))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use std::path::PathBuf;
    use std::process::ExitStatus;

    /// Files of tests, and what is to be told of each.
    const FILES: [(&str, &str, &str); 8] = [
        ("passes", "test('one is one', () => {});", ""),
        (
            "differs",
            "test('one is two', () => assert.equal(1, 2)); test('is fine', () => {});",
            "one is two\n    Expected values to be strictly equal:\n    1 !== 2\n",
        ),
        (
            "has-parts",
            "test('a whole', (t) => t.test('a part', () => { throw new Error('it broke'); }));",
            "a part\n    it broke\n",
        ),
        (
            "throws-text",
            "test('says so', () => { throw 'only words'; });",
            "says so\n    only words\n",
        ),
        (
            "has-no-browser",
            "before(() => { throw new Error('no browser'); }); test('looks', () => {});",
            "looks\n    no browser\n",
        ),
        (
            "does-not-close",
            "after(() => { throw new Error('it stays open'); }); test('looks', () => {});",
            "the file itself, after it began \"looks\"\n    it stays open\n",
        ),
        ("dies-early", "process.exit(3);", "the file itself\n    test failed\n"),
        (
            "crashes",
            "console.error('from here'); console.error('    at there'); process.exit(3);",
            "the file itself\n    test failed\n    from here\n",
        ),
    ];

    /// Writes files of tests, and gives what is told of those that fail, beginning at their names.
    fn told(files: &[(&str, &str, &str)], options: &[&str]) -> String {
        let place = env::temp_dir().join(format!("xtask-told-{}-{}", files[0].0, process::id()));
        fs::create_dir_all(&place).unwrap();
        fs::copy(project::tests().join("failures.mjs"), place.join("failures.mjs")).unwrap();
        let files: Vec<PathBuf> = files
            .iter()
            .map(|(name, code, _)| {
                let file = place.join(format!("{name}.test.mjs"));
                let vocabulary = "import { after, before, test } from 'node:test'; \
                                  import assert from 'node:assert/strict';";
                fs::write(&file, format!("{vocabulary} {code}")).unwrap();
                file
            })
            .collect();
        let node = Program::new("node").arg("--test").args(options).within(&place);
        let result =
            named_by(&place.join("told"), node, |node| node.files(&files).answer().map(drop));
        fs::remove_dir_all(place).unwrap();
        result.unwrap_err().to_string()
    }

    #[test]
    fn every_failed_test_is_named_with_its_file_and_its_error() {
        let failing: Vec<_> = FILES.iter().filter(|(.., told)| !told.is_empty()).collect();
        let told = told(&FILES, &[]);
        for (name, _, expected) in &failing {
            let expected = format!("\n{name}.test.mjs: {expected}");
            assert!(format!("{told}\n").contains(&expected), "{expected} is not in {told}");
        }
        assert!(told.starts_with(&format!("{} failed\n", failing.len())), "{told}");
    }

    #[test]
    fn a_file_that_never_ends_is_named() {
        let told =
            told(&[("hangs", "test('waits', () => { for (;;); });", "")], &["--test-timeout=2000"]);
        assert_eq!(
            told,
            "1 failed\nhangs.test.mjs: the file itself\n    test timed out after 2000ms"
        );
    }

    #[test]
    fn a_long_comparison_is_told_by_its_beginning() {
        let code =
            "test('is short', () => { throw new Error('word\\n'.repeat(99) + 'x'.repeat(999)); });";
        let told = told(&[("long", code, "")], &[]);
        assert_eq!(told.lines().count(), 2 + 12, "{told}");
    }

    #[test]
    fn what_the_tests_did_not_tell_stays_as_it_is() {
        let ended = || Fault::Ended { command: "node".into(), status: ExitStatus::default() };
        let said = |fault: Fault, told| instead_of(fault, told).to_string();
        assert_eq!(said(ended(), ""), ended().to_string());
        assert_eq!(said(Fault::Found("no port".into()), "a: b\n    c\n"), "no port");
    }
}
