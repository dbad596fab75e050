//! The formats of typed files.

use std::fmt;

use serde::Serialize;

/// A format of typed files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConvertFormat {
    /// Parquet, compressed with Zstandard.
    Parquet,
    /// The file format of Arrow IPC, without compression.
    Arrow,
    /// CSV in the dialect of this library, with the item separator of the options.
    Csv,
}

impl ConvertFormat {
    /// Returns the extension of a file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
            Self::Csv => "csv",
        }
    }

    /// Returns the number of rows that are encoded together: a Parquet row group, an Arrow record batch.
    pub(super) fn group_rows(self) -> usize {
        match self {
            Self::Parquet => 1 << 18,
            Self::Arrow | Self::Csv => 1 << 16,
        }
    }
}

impl fmt::Display for ConvertFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.extension())
    }
}
