//! The receipt of a conversion: the files that were read and written.

use serde::Serialize;

use super::format::ConvertFormat;
use crate::receipt::FileReceipt;
use crate::used_options::UsedOptions;

/// The format of a receipt as JSON.
pub(super) const FORMAT: u32 = 1;

/// Everything that is needed to repeat a conversion, and to recognize its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConversionReceipt {
    /// The format of the receipt as JSON: 1.
    pub format: u32,
    /// The number of the decision.
    pub deliberation: String,
    /// The version of the model.
    pub model_version: String,
    /// The fingerprint of the model, with the code lists that were supplied.
    pub fingerprint: String,
    /// The version of this library.
    pub program_version: &'static str,
    /// The format of the files that were written.
    pub to: ConvertFormat,
    /// True if values with an error were written as null.
    pub null_on_error: bool,
    /// The options of the check.
    pub options: UsedOptions,
    /// The blocks that have a file, in the order of the model.
    pub blocks: Vec<ConvertedBlock>,
    /// The ids of the blocks that have no file.
    pub blocks_without_file: Vec<String>,
}

/// A block that was converted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConvertedBlock {
    /// The id.
    pub block: String,
    /// The files that were read.
    pub sources: Vec<FileReceipt>,
    /// The file that was written.
    pub written: ConvertedFile,
    /// The number of rows of the files that were read and not written, and of records that could not be read.
    pub rows_left_out: u64,
    /// The values that were written as null and the rows that were left out, by check and column.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConvertedFile {
    /// The path within the output folder.
    pub path: String,
    /// The size in bytes.
    pub bytes: u64,
    /// The SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// The number of rows.
    pub rows: u64,
}

/// The changes that one check caused in a column.
///
/// | the finding is about | if the column may be null and is not in the key | otherwise |
/// | --- | --- | --- |
/// | a value | it becomes null | the row is left out |
/// | a rule | every value that the rule reads becomes null | if the rule reads no other columns, the row is left out |
/// | a record that cannot be read | | it is left out |
///
/// After that, the rules hold in every row that is written. A finding that is not about one value or row, such as a repeated key or a violated
/// constraint, cannot be repaired: the conversion is then refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Repair {
    /// The id of the check.
    pub check: &'static str,
    /// The column, if the change is about one.
    pub column: Option<String>,
    /// The number of values that were written as null.
    pub values: u64,
    /// The number of rows that were left out. A row that several checks leave out is counted by each.
    pub rows: u64,
}
