//! An iterator over the rows of a CSV file.

use std::fmt;
use std::io::Read;
use std::marker::PhantomData;

use ::csv::{ByteRecord, ErrorKind};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use super::dialect::Dialect;
use super::error::{CellViolation, CsvError, CsvRowError, CsvRowErrorKind};
use super::header::Header;
use super::record::{ColumnPlan, RecordSource};
use super::scanned_text::{QuoteError, ScannedText};
use crate::row::{Block, Checks, Violation};

/// An iterator over the rows of a CSV file.
///
/// An invalid row is an error with all its invalid fields, and the iterator goes on with the next row. After an error of the file
/// itself, there is no other item.
///
/// ```
/// # fn example<R: beraad_schema::Block>() -> Result<(), beraad_schema::csv::CsvError> {
/// use beraad_schema::csv::{CsvError, Reader};
///
/// for row in Reader::<R, _>::try_new("person,year\n1,2010\n".as_bytes())? {
///     match row {
///         Ok(row) => {}
///         Err(CsvError::Row(error)) => eprintln!("{error}"),
///         Err(error) => return Err(error),
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub struct Reader<R, F> {
    records: ::csv::Reader<ScannedText<DecodeReaderBytes<F, Vec<u8>>>>,
    plans: Vec<ColumnPlan>,
    record: ByteRecord,
    /// The line where the record begins.
    line: u64,
    is_at_end: bool,
    row: PhantomData<fn() -> R>,
}

impl Dialect {
    /// Opens a file in this dialect, and validates its header.
    ///
    /// # Errors
    /// [`CsvError::Dialect`], if the dialect contradicts itself; [`CsvError::Csv`], if the file cannot be read; [`CsvError::Header`],
    /// if its first line is not a header of the block.
    pub fn reader<R: Block, F: Read>(&self, from: F) -> Result<Reader<R, F>, CsvError> {
        self.validate().map_err(CsvError::Dialect)?;
        let decoded = DecodeReaderBytesBuilder::new()
            .encoding(self.encoding)
            .bom_override(true)
            .strip_bom(true)
            .utf8_passthru(true)
            .build(from);
        let mut records = ::csv::ReaderBuilder::new()
            .delimiter(self.separator)
            .from_reader(ScannedText::new(decoded, self.separator));
        let names = records.byte_headers()?.clone();
        let end = records.position().byte();
        let quote_error = records.get_mut().quote_error(end);
        let header = Header::try_new::<R>(&names, quote_error, self);
        let header = header.map_err(CsvError::Header)?;
        Ok(Reader {
            records,
            plans: ColumnPlan::of_block::<R>(self, &header),
            record: ByteRecord::new(),
            line: 0,
            is_at_end: false,
            row: PhantomData,
        })
    }
}

impl<R: Block, F: Read> Reader<R, F> {
    /// Opens a file in the dialect of this library: commas, UTF-8, and the names of the block. Another [`Dialect`] opens its own
    /// files.
    ///
    /// # Errors
    /// As [`Dialect::reader`].
    pub fn try_new(from: F) -> Result<Self, CsvError> {
        Dialect::new().reader(from)
    }

    /// Returns the line where the last row that was read begins, from 1, for a message about that row.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Checks the last row that was read: returns it, or its violations with their line and fields.
    ///
    /// ```
    /// # use beraad_schema::Block;
    /// # fn example<R: Block>(file: &[u8], model: &beraad_schema::describe::Model) -> Result<(), beraad_schema::csv::CsvError> {
    /// use beraad_schema::{Checks, csv::Reader};
    ///
    /// let checks = Checks::new(model);
    /// let mut reader = Reader::<R, _>::try_new(file)?;
    /// while let Some(row) = reader.next() {
    ///     match row.and_then(|row| reader.check(&checks, row)) {
    ///         Ok(row) => {}
    ///         Err(error) => eprintln!("{error}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`CsvError::Row`] with [`CsvRowErrorKind::Violations`].
    pub fn check(&self, checks: &Checks<'_, R>, row: R) -> Result<R, CsvError> {
        let violations = checks.check(&row);
        if violations.is_empty() {
            return Ok(row);
        }
        let in_file = |violation: Violation| {
            let column = violation.kind.column();
            let columns = R::column_names().iter();
            let mut plans = columns.zip(&self.plans);
            let plan = plans.find(|(name, _)| Some(**name) == column);
            let place = plan.and_then(|(_, plan)| plan.field_in_file());
            CellViolation {
                field: place.map(|(field, _)| field),
                name: place.map(|(_, name)| name.to_owned()),
                violation,
            }
        };
        Err(CsvError::Row(CsvRowError {
            line: self.line,
            kind: CsvRowErrorKind::Violations(violations.into_iter().map(in_file).collect()),
        }))
    }

    fn quote_error(&self, error: QuoteError) -> CsvError {
        CsvError::Row(CsvRowError {
            line: self.line,
            kind: CsvRowErrorKind::Quote(error),
        })
    }

    /// Converts an error of the crate `csv`: of a row, after which the file can be read on, or of the file.
    fn error(&mut self, error: ::csv::Error) -> CsvError {
        let ErrorKind::UnequalLengths {
            expected_len: expected,
            len: found,
            ..
        } = *error.kind()
        else {
            self.is_at_end = true;
            return error.into();
        };
        CsvError::Row(CsvRowError {
            line: self.line,
            kind: CsvRowErrorKind::Fields { found, expected },
        })
    }

    /// Reads the record, of which a quote sign may be misplaced.
    fn row(&self, quote_error: Option<QuoteError>) -> Result<R, CsvError> {
        let ends_line = |byte: &u8| matches!(byte, b'\n' | b'\r');
        if self.record.as_slice().iter().any(ends_line) {
            let has_end = |field: &[u8]| field.iter().any(ends_line);
            let place = self.record.iter().position(has_end).unwrap_or_default();
            return Err(CsvError::Row(CsvRowError {
                line: self.line,
                kind: CsvRowErrorKind::LineEnd { field: place + 1 },
            }));
        }
        if let Some(error) = quote_error {
            return Err(self.quote_error(error));
        }
        let mut source = RecordSource::new::<R>(&self.record, &self.plans);
        let Ok(mut rows) = R::read(&mut source);
        rows.pop().ok_or_else(|| {
            CsvError::Row(CsvRowError {
                line: self.line,
                kind: CsvRowErrorKind::Values(source.into_errors()),
            })
        })
    }
}

impl<R: Block, F: Read> Iterator for Reader<R, F> {
    type Item = Result<R, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_at_end {
            return None;
        }
        let read = self.records.read_byte_record(&mut self.record);
        if let Some(position) = self.record.position() {
            self.line = self.records.get_mut().line(position.byte());
        }
        let end = self.records.position().byte();
        let quote_error = self.records.get_mut().quote_error(end);
        match (read, quote_error) {
            (Ok(true), quote_error) => Some(self.row(quote_error)),
            (Ok(false), _) => {
                self.is_at_end = true;
                None
            }
            (Err(error), Some(quote_error)) if is_of_fields(&error) => {
                Some(Err(self.quote_error(quote_error)))
            }
            (Err(error), _) => Some(Err(self.error(error))),
        }
    }
}

/// Returns whether an error is about the number of fields of a record.
fn is_of_fields(error: &::csv::Error) -> bool {
    matches!(error.kind(), ErrorKind::UnequalLengths { .. })
}

impl<R, F> fmt::Debug for Reader<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the record: it is about a person.
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
