//! npm: the program, and the packages of the browser tests.

use crate::fault::Fault;
use crate::program::Program;
use crate::project;
use crate::step::step;
use std::fs;

/// npm without its advertisements.
pub fn npm(arguments: &[&str]) -> Program {
    Program::new("npm").args(["--no-audit", "--no-fund", "--loglevel=error"]).args(arguments)
}

/// Installs what `tests/package-lock.json` names, unless that is what is installed.
pub fn test_packages() -> Result<(), Fault> {
    let tests = project::tests();
    let wanted = project::read(&tests.join("package-lock.json"))?;
    let seal = tests.join("node_modules/.installed-from");
    if fs::read_to_string(&seal).is_ok_and(|installed| installed == wanted) {
        println!("- the npm packages of the tests are there");
        return Ok(());
    }
    let what = "installing the npm packages of the tests (10 seconds)";
    step(what, || {
        npm(&["ci"]).within(&tests).run()?;
        project::write(&seal, &wanted)
    })
}
