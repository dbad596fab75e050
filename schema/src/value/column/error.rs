//! Errors of columns. No message repeats a value: it may be about a person.

use std::fmt;

use crate::describe::excerpt;
use crate::value::ValueError;

/// The kind of an error of a column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnErrorKind {
    /// The record batch lacks a required column.
    #[error("missing; expected {expected}{}", advice_in_message(advice))]
    Missing {
        /// The type that the column is written as.
        expected: String,
        /// The place where its values may be; empty if nothing is known.
        advice: String,
    },
    /// The block does not have the column.
    #[error("not a column of this block{}", advice_in_message(advice))]
    Unknown {
        /// The column that may be meant, or what else the column may be; empty if nothing is known.
        advice: String,
    },
    /// The record batch has the column more than once.
    #[error("duplicate column")]
    Duplicate,
    /// The column's type cannot represent these values losslessly.
    #[error("expected {expected}, found {found}{}", advice_in_message(advice))]
    WrongType {
        /// The types that can.
        expected: String,
        /// The type of the column.
        found: String,
        /// The way to write it instead, in common programs; empty if nothing is known.
        advice: String,
    },
    /// By its metadata, the column has values of another kind than its variable: quarters where the variable has months.
    #[error(
        "expected `{expected}`, found `{}`, by the metadata of the column (`{key}`); write the values of this variable, or leave \
         out the key if it is wrong",
        excerpt(found)
    )]
    OtherKind {
        /// The key of the metadata.
        key: &'static str,
        /// The value that the key has in the files of this library, or the kind of the values if they have no such key.
        expected: String,
        /// The value in the metadata.
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

impl ColumnErrorKind {
    /// Replaces the row, for example the number of a list item by the row of its list.
    pub(crate) fn map_row(mut self, map: impl Fn(usize) -> usize) -> Self {
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

/// Appends advice to a message.
fn advice_in_message(advice: &str) -> String {
    if advice.is_empty() {
        return String::new();
    }
    format!("; {advice}")
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
