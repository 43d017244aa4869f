//! A `_headers` file says which headers a static host sends with which paths.
//!
//! Netlify and Cloudflare Pages read this form, and so does our own server: what is tested is the
//! very file that is delivered. A line without indentation is a path, where `*` at the end stands
//! for anything; the indented lines below it are its headers; `#` starts a comment.

pub mod policy;

use std::fmt;

/// The rules of one `_headers` file, in the order of the file.
#[derive(Debug, Default, PartialEq)]
pub struct Headers {
    rules: Vec<Rule>,
}

#[derive(Debug, PartialEq)]
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// The same headers for every path.
    pub fn everywhere(headers: &[(&str, &str)]) -> Self {
        Self::default().and("/*", headers)
    }

    /// The same, and more for one path.
    #[must_use]
    pub fn and(mut self, path: &str, headers: &[(&str, &str)]) -> Self {
        let headers = headers.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        self.rules.push(Rule { path: path.into(), headers: headers.collect() });
        self
    }

    /// Reads a file; the fault names the line that makes no sense.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if content == line.trim_end() {
                rules.push(Rule { path: content.into(), headers: Vec::new() });
                continue;
            }
            let rule = rules
                .last_mut()
                .ok_or_else(|| format!("line {number}: a header before the first path"))?;
            if !content.is_ascii() {
                return Err(format!("line {number}: a header is plain ASCII"));
            }
            let (name, value) = content
                .split_once(':')
                .ok_or_else(|| format!("line {number}: expected \"name: value\""))?;
            rule.headers.push((name.trim().into(), value.trim().into()));
        }
        Ok(Self { rules })
    }

    /// The headers of every rule that covers a path.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.rules
            .iter()
            .filter(move |rule| rule.covers(path))
            .flat_map(|rule| &rule.headers)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The paths that have rules of their own.
    pub fn apart(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.path.as_str()).filter(|path| !path.ends_with('*'))
    }

    /// The headers that one path has of its own.
    pub fn only_of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let rules = self.rules.iter().filter(move |rule| rule.path == path);
        rules.flat_map(|rule| &rule.headers).map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl fmt::Display for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for rule in &self.rules {
            writeln!(f, "{}", rule.path)?;
            for (name, value) in &rule.headers {
                writeln!(f, "  {name}: {value}")?;
            }
        }
        Ok(())
    }
}

impl Rule {
    fn covers(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# for everything
/*
  X-Content-Type-Options: nosniff

/embed.html
  Content-Security-Policy: default-src 'none'; img-src data:
";

    #[test]
    fn gives_a_path_the_headers_of_every_rule_that_covers_it() {
        let headers = Headers::parse(FILE).unwrap();
        let everywhere = ("X-Content-Type-Options", "nosniff");
        let embedded = ("Content-Security-Policy", "default-src 'none'; img-src data:");
        for (path, expected) in [
            ("/", vec![everywhere]),
            ("/embed.html.br", vec![everywhere]),
            ("/embed.html", vec![everywhere, embedded]),
        ] {
            assert_eq!(headers.of(path).collect::<Vec<_>>(), expected, "{path}");
        }
    }

    #[test]
    fn reads_back_what_it_writes() {
        let headers = Headers::everywhere(&[("A", "b: c"), ("D", "e")]).and("/f", &[("G", "h")]);
        assert_eq!(Headers::parse(&headers.to_string()), Ok(headers));
    }

    #[test]
    fn names_the_line_that_makes_no_sense() {
        for (text, expected) in [
            ("  A: b", "line 1: a header before the first path"),
            ("/*\n  A", "line 2: expected \"name: value\""),
            ("/*\n\n  A: 가", "line 3: a header is plain ASCII"),
        ] {
            assert_eq!(Headers::parse(text), Err(expected.into()));
        }
    }
}
