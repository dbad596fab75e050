//! The header of a CSV file: its validation, and all its errors at once.

use std::fmt;

use ::csv::ByteRecord;

use super::dialect::Dialect;
use crate::describe::excerpt;
use crate::row::Block;
use crate::row::foreign_names::{IN_UTF8, is_known, named, other_separator, suggestion};

/// The error of the first line of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderError {
    block: &'static str,
    kind: HeaderErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum HeaderErrorKind {
    Empty,
    Utf16,
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
    /// No name is known.
    NoNames,
    /// Each error about the columns, as a message.
    Columns(Vec<String>),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const AS_UTF8: &str = "save it again in UTF-8, in a spreadsheet as \"CSV UTF-8\"";
        let block = self.block;
        match &self.kind {
            HeaderErrorKind::Empty => write!(
                f,
                "the file is empty; expected a header with the columns of block `{block}` in its first line"
            ),
            HeaderErrorKind::Utf16 => write!(
                f,
                "the file is in UTF-16 (\"Unicode text\") without a byte order mark; set `Dialect::encoding(UTF_16LE)`, or {AS_UTF8}, {IN_UTF8}"
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
            HeaderErrorKind::NoNames => write!(
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
    pub(super) fn try_new<R: Block>(
        record: &ByteRecord,
        dialect: &Dialect,
    ) -> Result<Self, HeaderError> {
        Self::of_block::<R>(record, dialect).map_err(|kind| HeaderError { block: R::ID, kind })
    }

    fn of_block<R: Block>(record: &ByteRecord, dialect: &Dialect) -> Result<Self, HeaderErrorKind> {
        let first = record.get(0).ok_or(HeaderErrorKind::Empty)?;
        if first.starts_with(b"\xFF\xFE")
            || first.starts_with(b"\xFE\xFF")
            || record.iter().any(|field| field.contains(&0))
        {
            return Err(HeaderErrorKind::Utf16);
        }
        let names = record.iter().map(|name| std::str::from_utf8(name));
        let names: Result<Vec<_>, _> = names.collect();
        let mut names = names.map_err(|_| HeaderErrorKind::NotUtf8)?;
        if names.iter().any(|name| name.contains(['\n', '\r'])) {
            return Err(HeaderErrorKind::LineEnd);
        }
        if dialect.trim {
            for name in &mut names {
                *name = name.trim();
            }
        }
        let known = R::column_names();
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
            return Err(HeaderErrorKind::NoNames);
        }
        let header = Self {
            in_file: names.into_iter().map(str::to_owned).collect(),
            in_block: in_block
                .into_iter()
                .map(|name| name.map(str::to_owned))
                .collect(),
        };
        let errors = header.errors_of_columns::<R>();
        if errors.is_empty() {
            Ok(header)
        } else {
            Err(HeaderErrorKind::Columns(errors))
        }
    }

    /// Returns the errors about the columns: those that lack, that the block does not have, and that are there twice.
    fn errors_of_columns<R: Block>(&self) -> Vec<String> {
        let known = R::column_names();
        let mut errors = Vec::new();
        for column in &R::described().columns {
            let names = self.in_block.iter().flatten();
            match names.filter(|name| **name == column.name).count() {
                0 if !column.nullable => {
                    errors.push(format!("missing column `{}`", column.name));
                }
                0 | 1 => {}
                _ => errors.push(format!("duplicate column `{}`", column.name)),
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
}
