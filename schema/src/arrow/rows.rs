//! Batches into rows.

use std::any::Any;
use std::convert::Infallible;
use std::fmt;
use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::DataType;
use hashbrown::HashMap;

use super::accept;
use super::column::{Kept, Stored};
use super::error::{BatchError, ColumnError, Fault};
use super::plan::{Plan, Planned};
use crate::row::{Block, Get, Source, Value, Walk};
use crate::value::Scalar;
use crate::value::stored::Cell;

/// The rows that are made at once.
const BLOCK: usize = 1024;

/// The rows of a batch, one by one. Every column was looked through before the first: from here on, nothing can be wrong.
///
/// ```
/// # use beraad_schema::Block;
/// use beraad_schema::arrow::{BatchError, Rows, RecordBatch};
///
/// /// How many rows of a batch break no rule of their block.
/// fn sound<R: Block>(batch: &RecordBatch, model: &beraad_schema::describe::Model) -> Result<usize, BatchError> {
///     Ok(Rows::<R>::open(batch)?.filter(|row| row.check(model).is_empty()).count())
/// }
/// ```
pub struct Rows<R> {
    columns: Vec<Box<dyn Any + Send>>,
    count: usize,
    /// The rows that were made.
    made: usize,
    /// Those of them that were not given yet.
    block: std::vec::IntoIter<R>,
}

impl<R: Block> Rows<R> {
    /// The rows of a batch.
    ///
    /// # Errors
    /// [`BatchError`], with everything that is wrong with every column: it is missing, unknown, of a type that does not
    /// say the same, or holds a null or what is no value of the column.
    pub fn open(batch: &RecordBatch) -> Result<Self, BatchError> {
        let schema = batch.schema_ref();
        match schema.metadata().get("beraad.block") {
            Some(found) if found != R::ID => {
                return Err(BatchError::OtherBlock {
                    expected: R::ID,
                    found: found.clone(),
                });
            }
            _ => {}
        }
        let plan = Plan::of::<R>();
        let mut places: HashMap<&str, Place> = HashMap::new();
        for (place, field) in schema.fields().iter().enumerate() {
            places
                .entry(field.name())
                .and_modify(|place| *place = Place::Several)
                .or_insert(Place::One(place));
        }
        let mut open = Open {
            batch,
            places,
            planned: plan.columns.iter(),
            columns: Vec::with_capacity(plan.columns.len()),
            wrong: Vec::new(),
        };
        R::walk(&mut open);
        let (columns, mut wrong) = (open.columns, open.wrong);
        let unknown = |name: &&str| !R::column_names().contains(name);
        wrong.extend(
            schema
                .fields()
                .iter()
                .map(|field| field.name().as_str())
                .filter(unknown)
                .map(|name| ColumnError {
                    column: name.to_owned(),
                    fault: Fault::Unknown,
                }),
        );
        if !wrong.is_empty() {
            return Err(BatchError::Columns {
                block: R::ID,
                columns: wrong,
            });
        }
        Ok(Self {
            columns,
            count: batch.num_rows(),
            made: 0,
            block: Vec::new().into_iter(),
        })
    }

    /// All rows.
    pub(super) fn into_vec(mut self) -> Vec<R> {
        self.make(self.count)
    }

    /// Makes the next `count` rows.
    fn make(&mut self, count: usize) -> Vec<R> {
        let Ok(rows) = R::read(&mut Window {
            columns: self.columns.iter(),
            start: self.made,
            rows: count,
        });
        self.made += count;
        rows
    }
}

/// Converts an Arrow batch, which another program may have written, into rows; [`Rows`] returns them one by one.
///
/// # Errors
/// [`BatchError`], with all errors of all columns.
pub fn from_batch<R: Block>(batch: &RecordBatch) -> Result<Vec<R>, BatchError> {
    Rows::open(batch).map(Rows::into_vec)
}

impl<R> fmt::Debug for Rows<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = self.count - self.made + self.block.len();
        // No row: it is about a person.
        f.debug_struct("Rows")
            .field("left", &left)
            .finish_non_exhaustive()
    }
}

impl<R: Block> Iterator for Rows<R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        if self.block.len() == 0 && self.made < self.count {
            let count = BLOCK.min(self.count - self.made);
            self.block = self.make(count).into_iter();
        }
        self.block.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.count - self.made + self.block.len();
        (left, Some(left))
    }
}

impl<R: Block> ExactSizeIterator for Rows<R> {}

impl<R: Block> std::iter::FusedIterator for Rows<R> {}

/// Where a batch has a column.
enum Place {
    One(usize),
    Several,
}

/// Finds and looks through the columns.
struct Open<'a> {
    batch: &'a RecordBatch,
    places: HashMap<&'a str, Place>,
    planned: std::slice::Iter<'a, Planned>,
    columns: Vec<Box<dyn Any + Send>>,
    wrong: Vec<ColumnError>,
}

impl<R> Walk<R> for Open<'_> {
    fn field<T: Value>(&mut self, _: impl Fn(&R) -> &T + Copy) {
        let planned = self.planned.next();
        let planned = planned.expect("the plan has every column that is walked");
        let opened = match self.places.get(planned.name) {
            Some(Place::One(place)) => Opened::<T>::open(self.batch.column(*place), planned),
            Some(Place::Several) => Err(Fault::Repeated),
            None if T::NULLABLE => Ok(Opened::empty()),
            None => Err(Fault::Missing {
                expected: planned.physical.to_string(),
            }),
        };
        match opened {
            Ok(opened) => self.columns.push(Box::new(opened)),
            Err(fault) => self.wrong.push(ColumnError {
                column: planned.name.to_owned(),
                fault,
            }),
        }
    }
}

/// A column of cells of `T`, which all hold values.
struct Opened<T: Value> {
    values: <<T::Scalar as Scalar>::Stored as Stored<T::Scalar>>::Kept,
    present: Present,
    /// Of lists: where those of each row are.
    bounds: Bounds,
}

/// Where there are values.
enum Present {
    Everywhere,
    Nowhere,
    At(BooleanBuffer),
}

impl<T: Value> Opened<T> {
    /// A column without any value.
    fn empty() -> Self {
        Self {
            values: Kept::empty(),
            present: Present::Nowhere,
            bounds: Bounds::Every(0),
        }
    }

    fn open(array: &ArrayRef, planned: &Planned) -> Result<Self, Fault> {
        if array.data_type().is_null() {
            return match array.len() {
                count @ 1.. if !T::NULLABLE => Err(Fault::Null { row: 0, count }),
                _ => Ok(Self::empty()),
            };
        }
        let nulls = nulls(array, planned)?;
        if let Some(nulls) = nulls.as_ref().filter(|_| !T::NULLABLE) {
            return Err(null::<T>(nulls));
        }
        if T::__SEVERAL {
            return Self::open_lists(array, planned);
        }
        Ok(Self {
            values: Kept::open(array, nulls.as_ref(), planned)?,
            present: nulls.map_or(Present::Everywhere, |nulls| Present::At(nulls.into_inner())),
            bounds: Bounds::Every(0),
        })
    }

    /// The cell of the row at `index`.
    #[inline]
    fn cell(&self, index: usize) -> T {
        T::__from_cell(CellAt {
            opened: self,
            index,
        })
    }

    fn open_lists(array: &ArrayRef, planned: &Planned) -> Result<Self, Fault> {
        let (items, bounds) =
            lists(array).ok_or_else(|| accept::wrong_type(array.data_type(), planned))?;
        let values = match nulls(&items, planned)? {
            Some(nulls) => Err(null::<T::Scalar>(&nulls)),
            None => Kept::open(&items, None, planned),
        };
        Ok(Self {
            values: values.map_err(|fault| fault.in_lists(|item| bounds.row_of(item)))?,
            present: Present::Everywhere,
            bounds,
        })
    }
}

/// Where an array has nulls.
///
/// # Errors
/// If it is of a type that no column has and that says of any number of rows where they are: to ask would take memory for
/// all of them.
fn nulls(array: &ArrayRef, planned: &Planned) -> Result<Option<NullBuffer>, Fault> {
    let mut values = array.data_type();
    while let DataType::Dictionary(_, of) = values {
        values = of;
    }
    if let DataType::Null | DataType::RunEndEncoded(..) | DataType::Union(..) = values {
        return Err(accept::wrong_type(array.data_type(), planned));
    }
    let nulls = array.logical_nulls();
    Ok(nulls.filter(|nulls| nulls.null_count() > 0))
}

/// What is said of a column that has nulls and must not.
fn null<T: Value>(nulls: &NullBuffer) -> Fault {
    let row = nulls.iter().take_while(|valid| *valid).count();
    let count = nulls.null_count();
    if T::__SEVERAL {
        Fault::NoList { row, count }
    } else {
        Fault::Null { row, count }
    }
}

/// Which items are those of a list.
enum Bounds {
    /// Those between two neighbours of these.
    Between(Vec<usize>),
    /// So many in every list: of any number of lists, if it is none.
    Every(usize),
}

impl Bounds {
    /// The items of a row.
    fn of(&self, row: usize) -> Range<usize> {
        match self {
            Self::Between(bounds) => bounds[row]..bounds[row + 1],
            Self::Every(length) => row * length..(row + 1) * length,
        }
    }

    /// The row of an item.
    fn row_of(&self, item: usize) -> usize {
        match self {
            Self::Between(bounds) => bounds[1..].partition_point(|end| *end <= item),
            Self::Every(length) => item.checked_div(*length).unwrap_or_default(),
        }
    }
}

/// The items of all lists of an array, and which are those of each.
fn lists(array: &ArrayRef) -> Option<(ArrayRef, Bounds)> {
    let cut = |items: &ArrayRef, bounds: Vec<usize>| {
        let (first, last) = (*bounds.first()?, *bounds.last()?);
        let bounds = bounds.into_iter().map(|bound| bound - first).collect();
        Some((items.slice(first, last - first), Bounds::Between(bounds)))
    };
    if let Some(array) = array.as_list_opt::<i32>() {
        let bounds = array
            .offsets()
            .iter()
            .map(|offset| offset.cast_unsigned() as usize);
        return cut(array.values(), bounds.collect());
    }
    if let Some(array) = array.as_list_opt::<i64>() {
        let bounds = array
            .offsets()
            .iter()
            .map(|offset| usize::try_from(*offset));
        return cut(array.values(), bounds.collect::<Result<_, _>>().ok()?);
    }
    let array = array.as_fixed_size_list_opt()?;
    let length = usize::try_from(array.value_length()).ok()?;
    let items = array.values().slice(0, array.len() * length);
    Some((items, Bounds::Every(length)))
}

/// Some rows of the opened columns.
struct Window<'a> {
    columns: std::slice::Iter<'a, Box<dyn Any + Send>>,
    start: usize,
    rows: usize,
}

impl<'a> Source for Window<'a> {
    type Error = Infallible;
    type Column<T: Value> = Cells<'a, T>;

    fn rows(&self) -> usize {
        self.rows
    }

    fn column<T: Value>(&mut self) -> Result<Cells<'a, T>, Infallible> {
        let opened = self.columns.next();
        let opened = opened.and_then(|column| column.downcast_ref::<Opened<T>>());
        let opened = opened.expect("a struct is walked and read in one order");
        Ok(Cells {
            opened,
            start: self.start,
        })
    }
}

/// Some cells of an opened column.
struct Cells<'a, T: Value> {
    opened: &'a Opened<T>,
    start: usize,
}

impl<T: Value> Get<T> for Cells<'_, T> {
    #[inline]
    fn get(&self, index: usize) -> T {
        self.opened.cell(self.start + index)
    }
}

/// One cell of an opened column.
struct CellAt<'a, T: Value> {
    opened: &'a Opened<T>,
    index: usize,
}

impl<T: Value> Cell<T::Scalar> for CellAt<'_, T> {
    #[inline]
    fn exactly_one(self) -> T::Scalar {
        self.opened.values.get(self.index)
    }

    #[inline]
    fn optional(self) -> Option<T::Scalar> {
        let values = &self.opened.values;
        match &self.opened.present {
            Present::Everywhere => Some(values.get(self.index)),
            Present::Nowhere => None,
            Present::At(bits) => values.get_if(bits.value(self.index), self.index),
        }
    }

    fn many(self) -> Vec<T::Scalar> {
        let items = self.opened.bounds.of(self.index);
        items.map(|item| self.opened.values.get(item)).collect()
    }
}
