//! Rows as data and back: for code that does not know their columns as types.

use super::column::{RowSource, Value, Walk};
use super::{Block, Fields};
use crate::value::Datum;

/// The values of a row, in the order of its columns.
pub(crate) fn row_to_data<R: Block>(row: &R) -> Vec<Datum> {
    let mut visitor = ToData {
        row,
        values: Vec::with_capacity(R::column_names().len()),
    };
    R::walk(&mut visitor);
    visitor.values
}

struct ToData<'r, R> {
    row: &'r R,
    values: Vec<Datum>,
}

impl<R> Walk<R> for ToData<'_, R> {
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
        self.values.push(get(self.row).datum());
    }
}

/// The row of these values, which are in the order of its columns; missing values at the end are null.
///
/// # Errors
/// A message that names the first column that cannot hold its value, and says why.
#[cfg(feature = "proptest")]
pub(crate) fn row_from_data<R: Block>(values: Vec<Datum>) -> Result<R, String> {
    let mut source = FromData {
        names: R::column_names().iter(),
        values: values.into_iter(),
    };
    values_in_order::<R, _>(&mut source).map(built)
}

/// The values of one row as data, in the order of its columns.
#[cfg(feature = "proptest")]
struct FromData {
    names: std::slice::Iter<'static, &'static str>,
    values: std::vec::IntoIter<Datum>,
}

#[cfg(feature = "proptest")]
impl RowSource for FromData {
    type Error = String;

    fn read<T: Value>(&mut self, value: &mut Option<T>) -> Result<(), String> {
        let name = self.names.next().copied().unwrap_or_default();
        let datum = self.values.next().unwrap_or(Datum::Null);
        let read = T::from_datum(datum);
        *value = Some(read.map_err(|error| format!("column `{name}`: {error}"))?);
        Ok(())
    }
}

/// Reads the values of a row in the order of its columns.
pub(crate) fn values_in_order<R: Fields, S: RowSource>(
    source: &mut S,
) -> Result<R::__Values, S::Error> {
    let mut values = R::__no_values();
    for index in 0..R::__COLUMNS {
        R::__read_value(&mut values, index, source)?;
    }
    Ok(values)
}

/// Builds a row from the values of all its columns, where none had an error.
#[inline]
pub(crate) fn built<R: Fields>(values: R::__Values) -> R {
    R::__from_values(values).expect("a row without errors has every value that is never null")
}
