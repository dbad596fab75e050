//! A variable: one column that a phrase of the decision authorises.

use serde::{Deserialize, Serialize};

use crate::deliberation::Phrase;
use crate::label::{Label, List, Text};
use crate::period::Period;
use crate::provenance::{MatchQuality, Note, Origin, SeriesBreak, TypeCertainty};
use crate::value_type::{ValueKind, ValueType};

/// The level of measurement.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::Display,
    strum::EnumString,
    strum::VariantArray,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
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

/// A variable: what it holds, which phrase authorises it, where it comes from and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    pub alternatives: List<ValueKind>,
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
    pub origins: List<Origin>,
    /// Why that is believed.
    pub evidence: List<Text>,
    /// What a researcher must know.
    pub notes: List<Note>,
    /// Breaks in series.
    pub breaks: List<SeriesBreak>,
    #[doc(hidden)]
    #[serde(skip)]
    pub __more: (),
}
