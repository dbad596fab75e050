//! Every value of a column, one after the other.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType};
use arrow_buffer::NullBuffer;

use crate::value::ValueError;
use crate::value::column::ColumnErrorKind;

/// The invalid values of a column: the row and the error of the first one, and their number.
#[derive(Default)]
pub(super) struct InvalidValues {
    first: Option<(usize, ValueError)>,
    count: usize,
}

impl InvalidValues {
    #[cold]
    pub(super) fn push(&mut self, row: usize, error: ValueError) {
        self.first.get_or_insert((row, error));
        self.count += 1;
    }

    pub(super) fn into_result(self) -> Result<(), ColumnErrorKind> {
        match self.first {
            Some((row, error)) => Err(ColumnErrorKind::InvalidValue {
                row,
                count: self.count,
                error,
            }),
            None => Ok(()),
        }
    }
}

/// Reads the values of the rows of an array. Where a row is null, the value is the default, even if the column may not hold
/// it: nobody reads the value under a null.
///
/// # Errors
/// If a row that is not null has an invalid value.
pub(super) fn read_each<T: Default>(
    rows: usize,
    nulls: Option<&NullBuffer>,
    value_at: impl Fn(usize) -> Result<T, ValueError>,
) -> Result<Vec<T>, ColumnErrorKind> {
    let mut invalid = InvalidValues::default();
    let mut read = |row| match value_at(row) {
        Ok(value) => value,
        Err(error) => {
            invalid.push(row, error);
            T::default()
        }
    };
    let values = match nulls {
        None => (0..rows).map(read).collect(),
        Some(nulls) => {
            let cells = (0..rows).map(|row| {
                if nulls.is_null(row) {
                    T::default()
                } else {
                    read(row)
                }
            });
            cells.collect()
        }
    };
    invalid.into_result().map(|()| values)
}

/// Reads an array of the primitive type `T`, as [`read_each`]; `None` if it is of another type. Where a row is null, the value may be
/// any.
pub(super) fn read_primitive<T: ArrowPrimitiveType, V: Default>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    value_of: impl Fn(T::Native) -> Result<V, ValueError>,
) -> Option<Result<Vec<V>, ColumnErrorKind>> {
    let values = array.as_primitive_opt::<T>()?.values();
    if nulls.is_some() {
        // The values under nulls are often valid too. To read them all takes no branch for each row, which cannot be foreseen.
        let mut read = Vec::with_capacity(values.len());
        for value in values {
            match value_of(*value) {
                Ok(value) => read.push(value),
                Err(_) => break,
            }
        }
        if read.len() == values.len() {
            return Some(Ok(read));
        }
    }
    Some(read_each(array.len(), nulls, |row| value_of(values[row])))
}
