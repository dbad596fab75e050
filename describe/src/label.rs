//! Texts for people, in the languages that researchers read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A text of a description: borrowed from the program if it is part of a constant, owned if it was read from a stored model.
pub type Text = Cow<'static, str>;

/// A list that a constant can contain: the columns of a [`Constraint`](crate::Constraint) and the item of a
/// [`ValueType::List`](crate::ValueType::List). All other lists of descriptions are a `Vec`.
pub type List<T> = Cow<'static, [T]>;

vocabulary_enum! {
    /// A language in which the codebook can be written.
    pub enum Language {
        /// Dutch, the language of the decision: every text has it.
        Nl,
        /// English: every text has it.
        En,
        /// French, only where a source has it.
        Fr,
    }
}

/// A text in Dutch and English, and in French where a source has one.
///
/// ```
/// use beraad_describe::{Label, Language};
///
/// let label = Label::new("geslacht", "sex");
/// assert_eq!(label.get(Language::En), "sex");
/// assert_eq!(label.get(Language::Fr), "geslacht", "without a French text, the Dutch one");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Label {
    /// The Dutch text.
    pub nl: Text,
    /// The English text.
    pub en: Text,
    /// The French text; `None` where no source has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<Text>,
}

impl Label {
    /// Creates a label in Dutch and English, without French.
    #[must_use]
    pub fn new(nl: impl Into<Text>, en: impl Into<Text>) -> Self {
        Self {
            nl: nl.into(),
            en: en.into(),
            fr: None,
        }
    }

    /// Returns the text in `language`.
    ///
    /// Where there is no French text, this is the Dutch one: Dutch is the language of the decision.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
            Language::Fr => self.fr.as_ref().unwrap_or(&self.nl),
        }
    }
}
