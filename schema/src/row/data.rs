//! Rows as data and back: for code that does not know their columns as types.

use std::cell::Cell;

use super::Block;
#[cfg(feature = "proptest")]
use super::column::Source;
use super::column::{Get, Value, Walk};
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
    let mut source = OneRow {
        names: R::column_names().iter(),
        values: values.into_iter(),
    };
    R::__reader(&mut source).map(|row| row(0))
}

/// The values of one row, in the order of its columns.
#[cfg(feature = "proptest")]
struct OneRow {
    names: std::slice::Iter<'static, &'static str>,
    values: std::vec::IntoIter<Datum>,
}

#[cfg(feature = "proptest")]
impl Source for OneRow {
    type Error = String;
    type Column<T: Value> = OneValue<T>;

    fn rows(&self) -> usize {
        1
    }

    fn column<T: Value>(&mut self) -> Result<OneValue<T>, String> {
        let name = self.names.next().copied().unwrap_or_default();
        let datum = self.values.next().unwrap_or(Datum::Null);
        T::from_datum(datum)
            .map(|value| OneValue::new(Some(value)))
            .map_err(|error| format!("column `{name}`: {error}"))
    }
}

/// A column of one row; without a value if it has an error.
pub(crate) struct OneValue<T>(Cell<Option<T>>);

impl<T> OneValue<T> {
    #[inline]
    pub(crate) fn new(value: Option<T>) -> Self {
        Self(Cell::new(value))
    }
}

impl<T: Value> Get<T> for OneValue<T> {
    fn get(&self, _: usize) -> T {
        let value = self.0.take();
        value.expect("a row without errors has all its values, and each is taken once")
    }
}
