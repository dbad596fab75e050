//! Errors of values.

use crate::describe::{self, CalendarError, CodeEntry, CodeForm, CodeTextError, Text};

/// Data that is not a value of a type. The error does not repeat the data, which may be about a person.
///
/// Its message never has the value, which may be about a person.
///
/// ```
/// use beraad_schema::{ValueError, Count};
///
/// let error = "400".parse::<Count<0, 31>>().unwrap_err();
/// assert_eq!(error, ValueError::OutOfBounds { min: 0, max: 31 });
/// assert_eq!(error.to_string(), "outside the bounds 0 to 31");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// A required column has no value.
    #[error("missing value in a required column")]
    Null,
    /// The data is of another type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The kind of value that the column holds.
        expected: String,
        /// The kind of value that was found.
        found: Text,
    },
    /// A text is not of the form of the type.
    #[error("not of the form {expected}")]
    Form {
        /// The form, with an example.
        expected: &'static str,
    },
    /// A text or number is not a month, a quarter or a year that exists.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A number is outside the bounds of the type.
    #[error("outside the bounds {min} to {max}")]
    OutOfBounds {
        /// The smallest value, in whole units.
        min: i64,
        /// The largest value, in whole units.
        max: i64,
    },
    /// A number has more decimals than the type keeps.
    #[error("{}", too_many_decimals(*kept))]
    Decimals {
        /// The number of decimals that the type keeps.
        kept: u8,
    },
    /// A whole number is stored as a float, and so large that other whole numbers have the same float.
    #[error(
        "a {float} of {limit} or more, which may have been rounded; write the column as integers"
    )]
    Rounded {
        /// The type of the float: `float32`.
        float: &'static str,
        /// The first whole number that is not alone in its float.
        limit: i64,
    },
    /// A code is too long.
    #[error("a code of {found} bytes; codes have at most {max}")]
    CodeTooLong {
        /// The length of the code in bytes.
        found: usize,
        /// The largest length in bytes.
        max: usize,
    },
    /// The program holds too many different long codes.
    #[error("too many different codes of more than eight characters, at most {max} in one program")]
    TooManyLongCodes {
        /// The maximum number of such codes.
        max: usize,
    },
    /// A code begins or ends with a space.
    #[error("a code with a space before or after it; write it without the space")]
    SurroundingSpace,
    /// A code does not have the form that the codes of its list have.
    #[error("not of the form of the codes of the list `{list}`, expected {form}")]
    CodeForm {
        /// The id of the list.
        list: String,
        /// The form in English.
        form: String,
    },
    /// An empty text, where the list is closed and has no empty code.
    #[error("an empty text, and the list has no empty code")]
    EmptyCode,
    /// A code that a closed list does not have.
    #[error("unknown code of the closed list `{list}`, expected one of {codes}")]
    UnknownCode {
        /// The id of the list.
        list: String,
        /// The codes of the list, each in backticks, separated by commas.
        codes: String,
    },
}

fn too_many_decimals(kept: u8) -> String {
    match kept {
        0 => "a number that is not whole".to_owned(),
        1 => "more than 1 decimal; round the column to 1 decimal".to_owned(),
        kept => format!("more than {kept} decimals; round the column to {kept} decimals"),
    }
}

impl ValueError {
    /// Returns the error for a text that is not a code of any list.
    pub(crate) fn invalid_code(error: CodeTextError, text: &str) -> Self {
        match error {
            CodeTextError::TooLong => Self::CodeTooLong {
                found: text.len(),
                max: CodeEntry::MAX_CODE_BYTES,
            },
            CodeTextError::NotPrintable => Self::Form {
                expected: "`01`: printable ASCII characters",
            },
            CodeTextError::SurroundingSpace => Self::SurroundingSpace,
        }
    }

    pub(crate) fn code_form(list: &describe::CodeList, form: &CodeForm) -> Self {
        Self::CodeForm {
            list: list.id.to_string(),
            form: form.to_string(),
        }
    }

    pub(crate) fn unknown_code(list: &describe::CodeList) -> Self {
        Self::UnknownCode {
            list: list.id.to_string(),
            codes: list
                .published_codes()
                .map(|(code, _)| format!("`{code}`"))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }
}
