//! Record batches to rows.

use std::any::Any;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::Schema;

use crate::arrow::columns::{
    ListBounds, Nulls, PandasFrame, dates_of_periods, nulls_of, split_lists, unpacked,
    validate_kind, wrong_item, wrong_type,
};
use crate::arrow::error::{BatchError, ColumnError};
use crate::arrow::plan::BlockPlan;
use crate::physical::{BLOCK_KEY, DECISION_KEY};
use crate::row::foreign_names::{MAX_NAMED, advice_on_unknown, is_known};
use crate::row::{Block, Get, Source, Value, Walk};
use crate::value::Scalar;
use crate::value::column::{ColumnErrorKind, ColumnPlan, ColumnReader, ReadColumn};
use crate::value::stored::Cell;

/// The number of rows that the iterator builds at once; so many stay in the cache of the processor.
const CHUNK: usize = 1024;

/// An iterator over the rows of a record batch.
///
/// Every column is validated before the first row is built, so that reading a row cannot fail.
///
/// ```
/// # use beraad_schema::Block;
/// use beraad_schema::arrow::{BatchError, RecordBatch, RowReader};
///
/// /// Counts the rows of a record batch that break no rule of their block.
/// fn count_valid<R: Block>(batch: &RecordBatch, model: &beraad_schema::describe::Model) -> Result<usize, BatchError> {
///     Ok(RowReader::<R>::try_new(batch)?.filter(|row| row.check(model).is_empty()).count())
/// }
/// ```
pub struct RowReader<R> {
    columns: Vec<Box<dyn Any + Send>>,
    /// The number of rows of the record batch.
    rows: usize,
    /// The number of rows that were built, some of which may still be in `chunk`.
    built: usize,
    chunk: std::vec::IntoIter<R>,
}

/// Converts an Arrow record batch, which may come from another program, to rows; [`RowReader`] returns them one by one.
///
/// # Errors
/// As [`RowReader::try_new`].
pub fn from_batch<R: Block>(batch: &RecordBatch) -> Result<Vec<R>, BatchError> {
    RowReader::try_new(batch).map(|mut rows| rows.read_rest())
}

impl<R: Block> RowReader<R> {
    /// Creates a reader of the rows of a record batch.
    ///
    /// # Errors
    /// [`BatchError::OtherDecision`] or [`BatchError::OtherBlock`], if the metadata of the schema names another decision or
    /// block. Otherwise [`BatchError::Columns`], with all errors of all columns: a column is missing, unknown or duplicate, its
    /// type cannot represent the values losslessly, by its metadata it has values of another kind, or it has missing or invalid
    /// values.
    ///
    /// A schema without these metadata is valid. [`WrittenWith`](crate::arrow::WrittenWith) compares the version of the model.
    pub fn try_new(batch: &RecordBatch) -> Result<Self, BatchError> {
        let schema = batch.schema_ref();
        validate_metadata::<R>(schema)?;
        // By name: Arrow allows two columns with one name, of which nobody knows the right one.
        let mut positions: BTreeMap<&str, Position> = BTreeMap::new();
        for (index, field) in schema.fields().iter().enumerate() {
            positions
                .entry(field.name())
                .and_modify(|position| *position = Position::Duplicate)
                .or_insert(Position::Index(index));
        }
        let plan = BlockPlan::of_block::<R>();
        let mut open = OpenColumns {
            batch,
            positions,
            plans: plan.columns.iter(),
            frame: OnceCell::new(),
            columns: Vec::with_capacity(plan.columns.len()),
            errors: Vec::new(),
            only_doubts: true,
        };
        R::walk(&mut open);
        let (columns, mut errors, only_doubts) = (open.columns, open.errors, open.only_doubts);
        let unknown = unknown_columns::<R>(schema);
        if !only_doubts || !unknown.is_empty() {
            errors.extend(unknown);
            return Err(BatchError::Columns {
                block: R::ID,
                columns: errors,
            });
        }
        Ok(Self {
            columns,
            rows: batch.num_rows(),
            built: 0,
            chunk: Vec::new().into_iter(),
        })
    }

    /// Reads all rows that the iterator has not returned yet, and frees the record batch.
    pub(crate) fn read_rest(&mut self) -> Vec<R> {
        let mut rows: Vec<R> = self.chunk.by_ref().collect();
        if self.built < self.rows {
            let rest = self.build(self.rows - self.built);
            if rows.is_empty() {
                rows = rest;
            } else {
                rows.extend(rest);
            }
        }
        // The readers hold the buffers of the record batch. `rows` and `built` are equal now, so that nobody asks them
        // again.
        self.columns.clear();
        rows
    }

    /// Builds the next `count` rows.
    fn build(&mut self, count: usize) -> Vec<R> {
        // Cannot fail: its error is `Infallible`, since `OpenColumns` has validated every value.
        let Ok(rows) = R::read(&mut ColumnsWindow {
            columns: self.columns.iter(),
            start: self.built,
            rows: count,
        });
        self.built += count;
        rows
    }
}

impl<R> fmt::Debug for RowReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let remaining = self.rows - self.built + self.chunk.len();
        // Without rows: they are about persons.
        f.debug_struct("RowReader")
            .field("remaining", &remaining)
            .finish_non_exhaustive()
    }
}

impl<R: Block> Iterator for RowReader<R> {
    type Item = R;

    #[inline]
    fn next(&mut self) -> Option<R> {
        if self.chunk.len() == 0 && self.built < self.rows {
            let count = CHUNK.min(self.rows - self.built);
            self.chunk = self.build(count).into_iter();
        }
        self.chunk.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let remaining = self.rows - self.built + self.chunk.len();
        (remaining, Some(remaining))
    }
}

impl<R: Block> ExactSizeIterator for RowReader<R> {}

impl<R: Block> std::iter::FusedIterator for RowReader<R> {}

/// Validates that a schema does not name another decision or block.
fn validate_metadata<R: Block>(schema: &Schema) -> Result<(), BatchError> {
    let other = |key: &str, expected: &str| {
        let found = schema.metadata().get(key);
        found.filter(|found| *found != expected).cloned()
    };
    if let Some(found) = other(DECISION_KEY, R::DECISION) {
        return Err(BatchError::OtherDecision {
            block: R::ID,
            expected: R::DECISION,
            found,
        });
    }
    match other(BLOCK_KEY, R::ID) {
        Some(found) => Err(BatchError::OtherBlock {
            expected: R::ID,
            found,
        }),
        None => Ok(()),
    }
}

/// The position of a column in a record batch.
enum Position {
    Index(usize),
    Duplicate,
}

/// Returns the errors of the columns that a block does not have. The unnamed index of a pandas frame is not an error.
fn unknown_columns<R: Block>(schema: &Schema) -> Vec<ColumnError> {
    let known = R::column_names();
    let names = schema.fields().iter().map(|field| field.name().as_str());
    let mut unknown: Vec<_> = names.clone().filter(|name| !known.contains(name)).collect();
    if unknown.is_empty() {
        // The usual case, in which the notes of pandas are not read.
        return Vec::new();
    }
    let count = names.len();
    let error = |column: &str, advice| ColumnError {
        column: column.to_owned(),
        kind: ColumnErrorKind::Unknown { advice },
    };
    if !names.clone().any(|name| is_known(name, known)) {
        let advice = format!(
            "nor is any other of the {count} columns; their names are not shown, since a program that expects a header may have \
             taken the values of the first row for it"
        );
        return vec![error("1", advice)];
    }
    let frame = PandasFrame::of_schema(schema);
    unknown.retain(|name| !frame.is_unnamed_index(name));
    let errors = unknown.iter().take(MAX_NAMED).enumerate();
    let errors = errors.map(|(index, name)| {
        let mut advice = if frame.is_index(name) {
            "it is the index of a pandas frame: write the file with `index=False`".to_owned()
        } else {
            advice_on_unknown(name, known)
        };
        let more = unknown.len().saturating_sub(MAX_NAMED);
        if index + 1 == MAX_NAMED && more > 0 {
            let separator = if advice.is_empty() { "" } else { "; " };
            advice = format!("{advice}{separator}nor are {more} more columns");
        }
        error(name, advice)
    });
    errors.collect()
}

/// Finds and validates the columns of a record batch.
struct OpenColumns<'a> {
    batch: &'a RecordBatch,
    positions: BTreeMap<&'a str, Position>,
    plans: std::slice::Iter<'a, ColumnPlan>,
    /// The notes of pandas, read at the first column that the record batch lacks, if they may name an index of numbers.
    frame: OnceCell<Option<PandasFrame>>,
    columns: Vec<Box<dyn Any + Send>>,
    errors: Vec<ColumnError>,
    /// True as long as all errors are doubts: the type of a column that may be null, in a record batch without rows. Programs
    /// that guess types give any type to a column that has no value in this file, so the type is an error only if a row has a
    /// value.
    only_doubts: bool,
}

impl OpenColumns<'_> {
    /// Returns whether a column that the record batch lacks was in pandas an index that only counts the rows. An optional column
    /// would be read as one without values.
    fn is_range_index(&self, column: &str) -> bool {
        let frame = self.frame.get_or_init(|| {
            let schema = self.batch.schema_ref();
            PandasFrame::may_have_range_index(schema).then(|| PandasFrame::of_schema(schema))
        });
        frame
            .as_ref()
            .is_some_and(|frame| frame.is_range_index(column))
    }

    /// Opens the column at a position of the record batch.
    fn open_column<T: Value>(
        &self,
        index: usize,
        plan: &ColumnPlan,
    ) -> Result<CellsReader<T>, ColumnErrorKind> {
        let array = self.batch.column(index);
        let field = self.batch.schema_ref().field(index);
        validate_kind(field, &plan.value_type)?;
        match dates_of_periods(field, array, plan) {
            Some(Ok(dates)) => CellsReader::try_new(&dates, plan),
            // The length of the periods of a column without a value may be any.
            Some(Err(_)) if T::NULLABLE && matches!(nulls_of(array), Nulls::All) => {
                Ok(CellsReader::empty())
            }
            Some(Err(kind)) => Err(kind),
            None => CellsReader::try_new(array, plan),
        }
    }
}

impl<R> Walk<R> for OpenColumns<'_> {
    fn field<T: Value>(&mut self, _: impl Fn(&R) -> &T + Copy) {
        let plan = (self.plans.next()).expect("the plan has every column of the struct");
        let reader = match self.positions.get(plan.name) {
            Some(Position::Index(index)) => self.open_column::<T>(*index, plan),
            Some(Position::Duplicate) => Err(ColumnErrorKind::Duplicate),
            None if self.is_range_index(plan.name) => Err(ColumnErrorKind::Missing {
                expected: plan.physical_type.to_string(),
                advice: "in pandas it is an index that only counts the rows, of which a file has no column: if its numbers are \
                         meant, write `x.reset_index()`, otherwise write the column"
                    .to_owned(),
            }),
            None if T::NULLABLE => Ok(CellsReader::empty()),
            None => Err(ColumnErrorKind::Missing {
                expected: plan.physical_type.to_string(),
                advice: String::new(),
            }),
        };
        match reader {
            Ok(reader) => self.columns.push(Box::new(reader)),
            Err(kind) => {
                let is_doubt = T::NULLABLE
                    && self.batch.num_rows() == 0
                    && matches!(kind, ColumnErrorKind::WrongType { .. });
                self.only_doubts &= is_doubt;
                if is_doubt {
                    // Not read: there are no rows.
                    self.columns.push(Box::new(CellsReader::<T>::empty()));
                }
                self.errors.push(ColumnError {
                    column: plan.name.to_owned(),
                    kind,
                });
            }
        }
    }
}

/// Reads a column with cells of `T`: its values, and how many of them each cell has. All values are valid.
struct CellsReader<T: Value> {
    values: <<T::Scalar as Scalar>::Stored as ReadColumn<T::Scalar>>::Reader,
    present: Present,
    /// Of a column of lists, the items of each row.
    lists: ListBounds,
}

/// The cells that have a value.
enum Present {
    All,
    None,
    Bits(BooleanBuffer),
}

impl<T: Value> CellsReader<T> {
    /// Creates a reader of any number of cells without a value.
    fn empty() -> Self {
        Self {
            values: ColumnReader::empty(),
            present: Present::None,
            lists: ListBounds::FixedSize(0),
        }
    }

    fn try_new(array: &ArrayRef, plan: &ColumnPlan) -> Result<Self, ColumnErrorKind> {
        let nulls = match nulls_of(array) {
            // The type of a column without a value may be any.
            Nulls::All if T::NULLABLE || array.is_empty() => return Ok(Self::empty()),
            Nulls::All => return Err(missing_value::<T>(0, array.len())),
            Nulls::Compressed => return Err(wrong_type(array.data_type(), plan)),
            Nulls::Some(nulls) => nulls,
        };
        // If there are nulls, there is at least one.
        if let Some(nulls) = nulls.as_ref().filter(|_| !T::NULLABLE) {
            return Err(first_missing_value::<T>(nulls));
        }
        if T::__SEVERAL {
            return Self::try_new_lists(array, plan);
        }
        let values = match unpacked(array) {
            Some(values) => ColumnReader::try_new(&values, nulls.as_ref(), plan)
                .map_err(|kind| of_column(kind, || wrong_type(array.data_type(), plan))),
            None => ColumnReader::try_new(array, nulls.as_ref(), plan),
        };
        Ok(Self {
            values: values?,
            present: nulls.map_or(Present::All, |nulls| Present::Bits(nulls.into_inner())),
            lists: ListBounds::FixedSize(0),
        })
    }

    fn try_new_lists(array: &ArrayRef, plan: &ColumnPlan) -> Result<Self, ColumnErrorKind> {
        let (items, lists) =
            split_lists(array).ok_or_else(|| wrong_type(array.data_type(), plan))?;
        let wrong_item = || wrong_item(array.data_type(), items.data_type(), plan);
        let values = match nulls_of(&items) {
            // Empty lists only: pandas and pyarrow then know no type of the items.
            Nulls::All if items.is_empty() => {
                return Ok(Self {
                    values: ColumnReader::empty(),
                    present: Present::All,
                    lists,
                });
            }
            Nulls::All if items.data_type().is_null() => Err(wrong_item()),
            Nulls::All => Err(missing_value::<T::Scalar>(0, items.len())),
            Nulls::Compressed => Err(wrong_item()),
            Nulls::Some(Some(nulls)) => Err(first_missing_value::<T::Scalar>(&nulls)),
            Nulls::Some(None) => {
                let values = unpacked(&items);
                ColumnReader::try_new(values.as_ref().unwrap_or(&items), None, plan)
                    .map_err(|kind| of_column(kind, wrong_item))
            }
        };
        Ok(Self {
            values: values.map_err(|kind| kind.map_row(|item| lists.row_of(item)))?,
            present: Present::All,
            lists,
        })
    }

    /// Returns the cell of the row at `index`.
    #[inline]
    fn cell(&self, index: usize) -> T {
        T::__from_cell(CellAt {
            column: self,
            index,
        })
    }
}

/// Replaces the error of a wrong type, which names a part of the column, by that of the column.
fn of_column(
    kind: ColumnErrorKind,
    wrong_type: impl FnOnce() -> ColumnErrorKind,
) -> ColumnErrorKind {
    match kind {
        ColumnErrorKind::WrongType { .. } => wrong_type(),
        kind => kind,
    }
}

/// The error of a required column with nulls.
fn first_missing_value<T: Value>(nulls: &NullBuffer) -> ColumnErrorKind {
    let row = nulls.iter().take_while(|is_valid| *is_valid).count();
    missing_value::<T>(row, nulls.null_count())
}

/// The error of a required column with so many nulls.
fn missing_value<T: Value>(row: usize, count: usize) -> ColumnErrorKind {
    if T::__SEVERAL {
        ColumnErrorKind::MissingList { row, count }
    } else {
        ColumnErrorKind::MissingValue { row, count }
    }
}

/// Some consecutive rows of the columns of a reader.
struct ColumnsWindow<'a> {
    columns: std::slice::Iter<'a, Box<dyn Any + Send>>,
    start: usize,
    rows: usize,
}

impl<'a> Source for ColumnsWindow<'a> {
    type Error = Infallible;
    type Column<T: Value> = CellsWindow<'a, T>;

    fn rows(&self) -> usize {
        self.rows
    }

    fn column<T: Value>(&mut self) -> Result<CellsWindow<'a, T>, Infallible> {
        let column = (self.columns.next())
            .and_then(|column| column.downcast_ref::<CellsReader<T>>())
            .expect("`OpenColumns` visited the same columns");
        Ok(CellsWindow {
            column,
            start: self.start,
        })
    }
}

/// Some consecutive cells of a column.
struct CellsWindow<'a, T: Value> {
    column: &'a CellsReader<T>,
    start: usize,
}

impl<T: Value> Get<T> for CellsWindow<'_, T> {
    #[inline]
    fn get(&self, index: usize) -> T {
        self.column.cell(self.start + index)
    }
}

/// One cell of a column.
struct CellAt<'a, T: Value> {
    column: &'a CellsReader<T>,
    index: usize,
}

impl<T: Value> Cell<T::Scalar> for CellAt<'_, T> {
    #[inline]
    fn exactly_one(self) -> T::Scalar {
        self.column.values.value(self.index)
    }

    #[inline]
    fn optional(self) -> Option<T::Scalar> {
        let values = &self.column.values;
        match &self.column.present {
            Present::All => Some(values.value(self.index)),
            Present::None => None,
            Present::Bits(bits) => values.value_if(bits.value(self.index), self.index),
        }
    }

    fn many(self) -> Vec<T::Scalar> {
        let items = self.column.lists.items_of(self.index);
        items.map(|item| self.column.values.value(item)).collect()
    }
}
