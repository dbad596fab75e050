//! What a format carries of a model, and what it loses.

use crate::format::Words;

/// How much of a feature of a model a format carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Carries {
    /// All of it.
    Carried,
    /// Some of it, and which part.
    Partly(Words),
    /// Nothing.
    Lost,
}

macro_rules! features {
    ($($(#[doc = $doc:literal])+ $variant:ident, $field:ident, $nl:literal, $en:literal;)+) => {
        /// A feature of a model that a format may carry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Feature {
            $($(#[doc = $doc])+ $variant,)+
        }

        /// What a format carries of each feature. A new feature is a new field, so that every format must say.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(clippy::exhaustive_structs, reason = "formats are written out in full, so that none forgets a feature")]
        pub struct Support {
            $($(#[doc = $doc])+ pub $field: Carries,)+
        }

        impl Feature {
            /// All features, in the order in which the codebook shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// What it is called.
            #[must_use]
            pub const fn label(self) -> Words {
                match self {
                    $(Self::$variant => Words::new($nl, $en),)+
                }
            }
        }

        impl Support {
            /// How much of a feature is carried.
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
    /// Dutch, English and French texts.
    Languages, languages, "Talen (nl, en, fr)", "Languages (nl, en, fr)";
    /// What blocks and variables hold.
    Definitions, definitions, "Definities", "Definitions";
    /// The phrase of the decision that authorises a variable.
    Phrases, phrases, "Zinsdeel van de beslissing", "Phrase of the decision";
    /// The types of values.
    ValueTypes, value_types, "Soort waarde", "Type of values";
    /// How sure a type and a match with a source are, and what else a type may be.
    Certainty, certainty, "Zekerheid", "Certainty";
    /// Whether a row may have no value, and what that means.
    Nulls, nulls, "Ontbrekende waarden", "Absent values";
    /// To whom a block or a variable applies, and what one row is.
    Universe, universe, "Op wie het slaat", "To whom it applies";
    /// What tells one row of a block from another.
    Keys, keys, "Sleutels", "Keys";
    /// The level of measurement.
    MeasurementLevel, level, "Meetniveau", "Level of measurement";
    /// Units of measurement.
    Units, units, "Eenheden", "Units";
    /// The smallest and largest value.
    Bounds, bounds, "Grenzen", "Bounds";
    /// The codes of a code list, and what they mean.
    Codes, codes, "Codes en hun betekenis", "Codes and their meaning";
    /// The periods in which a code has its meaning.
    CodePeriods, code_periods, "Geldigheid van codes", "Validity of codes";
    /// Which codes stand for no substantive value.
    MissingCodes, missing_codes, "Codes voor een ontbrekende waarde", "Codes for a missing value";
    /// The periods for which blocks and variables exist.
    Validity, validity, "Geldigheid van blokken en variabelen", "Validity of blocks and variables";
    /// What must hold within a row.
    Rules, rules, "Regels", "Rules";
    /// Where variables come from.
    Provenance, provenance, "Herkomst", "Provenance";
    /// Why an identification with a source is believed.
    Evidence, evidence, "Onderbouwing", "Evidence";
    /// What a researcher must know.
    Notes, notes, "Opmerkingen", "Notes";
    /// Breaks in series.
    Breaks, breaks, "Breuken in de reeks", "Breaks in series";
}
