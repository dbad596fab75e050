//! A variable: one column that a phrase of the decision authorises.

use serde::{Deserialize, Serialize};

use crate::deliberation::Phrase;
use crate::label::{Label, Text};
use crate::period::Period;
use crate::provenance::{MatchQuality, Note, Origin, SeriesBreak, TypeCertainty};
use crate::value_type::{ValueKind, ValueType};

vocabulary_enum! {
    /// The level of measurement.
    pub enum MeasurementLevel {
        /// Names without an order.
        Nominal,
        /// An order without distances.
        Ordinal,
        /// Distances that can be computed with.
        Metric,
        /// A number that only tells units apart.
        Identifier,
    }
}

/// A variable: what it holds, which phrase authorises it, where it comes from and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Variable {
    /// The column's name: lower case, digits and underscores, at most 32 characters after its group's prefix.
    pub id: Text,
    /// A short name, at most 80 bytes in each language.
    pub label: Label,
    /// What it holds.
    pub definition: Label,
    /// The phrase of the decision that authorises it.
    pub phrase: Phrase,
    /// The type of its values.
    pub value_type: ValueType,
    /// How sure that type is.
    pub certainty: TypeCertainty,
    /// The other types that it may turn out to have.
    pub alternatives: Vec<ValueKind>,
    /// Whether a row may have no value.
    pub nullable: bool,
    /// What it means that a row has no value, where that is documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_means: Option<Label>,
    /// To whom it applies, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universe: Option<Label>,
    /// At which level its source has it, where that is not the block's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_unit: Option<Label>,
    /// The level of measurement.
    pub measurement: MeasurementLevel,
    /// The unit of measurement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Label>,
    /// What a source says of its range in words; plain bounds are part of the type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Label>,
    /// The code list of a code, an amount class or a flag, or a related one of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_list: Option<Text>,
    /// The period in which the variable exists.
    #[serde(default, skip_serializing_if = "Period::is_always")]
    pub valid: Period,
    /// How sure it is which variable of the source is meant.
    pub match_quality: MatchQuality,
    /// The variables of a source that may be meant.
    pub origins: Vec<Origin>,
    /// Why that is believed.
    pub evidence: Vec<Text>,
    /// What a researcher must know.
    pub notes: Vec<Note>,
    /// Breaks in series.
    pub breaks: Vec<SeriesBreak>,
}

impl Variable {
    /// A variable that may be null and of which nothing else is known: an assumed type, a nominal level, no match in a
    /// source, and an empty definition. Set the fields that differ.
    #[must_use]
    pub fn new(id: impl Into<Text>, label: Label, phrase: Phrase, value_type: ValueType) -> Self {
        Self {
            id: id.into(),
            label,
            definition: Label::new("", ""),
            phrase,
            value_type,
            certainty: TypeCertainty::Assumed,
            alternatives: Vec::new(),
            nullable: true,
            null_means: None,
            universe: None,
            source_unit: None,
            measurement: MeasurementLevel::Nominal,
            unit: None,
            range: None,
            code_list: None,
            valid: Period::ALWAYS,
            match_quality: MatchQuality::None,
            origins: Vec::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
            breaks: Vec::new(),
        }
    }
}
