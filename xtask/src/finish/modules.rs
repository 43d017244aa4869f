//! The modules: the one that hosts load, and the one that it loads in turn.
//!
//! wasm-bindgen names its module after the crate. Hosts, however, are promised `report-widget.js`
//! for the module that registers the element, so the program's module steps aside.

use super::Staging;
use super::{charts, style};
use crate::digest;
use crate::fault::Fault;
use crate::project;
use std::fs;

/// The module that registers the element, as hosts know it.
pub const ELEMENT: &str = "report-widget.js";

/// wasm-bindgen's module, which the element imports when it is needed.
pub const PROGRAM: &str = "report-widget-program.js";

/// The WebAssembly, which the program's module is made for.
pub const CODE: &str = "report-widget_bg.wasm";

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

/// Where the element says which files belong to it.
const INTEGRITY: &str = "const INTEGRITY = {};";

/// Gives both modules their names, and lets pages with Trusted Types trust the program's HTML.
pub fn name(staging: &Staging) -> Result<(), Fault> {
    let built = staging.folder.join(ELEMENT);
    let program = project::read(&built)?;
    let program = trusting(&program).map_err(|what| Fault::content(built.clone(), what))?;
    project::write(&staging.folder.join(PROGRAM), program)?;
    let source = project::root().join("assets/element.js");
    fs::copy(&source, &built).map_err(Fault::file(&source))?;
    Ok(())
}

/// Ties the element to the files of this build: its own `integrity` covers theirs.
pub fn tie(staging: &Staging) -> Result<(), Fault> {
    let hash = |name: &str| {
        let file = staging.folder.join(name);
        let content = fs::read(&file).map_err(Fault::file(&file))?;
        Ok::<_, Fault>(format!("\"{name}\": \"{}\"", digest::sha384(&content)))
    };
    let names = [CODE, style::SHEET].into_iter().chain(charts::FILES);
    let hashes = names.map(hash).collect::<Result<Vec<_>, _>>()?.join(", ");
    let place = staging.folder.join(ELEMENT);
    let element = project::read(&place)?;
    let tied = once(&element, INTEGRITY, &format!("const INTEGRITY = {{ {hashes} }};"));
    project::write(&place, tied.map_err(|what| Fault::content(place.clone(), what))?)
}

fn trusting(program: &str) -> Result<String, String> {
    Ok(once(program, WRITES.0, WRITES.1)? + TRUST)
}

/// Replaces what has to be there exactly once.
fn once(text: &str, old: &str, new: &str) -> Result<String, String> {
    match text.matches(old).count() {
        1 => Ok(text.replace(old, new)),
        times => Err(format!("`{old}` stands {times} times, expected once")),
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
    fn says_when_the_program_writes_html_in_another_way() {
        let told = trusting("arg0.outerHTML = a;").unwrap_err();
        assert!(told.ends_with("0 times, expected once"), "{told}");
    }

    #[test]
    fn the_element_of_this_project_can_be_tied() {
        let element = project::read(&project::root().join("assets/element.js")).unwrap();
        assert!(once(&element, INTEGRITY, "").is_ok());
    }
}
