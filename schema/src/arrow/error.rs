//! What is wrong with rows or with a batch. No value is repeated: it may be about a person.

use std::fmt::{self, Write as _};

use crate::value::ValueError;

/// Why rows are no batch, or a batch holds no rows of a block: everything that is wrong, at once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BatchError {
    /// The metadata of the schema say that the rows are of another block.
    OtherBlock {
        /// The id of the block that was asked for.
        expected: &'static str,
        /// The id of the block that the batch names.
        found: String,
    },
    /// Columns are wrong.
    Columns {
        /// The id of the block.
        block: &'static str,
        /// The columns, in the order of the block; behind them those that it does not have.
        columns: Vec<ColumnError>,
    },
}

/// What is wrong with one column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnError {
    /// The name of the column.
    pub column: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The batch does not have it, and there is always a value.
    #[error("is missing; expected {expected}")]
    Missing {
        /// The type that it has when written.
        expected: String,
    },
    /// The block does not have it.
    #[error("is no column of this block")]
    Unknown,
    /// The batch has it more than once.
    #[error("stands in the batch more than once")]
    Repeated,
    /// It is of a type that does not say the same.
    #[error("expected {expected}, found {found}")]
    Type {
        /// The types that do.
        expected: String,
        /// The type of the column.
        found: String,
    },
    /// It has nulls, and there is always a value.
    #[error("{}: no value, and this column always has one", At { row: *.row, count: *.count })]
    Null {
        /// The first row without a value, counted from 0.
        row: usize,
        /// How many there are.
        count: usize,
    },
    /// It is a column of lists, and has nulls in the place of some.
    #[error("{}: no list; write an empty one where there are no values", At { row: *.row, count: *.count })]
    NoList {
        /// The first row without a list, counted from 0.
        row: usize,
        /// How many there are.
        count: usize,
    },
    /// It holds what is no value of the column.
    #[error("{}: {why}", At { row: *.row, count: *.count })]
    Value {
        /// The first such row, counted from 0.
        row: usize,
        /// How many there are.
        count: usize,
        /// What is wrong with the first.
        why: ValueError,
    },
    /// It has more different codes than a dictionary has keys.
    #[error(
        "row {row} has one code more than the {most} different ones that fit; write the rest with a new `Batches`, or into another file"
    )]
    TooManyCodes {
        /// The first row whose code does not fit, counted from 0.
        row: usize,
        /// How many fit.
        most: usize,
    },
    /// The lists of one batch hold more values than there are offsets.
    #[error(
        "its lists hold {found} values, and a batch has room for {}; write smaller batches",
        i32::MAX
    )]
    TooManyItems {
        /// How many values they hold.
        found: usize,
    },
}

impl BatchError {
    /// The same, in rows that stand behind `before` others.
    #[cfg(any(feature = "ipc", feature = "parquet"))]
    pub(super) fn behind(mut self, before: usize) -> Self {
        if let Self::Columns { columns, .. } = &mut self {
            for column in columns {
                column.fault = column.fault.clone().behind(before);
            }
        }
        self
    }
}

impl Fault {
    /// The same, in rows that stand behind `before` others.
    pub(super) fn behind(mut self, before: usize) -> Self {
        if let Self::Null { row, .. }
        | Self::NoList { row, .. }
        | Self::Value { row, .. }
        | Self::TooManyCodes { row, .. } = &mut self
        {
            *row += before;
        }
        self
    }

    /// The same of a row, where it was said of an item of lists.
    pub(super) fn in_lists(mut self, row_of: impl Fn(usize) -> usize) -> Self {
        if let Self::Null { row, .. } | Self::Value { row, .. } | Self::TooManyCodes { row, .. } =
            &mut self
        {
            *row = row_of(*row);
        }
        self
    }
}

/// A text that comes from outside, without what would write elsewhere than where it stands.
pub(super) struct Visible<'a>(pub(super) &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '"' | '\'' => f.write_char(character),
            other => write!(f, "{}", other.escape_debug()),
        })
    }
}

/// The rows that something is wrong with.
struct At {
    row: usize,
    count: usize,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            1 => write!(f, "row {}", self.row),
            count => write!(f, "{count} times, first in row {}", self.row),
        }
    }
}

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column `{}`: {}", Visible(&self.column), self.fault)
    }
}

impl std::error::Error for ColumnError {}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherBlock { expected, found } => write!(
                f,
                "expected rows of block `{expected}`, found rows of block `{}`",
                Visible(found)
            ),
            Self::Columns { block, columns } => {
                write!(f, "block `{block}` (rows are counted from 0)")?;
                columns
                    .iter()
                    .try_for_each(|column| write!(f, "\n  {column}"))
            }
        }
    }
}

impl std::error::Error for BatchError {}
