//! Errors of rows and record batches. No message repeats a value: it may be about a person.

use std::fmt;

use crate::describe::visible_code;
use crate::value::ValueError;

/// An error of rows that cannot be converted to a record batch, or of a record batch that cannot be converted to rows.
///
/// It contains all errors of all columns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BatchError {
    /// By the metadata of its schema, the record batch has rows of another block.
    OtherBlock {
        /// The id of the expected block.
        expected: &'static str,
        /// The id of the block in the metadata.
        found: String,
    },
    /// Some columns are not valid.
    Columns {
        /// The id of the block.
        block: &'static str,
        /// The errors, in the order of the columns of the block; those of unknown columns come last.
        columns: Vec<ColumnError>,
    },
}

/// An error of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnError {
    /// The name of the column.
    pub column: String,
    /// The kind of the error.
    pub kind: ColumnErrorKind,
}

/// The kind of an error of a column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnErrorKind {
    /// The record batch lacks a required column.
    #[error("missing; expected {expected}")]
    Missing {
        /// The type that the column is written as.
        expected: String,
    },
    /// The block does not have the column.
    #[error("not a column of this block")]
    Unknown,
    /// The record batch has the column more than once.
    #[error("duplicate column")]
    Duplicate,
    /// The column's type cannot represent these values losslessly.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The types that can.
        expected: String,
        /// The type of the column.
        found: String,
    },
    /// A required column has nulls.
    #[error("{}: missing value in a required column", InRows { row: *.row, count: *.count })]
    MissingValue {
        /// The first row without a value, counted from 0.
        row: usize,
        /// The number of missing values.
        count: usize,
    },
    /// A column of lists has nulls instead of lists.
    #[error("{}: null instead of a list; write an empty list where there are no values", InRows { row: *.row, count: *.count })]
    MissingList {
        /// The first row without a list, counted from 0.
        row: usize,
        /// The number of missing lists.
        count: usize,
    },
    /// The column has invalid values.
    #[error("{}: {error}", InRows { row: *.row, count: *.count })]
    InvalidValue {
        /// The row of the first invalid value, counted from 0.
        row: usize,
        /// The number of invalid values.
        count: usize,
        /// The error of the first invalid value.
        error: ValueError,
    },
    /// The column has more distinct codes than a dictionary has keys.
    #[error(
        "row {row}: too many distinct codes, at most {max}; write the other rows with a new `BatchBuilder` or to another file"
    )]
    TooManyCodes {
        /// The first row with a code too many, counted from 0.
        row: usize,
        /// The maximum number of distinct codes.
        max: usize,
    },
    /// The lists of one batch have more values than 32-bit offsets can count.
    #[error(
        "too many list values for one batch: {found}, at most {}; write smaller batches",
        i32::MAX
    )]
    TooManyItems {
        /// The number of values.
        found: usize,
    },
}

impl BatchError {
    /// Adds the number of rows that come before the batch to each row.
    #[cfg(any(feature = "ipc", feature = "parquet"))]
    pub(super) fn with_row_offset(mut self, earlier_rows: usize) -> Self {
        if let Self::Columns { columns, .. } = &mut self {
            for column in columns {
                column.kind = column.kind.clone().map_row(|row| row + earlier_rows);
            }
        }
        self
    }
}

impl ColumnErrorKind {
    /// Replaces the row, for example the number of a list item by the row of its list.
    pub(super) fn map_row(mut self, map: impl Fn(usize) -> usize) -> Self {
        if let Self::MissingValue { row, .. }
        | Self::MissingList { row, .. }
        | Self::InvalidValue { row, .. }
        | Self::TooManyCodes { row, .. } = &mut self
        {
            *row = map(*row);
        }
        self
    }
}

/// The rows of an error.
struct InRows {
    row: usize,
    count: usize,
}

impl fmt::Display for InRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            1 => write!(f, "row {}", self.row),
            count => write!(f, "{count} times, first in row {}", self.row),
        }
    }
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column `{}`: {}", visible_code(&self.column), self.kind)
    }
}

impl std::error::Error for ColumnError {}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherBlock { expected, found } => write!(
                f,
                "expected rows of block `{expected}`, found rows of block `{}`",
                visible_code(found)
            ),
            Self::Columns { block, columns } => {
                write!(
                    f,
                    "invalid columns of block `{block}` (rows are counted from 0)"
                )?;
                columns
                    .iter()
                    .try_for_each(|column| write!(f, "\n  {column}"))
            }
        }
    }
}

impl std::error::Error for BatchError {}
