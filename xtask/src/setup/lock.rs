//! The lock file: which version of a crate the project is built with.

use crate::fault::Fault;
use crate::project;

/// The version of a crate in `Cargo.lock`.
pub fn version(name: &str) -> Result<String, Fault> {
    let place = project::root().join("Cargo.lock");
    let text = project::read(&place)?;
    version_in(&text, name)
        .map(str::to_owned)
        .ok_or_else(|| Fault::content(place, format!("names no version of {name}")))
}

/// Cargo writes the lock file in one fixed form, one key a line, the name before the version.
fn version_in<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = text.lines();
    lines.find(|line| value(line, "name") == Some(name))?;
    value(lines.next()?, "version")
}

fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]
"#;

    #[test]
    fn finds_the_version_of_exactly_the_named_crate() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }

    #[test]
    fn finds_what_this_project_is_built_with() {
        assert!(version("wasm-bindgen").unwrap().starts_with("0.2."));
    }
}
