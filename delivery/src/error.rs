//! The errors of a delivery that cannot be checked.

use std::io;
use std::path::PathBuf;

use beraad_schema::arrow::FileError;
use beraad_schema::csv::CsvError;
use beraad_schema::describe::visible;

/// The reason why a delivery could not be checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeliveryError {
    /// The folder cannot be read.
    #[error("cannot read `{}` as a delivery: {source}; write the path of a folder with a file for each block, such as `<block>.csv`", visible(&path.display().to_string()))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// Files of the folder that belong to no block, each with what to do.
    #[error("{}", .0.join("\n"))]
    Files(Vec<String>),
    /// A file cannot be read.
    #[error("cannot read `{}`: {source}", visible(&path.display().to_string()))]
    Read {
        /// The file.
        path: PathBuf,
        /// The error of the operating system, or of the compression.
        source: io::Error,
    },
    /// A file has other bytes than when it was read before.
    #[error("`{}` was changed while it was read: start again when it is complete", visible(&path.display().to_string()))]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A Parquet or Arrow file is damaged, or cannot be read.
    #[error("{}: {source}", visible(&path.display().to_string()))]
    Arrow {
        /// The file.
        path: PathBuf,
        /// The error.
        source: FileError,
    },
    /// The header or the dialect of a CSV file is not valid.
    #[error("{}: {source}", visible(&path.display().to_string()))]
    Csv {
        /// The file.
        path: PathBuf,
        /// The error.
        source: CsvError,
    },
}
