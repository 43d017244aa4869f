//! The size of the delivery, file by file, against the budgets of `tests/budget.toml`.

use crate::{compress, project};
use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    budget: Vec<Budget>,
    #[serde(default)]
    share: Vec<Share>,
}

/// How large some files of the delivery may be together, in bytes as they are sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    name: String,
    files: Vec<String>,
    most: usize,
}

/// What a file may weigh against those that it holds, in hundredths, so that holding them costs
/// little.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Share {
    name: String,
    file: String,
    of: Vec<String>,
    most: usize,
}

/// A file of the delivery: its size, and its size after Brotli.
struct Sized {
    name: String,
    bytes: usize,
    sent: usize,
}

/// Prints the table, and fails when a budget is exceeded or has nothing to count.
pub fn run() -> Result<()> {
    let budgets: Budgets =
        toml::from_str(&fs::read_to_string(project::tests().join("budget.toml"))?)?;
    let files = delivered()?;
    println!("{:>9} {:>9}  file", "bytes", "Brotli");
    for file in &files {
        println!("{:>9} {:>9}  {}", file.bytes, file.sent, file.name);
    }
    let weighed = budgets.budget.iter().map(|budget| budget.weigh(&files));
    let weighed = weighed.chain(budgets.share.iter().map(|share| share.weigh(&files)));
    let mut failures = Vec::new();
    for result in weighed {
        match result {
            Ok(line) => println!("{line}"),
            Err(error) => failures.push(error.to_string()),
        }
    }
    if failures.is_empty() { Ok(()) } else { bail!(failures.join("; ")) }
}

/// The files that readers get: not the compressed copies, not what is meant for the host.
fn delivered() -> Result<Vec<Sized>> {
    let mut files = project::files(&project::dist())?;
    files.retain(|(name, _)| {
        !["br", "gz"].contains(&project::ending(name))
            && name != "_headers"
            && !name.starts_with("hosts/")
    });
    let sized = |(name, file)| {
        let content = fs::read(file)?;
        Ok(Sized { name, bytes: content.len(), sent: compress::brotli(&content).len() })
    };
    files.into_iter().map(sized).collect()
}

impl Budget {
    fn weigh(&self, files: &[Sized]) -> Result<String> {
        let Self { name, most, .. } = self;
        let counted = files.iter().filter(|file| self.covers(&file.name));
        match counted.map(|file| file.sent).sum() {
            0 => bail!("no file of dist/ counts as {name}"),
            sent if sent > *most => bail!("{name} is {} bytes over", sent - most),
            sent => Ok(format!("{sent:>19}  of {most} for {name}")),
        }
    }

    /// Whether a file counts against this budget; its folder matters only to patterns that begin
    /// with a slash.
    fn covers(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.files.iter().any(|pattern| match pattern.strip_prefix('/') {
            Some(whole) => fits(whole, path),
            None => fits(pattern, name),
        })
    }
}

/// Whether a name fits a pattern in which a single `*` stands for any characters.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

impl Share {
    fn weigh(&self, files: &[Sized]) -> Result<String> {
        let find = |name: &String| {
            let found = files.iter().find(|file| file.name == *name);
            found.with_context(|| format!("dist/ holds no {name}"))
        };
        let whole = find(&self.file)?;
        let parts = self.of.iter().map(find).collect::<Result<Vec<_>>>()?;
        let hundredths = |size: fn(&Sized) -> usize| {
            let parts: usize = parts.iter().map(|part| size(part)).sum();
            (100 * size(whole)).div_ceil(parts.max(1))
        };
        let (bytes, sent) = (hundredths(|file| file.bytes), hundredths(|file| file.sent));
        let Self { name, most, .. } = self;
        let told =
            format!("{sent}% of {most}% for {name} against its parts; {bytes}% uncompressed");
        ensure!(sent.max(bytes) <= *most, told);
        Ok(format!("{:>19}{told}", ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sized<const N: usize>(sizes: [(&str, usize, usize); N]) -> Vec<Sized> {
        sizes.map(|(name, bytes, sent)| Sized { name: name.into(), bytes, sent }).into()
    }

    #[test]
    fn a_budget_covers_the_files_that_fit_one_of_its_patterns() {
        for (pattern, path, expected) in [
            ("index.html", "index.html", true),
            ("index.html", "en/index.html", true),
            ("/index.html", "index.html", true),
            ("/index.html", "en/index.html", false),
            ("/en/*.html", "en/index.html", true),
            ("*.js", "snippets/a/inline0.js", true),
            ("*.js", "a.json", false),
            ("report*.js", "report.js", true),
            ("ab*ba", "aba", false),
        ] {
            let budget = Budget { name: "a".into(), files: vec![pattern.into()], most: 1 };
            assert_eq!(budget.covers(path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn a_budget_is_kept_exceeded_or_has_nothing_to_count() {
        let budget = Budget { name: "scripts".into(), files: vec!["*.js".into()], most: 30 };
        for (sent, expected) in [(20, "30  of 30 for scripts"), (21, "scripts is 1 bytes over")] {
            let files = sized([("a.js", 90, 10), ("b.js", 90, sent), ("c.css", 90, 90)]);
            let told = budget.weigh(&files).unwrap_or_else(|error| error.to_string());
            assert_eq!(told.trim(), expected);
        }
        let told = budget.weigh(&sized([("c.css", 90, 90)])).unwrap_err().to_string();
        assert_eq!(told, "no file of dist/ counts as scripts");
    }

    #[test]
    fn a_file_is_weighed_against_its_parts_compressed_and_not() {
        let of = vec!["a".into(), "b".into()];
        let share = Share { name: "one".into(), file: "one".into(), of, most: 140 };
        for (bytes, sent, is_light) in [(280, 28, true), (281, 28, false), (280, 29, false)] {
            let files = sized([("one", bytes, sent), ("a", 150, 5), ("b", 50, 15)]);
            assert_eq!(share.weigh(&files).is_ok(), is_light, "{bytes} {sent}");
        }
        let told = share.weigh(&sized([("one", 1, 1), ("a", 1, 1)])).unwrap_err().to_string();
        assert_eq!(told, "dist/ holds no b");
    }
}
