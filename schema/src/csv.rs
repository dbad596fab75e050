//! CSV files to rows, by the crate `csv`.
//!
//! The header is validated when a file is opened, and all its errors are reported at once, also for a file without rows. A
//! deserializer of `csv` sees the header with the first row only. The rows themselves are read as by serde, with the same
//! messages; the page `docs/accepted-forms.md` of the repository has every form.

use std::fmt;
use std::io::Read;
use std::marker::PhantomData;

use ::csv::{ByteRecord, StringRecord};

use crate::describe::excerpt;
use crate::row::Block;
use crate::row::foreign_names::{IN_UTF8, advice_on_separator, is_known, named, suggestion};

/// An iterator over the rows of a CSV file.
///
/// ```
/// # fn example<R: beraad_schema::Block>() -> Result<(), beraad_schema::csv::CsvError> {
/// use beraad_schema::csv::Reader;
///
/// let file = "person;year\n1;2010\n".as_bytes();
/// let semicolons = csv::ReaderBuilder::new().delimiter(b';').from_reader(file);
/// for row in Reader::<R, _>::of_reader(semicolons)? {
///     let row: R = row?;
/// }
/// # Ok(())
/// # }
/// ```
pub struct Reader<R, F> {
    records: ::csv::Reader<F>,
    header: StringRecord,
    record: StringRecord,
    row: PhantomData<fn() -> R>,
}

impl<R: Block, F: Read> Reader<R, F> {
    /// Opens a file whose columns are separated by commas, and validates its header.
    ///
    /// # Errors
    /// [`CsvError::Csv`], if the file cannot be read; [`CsvError::Header`], if its first line is not a header of the block.
    pub fn try_new(from: F) -> Result<Self, CsvError> {
        Self::of_reader(::csv::Reader::from_reader(from))
    }

    /// Opens a file that a reader of the crate `csv` reads, for example with another separator, and validates its header.
    ///
    /// # Errors
    /// As [`try_new`](Self::try_new).
    pub fn of_reader(mut reader: ::csv::Reader<F>) -> Result<Self, CsvError> {
        let kind = match validate::<R>(reader.byte_headers()?) {
            Ok(header) => {
                return Ok(Self {
                    records: reader,
                    header,
                    record: StringRecord::new(),
                    row: PhantomData,
                });
            }
            Err(kind) => kind,
        };
        Err(CsvError::Header(HeaderError { block: R::ID, kind }))
    }
}

impl<R: Block, F: Read> Iterator for Reader<R, F> {
    type Item = Result<R, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.records.read_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => Some(
                self.record
                    .deserialize(Some(&self.header))
                    .map_err(CsvError::Csv),
            ),
            Err(error) => Some(Err(error.into())),
        }
    }
}

impl<R, F> fmt::Debug for Reader<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the record: it is about a person.
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

/// An error of a CSV file that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The first line is not a header of the block.
    #[error(transparent)]
    Header(HeaderError),
    /// The file cannot be read, or a row is not valid.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
}

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
    /// The advice on another separator.
    Separator(String),
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
            HeaderErrorKind::Utf16 => write!(f, "the file is in UTF-16 (\"Unicode text\"); {AS_UTF8}, {IN_UTF8}"),
            HeaderErrorKind::NotUtf8 => write!(f, "the header is not in UTF-8; {AS_UTF8}, {IN_UTF8}"),
            HeaderErrorKind::SeparatorLine => f.write_str(
                "the first line is not a header, but `sep=` as spreadsheets write it; remove the line, and set the delimiter of \
                 the `csv` crate to its sign",
            ),
            HeaderErrorKind::Separator(advice) => f.write_str(advice),
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

/// Returns the header, if it is one of the block.
fn validate<R: Block>(header: &ByteRecord) -> Result<StringRecord, HeaderErrorKind> {
    let first = header.get(0).ok_or(HeaderErrorKind::Empty)?;
    if first.starts_with(b"\xFF\xFE")
        || first.starts_with(b"\xFE\xFF")
        || header.iter().any(|field| field.contains(&0))
    {
        return Err(HeaderErrorKind::Utf16);
    }
    let header =
        StringRecord::from_byte_record(header.clone()).map_err(|_| HeaderErrorKind::NotUtf8)?;
    let known = R::column_names();
    let names: Vec<_> = header.iter().collect();
    if names[0].to_lowercase().starts_with("sep=") {
        return Err(HeaderErrorKind::SeparatorLine);
    }
    if let Some(advice) = (names.iter()).find_map(|name| advice_on_separator(name, known)) {
        return Err(HeaderErrorKind::Separator(advice));
    }
    if !names.iter().any(|name| is_known(name.trim(), known)) {
        return Err(HeaderErrorKind::NoNames);
    }
    let errors = errors_of_columns::<R>(&names);
    if errors.is_empty() {
        Ok(header)
    } else {
        Err(HeaderErrorKind::Columns(errors))
    }
}

/// Returns the errors about the columns of a header: those that lack, that the block does not have, and that are there twice.
fn errors_of_columns<R: Block>(names: &[&str]) -> Vec<String> {
    let known = R::column_names();
    let columns = &R::described().columns;
    let mut errors = Vec::new();
    for column in columns {
        match names.iter().filter(|name| **name == column.name).count() {
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
    for name in names.iter().filter(|name| !known.contains(name)) {
        match suggestion(name, known) {
            None => other.push(*name),
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
            "unknown column{plural} {}; leave out what the block does not have: in pandas `x.to_csv(index=False, columns=[..])`, in \
             R `write.csv(x[, c(..)], row.names = FALSE)`, in Stata `export delimited ..`",
            named(&other)
        ));
    }
    errors
}
