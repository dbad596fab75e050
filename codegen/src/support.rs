//! The features of a model that a format carries, and those that it loses.

use crate::message;
use crate::messages::{Message, ProgramText};

/// The extent to which a format carries a feature of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// All of it.
    Carried,
    /// Some of it; the text says which part.
    Partly(ProgramText),
    /// None of it.
    Lost,
}

macro_rules! features {
    ($($(#[doc = $doc:literal])+ $variant:ident, $field:ident, $id:literal;)+) => {
        /// A feature of a model that a format may carry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Feature {
            $($(#[doc = $doc])+ $variant,)+
        }

        /// The extent to which a format carries each feature.
        ///
        /// Formats write it as a struct literal, so that a new feature does not compile until every format takes a
        /// position on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Support {
            $($(#[doc = $doc])+ pub $field: Carries,)+
        }

        impl Feature {
            /// All features, in the order in which the codebook shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// A short name for researchers.
            #[must_use]
            pub const fn label(self) -> Message {
                match self {
                    $(Self::$variant => message!($id),)+
                }
            }
        }

        impl Support {
            /// The extent to which a feature is carried.
            #[must_use]
            pub const fn get(&self, feature: Feature) -> Carries {
                match feature {
                    $(Feature::$variant => self.$field,)+
                }
            }
        }
    };
}

features! {
    /// Short names of blocks and variables.
    Labels, labels, "feature-labels";
    /// Texts in Dutch, English and French.
    Languages, languages, "feature-languages";
    /// Definitions of blocks and variables.
    Definitions, definitions, "feature-definitions";
    /// The phrase of the decision that authorises a variable.
    Phrases, phrases, "feature-phrases";
    /// The types of values.
    ValueTypes, value_types, "feature-value-types";
    /// The certainty of a type and of a match with a source, and the other possible types.
    Certainty, certainty, "feature-certainty";
    /// Missing values: where they may occur, and what they mean.
    Nulls, nulls, "feature-nulls";
    /// The universe of a block or a variable, the unit of a row and the unit of analysis.
    Universe, universe, "feature-universe";
    /// The columns that identify a row of a block.
    Keys, keys, "feature-keys";
    /// The level of measurement.
    MeasurementLevel, measurement, "feature-measurement";
    /// Units of measurement.
    Units, units, "feature-units";
    /// The smallest and largest value.
    Bounds, bounds, "feature-bounds";
    /// The codes of a code list and their meanings.
    Codes, codes, "feature-codes";
    /// The periods in which a code has its meaning.
    CodePeriods, code_periods, "feature-code-periods";
    /// The codes that stand for a missing value.
    MissingCodes, missing_codes, "feature-missing-codes";
    /// The periods in which blocks and variables exist.
    Validity, validity, "feature-validity";
    /// The rules that a row must satisfy.
    Rules, rules, "feature-rules";
    /// The sources of variables.
    Provenance, provenance, "feature-provenance";
    /// The reasons for identifying a variable with one of a source.
    Evidence, evidence, "feature-evidence";
    /// Remarks for researchers.
    Notes, notes, "feature-notes";
    /// Breaks in series.
    Breaks, breaks, "feature-breaks";
    /// The glossary of institutions and terms.
    Glossary, glossary, "feature-glossary";
}
