//! Messages about the layout of a file: its header, and the lines above it.

use crate::csv::CsvError;

/// A message about the layout of a file: its header, and the lines above it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LayoutMessage {
    /// The file has no header.
    MissingHeader {
        /// The header of the template.
        header: String,
        /// The id of the list.
        list: String,
    },
    /// The first line that is not a comment names no column.
    NotAHeader {
        /// The line.
        line: String,
        /// The header of the template.
        header: String,
    },
    /// The header is in one cell.
    HeaderInOneCell {
        /// The sign between the names in the cell.
        separator: char,
    },
    /// A word is nearly `complete`.
    MisspeltCompleteness {
        /// The text in the file.
        found: String,
    },
    /// A word is nearly `confirmed`.
    MisspeltConfirmation {
        /// The text in the file.
        found: String,
    },
    /// A line with values is above the header.
    AboveHeader {
        /// The text.
        text: String,
    },
    /// Two lines state the opposite about the completeness of the file.
    OppositeCompleteness {
        /// The other line.
        line: usize,
    },
    /// The value of `complete` is neither `yes` nor `no`.
    UnknownCompleteness {
        /// The text in the file.
        found: String,
    },
    /// The line is not valid CSV.
    InvalidCsv {
        /// The error.
        error: CsvError,
    },
    /// The header is not valid CSV.
    InvalidHeader {
        /// The error.
        error: CsvError,
    },
    /// No column has this name, and one has a similar name.
    MisspeltColumn {
        /// The name of the column.
        column: String,
        /// The text that was probably meant.
        meant: String,
    },
    /// No column has this name.
    UnknownColumn {
        /// The name of the column.
        column: String,
        /// The values that are expected.
        known: Vec<String>,
    },
    /// Two columns have one name.
    DuplicateColumn {
        /// The name of the column.
        column: String,
    },
    /// The header has no column `code`.
    MissingCodeColumn {
        /// A header.
        example: String,
    },
    /// The header has no column for labels.
    MissingLabelColumn {
        /// The columns that are expected.
        languages: Vec<String>,
    },
    /// The file has too many lines.
    TooManyRows {
        /// The limit.
        max: usize,
    },
}
