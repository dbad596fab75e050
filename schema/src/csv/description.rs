//! A dialect as texts, for a report about a file.

use std::collections::BTreeMap;

use super::dialect::Dialect;

/// The parts of a [`Dialect`] as texts, for a report that states how a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DialectDescription {
    /// The sign between two fields.
    pub separator: char,
    /// The name of the encoding; `None` if it was not set, which is UTF-8.
    pub encoding: Option<String>,
    /// True if numbers have a decimal comma.
    pub decimal_comma: bool,
    /// True if white space around fields is removed.
    pub trim: bool,
    /// The patterns of periods.
    pub notations: Vec<String>,
    /// The words for true and for false.
    pub flags: Option<[String; 2]>,
    /// The texts that mean that there is no value.
    pub missing: Vec<String>,
    /// The sign between two values of one field.
    pub item_separator: Option<char>,
    /// The names of columns by the names in the file.
    pub renames: BTreeMap<String, String>,
    /// The names in the file of columns that are left out.
    pub ignored: Vec<String>,
}

impl Dialect {
    /// Returns the parts of the dialect as texts.
    ///
    /// ```
    /// use beraad_schema::csv::Dialect;
    ///
    /// let description = Dialect::new().separator(b';').missing("NA").description();
    /// assert_eq!(description.separator, ';');
    /// assert_eq!(description.missing, ["NA"]);
    /// ```
    #[must_use]
    pub fn description(&self) -> DialectDescription {
        DialectDescription {
            separator: char::from(self.separator),
            encoding: self.encoding.map(|encoding| encoding.name().to_owned()),
            decimal_comma: self.decimal_comma,
            trim: self.trim,
            notations: self.notations.iter().map(ToString::to_string).collect(),
            flags: self.flags.clone().map(|(yes, no)| [yes, no]),
            missing: self.missing.iter().cloned().collect(),
            item_separator: self.item_separator.map(char::from),
            renames: self.names.clone(),
            ignored: self.ignored.iter().cloned().collect(),
        }
    }
}
