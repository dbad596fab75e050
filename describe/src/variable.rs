//! Variables: columns that the decision authorises.

use serde::{Deserialize, Serialize};

use crate::deliberation::Phrase;
use crate::label::Label;
use crate::period::Period;
use crate::provenance::{MatchQuality, Note, Origin, SeriesBreak, TypeCertainty};
use crate::text::Text;
use crate::value_type::{ValueKind, ValueType};

vocabulary_enum! {
    /// A level of measurement: which comparisons of values make sense.
    pub enum MeasurementLevel {
        /// The values are names without an order.
        Nominal,
        /// The values have an order, but no distances.
        Ordinal,
        /// The values have distances: differences and means make sense.
        Metric,
        /// The values only identify units, such as persons.
        Identifier,
    }
}

/// The length of the longest column name, in characters, with the prefix of its group.
///
/// Stata and SAS accept names of 32 bytes. The four that remain are for the endings of the names that a format derives from
/// a column, such as a numeric companion of a column of texts.
pub const MAX_COLUMN_NAME_LEN: usize = 28;

/// A variable: a column of a block, with its meaning, the phrase that authorises it, and its provenance.
///
/// ```
/// use beraad_describe::{Block, TypeCertainty};
///
/// /// Returns the columns whose type a source documents.
/// fn documented(block: &Block) -> Vec<String> {
///     let variables = block.variables();
///     let is_documented = variables.filter(|(_, it)| it.certainty == TypeCertainty::Documented);
///     is_documented.map(|(column, _)| column.name.to_string()).collect()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Variable {
    /// The name of the column, without the prefix of its group: lower-case letters, digits and underscores. With the
    /// prefix, it has at most [`MAX_COLUMN_NAME_LEN`] characters.
    pub id: Text,
    /// The names under which earlier versions of the model had the variable, the latest one first, so that a rename is not taken for a removed and an added variable.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed_from: Vec<Text>,
    /// The reason not to use the variable any more, and what to use instead; `None` if it is not deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Label>,
    /// A short name, at most 80 bytes in each language (the limit of a label in Stata).
    pub label: Label,
    /// The definition: one or more sentences.
    pub definition: Label,
    /// The phrase of the decision that authorises the variable.
    pub phrase: Phrase,
    /// The type of the values.
    pub value_type: ValueType,
    /// The certainty of that type.
    pub certainty: TypeCertainty,
    /// The other kinds of value that the data may turn out to have, if [`certainty`](Self::certainty) is
    /// [`Assumed`](TypeCertainty::Assumed).
    pub alternatives: Vec<ValueKind>,
    /// True if a row may have no value. A list is never null: a row without values has an empty one.
    pub nullable: bool,
    /// The meaning of a missing value, where it is documented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_means: Option<Label>,
    /// The universe: the persons or units to which the variable applies, where a source states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universe: Option<Label>,
    /// The unit of a row in the source, if it differs from [`Block::row_unit`](crate::Block::row_unit).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_unit: Option<Label>,
    /// The level of measurement of the values.
    pub measurement: MeasurementLevel,
    /// The unit of measurement, such as days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Label>,
    /// The range of the values in the words of a source. Bounds that are plain numbers are part of `value_type`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Label>,
    /// The [`id`](crate::CodeList::id) of the code list of the variable; `None` if it has none.
    ///
    /// For codes and amount classes it is the list of their type ([`ValueType::code_list`]): a row stores its codes. A variable
    /// of another type may name a list too: a flag that of the codes by which its source writes yes and no, a number that of
    /// related classes. Such a list only explains the variable: no value of a row is looked up in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_list: Option<Text>,
    /// The period for which the variable exists; [`Period::ALWAYS`] if no source states one.
    #[serde(default, skip_serializing_if = "Period::is_always")]
    pub valid: Period,
    /// The certainty of the match between the phrase and the variables in `origins`; `None` if nobody looked for an origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub match_quality: Option<MatchQuality>,
    /// The variables of a source that the phrase may mean.
    pub origins: Vec<Origin>,
    /// The arguments for the origins, the type and everything else that is not in the decision, in English.
    pub evidence: Vec<Text>,
    /// Remarks for researchers.
    pub notes: Vec<Note>,
    /// Breaks in series of the variable.
    pub breaks: Vec<SeriesBreak>,
}

impl Variable {
    /// Creates a variable that may be null and of which nothing else is known: an assumed type, a nominal level, no match
    /// in a source, and an empty definition. Set the fields that differ.
    #[must_use]
    pub fn new(id: impl Into<Text>, label: Label, phrase: Phrase, value_type: ValueType) -> Self {
        Self {
            id: id.into(),
            renamed_from: Vec::new(),
            deprecated: None,
            definition: label.map(|_, _| String::new()),
            label,
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
            match_quality: None,
            origins: Vec::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
            breaks: Vec::new(),
        }
    }
}
