//! The way in which a provider writes a CSV file.

use std::collections::{BTreeMap, BTreeSet};

use ::encoding_rs::Encoding;

use super::notation::Notation;
use crate::describe::excerpt;

/// The way in which a provider writes CSV files: its separator, its encoding, its notations, and its names of columns.
///
/// A new dialect is that of this library: commas, UTF-8, decimal points, `2016-03`, `true` and `false`, and the names of the
/// block. Everything else is stated, and nothing is guessed; what the library writes itself is read in each dialect.
///
/// ```
/// # fn example<R: beraad_schema::Block>() -> Result<(), Box<dyn std::error::Error>> {
/// use beraad_schema::csv::{Dialect, encoding_rs::WINDOWS_1252};
///
/// let dialect = Dialect::new()
///     .separator(b';')
///     .encoding(WINDOWS_1252)
///     .decimal_comma()
///     .notation("yyyyMM".parse()?)
///     .notation("yyyy'Q'Q".parse()?)
///     .flags("J", "N")
///     .rename("volgnr", "person")
///     .ignore("opmerking");
/// let file = "volgnr;jaar\r\n1;2010\r\n".as_bytes();
/// for row in dialect.reader::<R, _>(file)? {
///     match row {
///         Ok(row) => {}
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Dialect {
    pub(super) separator: u8,
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) decimal_comma: bool,
    pub(super) trim: bool,
    pub(super) notations: Vec<Notation>,
    /// The words for true and for false.
    pub(super) flags: Option<(String, String)>,
    pub(super) missing: BTreeSet<String>,
    /// The sign between two values of one field.
    pub(super) item_separator: Option<u8>,
    /// The names of columns by the names in the file.
    pub(super) names: BTreeMap<String, String>,
    pub(super) ignored: BTreeSet<String>,
}

/// A dialect that contradicts itself, such as one with decimal commas and commas between fields.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid dialect: {0}")]
pub struct DialectError(String);

impl Default for Dialect {
    fn default() -> Self {
        Self {
            separator: b',',
            encoding: None,
            decimal_comma: false,
            trim: false,
            notations: Vec::new(),
            flags: None,
            missing: BTreeSet::new(),
            item_separator: None,
            names: BTreeMap::new(),
            ignored: BTreeSet::new(),
        }
    }
}

impl Dialect {
    /// Creates the dialect of this library.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the sign between two fields, such as `b';'` or `b'\t'`.
    #[must_use]
    pub fn separator(mut self, separator: u8) -> Self {
        self.separator = separator;
        self
    }

    /// Sets the encoding. Without it, a file is in UTF-8, or in UTF-16 if it begins with the byte order mark of UTF-16. A byte
    /// order mark takes precedence over the encoding.
    #[must_use]
    pub fn encoding(mut self, encoding: &'static Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Reads numbers with a decimal comma. A point in a number is then an error, since it may separate thousands.
    #[must_use]
    pub fn decimal_comma(mut self) -> Self {
        self.decimal_comma = true;
        self
    }

    /// Removes white space at both ends of each field and of each name in the header, also of a code.
    #[must_use]
    pub fn trim(mut self) -> Self {
        self.trim = true;
        self
    }

    /// Adds a notation of days, months, quarters or years. A column has the notations of its own precision and the form of this
    /// library; a text that two of them read as two periods is an error.
    #[must_use]
    pub fn notation(mut self, notation: Notation) -> Self {
        self.notations.push(notation);
        self
    }

    /// Sets the words for true and for false, such as `J` and `N`. `1`, `0` and `true` are read too, unless one of them is such a word.
    #[must_use]
    pub fn flags(mut self, yes: impl Into<String>, no: impl Into<String>) -> Self {
        self.flags = Some((yes.into(), no.into()));
        self
    }

    /// Adds a text that means that there is no value, such as `NA`. An empty field always does. It remains a value where it is one: a
    /// published code of the list of a column, a number in a column of numbers, a word of [`flags`](Self::flags).
    #[must_use]
    pub fn missing(mut self, text: impl Into<String>) -> Self {
        self.missing.insert(text.into());
        self
    }

    /// Sets the sign between two values of one field, such as `b'|'`, in a column of several values. An empty field has no value. Without
    /// such a sign, a block with such a column cannot be read from CSV.
    #[must_use]
    pub fn item_separator(mut self, separator: u8) -> Self {
        self.item_separator = Some(separator);
        self
    }

    /// Reads the column with this name in the file as a column of the block.
    #[must_use]
    pub fn rename(mut self, in_file: impl Into<String>, column: impl Into<String>) -> Self {
        self.names.insert(in_file.into(), column.into());
        self
    }

    /// Leaves out the column with this name in the file. Any other column that the block does not have is an error.
    #[must_use]
    pub fn ignore(mut self, in_file: impl Into<String>) -> Self {
        self.ignored.insert(in_file.into());
        self
    }

    /// Validates that no two parts of the dialect contradict each other.
    pub(super) fn validate(&self) -> Result<(), DialectError> {
        let sign = char::from(self.separator);
        if !sign.is_ascii() || sign.is_alphanumeric() || "\"\r\n.-+ ".contains(sign) {
            return Err(DialectError(format!(
                "{sign:?} cannot separate fields; expected a sign such as ';', ',', '|' or '\\t'"
            )));
        }
        if let Some(item) = self.item_separator.map(char::from) {
            if !item.is_ascii() || item.is_alphanumeric() || "\"\r\n.-+".contains(item) {
                return Err(DialectError(format!(
                    "{item:?} cannot separate the values of a field; expected a sign such as '|', ';' or ' '"
                )));
            }
            if item == sign {
                return Err(DialectError(format!(
                    "{item:?} separates fields and the values of a field: set another `Dialect::item_separator`"
                )));
            }
            if item == ',' && self.decimal_comma {
                return Err(DialectError(
                    "the comma separates the values of a field and is the decimal sign: set another `Dialect::item_separator`"
                        .to_owned(),
                ));
            }
        }
        if self.decimal_comma && sign == ',' {
            return Err(DialectError(
                "the comma separates fields and is the decimal sign: set `Dialect::separator`"
                    .to_owned(),
            ));
        }
        if let Some((yes, no)) = &self.flags
            && (yes == no || yes.is_empty() || no.is_empty())
        {
            return Err(DialectError(
                "`Dialect::flags` needs two different words that are not empty".to_owned(),
            ));
        }
        if let Some(name) = self.names.keys().find(|name| self.ignored.contains(*name)) {
            let name = excerpt(name);
            return Err(DialectError(format!(
                "column `{name}` is renamed and ignored: write one of `Dialect::rename` and `Dialect::ignore`"
            )));
        }
        Ok(())
    }

    /// Returns the name in the block of a column of a file; `None` if it is ignored.
    pub(super) fn column<'n>(&'n self, in_file: &'n str) -> Option<&'n str> {
        if self.ignored.contains(in_file) {
            return None;
        }
        Some(self.names.get(in_file).map_or(in_file, String::as_str))
    }
}
