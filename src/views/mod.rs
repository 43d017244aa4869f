//! Charts, which are drawn when the bundle is built.

pub mod charts;
pub mod markup;
