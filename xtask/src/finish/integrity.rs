//! What every file of the delivery has to be: `integrity.json`, for those who pin what they load
//! and for those who want to know which reports they read.

use super::Staging;
use super::version;
use crate::digest;
use crate::fault::Fault;
use crate::project;
use std::fmt::Write;
use std::fs;

/// The file itself, and what hosts read but never send.
const LEFT_OUT: [&str; 2] = ["integrity.json", "_headers"];

/// Writes the hash of every file, and the digest of the reports.
pub fn write(staging: &Staging) -> Result<(), Fault> {
    let mut files = Vec::new();
    for file in project::files(&staging.folder)? {
        let name = file.strip_prefix(&staging.folder).unwrap_or(&file);
        let name = name.to_string_lossy().replace('\\', "/");
        if !LEFT_OUT.contains(&name.as_str()) {
            files.push((name, digest::sha384(&fs::read(&file).map_err(Fault::file(&file))?)));
        }
    }
    files.sort();
    let text = text(&project::version()?, &version::data()?, &files);
    project::write(&staging.folder.join("integrity.json"), text)
}

/// Names of files and hashes need no escapes.
fn text(version: &str, data: &str, files: &[(String, String)]) -> String {
    let mut text = format!(
        "{{\n  \"version\": \"{version}\",\n  \"data\": \"sha256 {data}\",\n  \"files\": {{"
    );
    for (index, (name, hash)) in files.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(text, "{comma}\n    \"{name}\": \"{hash}\"").expect("a string takes all");
    }
    text + "\n  }\n}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_file_under_its_name() {
        let files = [("a.js".to_owned(), "sha384-A".to_owned()), ("b/c".into(), "sha384-B".into())];
        let expected = "{\n  \"version\": \"1.2.3\",\n  \"data\": \"sha256 ff\",\n  \"files\": {\n    \
            \"a.js\": \"sha384-A\",\n    \"b/c\": \"sha384-B\"\n  }\n}\n";
        assert_eq!(text("1.2.3", "ff", &files), expected);
    }
}
