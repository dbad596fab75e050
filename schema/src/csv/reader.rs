//! An iterator over the rows of a CSV file.

use std::fmt;
use std::io::Read;
use std::marker::PhantomData;

use super::columns::BlockColumns;
use super::dialect::Dialect;
use super::error::{CellViolation, CsvError, CsvRowError, CsvRowErrorKind};
use super::header::Header;
use super::record::{ColumnPlan, RecordSource};
use super::records::Records;
use crate::row::{Block, Checks, Violation, built, values_in_order};

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
    records: Records<F>,
    plans: Vec<ColumnPlan>,
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
        let mut records = Records::new(self, from);
        let (names, quote_error) = records.header()?;
        let block = BlockColumns::of_rows::<R>();
        let header = Header::try_new(&block, &names, quote_error, self);
        let header = header.map_err(CsvError::Header)?;
        Ok(Reader {
            records,
            plans: ColumnPlan::of_block(&block, self, &header),
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
        self.records.line()
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
            line: self.line(),
            kind: CsvRowErrorKind::Violations(violations.into_iter().map(in_file).collect()),
        }))
    }
}

impl<R: Block, F: Read> Iterator for Reader<R, F> {
    type Item = Result<R, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = match self.records.next_record()? {
            Ok(record) => record,
            Err(error) => return Some(Err(error)),
        };
        let errors = {
            let mut source = RecordSource::new::<R>(record, &self.plans);
            let Ok(values) = values_in_order::<R, _>(&mut source);
            let errors = source.into_errors();
            if errors.is_empty() {
                return Some(Ok(built(values)));
            }
            errors
        };
        let kind = CsvRowErrorKind::Values(errors);
        let line = self.records.line();
        Some(Err(CsvError::Row(CsvRowError { line, kind })))
    }
}

impl<R, F> fmt::Debug for Reader<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the record: it is about a person.
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
