//! The options of a check, as the report has them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::options::Options;

/// The options of a check. A check of the same files with the same options gives the same findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UsedOptions {
    /// The sign between two fields.
    pub separator: String,
    /// The encoding, if it was stated; otherwise UTF-8, or UTF-16 with its byte order mark.
    pub encoding: Option<String>,
    /// True if numbers have a decimal comma.
    pub decimal_comma: bool,
    /// True if white space around fields was removed.
    pub trim: bool,
    /// The notations of periods.
    pub notations: Vec<String>,
    /// The words for true and for false.
    pub flags: Option<[String; 2]>,
    /// The texts that mean that there is no value.
    pub missing: Vec<String>,
    /// The sign between two values of one field.
    pub item_separator: Option<String>,
    /// The names of columns by the names in all files, if the dialect renames them. The receipt of a file has those of its own.
    pub renames: BTreeMap<String, String>,
    /// The columns of the files that were left out.
    pub ignored: Vec<String>,
    /// The blocks that were asked for; null for all that have a file.
    pub blocks: Option<Vec<String>>,
    /// True if the report shows texts of rows.
    pub show_values: bool,
}

impl UsedOptions {
    pub(crate) fn new(options: &Options) -> Self {
        let dialect = options.dialect.description();
        let blocks = options.blocks.as_ref();
        Self {
            separator: dialect.separator.to_string(),
            encoding: dialect.encoding,
            decimal_comma: dialect.decimal_comma,
            trim: dialect.trim,
            notations: dialect.notations,
            flags: dialect.flags,
            missing: dialect.missing,
            item_separator: dialect.item_separator.map(String::from),
            renames: dialect.renames,
            ignored: dialect.ignored,
            blocks: blocks.map(|ids| ids.iter().cloned().collect()),
            show_values: options.show_values,
        }
    }
}
