//! The errors of a delivery that cannot be checked.

use std::io;
use std::path::PathBuf;

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
    /// The table of the files cannot be read.
    #[error("cannot read `{}`: {source}", visible(&path.display().to_string()))]
    Read {
        /// The file.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// A file has other bytes than when it was read before.
    #[error("`{}` was changed while it was read: start again when it is complete", visible(&path.display().to_string()))]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The dialect of CSV files is not valid.
    #[error("{}: {source}", visible(&path.display().to_string()))]
    Csv {
        /// The file.
        path: PathBuf,
        /// The error.
        source: CsvError,
    },
}
