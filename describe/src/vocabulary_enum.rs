//! The derives that every enum of the vocabulary has.

/// Declares an enum whose variants are words: each has one spelling in snake case, which is that of its JSON, of `Display`,
/// of `FromStr` and of `From<_> for &'static str`. `strum::VariantArray` lists them all.
macro_rules! vocabulary_enum {
    ($(#[$attribute:meta])* pub enum $name:ident { $($variants:tt)* }) => {
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, strum::Display,
            strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
        )]
        #[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        $(#[$attribute])*
        pub enum $name {
            $($variants)*
        }
    };
}
