//! What can be wrong with a template.

use std::fmt;
use std::str::Utf8Error;

use lol_html::errors::RewritingError;
use wasmparser::BinaryReaderError;

/// The template is not what the build of the program leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError(String);

impl TemplateError {
    /// Says what is wrong.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TemplateError {}

impl From<String> for TemplateError {
    fn from(message: String) -> Self {
        Self(message)
    }
}

impl From<RewritingError> for TemplateError {
    fn from(error: RewritingError) -> Self {
        Self(error.to_string())
    }
}

impl From<BinaryReaderError> for TemplateError {
    fn from(error: BinaryReaderError) -> Self {
        Self(error.to_string())
    }
}

impl From<Utf8Error> for TemplateError {
    fn from(error: Utf8Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for TemplateError {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}
