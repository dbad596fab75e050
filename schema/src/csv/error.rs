//! Errors of CSV files. No message repeats a value of a row: it may be about a person.

use std::collections::BTreeMap;
use std::fmt;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use super::dialect::DialectError;
use super::header::HeaderError;
use super::scanned_text::QuoteError;
use crate::describe::{Language, Text, excerpt};
use crate::row::Violation;
use crate::value::{FLAG_TEXTS, ValueError};

/// An error of a CSV file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The dialect contradicts itself. No row is read.
    #[error(transparent)]
    Dialect(DialectError),
    /// The first line is not a header of the block. No row is read.
    #[error(transparent)]
    Header(HeaderError),
    /// A row is not valid. The rows after it can be read.
    #[error(transparent)]
    Row(CsvRowError),
    /// The file cannot be read. No row is read after it.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
}

/// The errors of a row of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvRowError {
    /// The line where the row begins, from 1.
    pub line: u64,
    /// The kind of the error.
    pub kind: CsvRowErrorKind,
}

/// The kinds of errors of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsvRowErrorKind {
    /// The row has more or fewer fields than the header.
    Fields {
        /// The number of its fields.
        found: u64,
        /// The number of fields of the header.
        expected: u64,
    },
    /// A field has a line end in it, in whatever column: probably a quote sign that is not closed, so that the field has the rows
    /// after it.
    LineEnd {
        /// The number of the field in its line, from 1.
        field: usize,
    },
    /// A quote sign of the row is misplaced, in whatever column.
    Quote(QuoteError),
    /// All invalid values of the row, in the order of the columns of the block.
    Values(Vec<CellError>),
    /// All values are valid, but the row violates its description: what `Reader::check` reports.
    Violations(Vec<CellViolation>),
}

/// A violation by a row of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CellViolation {
    /// The number of the field in its line, from 1; `None` for a rule, which may be about several columns.
    pub field: Option<usize>,
    /// The name of the column in the file, if there is a field.
    pub name: Option<String>,
    /// The violation.
    pub violation: Violation,
}

/// The error of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CellError {
    /// The number of the field in its line, from 1.
    pub field: usize,
    /// The name of the column in the file.
    pub name: String,
    /// The name of the column in the block.
    pub column: Text,
    /// The kind of the error.
    pub kind: CellErrorKind,
    /// The method of the dialect that would read the field, or may do so.
    pub advice: Option<CellAdvice>,
}

/// A method of [`Dialect`](super::Dialect) that helps to read a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CellAdvice {
    /// The field is valid without the white space around it.
    #[error("or read the file with `Dialect::trim`")]
    Trim,
    /// The field is valid if its comma is a decimal sign.
    #[error("or read the file with `Dialect::decimal_comma`")]
    DecimalComma,
    /// The field may be a period in another notation.
    #[error("or state the notation of the file by `Dialect::notation`, such as {example}")]
    Notation {
        /// A notation for the precision of the column.
        example: &'static str,
    },
    /// The field may be another word for true or for false.
    #[error("or state the words of the file by `Dialect::flags`")]
    Flags,
    /// The field may be a mark of a missing value.
    #[error("or, if it is a mark of a missing value, state it by `Dialect::missing`")]
    Missing,
}

/// The kinds of errors of a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CellErrorKind {
    /// The field is not a value of the column.
    #[error(transparent)]
    InvalidValue(#[from] ValueError),
    /// The field is not in UTF-8.
    #[error(
        "not in UTF-8; set the encoding of the file, such as `Dialect::encoding(WINDOWS_1252)`"
    )]
    NotUtf8,
    /// The field is of no notation of the dialect.
    #[error("not of the form {}", notations.join(", and not of "))]
    Notation {
        /// The form of the library, with an example, and the notations, each in backticks.
        notations: Vec<String>,
    },
    /// The field is not one of the words of the dialect for true and for false.
    #[error("expected `{yes}` or `{no}`{}, found another text", also(yes, no))]
    Flag {
        /// The word for true.
        yes: String,
        /// The word for false.
        no: String,
    },
    /// Two notations of the dialect read the field as two periods.
    #[error("of two notations, which read it as different periods: {}", notations.join(" and "))]
    TwoNotations {
        /// The notations, each in backticks.
        notations: Vec<String>,
    },
    /// A number has a point where the dialect has decimal commas.
    #[error(
        "a number with a point, and the file has decimal commas: remove the separators of thousands, or read it without \
         `Dialect::decimal_comma`"
    )]
    Point,
    /// The field is not a number with a decimal comma.
    #[error(
        "not a number; write digits, with a decimal comma where there are decimals, and nothing else"
    )]
    NotNumber,
    /// A number has three digits after its decimal sign, and the column has fewer decimals.
    #[error(
        "a number with three digits after its sign, which may separate thousands: write it without separators and zeros at the end"
    )]
    Thousands,
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_place(f, self.field, &self.name, &self.column)?;
        write!(f, ": {}", self.kind)?;
        match &self.advice {
            Some(advice) => write!(f, "; {advice}"),
            None => Ok(()),
        }
    }
}

/// Without the block, which is that of the file: ``field 2, column `sex`: unknown_code: ..``, or ``rule `in_order`: ..``.
impl fmt::Display for CellViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { kind, message, .. } = &self.violation;
        let message = message.get(Language::EN);
        let id = kind.id();
        match (self.field, &self.name, kind.column()) {
            (Some(field), Some(name), Some(column)) => {
                write_place(f, field, name, column)?;
                write!(f, ": {id}: {message}")
            }
            (_, _, Some(column)) => write!(f, "column `{column}`: {id}: {message}"),
            (_, _, None) => write!(f, "rule `{id}`: {message}"),
        }
    }
}

/// Writes where a field is, with the name of its column in the block if that in the file is another one.
fn write_place(f: &mut fmt::Formatter<'_>, field: usize, name: &str, column: &str) -> fmt::Result {
    if name == column {
        write!(f, "field {field}, column `{column}`")
    } else {
        let name = excerpt(name);
        write!(f, "field {field}, column `{name}` (`{column}`)")
    }
}

/// One error on a line, `line 3, field 2, column `year`: ..`; several ones on a line each.
impl fmt::Display for CsvRowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        match &self.kind {
            CsvRowErrorKind::Fields { found, expected } => {
                let plural = if *found == 1 { "" } else { "s" };
                write!(
                    f,
                    "line {line}: {found} field{plural}, and the header has {expected}; a field with the separator in it needs quotes"
                )
            }
            CsvRowErrorKind::LineEnd { field } => write!(
                f,
                "line {line}, field {field}: a line end within the field; probably a quote sign (\") is not closed, and the rows up to the \
                 next one are part of this field: write a quote sign within a field twice, and a text without line ends"
            ),
            CsvRowErrorKind::Quote(error) => write!(f, "line {line}: {error}"),
            CsvRowErrorKind::Values(errors) => write_errors(f, line, errors),
            CsvRowErrorKind::Violations(violations) => write_errors(f, line, violations),
        }
    }
}

fn write_errors(
    f: &mut fmt::Formatter<'_>,
    line: u64,
    errors: &[impl fmt::Display],
) -> fmt::Result {
    match errors {
        [error] => write!(f, "line {line}, {error}"),
        errors => {
            write!(f, "line {line}:")?;
            errors.iter().try_for_each(|error| write!(f, "\n  {error}"))
        }
    }
}

impl std::error::Error for CsvRowError {}

/// As `{"line": 3, "errors": [{"field": 2, "name": "jaar", "column": "year", "message": ".."}]}`. In the place of `errors` a row with
/// another number of fields has `"fields": {"found": 2, "expected": 5}`, one with a line end in a field `"line_end": 2`, one with a
/// misplaced quote sign `"quote": ".."`, and a row that `Reader::check` reports `violations`.
impl Serialize for CsvRowError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_map(Some(2))?;
        error.serialize_entry("line", &self.line)?;
        match &self.kind {
            CsvRowErrorKind::Fields { found, expected } => {
                let fields = BTreeMap::from([("found", found), ("expected", expected)]);
                error.serialize_entry("fields", &fields)?;
            }
            CsvRowErrorKind::LineEnd { field } => error.serialize_entry("line_end", field)?,
            CsvRowErrorKind::Quote(quote) => {
                error.serialize_entry("quote", &quote.to_string())?;
            }
            CsvRowErrorKind::Values(errors) => error.serialize_entry("errors", errors)?,
            CsvRowErrorKind::Violations(violations) => {
                error.serialize_entry("violations", violations)?;
            }
        }
        error.end()
    }
}

impl Serialize for CellError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("CellError", 4)?;
        error.serialize_field("field", &self.field)?;
        error.serialize_field("name", &excerpt(&self.name))?;
        error.serialize_field("column", &self.column)?;
        let advice = self.advice.map(|advice| format!("; {advice}"));
        let message = self.kind.to_string() + &advice.unwrap_or_default();
        error.serialize_field("message", &message)?;
        error.end()
    }
}

/// As `{"field": 2, "name": "jaar", "violation": {"kind": "unknown_code", ..}}`.
impl Serialize for CellViolation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_struct("CellViolation", 3)?;
        error.serialize_field("field", &self.field)?;
        error.serialize_field("name", &self.name.as_deref().map(excerpt))?;
        error.serialize_field("violation", &self.violation)?;
        error.end()
    }
}

/// Returns true if the words of a flag do not include one of the library: otherwise its others may mean anything.
pub(super) fn are_own_words_read(yes: &str, no: &str) -> bool {
    let mut own = FLAG_TEXTS.iter().map(|(own, _)| *own);
    !own.any(|own| own == yes || own == no)
}

fn also(yes: &str, no: &str) -> &'static str {
    if are_own_words_read(yes, no) {
        " (also true, false, 1 or 0)"
    } else {
        ""
    }
}
