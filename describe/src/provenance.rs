//! The provenance of a variable: its origins in a source, their certainty, and what researchers must know about them.

use serde::{Deserialize, Serialize};

use crate::label::Label;
use crate::period::Moment;
use crate::text::Text;

vocabulary_enum! {
    /// The certainty of the match between a phrase of the decision and a variable of a source, from low to high.
    #[derive(PartialOrd, Ord)]
    pub enum MatchQuality {
        /// No variable of a source was found.
        None,
        /// The phrase may mean one of several variables.
        Several,
        /// The phrase probably means this variable.
        Likely,
        /// The phrase certainly means the variable of one source. A description of the variable of another source, from which
        /// data are delivered too, was not seen.
        ExactForOneSource,
        /// The phrase certainly means this variable.
        Exact,
    }
}

vocabulary_enum! {
    /// The certainty of the type of a variable, from low to high.
    #[derive(PartialOrd, Ord)]
    pub enum TypeCertainty {
        /// Neither the source nor the phrase states the type; the variable lists its
        /// [`alternatives`](crate::Variable::alternatives).
        Assumed,
        /// The words of the decision state the type.
        Phrase,
        /// The source documents the type.
        Documented,
    }
}

/// A variable of a source that the phrase of the decision may mean.
///
/// ```
/// use beraad_describe::Origin;
///
/// let mut origin = Origin::new("Number of loans", "Library", "Loans file");
/// origin.page = Some("https://example.org/loans".into());
/// assert_eq!(origin.institution, "Library");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Origin {
    /// The name in the source; in brackets, or marked as derived, if it is a description and not the official name.
    pub name: Text,
    /// The short name that the source uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
    /// The institution that is responsible for the source.
    pub institution: Text,
    /// The file of the source that contains the variable.
    pub file: Text,
    /// The period for which the source has the variable, in the words of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_validity: Option<Text>,
    /// The level of measurement, in the words of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_level: Option<Text>,
    /// The address of the public page that describes the variable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<Text>,
}

impl Origin {
    /// Creates the origin in the variable `name` of a file of an institution; nothing else is stated.
    #[must_use]
    pub fn new(name: impl Into<Text>, institution: impl Into<Text>, file: impl Into<Text>) -> Self {
        Self {
            name: name.into(),
            abbreviation: None,
            institution: institution.into(),
            file: file.into(),
            stated_validity: None,
            stated_level: None,
            page: None,
        }
    }
}

/// A remark for researchers, which the codebook shows.
///
/// In JSON it is the text itself, without a key of its own.
///
/// ```
/// use beraad_describe::{Label, Language, Note};
///
/// let note = Note::new(Label::new([(Language::EN, "Delivered by month.")]));
/// assert_eq!(note.text.get(Language::EN), "Delivered by month.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
#[non_exhaustive]
pub struct Note {
    /// The text.
    pub text: Label,
}

impl Note {
    /// Creates a note.
    #[must_use]
    pub const fn new(text: Label) -> Self {
        Self { text }
    }
}

/// A break in series: figures from before and after a moment cannot be compared without care.
///
/// ```
/// use beraad_describe::{Label, Language, SeriesBreak};
///
/// let what = Label::new([(Language::EN, "Another form.")]);
/// let series_break = SeriesBreak::new("2014-Q1".parse().unwrap(), what);
/// assert_eq!(series_break.from.as_str(), "2014-Q1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SeriesBreak {
    /// The first moment of the new series, as precisely as the source states it.
    pub from: Moment,
    /// A description of the change.
    pub what: Label,
    /// The advice of the source to researchers, where it gives any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Label>,
}

impl SeriesBreak {
    /// Creates a break in series without advice.
    #[must_use]
    pub const fn new(from: Moment, what: Label) -> Self {
        Self {
            from,
            what,
            advice: None,
        }
    }
}
