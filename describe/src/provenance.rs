//! Where a variable comes from, how sure that is, and what a researcher must know about it.

use serde::{Deserialize, Serialize};

use crate::label::{Label, Text};
use crate::period::Moment;

/// How sure it is which variable of the source a phrase of the decision means.
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
    Deserialize,
    strum::Display,
    strum::EnumString,
    strum::VariantArray,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
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

/// How sure the value type is.
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
    Deserialize,
    strum::Display,
    strum::EnumString,
    strum::VariantArray,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TypeCertainty {
    /// Neither documented nor said by the phrase; the alternatives are listed.
    Assumed,
    /// The words of the decision say so.
    Phrase,
    /// The source documents it.
    Documented,
}

/// A variable of a source that the phrase of the decision may mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[doc(hidden)]
    #[serde(skip)]
    pub __more: (),
}

/// What a researcher must know, as it goes into the codebook.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(pub Label);

/// A break in series: from this moment the figures mean something else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesBreak {
    /// The moment, as precisely as the source says it.
    pub from: Moment,
    /// What changes.
    pub what: Label,
    /// What a researcher should do about it, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Label>,
    #[doc(hidden)]
    #[serde(skip)]
    pub __more: (),
}
