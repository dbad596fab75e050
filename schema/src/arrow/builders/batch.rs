//! Rows to record batches.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::mem::take;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, Int8Array, ListArray, RecordBatch, RecordBatchOptions};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, Field, SchemaRef};

use super::BitBuilder;
use crate::arrow::error::{BatchError, ColumnError};
use crate::arrow::plan::BlockPlan;
use crate::arrow::schema::file_schema;
use crate::describe::Model;
use crate::row::{Block, Value, Walk};
use crate::schema_options::SchemaOptions;
use crate::value::Scalar;
use crate::value::column::{BuildColumn, ColumnBuilder, ColumnErrorKind, ColumnPlan, WORD_BITS};

/// The number of rows that are copied to all columns before the next rows are.
///
/// Rows are stored one after the other, columns apart. To copy one column of all rows, then the next, would read every row
/// from memory once for each column; to copy one row to all columns would change the column with every value. So many rows
/// stay in the cache of the processor, and the columns are found (by a checked downcast) once for all of them. The getters
/// that `walk` passes are visible to the compiler, so that the loop over one column of a chunk is as fast as one that was
/// written for this struct by hand (`benches/RESULTS.md`).
const CHUNK: usize = 1024;

/// Builds record batches of a fixed size from rows, which may come in slices of any size.
///
/// ```
/// use beraad_schema::Block;
/// use beraad_schema::arrow::{BatchBuilder, BatchError};
///
/// /// Converts rows that come bit by bit, and returns the number of record batches.
/// fn count_batches<R: Block>(slices: impl Iterator<Item = Vec<R>>) -> Result<usize, BatchError> {
///     let mut builder = BatchBuilder::<R>::new(65_536);
///     let mut batches = 0;
///     for rows in slices {
///         batches += builder.push(&rows)?.len();
///     }
///     // The last batch has the remaining rows.
///     Ok(batches + builder.finish()?.into_iter().count())
/// }
/// ```
///
/// The dictionary of an open code list grows from batch to batch, always at its end: a file that has one dictionary for all
/// of its batches needs to append to it only.
pub struct BatchBuilder<R> {
    schema: SchemaRef,
    columns: Vec<Box<dyn BatchColumn>>,
    batch_size: usize,
    /// The rows in the columns.
    pending: usize,
    /// The rows of all earlier batches.
    flushed: usize,
    // The builder takes rows and holds none: it is `Send` whatever `R` is.
    rows: PhantomData<fn(&R)>,
}

impl<R: Block> BatchBuilder<R> {
    /// Creates a builder of batches of `batch_size` rows; a size of 0 is one of 1.
    #[must_use]
    pub fn new(batch_size: usize) -> Self {
        let plan = BlockPlan::of_block::<R>();
        let mut create = CreateColumns {
            plans: plan.columns.iter(),
            columns: Vec::with_capacity(plan.columns.len()),
        };
        R::walk(&mut create);
        Self {
            schema: plan.schema.clone(),
            columns: create.columns,
            batch_size: batch_size.max(1),
            pending: 0,
            flushed: 0,
            rows: PhantomData,
        }
    }

    /// Adds the description of the block and its columns in a model, including codes of supplied lists, to the metadata of
    /// the schema.
    #[must_use]
    pub fn with_model(mut self, model: &Model, options: SchemaOptions) -> Self {
        self.schema = Arc::new(file_schema::<R>(model, options));
        self
    }

    /// Returns the schema of the batches, with the metadata of [`with_model`](Self::with_model) if that was called.
    #[must_use]
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// Appends rows, and returns the batches that are complete.
    ///
    /// # Errors
    /// [`BatchError`], if a closed list does not have a code of a row, an open list has more distinct codes than a
    /// dictionary has keys, or the lists of a batch are too long. Rows are counted from the first row that was ever pushed.
    ///
    /// An error discards the rows of the incomplete batch, and the batches that this call has completed. To keep those, push
    /// at most as many rows at a time as a batch has.
    pub fn push(&mut self, mut rows: &[R]) -> Result<Vec<RecordBatch>, BatchError> {
        let mut batches = Vec::new();
        while !rows.is_empty() {
            // `pending` is below `batch_size` here: a full batch is built at the end of the loop.
            let (fitting, rest) = rows.split_at(rows.len().min(self.batch_size - self.pending));
            self.columns
                .iter_mut()
                .for_each(|column| column.reserve(fitting.len()));
            for chunk in fitting.chunks(CHUNK) {
                R::walk(&mut AppendRows {
                    rows: chunk,
                    columns: self.columns.iter_mut(),
                });
            }
            self.pending += fitting.len();
            rows = rest;
            if self.pending == self.batch_size {
                batches.push(self.build_batch()?);
            }
        }
        Ok(batches)
    }

    /// Returns a batch of the rows that are in no batch yet, or `None` if there are no such rows. More rows may be pushed.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn flush(&mut self) -> Result<Option<RecordBatch>, BatchError> {
        (self.pending > 0).then(|| self.build_batch()).transpose()
    }

    /// Returns the last batch, or `None` if no rows are left.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn finish(mut self) -> Result<Option<RecordBatch>, BatchError> {
        self.flush()
    }

    /// Builds a batch of the pending rows, also if there are none.
    fn build_batch(&mut self) -> Result<RecordBatch, BatchError> {
        // Taken before anything can fail: an error discards these rows, but they count for the numbers of later ones.
        let (rows, earlier_rows) = (take(&mut self.pending), self.flushed);
        self.flushed += rows;
        let (mut arrays, mut errors) = (Vec::with_capacity(self.columns.len()), Vec::new());
        // Every column is finished, also after an error, so that the next batch starts with empty columns.
        for (column, field) in self.columns.iter_mut().zip(self.schema.fields()) {
            match column.finish(field) {
                Ok(array) => arrays.push(in_written_form(array, field)),
                Err(kind) => errors.push(ColumnError {
                    column: field.name().clone(),
                    kind: kind.map_row(|row| row + earlier_rows),
                }),
            }
        }
        if !errors.is_empty() {
            return Err(BatchError::Columns {
                block: R::ID,
                columns: errors,
            });
        }
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let batch = RecordBatch::try_new_with_options(self.schema.clone(), arrays, &options);
        Ok(batch.expect("columns and schema come from one plan"))
    }
}

/// Returns flags as 0 and 1 where the schema of the file asks for it, and every other column as it is.
fn in_written_form(array: ArrayRef, field: &Field) -> ArrayRef {
    match array.as_boolean_opt() {
        Some(flags) if *field.data_type() == DataType::Int8 => {
            let numbers: Int8Array = flags.iter().map(|flag| flag.map(i8::from)).collect();
            Arc::new(numbers)
        }
        _ => array,
    }
}

impl<R> fmt::Debug for BatchBuilder<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchBuilder")
            .field("batch_size", &self.batch_size)
            .field("pending", &self.pending)
            .field("flushed", &self.flushed)
            .finish_non_exhaustive()
    }
}

/// Converts rows to one Arrow record batch, which is empty if there are no rows. For many rows there is [`BatchBuilder`].
///
/// # Errors
/// As [`BatchBuilder::push`].
pub fn to_batch<R: Block>(rows: &[R]) -> Result<RecordBatch, BatchError> {
    // The size is one more than there are rows, so that `push` returns no batch.
    let mut builder = BatchBuilder::new(rows.len().saturating_add(1));
    builder.push(rows)?;
    builder.build_batch()
}

/// A column of a batch, of any type.
trait BatchColumn: Any + Send {
    fn reserve(&mut self, additional_rows: usize);

    fn finish(&mut self, field: &Field) -> Result<ArrayRef, ColumnErrorKind>;
}

/// A column with cells of `T`: its values, and how many of them each cell has.
struct CellsBuilder<T: Value> {
    values: <<T::Scalar as Scalar>::Stored as BuildColumn<T::Scalar>>::Builder,
    /// One bit for each cell, set if it has a value; empty unless cells are optional.
    present: BitBuilder,
    /// Where the values of each cell end; empty unless cells are lists.
    list_ends: Vec<usize>,
}

impl<T: Value> CellsBuilder<T> {
    fn new(plan: &ColumnPlan) -> Self {
        Self {
            values: ColumnBuilder::new(plan),
            present: BitBuilder::default(),
            list_ends: Vec::new(),
        }
    }

    fn append<R>(&mut self, rows: &[R], get: impl Fn(&R) -> &T) {
        // So that the presence of all rows of a step is one word.
        for rows in rows.chunks(WORD_BITS) {
            if T::__SEVERAL {
                self.append_lists(rows, &get);
            } else if T::NULLABLE {
                // The bits of a word are gathered while the values pass, so that each value is looked at once.
                let mut present = 0;
                self.values
                    .extend(rows.iter().enumerate().map(|(place, row)| {
                        let value = get(row).__first();
                        present |= u64::from(value.is_some()) << place;
                        value
                    }));
                self.present.append(present, rows.len());
            } else {
                self.values
                    .extend(rows.iter().map(|row| get(row).__first()));
            }
        }
    }

    fn append_lists<R>(&mut self, rows: &[R], get: impl Fn(&R) -> &T) {
        for row in rows {
            let items = get(row).__items();
            for items in items.chunks(WORD_BITS) {
                self.values.extend(items.iter().map(Some));
            }
            let end = self.list_ends.last().copied().unwrap_or_default();
            self.list_ends.push(end + items.len());
        }
    }

    fn finish_lists(&mut self, field: &Field) -> Result<ArrayRef, ColumnErrorKind> {
        let ends = take(&mut self.list_ends);
        // Before any `?`, so that the values of this batch are not in the next one.
        let items = self.values.finish(None);
        let too_many = || ColumnErrorKind::TooManyItems {
            found: ends.last().copied().unwrap_or_default(),
        };
        // One offset more than there are lists: that of the start.
        let bounds = std::iter::once(0).chain(ends.iter().copied());
        let offsets = bounds
            .map(|bound| i32::try_from(bound).map_err(|_| too_many()))
            .collect::<Result<Vec<_>, _>>()?;
        // Values were counted within the lists; an error names the row.
        let row_of = |item| ends.partition_point(|end| *end <= item);
        let items = items.map_err(|kind| kind.map_row(row_of))?;
        let DataType::List(item_field) = field.data_type() else {
            unreachable!("the field of a column of lists has a list type");
        };
        let offsets = OffsetBuffer::new(offsets.into());
        Ok(Arc::new(ListArray::new(
            item_field.clone(),
            offsets,
            items,
            None,
        )))
    }
}

impl<T: Value> BatchColumn for CellsBuilder<T> {
    fn reserve(&mut self, additional_rows: usize) {
        if T::__SEVERAL {
            self.list_ends.reserve(additional_rows);
        } else {
            self.values.reserve(additional_rows);
        }
        if T::NULLABLE {
            self.present.reserve_bits(additional_rows);
        }
    }

    fn finish(&mut self, field: &Field) -> Result<ArrayRef, ColumnErrorKind> {
        if T::__SEVERAL {
            return self.finish_lists(field);
        }
        let nulls = T::NULLABLE.then(|| NullBuffer::new(self.present.finish_bits()));
        // A column without nulls needs no null buffer.
        self.values
            .finish(nulls.filter(|nulls| nulls.null_count() > 0))
    }
}

/// Creates the columns of a builder.
struct CreateColumns<'a> {
    plans: std::slice::Iter<'a, ColumnPlan>,
    columns: Vec<Box<dyn BatchColumn>>,
}

impl<R> Walk<R> for CreateColumns<'_> {
    fn field<T: Value>(&mut self, _: impl Fn(&R) -> &T + Copy) {
        let plan = (self.plans.next()).expect("the plan has every column of the struct");
        self.columns.push(Box::new(CellsBuilder::<T>::new(plan)));
    }
}

/// Appends rows to the columns of a builder.
struct AppendRows<'a, R> {
    rows: &'a [R],
    columns: std::slice::IterMut<'a, Box<dyn BatchColumn>>,
}

impl<R> Walk<R> for AppendRows<'_, R> {
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
        let column: Option<&mut dyn Any> = self.columns.next().map(|column| &mut **column as _);
        let cells = column
            .and_then(|column| column.downcast_mut::<CellsBuilder<T>>())
            .expect("`CreateColumns` visited the same columns");
        cells.append(self.rows, get);
    }
}
