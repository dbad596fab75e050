//! Errors of rows and record batches. No message repeats a value: it may be about a person.

use std::fmt;

use crate::describe::excerpt;
use crate::value::column::ColumnErrorKind;

/// An error of rows that cannot be converted to a record batch, or of a record batch that cannot be converted to rows.
///
/// It contains all errors of all columns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BatchError {
    /// By the metadata of its schema, the record batch has rows of another decision.
    OtherDecision {
        /// The id of the block that was expected.
        block: &'static str,
        /// The number of the decision of the block.
        expected: &'static str,
        /// The number of the decision in the metadata.
        found: String,
    },
    /// By the metadata of its schema, the record batch has rows of another block.
    OtherBlock {
        /// The id of the expected block.
        expected: &'static str,
        /// The id of the block in the metadata.
        found: String,
    },
    /// Some columns are not valid.
    Columns {
        /// The id of the block; empty if the reader knows none.
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

impl fmt::Display for ColumnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An unknown column has a name from the file.
        write!(f, "column `{}`: {}", excerpt(&self.column), self.kind)
    }
}

impl std::error::Error for ColumnError {}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherDecision {
                block,
                expected,
                found,
            } => write!(
                f,
                "expected rows of block `{block}` of decision `{expected}`, found rows of decision `{}`: read them with the types of \
                 that decision",
                excerpt(found)
            ),
            Self::OtherBlock { expected, found } => write!(
                f,
                "expected rows of block `{expected}`, found rows of block `{}`",
                excerpt(found)
            ),
            Self::Columns { block, columns } => {
                match *block {
                    // Of a reader that knows no block.
                    "" => f.write_str("invalid columns")?,
                    block => write!(
                        f,
                        "invalid columns of block `{block}` (rows are counted from 0)"
                    )?,
                }
                columns
                    .iter()
                    .try_for_each(|column| write!(f, "\n  {column}"))?;
                let is_missing =
                    |column: &ColumnError| matches!(column.kind, ColumnErrorKind::Missing { .. });
                if columns.iter().any(is_missing) {
                    f.write_str(
                        "\n  A missing column may be in the path of the file (`year=2010/`): open it with `try_new_at`.",
                    )?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for BatchError {}
