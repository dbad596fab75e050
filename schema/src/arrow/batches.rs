//! Rows into batches.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::mem::take;
use std::sync::Arc;

use arrow_array::{ArrayRef, ListArray, RecordBatch, RecordBatchOptions};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::SchemaRef;

use super::column::{Bits, Growing, Stored, WORD};
use super::error::{BatchError, ColumnError, Fault};
use super::plan::{Plan, Planned};
use crate::describe::Model;
use crate::row::{Block, Value, Walk};
use crate::value::Scalar;

/// The rows that are written into all columns before the next ones are: so many stay in the cache.
const BLOCK: usize = 1024;

/// Rows of a block, taken in chunks of any size and given as batches of one size.
///
/// ```
/// use beraad_schema::Block;
/// use beraad_schema::arrow::{BatchError, Batches};
///
/// /// Writes rows that come bit by bit, and returns how many batches that were.
/// fn write<R: Block>(chunks: impl Iterator<Item = Vec<R>>) -> Result<usize, BatchError> {
///     let mut batches = Batches::<R>::new(65_536);
///     let mut written = 0;
///     for rows in chunks {
///         written += batches.push(&rows)?.len();
///     }
///     // The last batch holds what is left.
///     Ok(written + batches.finish()?.into_iter().count())
/// }
/// ```
///
/// The dictionary of an open list grows from batch to batch, and what stood in it stays where it is: a file that keeps
/// one dictionary for all of its batches needs to append to it only.
pub struct Batches<R> {
    plan: &'static Plan,
    schema: SchemaRef,
    columns: Vec<Box<dyn Column>>,
    size: usize,
    /// The rows that are in the columns.
    pending: usize,
    /// The rows of all batches before.
    given: usize,
    rows: PhantomData<fn(&R)>,
}

impl<R: Block> Batches<R> {
    /// No rows yet; batches of `size` rows, and at least one.
    #[must_use]
    pub fn new(size: usize) -> Self {
        let plan = Plan::of::<R>();
        let mut begin = Begin {
            planned: plan.columns.iter(),
            columns: Vec::with_capacity(plan.columns.len()),
        };
        R::walk(&mut begin);
        Self {
            plan,
            schema: plan.schema.clone(),
            columns: begin.columns,
            size: size.max(1),
            pending: 0,
            given: 0,
            rows: PhantomData,
        }
    }

    /// The same, with all that a model says of the block and its columns as metadata, the codes of supplied lists
    /// included.
    #[must_use]
    pub fn described_by(mut self, model: &Model) -> Self {
        self.schema = Arc::new(super::schema::described(
            &self.schema,
            model,
            R::description(),
        ));
        self
    }

    /// The schema of the batches.
    #[must_use]
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// Takes rows, and gives the batches that they fill.
    ///
    /// # Errors
    /// [`BatchError`], if a row holds a code that its closed list does not have, an open list has more different codes
    /// than a dictionary has keys, or the lists of a batch are too long; rows are counted from the first that was taken.
    /// The rows that were in no batch yet are then gone, and so are the batches that this call filled before: whoever wants
    /// those pushes no more rows at a time than a batch has.
    pub fn push(&mut self, mut rows: &[R]) -> Result<Vec<RecordBatch>, BatchError> {
        let mut batches = Vec::new();
        while !rows.is_empty() {
            let (now, later) = rows.split_at(rows.len().min(self.size - self.pending));
            self.columns
                .iter_mut()
                .for_each(|column| column.reserve(now.len()));
            for block in now.chunks(BLOCK) {
                R::walk(&mut Fill {
                    rows: block,
                    columns: self.columns.iter_mut(),
                });
            }
            self.pending += now.len();
            rows = later;
            if self.pending == self.size {
                batches.push(self.take()?);
            }
        }
        Ok(batches)
    }

    /// The batch of the rows that are in none yet, if there are any. More rows may be taken after it.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn finish(&mut self) -> Result<Option<RecordBatch>, BatchError> {
        (self.pending > 0).then(|| self.take()).transpose()
    }

    /// The batch of the rows that are in none yet.
    fn take(&mut self) -> Result<RecordBatch, BatchError> {
        let (rows, before) = (take(&mut self.pending), self.given);
        self.given += rows;
        let (mut arrays, mut wrong) = (Vec::with_capacity(self.columns.len()), Vec::new());
        // Every column is taken, also behind a mistake: the next batch starts from nothing.
        for (column, planned) in self.columns.iter_mut().zip(&self.plan.columns) {
            match column.finish(planned) {
                Ok(array) => arrays.push(array),
                Err(fault) => wrong.push(ColumnError {
                    column: planned.name.to_owned(),
                    fault: fault.behind(before),
                }),
            }
        }
        if !wrong.is_empty() {
            return Err(BatchError::Columns {
                block: R::ID,
                columns: wrong,
            });
        }
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let batch = RecordBatch::try_new_with_options(self.schema.clone(), arrays, &options);
        Ok(batch.expect("the columns were made by the plan that the schema was made by"))
    }
}

impl<R> fmt::Debug for Batches<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batches")
            .field("size", &self.size)
            .field("pending", &self.pending)
            .field("given", &self.given)
            .finish_non_exhaustive()
    }
}

/// Converts rows into one Arrow batch; many rows become many batches with [`Batches`].
///
/// # Errors
/// As [`Batches::push`].
pub fn to_batch<R: Block>(rows: &[R]) -> Result<RecordBatch, BatchError> {
    // One more than there are, so that the batch is taken here, also if there are none.
    let mut batches = Batches::new(rows.len().saturating_add(1));
    batches.push(rows)?;
    batches.take()
}

/// A column that grows, whatever it holds.
trait Column: Any + Send {
    fn reserve(&mut self, more: usize);

    fn finish(&mut self, planned: &Planned) -> Result<ArrayRef, Fault>;
}

/// A column of cells of `T`.
struct Cells<T: Value> {
    values: <<T::Scalar as Scalar>::Stored as Stored<T::Scalar>>::Growing,
    /// Where there are values; empty unless there may be none.
    present: Bits,
    /// Where the values of each cell end; empty unless there are several.
    ends: Vec<usize>,
}

impl<T: Value> Cells<T> {
    fn new(planned: &Planned) -> Self {
        Self {
            values: Growing::new(planned),
            present: Bits::default(),
            ends: Vec::new(),
        }
    }

    fn extend<R>(&mut self, rows: &[R], get: impl Fn(&R) -> &T) {
        for rows in rows.chunks(WORD) {
            if T::__SEVERAL {
                self.extend_lists(rows, &get);
            } else if T::NULLABLE {
                let mut present = 0;
                self.values
                    .extend(rows.iter().enumerate().map(|(place, row)| {
                        let value = get(row).__first();
                        present |= u64::from(value.is_some()) << place;
                        value
                    }));
                self.present.push(present, rows.len());
            } else {
                self.values
                    .extend(rows.iter().map(|row| get(row).__first()));
            }
        }
    }

    fn extend_lists<R>(&mut self, rows: &[R], get: impl Fn(&R) -> &T) {
        for row in rows {
            let items = get(row).__items();
            for items in items.chunks(WORD) {
                self.values.extend(items.iter().map(Some));
            }
            let end = self.ends.last().copied().unwrap_or_default();
            self.ends.push(end + items.len());
        }
    }

    fn finish_lists(&mut self, planned: &Planned) -> Result<ArrayRef, Fault> {
        let ends = take(&mut self.ends);
        let items = self.values.finish(None);
        let too_many = || Fault::TooManyItems {
            found: ends.last().copied().unwrap_or_default(),
        };
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let offsets = starts.map(|end| i32::try_from(end).map_err(|_| too_many()));
        let offsets = offsets.collect::<Result<Vec<_>, _>>()?;
        let row_of = |item| ends.partition_point(|end| *end <= item);
        let items = items.map_err(|fault| fault.in_lists(row_of))?;
        let offsets = OffsetBuffer::new(offsets.into());
        Ok(Arc::new(ListArray::new(
            planned.item.clone(),
            offsets,
            items,
            None,
        )))
    }
}

impl<T: Value> Column for Cells<T> {
    fn reserve(&mut self, more: usize) {
        if T::__SEVERAL {
            self.ends.reserve(more);
        } else {
            self.values.reserve(more);
        }
        if T::NULLABLE {
            self.present.reserve(more);
        }
    }

    fn finish(&mut self, planned: &Planned) -> Result<ArrayRef, Fault> {
        if T::__SEVERAL {
            return self.finish_lists(planned);
        }
        let nulls = T::NULLABLE.then(|| NullBuffer::new(self.present.take()));
        // A column without nulls needs no bits that say so.
        self.values
            .finish(nulls.filter(|nulls| nulls.null_count() > 0))
    }
}

/// Makes the empty columns.
struct Begin<'a> {
    planned: std::slice::Iter<'a, Planned>,
    columns: Vec<Box<dyn Column>>,
}

impl<R> Walk<R> for Begin<'_> {
    fn field<T: Value>(&mut self, _: impl Fn(&R) -> &T + Copy) {
        let planned = self.planned.next();
        let planned = planned.expect("the plan has every column that is walked");
        self.columns.push(Box::new(Cells::<T>::new(planned)));
    }
}

/// Puts rows into the columns.
struct Fill<'a, R> {
    rows: &'a [R],
    columns: std::slice::IterMut<'a, Box<dyn Column>>,
}

impl<R> Walk<R> for Fill<'_, R> {
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
        let column: Option<&mut dyn Any> = self.columns.next().map(|column| &mut **column as _);
        let cells = column.and_then(|column| column.downcast_mut::<Cells<T>>());
        let cells = cells.expect("the same walk made the columns");
        cells.extend(self.rows, get);
    }
}
