//! The errors of a conversion.

use std::io;
use std::path::PathBuf;

use beraad_schema::arrow::FileError;
use beraad_schema::csv::CsvError;
use beraad_schema::describe::visible;

use crate::error::DeliveryError;

/// The reason why a delivery could not be converted. What is wrong with its rows is in the report, and not an error.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConvertError {
    /// The delivery cannot be read.
    #[error(transparent)]
    Delivery(#[from] DeliveryError),
    /// A file cannot be written.
    #[error(
        "cannot write `{}`: {source}; check that the disk has space and that you may write there",
        visible(path)
    )]
    Write {
        /// The path within the output folder.
        path: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The output folder cannot be used.
    #[error("cannot write to the folder `{}`: {source}; write the path of an empty folder", visible(&path.display().to_string()))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The rows of a block cannot be encoded.
    #[error("cannot encode the rows of block `{block}`: {source}")]
    Encode {
        /// The block.
        block: String,
        /// The error.
        source: FileError,
    },
    /// A column has more different codes than a dictionary has keys.
    #[error(
        "column `{column}` of block `{block}` has more than {max} different codes, for which an Arrow dictionary has no keys: convert to csv"
    )]
    TooManyCodes {
        /// The block.
        block: String,
        /// The column.
        column: String,
        /// The maximum number.
        max: usize,
    },
    /// A column has several values in a row, and CSV has no sign between them.
    #[error(
        "column `{column}` of block `{block}` has several values in a row, for which CSV has no form of its own: set the sign between them, such as `Dialect::item_separator(b'|')`, or convert to parquet or arrow"
    )]
    ListInCsv {
        /// The block.
        block: String,
        /// The column.
        column: String,
    },
    /// The sign between two values of a row cannot be that of the files that are written.
    #[error(
        "{0}; the files that are written have commas between fields: convert to parquet or arrow"
    )]
    Dialect(#[source] CsvError),
    /// A code has the sign between two values of a row in it.
    #[error(
        "a code in column `{column}` of block `{block}` has the sign {sign:?} in it, which separates the values of a row: set another `Dialect::item_separator`, or convert to parquet or arrow"
    )]
    SignInCode {
        /// The block.
        block: String,
        /// The column.
        column: String,
        /// The sign.
        sign: char,
    },
    /// CSV has no form for a code.
    #[error(
        "column `{column}` of block `{block}` has the empty text as a code, which CSV reads as null: convert to parquet or arrow"
    )]
    EmptyCodeInCsv {
        /// The block.
        block: String,
        /// The column.
        column: String,
    },
}
