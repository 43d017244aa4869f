//! The targets, each a function of bytes that panics where a promise is broken.

pub(crate) mod address;
pub(crate) mod hangul;
pub(crate) mod numbers;
pub(crate) mod search;
pub(crate) mod section;
pub(crate) mod validation;
pub(crate) mod workbook;
