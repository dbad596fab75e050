//! Text for people, in the languages that researchers read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A piece of text: a constant of the binary, or read back from a stored model.
pub type Text = Cow<'static, str>;

/// A list of descriptions: a constant of the binary, or read back from a stored model.
pub type List<T> = Cow<'static, [T]>;

vocabulary_enum! {
    /// A language of the codebook.
    pub enum Language {
        /// Dutch, the language of the decision.
        Nl,
        /// English.
        En,
        /// French, where a source has it.
        Fr,
    }
}

/// One text in Dutch and English, and in French where a source has it.
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
    /// A label in Dutch and English.
    #[must_use]
    pub fn new(nl: impl Into<Text>, en: impl Into<Text>) -> Self {
        Self {
            nl: nl.into(),
            en: en.into(),
            fr: None,
        }
    }

    /// The text in `language`; where there is no French text, the Dutch one, since Dutch is the language of the decision.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
            Language::Fr => self.fr.as_ref().unwrap_or(&self.nl),
        }
    }

    /// Whether any language has no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nl.is_empty() || self.en.is_empty()
    }
}
