//! An Arrow file to rows.

use std::fmt;
use std::io::{Read, Seek};
use std::path::Path;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::convert::try_fb_to_schema;
use arrow_ipc::reader::FileDecoder;
use arrow_ipc::root_as_footer;
use arrow_schema::{Field, FieldRef, SchemaRef};

use super::messages::MessageReader;
use super::{damaged, malformed, message_limits};
use crate::arrow::columns::wrong_type;
use crate::arrow::error::{BatchError, ColumnError};
use crate::arrow::file::{BATCH_SIZE, BatchSource, FileError, FileRows, validate_schema};
use crate::arrow::files::RowFile;
use crate::arrow::path_columns::PathColumns;
use crate::arrow::plan::BlockPlan;
use crate::row::Block;
use crate::value::column::ColumnErrorKind;

/// An iterator over the rows of an Arrow file.
///
/// One record batch of the file is in memory (other programs may write all rows as one), and the rows that were built last.
/// After an error there are no more rows.
///
/// The file may come from another program; see [`arrow`](mod@crate::arrow) for the accepted column types. Files that are
/// compressed with LZ4 or Zstandard need the features `lz4` and `zstd`, which are on by default.
pub struct Reader<R, F> {
    rows: FileRows<R, Batches<F>>,
}

impl<R: Block, F: Read + Seek> Reader<R, F> {
    /// Opens a file, and validates its schema.
    ///
    /// It reads the footer and all dictionaries, but no record batch: errors in the values of rows come from the iterator.
    ///
    /// # Errors
    /// - [`FileError::Io`], if the file cannot be read.
    /// - [`FileError::Arrow`], if it is not an Arrow file, if it is damaged, or if it has another byte order than this
    ///   machine.
    /// - [`FileError::Batch`], if it has rows of another block, if a required column is missing, if a column is unknown or
    ///   duplicate, or if a column has a type that is not accepted.
    pub fn try_new(from: F) -> Result<Self, FileError> {
        Self::open(from, PathColumns::default())
    }

    /// Opens a file that has this path, and validates its schema.
    ///
    /// A column that the file lacks is taken from the folders of the path: in `person_year/year=2010/part-0.arrow`, each row
    /// has the year 2010. Nothing is opened by this path.
    ///
    /// # Errors
    /// As [`try_new`](Self::try_new); also if a column is in the file and in the path.
    pub fn try_new_at(from: F, path: &Path) -> Result<Self, FileError> {
        Self::open(from, PathColumns::of_path(path))
    }

    fn open(from: F, path_columns: PathColumns) -> Result<Self, FileError> {
        let mut messages = MessageReader::try_new(from)?;
        let bytes = messages.read_footer()?;
        let footer = root_as_footer(&bytes).map_err(|error| malformed(&error))?;
        let schema = footer.schema().ok_or_else(|| damaged("it has no schema"))?;
        if !schema.endianness().equals_to_target_endianness() {
            return Err(damaged("it was written on a machine with another byte order").into());
        }
        let schema = Arc::new(try_fb_to_schema(schema)?);
        // Before `arrow-ipc` builds anything of these types: it does not validate all of them.
        let is_rejected = |field: &&FieldRef| !message_limits::is_accepted(field.data_type());
        let rejected = schema.fields().iter().filter(is_rejected);
        let columns: Vec<_> = rejected.map(|field| wrong_type_of::<R>(field)).collect();
        if !columns.is_empty() {
            let block = R::ID;
            return Err(BatchError::Columns { block, columns }.into());
        }
        let no_rows = validate_schema(schema.clone(), &path_columns)?;
        let mut decoder = FileDecoder::new(schema.clone(), footer.version());
        // All dictionaries come first, with their additions, since a record batch may use any of them.
        for location in footer.dictionaries().into_iter().flatten() {
            decoder.read_dictionary(location, &messages.read_message(location, &schema)?)?;
        }
        // A file without rows has an empty list here.
        let locations = footer.recordBatches();
        let locations = locations.ok_or_else(|| damaged("it has no list of record batches"))?;
        let batches = Batches {
            locations: locations.iter().copied().collect::<Vec<_>>().into_iter(),
            rest: RecordBatch::new_empty(schema.clone()),
            schema,
            messages,
            decoder,
        };
        Ok(Self {
            rows: FileRows::new(no_rows, batches, path_columns),
        })
    }

    /// Returns an iterator over the rows in chunks, each the rows of one record batch of the file.
    ///
    /// A chunk is never empty: an empty record batch gives no chunk, and a file without rows gives none at all. A record batch
    /// of more than 65,536 rows is several chunks. If rows were read one by one before, the first chunk has those that are left
    /// of their record batch. After an error there are no more chunks.
    pub fn chunks(mut self) -> impl Iterator<Item = Result<Vec<R>, FileError>> {
        std::iter::from_fn(move || self.rows.next_chunk())
    }
}

impl<R: Block, F: Read + Seek> Iterator for Reader<R, F> {
    type Item = Result<R, FileError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next_row()
    }
}

impl<R: Block, F: Read + Seek> RowFile for Reader<R, F> {
    type Row = R;
    type From = F;

    fn try_new_at(from: F, path: &Path) -> Result<Self, FileError> {
        Self::try_new_at(from, path)
    }
}

impl<R, F> fmt::Debug for Reader<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

/// The record batches of a file, in parts of at most [`BATCH_SIZE`] rows.
struct Batches<F> {
    messages: MessageReader<F>,
    schema: SchemaRef,
    decoder: FileDecoder,
    /// Where the record batches that were not read yet are in the file.
    locations: std::vec::IntoIter<arrow_ipc::Block>,
    /// The rest of the last record batch.
    rest: RecordBatch,
}

impl<F: Read + Seek> BatchSource for Batches<F> {
    fn next_batch(&mut self) -> Result<Option<RecordBatch>, FileError> {
        while self.rest.num_rows() == 0 {
            let Some(location) = self.locations.next() else {
                return Ok(None);
            };
            let message = self.messages.read_message(&location, &self.schema)?;
            let batch = self.decoder.read_record_batch(&location, &message)?;
            self.rest = batch.ok_or_else(|| damaged("a message is not a record batch"))?;
        }
        let rows = self.rest.num_rows().min(BATCH_SIZE);
        // A slice shares the buffers of its batch, so that nothing is copied.
        let batch = self.rest.slice(0, rows);
        self.rest = self.rest.slice(rows, self.rest.num_rows() - rows);
        Ok(Some(batch))
    }
}

/// The error of a column of a type that no block has.
fn wrong_type_of<R: Block>(field: &Field) -> ColumnError {
    let plans = &BlockPlan::of_block::<R>().columns;
    let plan = plans.iter().find(|plan| plan.name == field.name());
    ColumnError {
        column: field.name().clone(),
        kind: plan.map_or(
            ColumnErrorKind::Unknown {
                advice: String::new(),
            },
            |plan| wrong_type(field.data_type(), plan),
        ),
    }
}
