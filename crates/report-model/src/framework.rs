//! Frameworks of disclosure, such as GRI or ESRS, and the codes that figures have in them.

use super::Text;

/// A framework that a report follows.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Slug used in addresses and in `data-value`.
    pub id: &'static str,
    /// The name shown.
    pub name: Text,
    /// What the publisher leaves out.
    pub omissions: Vec<Omission>,
}

/// A code that a report does not disclose.
#[derive(Debug, Clone)]
pub struct Omission {
    /// As the framework writes it: `305-3`, `E1-9`.
    pub code: &'static str,
    /// Why it is left out.
    pub reason: Text,
}

/// A code that figures of a report have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Index into the report's frameworks.
    pub framework: u16,
    /// As the framework writes it: `305-1`, `E1-6`.
    pub code: &'static str,
}
