//! The glossary: the institutions and terms that the texts of a model use, each explained once.

use serde::{Deserialize, Serialize};

use crate::label::Label;
use crate::text::{List, Text};

/// An institution or a term, with the forms by which texts name it.
///
/// Write the entries as a constant, each with [`glossary_entry!`](crate::glossary_entry), and name the constant in
/// `glossary = ..` of `deliberation!`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GlossaryEntry {
    /// The id in snake case, unique in the glossary.
    pub id: Text,
    /// The abbreviations and words by which texts name it, letter by letter, such as `EU`: where a text contains one of
    /// them as a word, a codebook can link it to the explanation. Each is unique in the glossary.
    pub forms: List<Text>,
    /// The full name.
    pub name: Label,
    /// The explanation, where the name is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Label>,
}

impl GlossaryEntry {
    /// Creates an entry without an explanation.
    #[must_use]
    pub fn new(id: impl Into<Text>, forms: Vec<Text>, name: Label) -> Self {
        Self {
            id: id.into(),
            forms: forms.into(),
            name,
            explanation: None,
        }
    }
}
