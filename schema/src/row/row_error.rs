//! Errors of one row that was read as text. No message repeats a value: it may be about a person.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::describe::Text;
use crate::value::ValueError;

/// All errors of one row.
///
/// [`RowResult`](crate::RowResult) has it for every format of serde, and `csv::Reader` for CSV files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    block: &'static str,
    errors: Vec<FieldError>,
}

impl RowError {
    pub(crate) fn new(block: &'static str, errors: Vec<FieldError>) -> Self {
        Self { block, errors }
    }

    /// Returns the id of the block.
    #[must_use]
    pub fn block(&self) -> &str {
        self.block
    }

    /// Returns the errors, in the order in which the columns were found; a missing column comes last.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// Returns the errors, as [`errors`](Self::errors).
    #[must_use]
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }
}

/// One error on a line; several ones on a line each, after a line that names the block.
impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [error] = &self.errors[..] {
            return error.fmt(f);
        }
        write!(f, "invalid row of `{}`", self.block)?;
        self.errors
            .iter()
            .try_for_each(|error| write!(f, "\n  {error}"))
    }
}

impl std::error::Error for RowError {}

/// As `{"block": "household", "errors": [{"column": "year", "message": ".."}]}`.
impl Serialize for RowError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("RowError", 2)?;
        error.serialize_field("block", self.block)?;
        error.serialize_field("errors", &self.errors)?;
        error.end()
    }
}

/// The error of one column of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldError {
    /// The name of the column; `None` for an unknown column before any known one, whose name may be a value.
    pub column: Option<Text>,
    /// The kind of the error.
    pub kind: FieldErrorKind,
}

impl FieldError {
    pub(crate) fn new(column: &'static str, kind: FieldErrorKind) -> Self {
        Self {
            column: Some(Text::Borrowed(column)),
            kind,
        }
    }
}

/// The kinds of errors of a column of a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldErrorKind {
    /// The value is not one of the column.
    #[error(transparent)]
    InvalidValue(#[from] ValueError),
    /// The row lacks a required column.
    #[error("missing column")]
    Missing,
    /// The row has the column twice.
    #[error("duplicate column")]
    Duplicate,
    /// The block does not have the column.
    #[error("unknown column; {advice}")]
    Unknown {
        /// The column that may be meant, or the columns of the block.
        advice: String,
    },
    /// The row has more unknown columns than the errors before this one name.
    #[error("{count} more unknown columns")]
    MoreUnknown {
        /// Their number.
        count: usize,
    },
}

/// With the column: ``column `year`: outside the bounds 1000 to 9999``, or ``missing column `year` ``.
impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(column) = &self.column else {
            return self.kind.fmt(f);
        };
        match &self.kind {
            FieldErrorKind::Missing => write!(f, "missing column `{column}`"),
            FieldErrorKind::Duplicate => write!(f, "duplicate column `{column}`"),
            FieldErrorKind::Unknown { advice } => write!(f, "unknown column `{column}`; {advice}"),
            kind => write!(f, "column `{column}`: {kind}"),
        }
    }
}

/// As `{"column": "year", "message": "outside the bounds 1000 to 9999"}`.
impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("FieldError", 2)?;
        error.serialize_field("column", &self.column)?;
        error.serialize_field("message", &self.kind.to_string())?;
        error.end()
    }
}
