//! How exactly the document states a quantity.

use serde::Deserialize;

/// What the document says of a quantity beside its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Approx {
    /// The number alone.
    #[default]
    Exact,
    /// Near the number, on either side: "약", "가량", "수준", "7,000여", and
    /// rounded shares such as "8명 중 1명".
    About,
    /// The number or more: "이상", "넘는".
    AtLeast,
    /// Less than the number: "채 두 달".
    LessThan,
    /// A range that begins with the number: "3%대", "500점대".
    Band,
}

impl Approx {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Exact, Self::About, Self::AtLeast, Self::LessThan, Self::Band];
}
