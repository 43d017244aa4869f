//! Diagnostics: what is wrong, where, in words an editor understands; all of them.

use std::cell::RefCell;
use std::fmt;

use report_model::{Lang, Languages, Locale};

use super::Problem;

/// One thing wrong with a report's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// File, as a path under `assets/reports`.
    pub file: String,
    /// Place in the file, such as `cards[unused-vaccine].figures[cost].value`;
    /// empty for the file as a whole.
    pub place: String,
    /// What is wrong and what was expected.
    pub problem: Problem,
}

impl Diagnostic {
    /// The file, the place in it and the problem in a language.
    #[must_use]
    pub fn message(&self, lang: Locale) -> String {
        let Self { file, place, problem } = self;
        let problem = problem.get(lang);
        if place.is_empty() {
            format!("{file}: {problem}")
        } else {
            format!("{file}: {place}: {problem}")
        }
    }
}

impl fmt::Display for Diagnostic {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Locale::En))
    }
}

/// All diagnostics found so far.
#[derive(Debug, Default)]
pub struct Diagnostics(RefCell<Vec<Diagnostic>>);

impl Diagnostics {
    /// A place in a file, to report errors at.
    pub fn file<'a>(&'a self, file: &str) -> Place<'a> {
        Place {
            diagnostics: self,
            languages: Lang::INTERFACE.into(),
            file: file.to_owned(),
            path: String::new(),
        }
    }

    /// What was found, in the order of the files.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}

/// A place in a file.
#[derive(Clone)]
pub struct Place<'a> {
    diagnostics: &'a Diagnostics,
    /// The languages that the report declares.
    pub languages: Vec<Lang>,
    file: String,
    path: String,
}

impl Place<'_> {
    /// The same place in a report in these languages.
    pub fn speaking(self, languages: &Languages) -> Self {
        Self { languages: languages.iter().collect(), ..self }
    }

    /// A field of the object at this place.
    pub fn field(&self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self { path: format!("{}{dot}{name}", self.path), ..self.clone() }
    }

    /// An entry of the list at this place: by its id, else by its position
    /// from 0.
    pub fn entry(&self, id: &str, index: usize) -> Self {
        let path = if id.is_empty() {
            format!("{}[{index}]", self.path)
        } else {
            format!("{}[{id}]", self.path)
        };
        Self { path, ..self.clone() }
    }

    /// Reports an error here.
    pub fn error(&self, problem: Problem) {
        self.diagnostics.0.borrow_mut().push(Diagnostic {
            file: self.file.clone(),
            place: self.path.clone(),
            problem,
        });
    }
}
