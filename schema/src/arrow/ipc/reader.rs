//! An Arrow file to rows.

use std::fmt;
use std::io::{Read, Seek};
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, NullArray, RecordBatch, RecordBatchOptions};
use arrow_ipc::reader::FileDecoder;
use arrow_ipc::{Footer, root_as_footer};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Schema, SchemaRef};

use super::message_limits::ValidMessage;
use super::messages::MessageReader;
use super::{about_contents, damaged, malformed, message_limits};
use crate::arrow::columns::wrong_type;
use crate::arrow::error::{BatchError, ColumnError};
use crate::arrow::file::{BATCH_SIZE, BatchSource, FileError, FileRows, validate_schema};
use crate::arrow::files::RowFile;
use crate::arrow::path_columns::PathColumns;
use crate::arrow::plan::BlockPlan;
use crate::arrow::readers::RowReader;
use crate::arrow::stored_schema::{to_schema, validate_all_integers, validate_integers};
use crate::arrow::written_with::{FileWarning, WrittenWith};
use crate::describe::Model;
use crate::row::Block;
use crate::value::column::ColumnErrorKind;

/// An iterator over the rows of an Arrow file.
///
/// One record batch of the file is in memory (other programs may write all rows as one), and the rows that were built last.
/// After an error there are no more rows.
///
/// Rejected are files in which a few bytes could ask for any amount of memory: compressed buffers that become more than 256 MiB and
/// 256 times their bytes, in a record batch together, and in all dictionaries together.
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
    /// - [`FileError::Batch`], if it has rows of another decision or block, or values of another kind than a column of the block, if a required column is missing, if a column is unknown or
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
        let (no_rows, batches) = Batches::open(
            from,
            validate_integers::<R>,
            |skipped, schema| skipped.validate::<R>(schema, &path_columns),
            reject_columns::<R>,
        )?;
        let written_with = WrittenWith::of_schema(&batches.schema);
        Ok(Self {
            rows: FileRows::new(no_rows, batches, path_columns, written_with),
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

    fn written_with(&self) -> &WrittenWith {
        self.rows.written_with()
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
    without_values: SkippedColumns,
    /// Gets the columns that have a value and a type that no block has.
    reject: fn(&[&Field]) -> Result<(), BatchError>,
    /// Where the record batches that were not read yet are in the file.
    locations: std::vec::IntoIter<arrow_ipc::Block>,
    /// The rest of the last record batch.
    rest: RecordBatch,
}

impl<F: Read + Seek> Batches<F> {
    /// Opens a file, and reads its footer and all dictionaries. `validate` gets the schema before anything else is read.
    fn open<T>(
        from: F,
        validate_integers: impl FnOnce(arrow_ipc::Schema<'_>) -> Result<(), BatchError>,
        validate: impl FnOnce(&SkippedColumns, &SchemaRef) -> Result<T, BatchError>,
        reject: fn(&[&Field]) -> Result<(), BatchError>,
    ) -> Result<(T, Self), FileError> {
        let mut messages = MessageReader::try_new(from)?;
        let bytes = messages.read_footer()?;
        let footer = root_as_footer(&bytes).map_err(|error| malformed(&error))?;
        let schema = footer.schema().ok_or_else(|| damaged("it has no schema"))?;
        if !schema.endianness().equals_to_target_endianness() {
            return Err(damaged("it was written on a machine with another byte order").into());
        }
        validate_integers(schema)?;
        let schema = to_schema(schema).ok_or_else(|| damaged("its schema is not valid"))?;
        let schema = Arc::new(schema);
        let skipped = SkippedColumns::of_schema(&schema);
        let validated = validate(&skipped, &schema)?;
        let mut decoder = FileDecoder::new(schema.clone(), footer.version());
        if !skipped.is_empty() {
            decoder = decoder.with_projection(skipped.other_columns(&schema));
        }
        // All dictionaries come first, with their additions, since a record batch may use any of them.
        for location in footer.dictionaries().into_iter().flatten() {
            let (message, kind) = messages.read_message(location, &schema)?;
            if !matches!(kind, ValidMessage::UnusedDictionary) {
                decoder
                    .read_dictionary(location, &message)
                    .map_err(about_contents)?;
            }
        }
        // A file without rows has an empty list here. A distance of 0 leads back to itself, and would be read as an empty list.
        let distance =
            footer._tab.loc() + usize::from(footer._tab.vtable().get(Footer::VT_RECORDBATCHES));
        let has_list = bytes.get(distance..distance + 4) != Some(&[0; 4]);
        let locations = footer.recordBatches().filter(|_| has_list);
        let locations = locations.ok_or_else(|| damaged("it has no list of record batches"))?;
        let batches = Self {
            locations: locations.iter().copied().collect::<Vec<_>>().into_iter(),
            rest: RecordBatch::new_empty(skipped.schema(&schema)),
            without_values: skipped,
            reject,
            schema,
            messages,
            decoder,
        };
        Ok((validated, batches))
    }
}

/// The record batches of an Arrow file, for a program that has no row type: under the limits of [`Reader`], and without a check of the
/// columns. A record batch has at most 65,536 rows.
///
/// A column of a type that no block has, such as a struct, is not read: [`schema`](Self::schema) has its type, and a record batch has
/// nulls in its place.
///
/// ```no_run
/// use std::fs::File;
///
/// use beraad_schema::arrow::ipc::BatchReader;
///
/// for batch in BatchReader::try_new(File::open("loan.arrow")?)? {
///     println!("{} rows", batch?.num_rows());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct BatchReader<F> {
    batches: Batches<F>,
    is_finished: bool,
}

impl<F: Read + Seek> BatchReader<F> {
    /// Opens a file. It reads the footer and all dictionaries, but no record batch.
    ///
    /// # Errors
    /// As [`Reader::try_new`], without those about columns.
    pub fn try_new(from: F) -> Result<Self, FileError> {
        let ((), batches) = Batches::open(from, validate_all_integers, |_, _| Ok(()), |_| Ok(()))?;
        Ok(Self {
            batches,
            is_finished: false,
        })
    }

    /// Returns the schema of the file, with its metadata.
    #[must_use]
    pub fn schema(&self) -> &SchemaRef {
        &self.batches.schema
    }
}

impl<F: Read + Seek> Iterator for BatchReader<F> {
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

impl<F> fmt::Debug for BatchReader<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchReader").finish_non_exhaustive()
    }
}

impl<F: Read + Seek> BatchSource for Batches<F> {
    fn next_batch(&mut self) -> Result<Option<RecordBatch>, FileError> {
        while self.rest.num_rows() == 0 {
            let Some(location) = self.locations.next() else {
                return Ok(None);
            };
            let (message, kind) = self.messages.read_message(&location, &self.schema)?;
            let ValidMessage::Batch(are_null) = kind else {
                return Err(damaged("a message is not a record batch").into());
            };
            let batch = self.decoder.read_record_batch(&location, &message);
            let batch = batch.map_err(about_contents)?;
            let batch = batch.ok_or_else(|| damaged("a message is not a record batch"))?;
            let columns = self.without_values.with_values(&self.schema, &are_null);
            (self.reject)(&columns.collect::<Vec<_>>())?;
            self.rest = self
                .without_values
                .insert_into(batch, &self.rest.schema())?;
        }
        let rows = self.rest.num_rows().min(BATCH_SIZE);
        // A slice shares the buffers of its batch, so that nothing is copied.
        let batch = self.rest.slice(0, rows);
        self.rest = self.rest.slice(rows, self.rest.num_rows() - rows);
        Ok(Some(batch))
    }
}

/// The columns of types that no block has. `arrow-ipc` does not validate all of these types, so that it does not build them. Where
/// no row has a value, the type of a column may be any, and nulls stand in for it.
struct SkippedColumns(Vec<usize>);

impl SkippedColumns {
    fn of_schema(schema: &Schema) -> Self {
        let fields = schema.fields().iter().enumerate();
        let skipped = fields.filter(|(_, field)| !message_limits::is_accepted(field.data_type()));
        Self(skipped.map(|(index, _)| index).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn is_skipped(&self, index: usize) -> bool {
        // In the order of the schema.
        self.0.binary_search(&index).is_ok()
    }

    /// Returns the positions of the columns that are not skipped.
    fn other_columns(&self, schema: &Schema) -> Vec<usize> {
        let all = 0..schema.fields().len();
        all.filter(|index| !self.is_skipped(*index)).collect()
    }

    /// Returns the schema of the record batches, in which these columns hold nulls.
    fn schema(&self, schema: &SchemaRef) -> SchemaRef {
        if self.is_empty() {
            return schema.clone();
        }
        let fields = schema.fields().iter().enumerate();
        let fields = fields.map(|(index, field)| {
            if self.is_skipped(index) {
                Arc::new(Field::new(field.name(), DataType::Null, true))
            } else {
                Arc::clone(field)
            }
        });
        let fields: Vec<_> = fields.collect();
        Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone()))
    }

    /// Validates the schema of a file.
    ///
    /// # Errors
    /// If record batches of this schema cannot be converted to rows of the block. A skipped column is an error if the block
    /// requires its values.
    fn validate<R: Block>(
        &self,
        schema: &SchemaRef,
        path_columns: &PathColumns,
    ) -> Result<RowReader<R>, BatchError> {
        let validated = validate_schema(self.schema(schema), path_columns);
        let described = &R::described().columns;
        let place = |name: &str| described.iter().position(|column| column.name == name);
        let fields = self.0.iter().map(|index| &schema.fields()[*index]);
        let mut known: Vec<_> = fields
            .filter(|field| place(field.name()).is_some())
            .collect();
        let is_required =
            |field: &&FieldRef| place(field.name()).is_some_and(|place| !described[place].nullable);
        let mut errors = match validated {
            Err(BatchError::Columns { columns, .. }) => columns,
            Err(error) => return Err(error),
            // The type of an optional column is an error only if a row has a value.
            Ok(reader) if !known.iter().any(is_required) => return Ok(reader),
            Ok(_) => Vec::new(),
        };
        known.retain(|field| errors.iter().all(|error| error.column != *field.name()));
        errors.extend(known.into_iter().map(|field| wrong_type_of::<R>(field)));
        // In the order of the block, and unknown columns last.
        errors.sort_by_key(|error| place(&error.column).unwrap_or(usize::MAX));
        Err(BatchError::Columns {
            block: R::ID,
            columns: errors,
        })
    }

    /// Returns the skipped columns that have a value in a record batch. An index of a pandas frame may have some.
    fn with_values<'a>(
        &'a self,
        schema: &'a Schema,
        are_null: &'a [bool],
    ) -> impl Iterator<Item = &'a Field> {
        let columns = self.0.iter().filter(|index| !are_null[**index]);
        let fields = columns.map(|index| schema.field(*index));
        fields.filter(|field| !field.name().starts_with("__index_level_"))
    }

    /// Returns the record batch with these columns, which hold nulls.
    fn insert_into(
        &self,
        batch: RecordBatch,
        schema: &SchemaRef,
    ) -> Result<RecordBatch, ArrowError> {
        if self.is_empty() {
            return Ok(batch);
        }
        let rows = batch.num_rows();
        let mut others = batch.columns().iter().cloned();
        let columns = (0..schema.fields().len()).filter_map(|index| {
            if self.is_skipped(index) {
                Some(Arc::new(NullArray::new(rows)) as ArrayRef)
            } else {
                others.next()
            }
        });
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        RecordBatch::try_new_with_options(schema.clone(), columns.collect(), &options)
    }
}

/// Returns the errors of columns that have a value and a type that no block has.
fn reject_columns<R: Block>(columns: &[&Field]) -> Result<(), BatchError> {
    if columns.is_empty() {
        return Ok(());
    }
    Err(BatchError::Columns {
        block: R::ID,
        columns: columns
            .iter()
            .map(|field| wrong_type_of::<R>(field))
            .collect(),
    })
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
