//! Code that Arrow and Parquet files share: errors, and rows that come from one record batch after the other.

use std::io;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};

use super::error::BatchError;
use super::path_columns::PathColumns;
use super::readers::RowReader;
use super::written_with::WrittenWith;
use crate::describe::excerpt_of;
use crate::row::Block;

/// The number of rows of a record batch in a file: a record batch of thirty columns takes some megabytes.
pub(super) const BATCH_SIZE: usize = 65_536;

/// An error of a file that cannot be written or read.
///
/// The message includes the first 500 characters of that of the error of the file, with its control characters made visible,
/// because it may repeat text from the file. [`source`](std::error::Error::source) therefore returns `None`, so that a report of the whole chain
/// prints it once.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The rows cannot be converted to record batches, or the record batches of the file cannot be converted to rows.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// The operating system returned an error.
    #[error("cannot read or write the file: {}", shown(&.0.to_string()))]
    Io(io::Error),
    /// The file is not an Arrow file, or it is damaged.
    #[error("not a valid Arrow file: {}", shown(&arrow_message(.0)))]
    Arrow(ArrowError),
    /// The file is not a Parquet file, or it is damaged.
    #[cfg(feature = "parquet")]
    #[error("not a valid Parquet file: {}", shown(&parquet_message(.0)))]
    Parquet(::parquet::errors::ParquetError),
}

/// The number of characters of a message of another crate that is shown: it may repeat a text of the file.
const MESSAGE_CHARS: usize = 500;

fn shown(message: &str) -> String {
    excerpt_of(message, MESSAGE_CHARS)
}

/// The message of an error, without the name of its kind where that says only that it is about a file.
fn arrow_message(error: &ArrowError) -> String {
    match error {
        ArrowError::IpcError(message) => message.clone(),
        error => error.to_string(),
    }
}

#[cfg(feature = "parquet")]
fn parquet_message(error: &::parquet::errors::ParquetError) -> String {
    match error {
        ::parquet::errors::ParquetError::General(message) => message.clone(),
        error => error.to_string(),
    }
}

impl From<ArrowError> for FileError {
    fn from(error: ArrowError) -> Self {
        match error {
            ArrowError::IoError(_, error) => Self::Io(error),
            error => Self::Arrow(error),
        }
    }
}

#[cfg(feature = "parquet")]
impl From<::parquet::errors::ParquetError> for FileError {
    fn from(error: ::parquet::errors::ParquetError) -> Self {
        use ::parquet::errors::ParquetError;

        match error {
            ParquetError::External(error) => match error.downcast::<io::Error>() {
                // `parquet` passes its own errors through `io::Error` too; those are about the contents of the file.
                Ok(error) if error.raw_os_error().is_some() => Self::Io(*error),
                Ok(error) => Self::Parquet(ParquetError::External(error)),
                Err(error) => Self::Parquet(ParquetError::External(error)),
            },
            error => Self::Parquet(error),
        }
    }
}

/// Validates the schema of a file, before any record batch is read.
///
/// # Errors
/// If record batches of this schema cannot be converted to rows of the block.
pub(super) fn validate_schema<R: Block>(
    schema: SchemaRef,
    path_columns: &PathColumns,
) -> Result<RowReader<R>, BatchError> {
    // A batch without rows has only a schema to validate, so that one function finds all errors of columns.
    RowReader::try_new(&path_columns.append_to::<R>(RecordBatch::new_empty(schema)))
}

/// The record batches of a file.
pub(super) trait BatchSource {
    /// Reads the next record batch; `None` at the end of the file.
    fn next_batch(&mut self) -> Result<Option<RecordBatch>, FileError>;
}

/// The rows of a file: one by one, or those of a record batch at once. After an error there are no more rows.
pub(super) struct FileRows<R, B> {
    batches: B,
    path_columns: PathColumns,
    written_with: WrittenWith,
    /// The rows of the current record batch.
    current: RowReader<R>,
    /// The number of rows of the record batches that were read, including the current one.
    rows_read: usize,
    is_finished: bool,
}

impl<R: Block, B: BatchSource> FileRows<R, B> {
    /// Creates a reader of the rows of `batches`. `no_rows` is a reader of an empty record batch with the schema of the
    /// file. If there is one, the block accepts this schema.
    pub(super) fn new(
        no_rows: RowReader<R>,
        batches: B,
        path_columns: PathColumns,
        written_with: WrittenWith,
    ) -> Self {
        Self {
            batches,
            path_columns,
            written_with,
            current: no_rows,
            rows_read: 0,
            is_finished: false,
        }
    }

    /// Returns the model that the file was written with.
    pub(super) fn written_with(&self) -> &WrittenWith {
        &self.written_with
    }

    /// Reads the next row.
    #[inline]
    pub(super) fn next_row(&mut self) -> Option<Result<R, FileError>> {
        loop {
            if let Some(row) = self.current.next() {
                return Some(Ok(row));
            }
            if let Err(error) = self.open_next_batch()? {
                return Some(Err(error));
            }
        }
    }

    /// Reads the remaining rows of the current record batch, or those of the next one. A chunk is never empty.
    pub(super) fn next_chunk(&mut self) -> Option<Result<Vec<R>, FileError>> {
        // At first, `current` is a reader of no rows.
        while self.current.len() == 0 {
            if let Err(error) = self.open_next_batch()? {
                return Some(Err(error));
            }
        }
        Some(Ok(self.current.read_rest()))
    }

    /// Opens the next record batch; `None` if there is none.
    fn open_next_batch(&mut self) -> Option<Result<(), FileError>> {
        if self.is_finished {
            return None;
        }
        let opened = self.try_open_next_batch();
        // After an error too, as the readers document it.
        self.is_finished = !matches!(opened, Ok(Some(())));
        opened.transpose()
    }

    fn try_open_next_batch(&mut self) -> Result<Option<()>, FileError> {
        let Some(batch) = self.batches.next_batch()? else {
            return Ok(None);
        };
        // Rows in messages are counted from the start of the file, not of the record batch.
        let earlier_rows = self.rows_read;
        let batch = self.path_columns.append_to::<R>(batch);
        self.current =
            RowReader::try_new(&batch).map_err(|error| error.with_row_offset(earlier_rows))?;
        self.rows_read += batch.num_rows();
        Ok(Some(()))
    }
}
