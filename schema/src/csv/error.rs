//! Errors of CSV files. No message repeats a value of a row: it may be about a person.

use std::fmt;

use super::header::HeaderError;
use crate::describe::{Text, excerpt};
use crate::value::ValueError;

/// An error of a CSV file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The first line is not a header of the block. No row is read.
    #[error(transparent)]
    Header(HeaderError),
    /// A row is not valid. The rows after it can be read.
    #[error(transparent)]
    Row(CsvRowError),
    /// The file cannot be read. No row is read after it.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
}

/// The errors of a row of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvRowError {
    /// The line where the row begins, from 1.
    pub line: u64,
    /// The kind of the error.
    pub kind: CsvRowErrorKind,
}

/// The kinds of errors of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsvRowErrorKind {
    /// The row has more or fewer fields than the header.
    Fields {
        /// The number of its fields.
        found: u64,
        /// The number of fields of the header.
        expected: u64,
    },
    /// All invalid values of the row, in the order of the columns of the block.
    Values(Vec<CellError>),
}

/// The error of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CellError {
    /// The number of the field in its line, from 1.
    pub field: usize,
    /// The name of the column in the file.
    pub name: String,
    /// The name of the column in the block.
    pub column: Text,
    /// The kind of the error.
    pub kind: CellErrorKind,
}

/// The kinds of errors of a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CellErrorKind {
    /// The field is not a value of the column.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// The field is not in UTF-8.
    #[error(
        "not in UTF-8; set the encoding of the file, such as `Dialect::encoding(WINDOWS_1252)`"
    )]
    NotUtf8,
    /// The field is of no notation of the dialect.
    #[error("not of the form {}", notations.join(", and not of "))]
    Notation {
        /// The form of the library, with an example, and the notations, each in backticks.
        notations: Vec<String>,
    },
    /// Two notations of the dialect read the field as two periods.
    #[error("of two notations, which read it as different periods: {}", notations.join(" and "))]
    TwoNotations {
        /// The notations, each in backticks.
        notations: Vec<String>,
    },
    /// A number has a point where the dialect has decimal commas.
    #[error(
        "a number with a point, and the file has decimal commas: remove the separators of thousands, or read it without \
         `Dialect::decimal_comma`"
    )]
    Point,
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            field,
            name,
            column,
            kind,
        } = self;
        if name == column {
            write!(f, "field {field}, column `{column}`: {kind}")
        } else {
            let name = excerpt(name);
            write!(f, "field {field}, column `{name}` (`{column}`): {kind}")
        }
    }
}

/// One error on a line, `line 3, field 2, column `year`: ..`; several ones on a line each.
impl fmt::Display for CsvRowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        match &self.kind {
            CsvRowErrorKind::Fields { found, expected } => {
                let plural = if *found == 1 { "" } else { "s" };
                write!(
                    f,
                    "line {line}: {found} field{plural}, and the header has {expected}; a field with the separator in it needs quotes"
                )
            }
            CsvRowErrorKind::Values(errors) => match &errors[..] {
                [error] => write!(f, "line {line}, {error}"),
                errors => {
                    write!(f, "line {line}:")?;
                    errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
                }
            },
        }
    }
}

impl std::error::Error for CsvRowError {}
