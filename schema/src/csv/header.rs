//! The header of a CSV file: its validation, and all its errors at once.

use std::fmt;

use ::csv::ByteRecord;
use memchr::memchr_iter;

use super::columns::BlockColumns;
use super::dialect::Dialect;
use super::scanned_text::QuoteError;
use crate::describe::{Representation, Text, excerpt};
use crate::row::foreign_names::{IN_UTF8, is_known, named, other_separator, suggestion};

/// The error of the first line of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderError {
    block: Text,
    kind: HeaderErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum HeaderErrorKind {
    Empty,
    Utf16 {
        is_big_endian: bool,
    },
    NotUtf8,
    /// The line `sep=;` that a spreadsheet writes before the header.
    SeparatorLine,
    /// The columns are separated by another sign than that of the dialect.
    Separator {
        found: char,
        expected: char,
    },
    /// A name has a line end in it.
    LineEnd,
    /// A quote sign is misplaced.
    Quote(QuoteError),
    /// No name is known.
    NoNames {
        /// True if the names have signs of a text in another encoding.
        is_garbled: bool,
    },
    /// The block has a column of several values.
    ListColumn(Text),
    /// Each error about the columns, as a message.
    Columns(Vec<String>),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const AS_UTF8: &str = "save it again in UTF-8, in a spreadsheet as \"CSV UTF-8\"";
        let block = &self.block;
        match &self.kind {
            HeaderErrorKind::Empty => write!(
                f,
                "the file is empty; expected a header with the columns of block `{block}` in its first line"
            ),
            HeaderErrorKind::Utf16 { is_big_endian } => write!(
                f,
                "the file is in UTF-16 (\"Unicode text\") without a byte order mark; set `Dialect::encoding(UTF_16{}E)`, or {AS_UTF8}, {IN_UTF8}",
                if *is_big_endian { 'B' } else { 'L' }
            ),
            HeaderErrorKind::NotUtf8 => write!(
                f,
                "the header is not in UTF-8; set the encoding, such as `Dialect::encoding(WINDOWS_1252)`, or {AS_UTF8}, {IN_UTF8}"
            ),
            HeaderErrorKind::SeparatorLine => f.write_str(
                "the first line is not a header, but `sep=` as spreadsheets write it; remove the line, and set \
                 `Dialect::separator` to its sign",
            ),
            HeaderErrorKind::Separator { found, expected } => write!(
                f,
                "the columns are separated by {found:?}, not by {expected:?}: set `Dialect::separator(b{found:?})`"
            ),
            HeaderErrorKind::LineEnd => f.write_str(
                "a name in the header has a line end in it, and is not shown, since it may have rows in it: probably a quote sign (\") is not \
                 closed",
            ),
            HeaderErrorKind::Quote(error) => write!(f, "invalid header of block `{block}`: {error}"),
            HeaderErrorKind::ListColumn(column) => write!(
                f,
                "column `{column}` of block `{block}` has several values, for which CSV has no form of its own: set the sign between them, such as `Dialect::item_separator(b'|')`, or read them from JSON, Arrow or Parquet"
            ),
            HeaderErrorKind::NoNames { is_garbled: true } => write!(
                f,
                "the first line has no column of block `{block}`, and signs of a text that is read in another encoding than its own: set the \
                 encoding of the file, such as `Dialect::encoding(WINDOWS_1252)`, or {AS_UTF8}, {IN_UTF8}"
            ),
            HeaderErrorKind::NoNames { is_garbled: false } => write!(
                f,
                "the first line has no column of block `{block}`; expected a header, and its fields are not shown, since they may be the \
                 values of a row: write the names of the columns, in pandas `x.to_csv(header=True)`, in R `write.csv(x)`, in Stata \
                 `export delimited` without `novarnames`"
            ),
            HeaderErrorKind::Columns(errors) => {
                write!(f, "invalid header of block `{block}`")?;
                errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
            }
        }
    }
}

impl std::error::Error for HeaderError {}

/// The names of the columns of a file, which is valid for a block.
pub(super) struct Header {
    /// The names in the file.
    pub(super) in_file: Vec<String>,
    /// The names in the block, in the same order; `None` for a column that the dialect ignores.
    pub(super) in_block: Vec<Option<String>>,
}

impl Header {
    /// Validates the first record of a file.
    pub(super) fn try_new(
        block: &BlockColumns<'_>,
        record: &ByteRecord,
        quote_error: Option<QuoteError>,
        dialect: &Dialect,
    ) -> Result<Self, HeaderError> {
        Self::of_block(block, record, quote_error, dialect).map_err(|kind| HeaderError {
            block: block.id.clone(),
            kind,
        })
    }

    fn of_block(
        block: &BlockColumns<'_>,
        record: &ByteRecord,
        quote_error: Option<QuoteError>,
        dialect: &Dialect,
    ) -> Result<Self, HeaderErrorKind> {
        let list = block.columns.iter().find(|column| {
            let representation = column.value_type.representation();
            matches!(representation, Representation::List { .. })
        });
        if let Some(list) = list
            && dialect.item_separator.is_none()
        {
            return Err(HeaderErrorKind::ListColumn(list.name.clone()));
        }
        if record.is_empty() {
            return Err(HeaderErrorKind::Empty);
        }
        if is_utf16(record.as_slice()) {
            // Of a Latin letter, the zero byte comes first.
            let is_big_endian = matches!(record.as_slice().first(), Some(0 | 0xFE));
            return Err(HeaderErrorKind::Utf16 { is_big_endian });
        }
        let names = record.iter().map(|name| std::str::from_utf8(name));
        let names: Result<Vec<_>, _> = names.collect();
        let mut names = names.map_err(|_| HeaderErrorKind::NotUtf8)?;
        if names.iter().any(|name| name.contains(['\n', '\r'])) {
            return Err(HeaderErrorKind::LineEnd);
        }
        if let Some(error) = quote_error {
            return Err(HeaderErrorKind::Quote(error));
        }
        if dialect.trim {
            for name in &mut names {
                *name = name.trim();
            }
        }
        let known = &*block.names();
        if names[0].to_lowercase().starts_with("sep=") {
            return Err(HeaderErrorKind::SeparatorLine);
        }
        let separator = names.iter().find_map(|name| {
            let sign = other_separator(name, |part| {
                is_known(part, known) || dialect.names.contains_key(part)
            })?;
            (sign != char::from(dialect.separator)).then_some(sign)
        });
        if let Some(separator) = separator {
            return Err(HeaderErrorKind::Separator {
                found: separator,
                expected: dialect.separator.into(),
            });
        }
        let in_block: Vec<_> = names.iter().map(|name| dialect.column(name)).collect();
        let mut columns = in_block.iter().flatten();
        if !columns.any(|name| is_known(name.trim(), known)) {
            let is_garbled = names.iter().any(|name| is_garbled(name));
            return Err(HeaderErrorKind::NoNames { is_garbled });
        }
        let header = Self {
            in_file: names.into_iter().map(str::to_owned).collect(),
            in_block: in_block
                .into_iter()
                .map(|name| name.map(str::to_owned))
                .collect(),
        };
        let errors = header.errors_of_columns(block, dialect);
        if errors.is_empty() {
            Ok(header)
        } else {
            Err(HeaderErrorKind::Columns(errors))
        }
    }

    /// Returns the errors about the columns: those that lack, that the block does not have, and that are there twice.
    fn errors_of_columns(&self, block: &BlockColumns<'_>, dialect: &Dialect) -> Vec<String> {
        let known = &*block.names();
        let mut errors = Vec::new();
        for column in &block.columns {
            let names = self.in_file.iter().zip(&self.in_block);
            let names = names.filter(|(_, name)| name.as_deref() == Some(&*column.name));
            let names: Vec<_> = names.map(|(in_file, _)| in_file.as_str()).collect();
            match &names[..] {
                [] if !column.nullable => {
                    errors.push(self.missing_column(&column.name, dialect));
                }
                [] | [_] => {}
                [first, others @ ..] if others.iter().all(|other| other == first) => {
                    errors.push(format!("duplicate column `{}`", excerpt(first)));
                }
                names => errors.push(format!(
                    "the columns {} of the file are both read as `{}`: rename one, or ignore it with `Dialect::ignore`",
                    named(names),
                    column.name
                )),
            }
        }
        // A name that is near a column of the block has a message of its own; the others are listed together.
        let mut other = Vec::new();
        // Each column of the block is suggested once, so that the number of messages has a limit.
        let mut suggested = Vec::new();
        for (name, column) in self.in_file.iter().zip(&self.in_block) {
            let Some(column) = column else { continue };
            if known.contains(&column.as_str()) {
                continue;
            }
            if dialect.names.contains_key(name) {
                let advice = match suggestion(column, known) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("its columns are {}", named(known)),
                };
                let (name, column) = (excerpt(name), excerpt(column));
                errors.push(format!(
                    "`Dialect::rename` reads `{name}` as `{column}`, which is not a column of the block; {advice}"
                ));
                continue;
            }
            match suggestion(column, known) {
                None => other.push(name.as_str()),
                Some(meant) if suggested.contains(&meant) => {}
                Some(meant) => {
                    suggested.push(meant);
                    let name = excerpt(name);
                    errors.push(format!("unknown column `{name}`; did you mean `{meant}`?"));
                }
            }
        }
        if !other.is_empty() {
            let plural = if other.len() == 1 { "" } else { "s" };
            errors.push(format!(
                "unknown column{plural} {}; rename or ignore what the block does not have, with `Dialect::rename` or \
                 `Dialect::ignore`, or leave it out: in pandas `x.to_csv(index=False, columns=[..])`, in R \
                 `write.csv(x[, c(..)], row.names = FALSE)`, in Stata `export delimited ..`",
                named(&other)
            ));
        }
        errors
    }

    /// Returns the error about a required column that the file does not have under the names of the dialect.
    fn missing_column(&self, column: &str, dialect: &Dialect) -> String {
        if !self.in_file.iter().any(|name| name == column) {
            return format!("missing column `{column}`");
        }
        match dialect.names.get(column) {
            Some(other) => format!(
                "missing column `{column}`: `Dialect::rename` reads the column with this name as `{}`",
                excerpt(other)
            ),
            None => format!(
                "missing column `{column}`: it is required, and `Dialect::ignore` leaves it out"
            ),
        }
    }
}

/// Returns whether a header is in UTF-16: it has its byte order mark, or each second byte is zero.
fn is_utf16(header: &[u8]) -> bool {
    let zeros = memchr_iter(0, header).count();
    header.starts_with(b"\xFF\xFE") || header.starts_with(b"\xFE\xFF") || zeros * 3 > header.len()
}

/// Returns whether a name has signs that a header in Latin letters has only if it is read in another encoding than its own.
fn is_garbled(name: &str) -> bool {
    name.chars()
        .any(|sign| sign == '\u{FFFD}' || sign >= '\u{2E80}')
}
