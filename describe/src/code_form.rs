//! The form of the codes of a list: how long they are, and the pattern that they match.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::code_pattern::{CodePattern, Lengths};
use crate::code_text::{CodeTextError, MAX_CODE_BYTES};
use crate::label::Label;
use crate::language::Language;

/// The form that all codes of a list have: their length, the pattern that they match, or both.
///
/// ```
/// use beraad_describe::CodeForm;
///
/// let icd_10 = CodeForm::new(None, Some("[A-Z][0-9]{2}(\\.[0-9])?".parse()?))?;
/// assert!(icd_10.accepts("J45") && icd_10.accepts("J45.1"));
/// assert!(!icd_10.accepts("J45."));
/// assert_eq!(icd_10.to_string(), "3 to 5 characters that match `[A-Z][0-9]{2}(\\.[0-9])?`");
///
/// let siret = CodeForm::new(Some("14".parse()?), None)?;
/// assert_eq!(siret.to_string(), "14 characters");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(try_from = "UncheckedForm")]
pub struct CodeForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<CodeLength>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<CodePattern>,
}

/// A form as it is stored, before its parts are checked against each other.
#[derive(Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct UncheckedForm {
    #[serde(default)]
    length: Option<CodeLength>,
    #[serde(default)]
    pattern: Option<CodePattern>,
}

impl TryFrom<UncheckedForm> for CodeForm {
    type Error = CodeFormError;

    fn try_from(form: UncheckedForm) -> Result<Self, CodeFormError> {
        Self::new(form.length, form.pattern)
    }
}

/// An error in the form of codes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeFormError {
    /// Neither a length nor a pattern is stated.
    #[error("a form without a length and without a pattern; write at least one of them")]
    Empty,
    /// No code has this form.
    #[error("no code matches the pattern{}", .length.map(|length| format!(" and has {length}")).unwrap_or_default())]
    NoCode {
        /// The length, if it is stated.
        length: Option<CodeLength>,
    },
}

impl CodeForm {
    /// Creates a form from a length, a pattern, or both.
    ///
    /// # Errors
    /// If both are `None`, or if no code has the form.
    pub fn new(
        length: Option<CodeLength>,
        pattern: Option<CodePattern>,
    ) -> Result<Self, CodeFormError> {
        if length.is_none() && pattern.is_none() {
            return Err(CodeFormError::Empty);
        }
        let form = Self { length, pattern };
        // The first and the last choices differ wherever a pattern has an alternative to a space at an end.
        let has_code = form.lengths().iter().any(|length| {
            let first = form.code_of_length(length, &mut |_| 0);
            let last = || form.code_of_length(length, &mut |choices| choices - 1);
            first.or_else(last).is_some()
        });
        if has_code {
            Ok(form)
        } else {
            Err(CodeFormError::NoCode { length })
        }
    }

    /// The length that is stated, if one is.
    #[must_use]
    pub fn length(&self) -> Option<CodeLength> {
        self.length
    }

    /// The pattern, if one is stated.
    #[must_use]
    pub fn pattern(&self) -> Option<&CodePattern> {
        self.pattern.as_ref()
    }

    /// Returns true if a code has this form.
    #[must_use]
    pub fn accepts(&self, code: &str) -> bool {
        let has_length = self.length.is_none_or(|length| length.contains(code.len()));
        let pattern = self.pattern.as_ref();
        has_length && pattern.is_none_or(|pattern| pattern.matches(code))
    }

    /// The smallest and the largest length of a code of this form.
    ///
    /// They follow from the pattern too: a code that matches `[0-9]{4}` has four characters.
    #[must_use]
    pub fn length_bounds(&self) -> CodeLength {
        let lengths = self.lengths();
        let (min, max) = (lengths.iter().next(), lengths.iter().last());
        CodeLength::new(min.unwrap_or(0), max.unwrap_or(CodeLength::MAX)).unwrap_or(CodeLength::ANY)
    }

    /// The form in words: `3 to 5 characters that match ..`.
    #[must_use]
    pub fn label(&self) -> Label {
        let bounds = self.length_bounds();
        let length = bounds.label();
        let Some(pattern) = &self.pattern else {
            return length;
        };
        let verb = if bounds.max == 1 { "matches" } else { "match" };
        length.map(|language, length| match language {
            Language::NL => format!("{length} volgens het patroon `{pattern}`"),
            Language::FR => format!("{length} selon le modèle `{pattern}`"),
            _ => format!("{length} that {verb} `{pattern}`"),
        })
    }

    fn lengths(&self) -> Lengths {
        let of_pattern = self.pattern.as_ref().map(CodePattern::lengths);
        let of_pattern = of_pattern.unwrap_or(Lengths::ALL);
        match self.length {
            Some(length) => of_pattern.within(length.min(), length.max()),
            None => of_pattern,
        }
    }

    /// Returns a code of this form, for random rows. `choose` selects one of so many choices, counted from 0.
    ///
    /// Returns `None` if the choices lead to a text that is not a code, such as one that ends with a space.
    ///
    /// ```
    /// use beraad_describe::CodeForm;
    ///
    /// let form = CodeForm::new(None, Some("[A-C]-[0-9]{2,4}".parse()?))?;
    /// assert_eq!(form.code(&mut |choices| choices - 1).as_deref(), Some("C-9999"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn code(&self, choose: &mut dyn FnMut(usize) -> usize) -> Option<String> {
        let lengths: Vec<_> = self.lengths().iter().collect();
        let index = choose(lengths.len());
        self.code_of_length(*lengths.get(index)?, choose)
    }

    fn code_of_length(
        &self,
        length: usize,
        choose: &mut dyn FnMut(usize) -> usize,
    ) -> Option<String> {
        let text = match &self.pattern {
            Some(pattern) => pattern.text_of_length(length, choose)?,
            None => CodePattern::any_text(length, choose),
        };
        CodeTextError::of(&text).is_none().then_some(text)
    }
}

/// In English, for messages: `3 to 5 characters that match ..`.
impl fmt::Display for CodeForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label().get(Language::EN))
    }
}

/// The number of characters of a code: one number, or a range.
///
/// As a text it is `14` or `3..=5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(try_from = "UncheckedLength")]
pub struct CodeLength {
    min: usize,
    max: usize,
}

/// A length as it is stored, before it is checked.
#[derive(Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct UncheckedLength {
    min: usize,
    max: usize,
}

impl TryFrom<UncheckedLength> for CodeLength {
    type Error = CodeLengthError;

    fn try_from(length: UncheckedLength) -> Result<Self, CodeLengthError> {
        Self::new(length.min, length.max).ok_or(CodeLengthError)
    }
}

/// A text or a pair of numbers that is not the length of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected a length of at most {} characters, such as `14` or `3..=5`",
    CodeLength::MAX
)]
#[non_exhaustive]
pub struct CodeLengthError;

impl CodeLength {
    /// The largest length of a code.
    pub const MAX: usize = MAX_CODE_BYTES;

    const ANY: Self = Self {
        min: 0,
        max: Self::MAX,
    };

    /// Creates a length from its bounds, both included; `None` if no code that is not empty has such a length.
    #[must_use]
    pub fn new(min: usize, max: usize) -> Option<Self> {
        (min <= max && (1..=Self::MAX).contains(&max)).then_some(Self { min, max })
    }

    /// The smallest number of characters.
    #[must_use]
    pub fn min(self) -> usize {
        self.min
    }

    /// The largest number of characters.
    #[must_use]
    pub fn max(self) -> usize {
        self.max
    }

    /// The length in words: `3 tot 5 tekens`, `3 to 5 characters`.
    #[must_use]
    pub fn label(self) -> Label {
        let Self { min, max } = self;
        match (min == max, max) {
            (true, 1) => Label::new([
                (Language::NL, "1 teken"),
                (Language::EN, "1 character"),
                (Language::FR, "1 caractère"),
            ]),
            (true, _) => Label::new([
                (Language::NL, format!("{max} tekens")),
                (Language::EN, format!("{max} characters")),
                (Language::FR, format!("{max} caractères")),
            ]),
            (false, _) => Label::new([
                (Language::NL, format!("{min} tot {max} tekens")),
                (Language::EN, format!("{min} to {max} characters")),
                (Language::FR, format!("{min} à {max} caractères")),
            ]),
        }
    }

    /// Returns true if a code may have so many characters.
    #[must_use]
    pub fn contains(self, length: usize) -> bool {
        (self.min..=self.max).contains(&length)
    }
}

impl FromStr for CodeLength {
    type Err = CodeLengthError;

    /// Reads a length: `14` or `3..=5`.
    fn from_str(text: &str) -> Result<Self, CodeLengthError> {
        let (min, max) = text.split_once("..=").unwrap_or((text, text));
        let number = |text: &str| {
            let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| is_number)
        };
        let length = number(min).zip(number(max));
        length
            .and_then(|(min, max)| Self::new(min, max))
            .ok_or(CodeLengthError)
    }
}

/// In English, for messages: `14 characters` or `3 to 5 characters`.
impl fmt::Display for CodeLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label().get(Language::EN))
    }
}
