//! The receipt of a delivery: the files that were read.

use std::collections::BTreeMap;

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
    /// The columns of the block by their names in the file, where they differ.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub renamed: BTreeMap<String, String>,
    /// The columns of the file that were left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<String>,
    /// The reason why the file was not read, or not to its end. Its rows, or those after the error, are in no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<String>,
}
