//! The modules: the one that hosts load, and those that it loads in turn; esbuild makes them small.
//!
//! wasm-bindgen names its module after the crate. Hosts, however, are promised `report-widget.js`
//! for the module that registers the element, so the program's module steps aside.

use super::Staging;
use crate::{project, setup};
use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use report_bundler::PLACEHOLDER;
use report_bundler::names::{ELEMENT, PROGRAM, SINGLE_SCRIPT};
use std::path::Path;
use std::{env, iter};
use xshell::Cmd;

/// The module that writes workbooks.
const WORKBOOKS: &str = "report-widget-xlsx.js";

/// The one place where the program writes HTML, and what stands there instead.
const WRITES: (&str, &str) = (
    ".innerHTML = getStringFromWasm0(arg1, arg2)",
    ".innerHTML = trusted(getStringFromWasm0(arg1, arg2))",
);

/// Lets the element say how HTML is to be trusted.
const TRUST: &str = "
let trusted = (html) => html;
export function trust(policy) {
    if (policy) trusted = (html) => policy.createHTML(html);
}
";

/// Where the element loads a file, and what stands there when the file is in the page.
const FETCH: (&str, &str) = ("fetch(FILES[name](), options)", "in_page(name)");

/// Gives both modules their names, and lets pages with Trusted Types trust the program's HTML.
pub fn name(staging: &Staging) -> Result<()> {
    staging.write(PROGRAM, trusting(&staging.read(ELEMENT)?)?)?;
    let element = fs::read_to_string(project::root().join("assets/element.js"))?;
    ensure!(element.contains(PLACEHOLDER), "element.js has no place for digests: {PLACEHOLDER}");
    staging.write(ELEMENT, element)
}

/// Joins the module that writes workbooks with the package that it imports.
pub fn bundle(staging: &Staging) -> Result<()> {
    // A copy of the sources has no packages of its own; who builds it names theirs.
    let given = env::var_os("NODE_PATH").unwrap_or_default();
    let own = project::tests().join("node_modules");
    let packages = env::join_paths(iter::once(own).chain(env::split_paths(&given)))?;
    esbuild(&staging.folder, |esbuild| {
        esbuild
            .env("NODE_PATH", packages)
            .args(["--bundle", WORKBOOKS])
            .arg(format!("--outfile={WORKBOOKS}"))
    })
}

/// Joins the element with all that it imports to the script of the single file.
pub fn join(staging: &Staging) -> Result<()> {
    let in_page = fs::read_to_string(project::root().join("assets/single.js"))?;
    let element = replace_once(&staging.read(ELEMENT)?, FETCH.0, FETCH.1)?;
    staging.write(SINGLE_SCRIPT, in_page + &element)?;
    esbuild(&staging.folder, |esbuild| {
        esbuild.args(["--bundle", SINGLE_SCRIPT, "--outfile=report-widget.html.mjs"])
    })
}

/// Minifies every module in place: a third of what a browser would load of them is comments and
/// long names.
pub fn minify(staging: &Staging) -> Result<()> {
    minify_in(&staging.folder)
}

/// The same for the modules of some folder.
pub fn minify_in(folder: &Path) -> Result<()> {
    let modules = project::files(folder)?.into_iter().map(|(name, _)| name);
    let modules = modules.filter(|name| project::ending(name) == "js");
    esbuild(folder, |esbuild| esbuild.args(modules).args(["--outdir=.", "--outbase=."]))
}

fn esbuild(folder: &Path, with: impl FnOnce(Cmd) -> Cmd) -> Result<()> {
    let shell = project::shell()?;
    // A build may have been started by hand, without the tools in front of the PATH.
    setup::use_node_packages(&shell);
    shell.change_dir(folder);
    let esbuild = shell.cmd(setup::script("esbuild")).quiet();
    let esbuild = esbuild.args(["--minify", "--format=esm", "--target=es2022", "--charset=utf8"]);
    let esbuild =
        esbuild.args(["--legal-comments=none", "--log-level=warning", "--allow-overwrite"]);
    with(esbuild).run().context("esbuild is one of the npm packages: `npm ci` in tests/")
}

fn trusting(program: &str) -> Result<String> {
    Ok(replace_once(program, WRITES.0, WRITES.1)? + TRUST)
}

/// Replaces what has to be there exactly once.
fn replace_once(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replace(old, new)),
        times => bail!("`{old}` stands {times} times, expected once"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_written_only_where_it_is_trusted() {
        let program = "a: function(arg0, arg1, arg2) {\n    \
            arg0.innerHTML = getStringFromWasm0(arg1, arg2);\n},\n";
        let trusting = trusting(program).unwrap();
        assert!(trusting.contains(".innerHTML = trusted(getStringFromWasm0(arg1, arg2));"));
        assert!(trusting.contains("\nexport function trust(policy) {\n"));
    }

    #[test]
    fn stops_when_the_program_writes_html_in_another_way() {
        for program in ["arg0.outerHTML = a;", &WRITES.0.repeat(2)] {
            let error = trusting(program).unwrap_err().to_string();
            assert!(error.ends_with("times, expected once"), "{error}");
        }
    }
}
