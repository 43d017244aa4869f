//! A `_headers` file says which headers a static host sends with which paths.
//!
//! Netlify and Cloudflare Pages read this form, and so does our own server: what is tested is the
//! very file that is delivered. A line without indentation is a path, where `*` at the end stands
//! for anything; the indented lines below it are its headers; `#` starts a comment.

use std::fmt;

/// The rules of one `_headers` file, in the order of the file.
#[derive(Debug, Default, PartialEq)]
pub struct Headers {
    rules: Vec<Rule>,
}

/// A line of a `_headers` file that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadersError {
    /// Its number, from 1 on.
    pub line: usize,
    /// What is wrong.
    pub message: &'static str,
}

impl fmt::Display for HeadersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for HeadersError {}

#[derive(Debug, PartialEq)]
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// Adds headers for a path.
    #[must_use]
    pub fn and(mut self, path: &str, headers: &[(&str, &str)]) -> Self {
        let headers = headers.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        self.rules.push(Rule { path: path.into(), headers: headers.collect() });
        self
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Names the line that makes no sense.
    pub fn parse(text: &str) -> Result<Self, HeadersError> {
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
            let error = |message| HeadersError { line: number, message };
            let rule = rules.last_mut().ok_or_else(|| error("a header before a path"))?;
            if !content.is_ascii() {
                return Err(error("a header is plain ASCII"));
            }
            let header = content.split_once(':');
            let (name, value) = header.ok_or_else(|| error("expected \"name: value\""))?;
            rule.headers.push((name.trim().into(), value.trim().into()));
        }
        Ok(Self { rules })
    }

    /// The headers of every rule that covers a path.
    pub fn of(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        self.headers(move |rule| match rule.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == rule.path,
        })
    }

    /// The headers of the rule for exactly this path or pattern.
    pub fn only_of(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        self.headers(move |rule| rule.path == path)
    }

    /// The paths that have rules of their own.
    pub fn single_paths(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.path.as_str()).filter(|path| !path.ends_with('*'))
    }

    fn headers(&self, covers: impl Fn(&Rule) -> bool) -> impl Iterator<Item = (&str, &str)> {
        let rules = self.rules.iter().filter(move |rule| covers(rule));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_a_path_the_headers_of_every_rule_that_covers_it() {
        let file = "# for everything\n/*\n  A: nosniff\n\n/embed.html\n  B: default-src 'none'; img-src data:\n";
        let headers = Headers::parse(file).unwrap();
        let everywhere = ("A", "nosniff");
        let embedded = ("B", "default-src 'none'; img-src data:");
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
        let headers =
            Headers::default().and("/*", &[("A", "b: c"), ("D", "e")]).and("/f", &[("G", "h")]);
        assert_eq!(Headers::parse(&headers.to_string()).unwrap(), headers);
    }

    #[test]
    fn names_the_line_that_makes_no_sense() {
        for (text, expected) in [
            ("  A: b", "line 1: a header before a path"),
            ("/*\n  A", "line 2: expected \"name: value\""),
            ("/*\n\n  A: 가", "line 3: a header is plain ASCII"),
        ] {
            assert_eq!(Headers::parse(text).unwrap_err().to_string(), expected);
        }
    }
}
