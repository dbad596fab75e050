//! A file of a block, whatever its format.

use std::path::PathBuf;

use crate::receipt::FileReceipt;

/// A file of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BlockFile {
    pub(crate) path: PathBuf,
    /// The path within the delivery.
    pub(crate) name: String,
}

/// The place of a file among those of its block. Lines and parts are counted over all of them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before {
    /// The number of lines of the files before this one.
    pub(crate) lines: u64,
    /// The number of parts of the files before this one.
    pub(crate) parts: u64,
}

/// The result of reading a file.
pub(crate) struct FileRead {
    pub(crate) receipt: FileReceipt,
    /// The number of lines of a CSV file with the header, and of rows of another file.
    pub(crate) lines: u64,
    pub(crate) parts: u64,
    /// For each column of the block, true if the file has it; `None` if the header is not valid, so that no row was read.
    pub(crate) columns: Option<Vec<bool>>,
}
