//! A Parquet file to rows.

use std::fmt;
use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

use ::parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, RowGroups,
};
use ::parquet::arrow::{ProjectionMask, parquet_to_arrow_field_levels};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::ParquetMetaDataReader;
use ::parquet::file::reader::ChunkReader;
use arrow_array::{RecordBatch, RecordBatchReader as _};
use arrow_schema::{DataType, FieldRef, Schema, SchemaRef};

use super::damaged;
use super::pages::{LimitedRowGroups, validate_footer};
use super::stored_types::{StoredSchema, with_schema};
use crate::arrow::file::{BATCH_SIZE, BatchSource, FileError, FileRows, validate_schema};
use crate::arrow::files::RowFile;
use crate::arrow::path_columns::PathColumns;
use crate::arrow::quiet_panic;
use crate::arrow::written_with::{FileWarning, WrittenWith};
use crate::describe::Model;
use crate::row::Block;

/// The number of rows of a record batch of a file with lists: a row may have lists of some thousands of values.
const BATCH_SIZE_WITH_LISTS: usize = 4096;

/// The number of rows of a record batch for a program that has no row type: its columns fit in the cache of a processor.
const BATCH_SIZE_IN_CACHE: usize = 16_384;

/// An iterator over the rows of a Parquet file, whose `F` is a [`std::fs::File`], or bytes in memory.
///
/// One record batch of 65,536 rows is in memory, and the rows that were built last; in a file with lists it has 4,096 rows.
/// After an error there are no more rows.
///
/// The file may come from another program; see [`arrow`](mod@crate::arrow) for the accepted column types.
///
/// Rejected are files in which a few bytes could ask for any amount of memory: pages of more than 128 MiB, or of more than 256 MiB
/// in all columns that are read side by side, with their dictionaries; lists with more than 4,096 values in row after row, in all
/// columns together; and texts of more than 64 bytes that many rows share. `parquet` keeps some pages twice for a moment: tests hold
/// the reading of a file without lists, whatever its pages ask for, below 700 MiB, in addition to what the caller keeps of its rows.
pub struct Reader<R, F> {
    rows: FileRows<R, Batches>,
    file: PhantomData<fn() -> F>,
}

impl<R: Block, F: ChunkReader + 'static> Reader<R, F> {
    /// Opens a file, and validates its schema.
    ///
    /// It reads the footer and no page: errors in the values of rows come from the iterator.
    ///
    /// # Errors
    /// - [`FileError::Io`], if the file cannot be read.
    /// - [`FileError::Parquet`], if it is not a Parquet file, if its footer is damaged, or if it declares numbers of more than
    ///   32 bytes.
    /// - [`FileError::Batch`], if it has rows of another decision or block, or values of another kind than a column of the block, if a required column is missing, if a column is unknown or
    ///   duplicate, or if a column has a type that is not accepted.
    pub fn try_new(from: F) -> Result<Self, FileError> {
        Self::open(from, PathColumns::default())
    }

    /// Opens a file that has this path, and validates its schema.
    ///
    /// A column that the file lacks is taken from the folders of the path: in `person_year/year=2010/part-0.parquet`, each row
    /// has the year 2010. Nothing is opened by this path.
    ///
    /// # Errors
    /// As [`try_new`](Self::try_new); also if a column is in the file and in the path.
    pub fn try_new_at(from: F, path: &Path) -> Result<Self, FileError> {
        Self::open(from, PathColumns::of_path(path))
    }

    fn open(from: F, path_columns: PathColumns) -> Result<Self, FileError> {
        let (no_rows, batches) = Batches::open(from, BATCH_SIZE, |stored, schema| {
            if let Some(stored) = stored {
                stored.validate::<R>()?;
            }
            Ok(validate_schema(schema, &path_columns)?)
        })?;
        let written_with = WrittenWith::of_schema(&batches.schema);
        Ok(Self {
            rows: FileRows::new(no_rows, batches, path_columns, written_with),
            file: PhantomData,
        })
    }

    /// Returns the model that the file was written with, by its metadata.
    #[must_use]
    pub fn written_with(&self) -> &WrittenWith {
        self.rows.written_with()
    }

    /// Compares the model that the file was written with with the model at hand: see [`WrittenWith::warnings`].
    #[must_use]
    pub fn warnings(&self, model: &Model) -> Vec<FileWarning> {
        self.written_with().warnings(model)
    }

    /// Returns an iterator over the rows in chunks of 65,536, in a file with lists of 4,096.
    ///
    /// The last chunk may be shorter, and so may the first one if rows were read one by one before. A chunk is never empty: a
    /// file without rows gives none. After an error there are no more chunks.
    pub fn chunks(mut self) -> impl Iterator<Item = Result<Vec<R>, FileError>> {
        std::iter::from_fn(move || self.rows.next_chunk())
    }
}

impl<R: Block, F: ChunkReader + 'static> Iterator for Reader<R, F> {
    type Item = Result<R, FileError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next_row()
    }
}

impl<R: Block, F: ChunkReader + 'static> RowFile for Reader<R, F> {
    type Row = R;
    type From = F;

    fn try_new_at(from: F, path: &Path) -> Result<Self, FileError> {
        Self::try_new_at(from, path)
    }

    fn written_with(&self) -> &WrittenWith {
        self.rows.written_with()
    }
}

impl<R, F> fmt::Debug for Reader<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

/// The record batches of a file.
struct Batches {
    batches: ParquetRecordBatchReader,
    /// The schema of the record batches, with the metadata of the file and the time zones, which `parquet` leaves out of them.
    schema: SchemaRef,
}

impl Batches {
    /// Opens a file. `validate` gets the schema before any page is read.
    fn open<F: ChunkReader + 'static, T>(
        from: F,
        max_rows: usize,
        validate: impl FnOnce(Option<&StoredSchema>, SchemaRef) -> Result<T, FileError>,
    ) -> Result<(T, Self), FileError> {
        // A frequent mix-up, for which `parquet` has only "Invalid Parquet file".
        if from.get_bytes(0, 6).is_ok_and(|start| *start == *b"ARROW1") {
            return Err(damaged("it is an Arrow file").into());
        }
        validate_footer(&from)?;
        let metadata = catch_panic(|| ParquetMetaDataReader::new().parse_and_finish(&from))?;
        let stored = StoredSchema::of_file(&metadata);
        let metadata = catch_panic(|| {
            ArrowReaderMetadata::try_new(Arc::new(metadata), ArrowReaderOptions::new())
        })?;
        let with_zones = |schema: &SchemaRef| match &stored {
            Some(stored) => stored.with_zones(schema),
            None => Arc::clone(schema),
        };
        let validated = validate(stored.as_ref(), with_zones(metadata.schema()))?;
        let row_groups = LimitedRowGroups::try_new(from, metadata.metadata().clone())?;
        let max_rows = if row_groups.has_lists() {
            BATCH_SIZE_WITH_LISTS
        } else {
            max_rows
        };
        let batches = catch_panic(|| {
            let (columns, all) = (metadata.parquet_schema(), ProjectionMask::all());
            let schema = with_wide_keys(metadata.schema());
            let levels = parquet_to_arrow_field_levels(columns, all, Some(schema.fields()))?;
            // The reader of `parquet` allocates a batch of this size.
            let batch_size = max_rows.min(row_groups.num_rows().max(1));
            ParquetRecordBatchReader::try_new_with_row_groups(
                &levels,
                &row_groups,
                batch_size,
                None,
            )
        })?;
        let fields = batches.schema().fields().clone();
        let schema = Schema::new_with_metadata(fields, metadata.schema().metadata().clone());
        let batches = Self {
            batches,
            schema: with_zones(&Arc::new(schema)),
        };
        Ok((validated, batches))
    }
}

/// The record batches of a Parquet file, for a program that has no row type: under the limits of [`Reader`], and without a check of the
/// columns.
///
/// ```no_run
/// use std::fs::File;
///
/// use beraad_schema::arrow::parquet::BatchReader;
///
/// for batch in BatchReader::try_new(File::open("loan.parquet")?)? {
///     println!("{} rows", batch?.num_rows());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct BatchReader {
    batches: Batches,
    is_finished: bool,
}

impl BatchReader {
    /// Opens a file. It reads the footer and no page.
    ///
    /// # Errors
    /// As [`Reader::try_new`], without those about columns.
    pub fn try_new<F: ChunkReader + 'static>(from: F) -> Result<Self, FileError> {
        let ((), batches) = Batches::open(from, BATCH_SIZE_IN_CACHE, |_, _| Ok(()))?;
        Ok(Self {
            batches,
            is_finished: false,
        })
    }

    /// Returns the schema of the record batches, with the metadata of the file.
    #[must_use]
    pub fn schema(&self) -> &SchemaRef {
        &self.batches.schema
    }
}

impl Iterator for BatchReader {
    type Item = Result<RecordBatch, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_finished {
            return None;
        }
        let batch = self.batches.next_batch();
        self.is_finished = !matches!(batch, Ok(Some(_)));
        batch.transpose()
    }
}

impl fmt::Debug for BatchReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchReader").finish_non_exhaustive()
    }
}

impl BatchSource for Batches {
    fn next_batch(&mut self) -> Result<Option<RecordBatch>, FileError> {
        let batch = catch_panic(|| self.batches.next().transpose().map_err(ParquetError::from))?;
        let batch = batch.map(|batch| with_schema(&batch, &self.schema));
        Ok(batch.transpose()?)
    }
}

/// Replaces the keys of dictionaries by keys of 32 bits.
///
/// The reader of `parquet` has no room for as many values as a key type has keys. And where a record batch has rows of
/// several row groups, it needs keys for the values of all of them, although those of each group may fit in fewer bits.
fn with_wide_keys(schema: &Schema) -> Arc<Schema> {
    let fields = schema.fields().iter().map(with_wide_key);
    Arc::new(Schema::new_with_metadata(
        fields.collect::<Vec<_>>(),
        schema.metadata().clone(),
    ))
}

fn with_wide_key(field: &FieldRef) -> FieldRef {
    let data_type = match field.data_type() {
        // `parquet` panics on dictionaries of flags, or of nothing, which pandas writes for categories of flags and for
        // categories without values. As plain columns it reads both.
        DataType::Dictionary(_, values) if !values.is_string() => values.as_ref().clone(),
        DataType::Dictionary(_, values) => {
            DataType::Dictionary(Box::new(DataType::UInt32), values.clone())
        }
        DataType::List(item) => DataType::List(with_wide_key(item)),
        DataType::LargeList(item) => DataType::LargeList(with_wide_key(item)),
        DataType::FixedSizeList(item, length) => {
            DataType::FixedSizeList(with_wide_key(item), *length)
        }
        _ => return Arc::clone(field),
    };
    Arc::new(field.as_ref().clone().with_data_type(data_type))
}

/// Calls `read`, and converts a panic to an error.
///
/// The reader of `parquet` panics on some damaged files, for example on levels that are not in their page. It is not used
/// again after that, so that it does not matter in which state the panic has left it.
fn catch_panic<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, FileError> {
    let result = quiet_panic::catch(read);
    let result = result.unwrap_or_else(|| Err(damaged("a page is damaged")));
    result.map_err(FileError::from)
}
