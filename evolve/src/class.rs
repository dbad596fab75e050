//! The classes of changes, and the verdicts about each of them.

use std::fmt;

use serde::Serialize;

/// The class of a change, from the best to the worst: the worst class of its findings decides about a change of the model.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    strum::Display,
    strum::EnumString,
    strum::VariantArray,
)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[strum(serialize_all = "UPPERCASE", ascii_case_insensitive)]
pub enum Class {
    /// Wording, translations, notes, or the order in which things are shown.
    Doc,
    /// Additions and wider limits: old data and old code remain valid.
    Compatible,
    /// It may break a program that does not expect it, or the comparison of a series.
    Risky,
    /// More or finer data than before: it needs a decision that allows it.
    Disclosure,
    /// Code, stored files or joins that worked stop working, with an error.
    Breaking,
    /// Everything still runs, and the numbers mean something else.
    Semantic,
}

impl Class {
    /// Returns the definition of the class, as a sentence.
    #[must_use]
    pub fn definition(self) -> &'static str {
        match self {
            Self::Doc => "Wording, translations, notes, or the order in which things are shown.",
            Self::Compatible => "Additions and wider limits: old data and old code remain valid.",
            Self::Risky => {
                "It may break a program that does not expect it, or the comparison of a series."
            }
            Self::Disclosure => {
                "More or finer data than before: it needs a decision that allows it."
            }
            Self::Breaking => {
                "Code, stored files or joins that worked stop working, with an error."
            }
            Self::Semantic => "Everything still runs, and the numbers mean something else.",
        }
    }
}

/// The answer to a question about a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, strum::Display)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Verdict {
    /// It is so for all data and all code.
    Yes,
    /// It is not so for some data or code that the old or the new model allows.
    No,
    /// It depends on the data, or on what people meant; the descriptions do not decide it.
    Undecided,
}

impl Verdict {
    /// Returns the verdict about two changes together: the worse one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Undecided, _) | (_, Self::Undecided) => Self::Undecided,
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }
}

/// Who is affected by a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Viewpoints {
    /// Rows that are valid under the old model, one by one and in a delivery, are valid under the new one.
    pub old_data_in_new_model: Verdict,
    /// Rows that are valid under the new model, one by one and in a delivery, are valid under the old one.
    pub new_data_in_old_model: Verdict,
    /// Rust code that was written for the old model compiles with the new one.
    pub rust_api: Verdict,
    /// Values before and after the change mean the same, and may be compared.
    pub series_comparable: Verdict,
}

impl Viewpoints {
    /// Nobody is affected.
    pub(crate) const ALL_YES: Self =
        Self::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes);

    /// Rows and series are not affected; a declaration of what the decision does not allow any more does not compile.
    pub(crate) const OF_LESS_ALLOWED: Self = Self::ALL_YES.with_rust_api(Verdict::Undecided);

    /// A check of a whole delivery may reject old data. Nothing else is affected.
    pub(crate) const OF_STRICTER_CHECK: Self =
        Self::new(Verdict::Undecided, Verdict::Yes, Verdict::Yes, Verdict::Yes);

    /// A check of a whole delivery under the old model may reject new data. Nothing else is affected.
    pub(crate) const OF_LOOSER_CHECK: Self =
        Self::new(Verdict::Yes, Verdict::Undecided, Verdict::Yes, Verdict::Yes);

    /// A check of a whole delivery may reject data that the other model accepts, in both directions. Nothing else is affected.
    pub(crate) const OF_OTHER_CHECK: Self = Self::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::Yes,
    );

    /// Returns the verdicts with another one about Rust code.
    pub(crate) const fn with_rust_api(self, rust_api: Verdict) -> Self {
        Self { rust_api, ..self }
    }

    /// Creates the verdicts, in the order of the fields.
    pub(crate) const fn new(
        old_data_in_new_model: Verdict,
        new_data_in_old_model: Verdict,
        rust_api: Verdict,
        series_comparable: Verdict,
    ) -> Self {
        Self {
            old_data_in_new_model,
            new_data_in_old_model,
            rust_api,
            series_comparable,
        }
    }

    /// Returns who is affected, in a few words: `breaks: old data, Rust code; undecided: series`. `None` if nobody is.
    #[must_use]
    pub fn effects(&self) -> Option<String> {
        let verdicts = [
            (self.old_data_in_new_model, "old data"),
            (self.new_data_in_old_model, "new data in the old model"),
            (self.rust_api, "Rust code"),
            (self.series_comparable, "series"),
        ];
        let with = |wanted: Verdict, word: &str| {
            let affected = verdicts.iter().filter(|(verdict, _)| *verdict == wanted);
            let affected: Vec<_> = affected.map(|(_, name)| *name).collect();
            (!affected.is_empty()).then(|| format!("{word}: {}", affected.join(", ")))
        };
        let parts = [
            with(Verdict::No, "breaks"),
            with(Verdict::Undecided, "undecided"),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// The verdicts on one line: `old data: yes, new data: no, Rust: yes, series: yes`.
impl fmt::Display for Viewpoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            old_data_in_new_model: old,
            new_data_in_old_model: new,
            rust_api: rust,
            series_comparable: series,
        } = self;
        write!(
            f,
            "old data in the new model: {old}, new data in the old model: {new}, Rust code: {rust}, comparable series: {series}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects_name_who_is_affected() {
        use Verdict::{No, Undecided, Yes};
        let effects = |views: Viewpoints| views.effects().unwrap_or_default();
        assert_eq!(Viewpoints::ALL_YES.effects(), None);
        assert_eq!(
            effects(Viewpoints::new(No, Yes, No, Undecided)),
            "breaks: old data, Rust code; undecided: series"
        );
        assert_eq!(
            effects(Viewpoints::new(Yes, Undecided, Yes, Yes)),
            "undecided: new data in the old model"
        );
    }
}
