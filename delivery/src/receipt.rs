//! The receipt of a delivery: the files that were read.

use serde::Serialize;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FileReceipt {
    /// The path within the delivery.
    pub path: String,
    /// The size in bytes.
    pub bytes: u64,
    /// The SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// The number of rows, without the header.
    pub rows: u64,
}
