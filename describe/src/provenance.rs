//! Where a variable comes from, how sure that is, and what a researcher must know about it.

use serde::{Deserialize, Serialize};

use crate::label::{Label, Text};
use crate::period::Moment;

vocabulary_enum! {
    /// How sure it is which variable of the source a phrase of the decision means.
    #[derive(PartialOrd, Ord)]
    pub enum MatchQuality {
        /// No variable of the source was found.
        None,
        /// Several variables of the source may be meant.
        Several,
        /// One variable of the source is probably meant.
        Likely,
        /// One variable of the source is meant.
        Exact,
    }
}

vocabulary_enum! {
    /// How sure the value type is.
    #[derive(PartialOrd, Ord)]
    pub enum TypeCertainty {
        /// Neither documented nor said by the phrase; the alternatives are listed.
        Assumed,
        /// The words of the decision say so.
        Phrase,
        /// The source documents it.
        Documented,
    }
}

/// A variable of a source that the phrase of the decision may mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Origin {
    /// Its name in the source; in brackets or marked as derived where it is descriptive and not official.
    pub name: Text,
    /// The source's own short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<Text>,
    /// The institution that answers for the source.
    pub institution: Text,
    /// The source file.
    pub file: Text,
    /// The period for which the source has it, in the source's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_validity: Option<Text>,
    /// The level of measurement, in the source's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_level: Option<Text>,
    /// The public page that describes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<Text>,
}

impl Origin {
    /// The variable `name` in a file of an institution.
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

/// What a researcher must know, as it goes into the codebook.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[non_exhaustive]
pub struct Note {
    /// The text of the note.
    pub text: Label,
}

impl Note {
    /// A note with this text.
    #[must_use]
    pub const fn new(text: Label) -> Self {
        Self { text }
    }
}

/// A break in series: from this moment the figures mean something else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SeriesBreak {
    /// The moment, as precisely as the source says it.
    pub from: Moment,
    /// What changes.
    pub what: Label,
    /// What a researcher should do about it, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Label>,
}

impl SeriesBreak {
    /// A break in series without advice.
    #[must_use]
    pub const fn new(from: Moment, what: Label) -> Self {
        Self {
            from,
            what,
            advice: None,
        }
    }
}
