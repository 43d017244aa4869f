//! A budget is how large some files of the delivery may be together, in bytes as they are sent.

use toml::Table;

/// One budget of `tests/budget.toml`.
#[derive(Debug, PartialEq)]
pub struct Budget {
    /// What the files are, in words.
    pub name: String,
    /// The most bytes that they may have together.
    pub most: u64,
    patterns: Vec<String>,
}

impl Budget {
    /// Reads the budgets of a file.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, String> {
        let table: Table = text.parse().map_err(|error| format!("{error}"))?;
        let budgets = table.get("budget").and_then(|list| list.as_array());
        let budgets = budgets.ok_or("expected [[budget]]")?;
        budgets
            .iter()
            .map(|budget| {
                let budget = budget.as_table().ok_or("expected [[budget]]")?;
                Self::parse(budget).ok_or("a budget has `name`, `files` and `most`".into())
            })
            .collect()
    }

    /// Whether a file counts against this budget; its folder matters only to patterns that begin
    /// with a slash.
    pub fn covers(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.patterns.iter().any(|pattern| match pattern.strip_prefix('/') {
            Some(whole) => fits(whole, path),
            None => fits(pattern, name),
        })
    }

    fn parse(table: &Table) -> Option<Self> {
        let words = table.get("files")?.as_array()?.iter();
        Some(Self {
            name: table.get("name")?.as_str()?.to_owned(),
            most: table.get("most")?.as_integer()?.try_into().ok()?,
            patterns: words.map(|word| word.as_str().map(str::to_owned)).collect::<Option<_>>()?,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn covers_the_files_that_fit_one_of_its_patterns() {
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
            let patterns = vec![pattern.to_owned()];
            let budget = Budget { name: "a".into(), most: 1, patterns };
            assert_eq!(budget.covers(path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn refuses_a_budget_that_lacks_a_part() {
        for text in ["", "budget = 3", "[[budget]]\nname = \"a\"\nfiles = [\"b\"]", "[[budget"] {
            assert!(Budget::parse_all(text).is_err(), "{text}");
        }
    }

    #[test]
    fn reads_the_budgets_of_this_project() {
        let text = project::read(&project::tests().join("budget.toml")).unwrap();
        let budgets = Budget::parse_all(&text).unwrap();
        assert!(budgets.iter().any(|budget| budget.covers("report-widget_bg.wasm")));
    }
}
