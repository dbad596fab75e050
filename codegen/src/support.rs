//! The features of a model that a format carries, and those that it loses.

use crate::bilingual::Bilingual;

/// The extent to which a format carries a feature of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// All of it.
    Carried,
    /// Some of it; the text says which part.
    Partly(Bilingual),
    /// None of it.
    Lost,
}

macro_rules! features {
    // One list for the enum, the struct, the order and the labels, so that none of them lacks a feature.
    ($($(#[doc = $doc:literal])+ $variant:ident, $field:ident, $nl:literal, $en:literal;)+) => {
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
            pub const fn label(self) -> Bilingual {
                match self {
                    $(Self::$variant => Bilingual::new($nl, $en),)+
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
    Labels, labels, "Labels", "Labels";
    /// Texts in Dutch, English and French.
    Languages, languages, "Talen (nl, en, fr)", "Languages (nl, en, fr)";
    /// Definitions of blocks and variables.
    Definitions, definitions, "Definities", "Definitions";
    /// The phrase of the decision that authorises a variable.
    Phrases, phrases, "Zinsdeel van de beraadslaging", "Phrase of the deliberation";
    /// The types of values.
    ValueTypes, value_types, "Soort waarde", "Type of values";
    /// The certainty of a type and of a match with a source, and the other possible types.
    Certainty, certainty, "Zekerheid", "Certainty";
    /// Missing values: where they may occur, and what they mean.
    Nulls, nulls, "Ontbrekende waarden", "Missing values";
    /// The universe of a block or a variable, the unit of a row and the unit of analysis.
    Universe, universe, "Populatie en eenheden", "Universe and units";
    /// The columns that identify a row of a block.
    Keys, keys, "Sleutels", "Keys";
    /// The level of measurement.
    MeasurementLevel, measurement, "Meetniveau", "Level of measurement";
    /// Units of measurement.
    Units, units, "Meeteenheden", "Units of measurement";
    /// The smallest and largest value.
    Bounds, bounds, "Grenzen", "Bounds";
    /// The codes of a code list and their meanings.
    Codes, codes, "Codes en hun betekenis", "Codes and their meanings";
    /// The periods in which a code has its meaning.
    CodePeriods, code_periods, "Geldigheid van codes", "Validity of codes";
    /// The codes that stand for a missing value.
    MissingCodes, missing_codes, "Codes voor een ontbrekende waarde", "Codes for a missing value";
    /// The periods in which blocks and variables exist.
    Validity, validity, "Geldigheid van blokken en variabelen", "Validity of blocks and variables";
    /// The rules that a row must satisfy.
    Rules, rules, "Regels", "Rules";
    /// The sources of variables.
    Provenance, provenance, "Herkomst", "Provenance";
    /// The reasons for identifying a variable with one of a source.
    Evidence, evidence, "Onderbouwing", "Evidence";
    /// Remarks for researchers.
    Notes, notes, "Opmerkingen", "Notes";
    /// Breaks in series.
    Breaks, breaks, "Breuken in de reeks", "Breaks in series";
}
