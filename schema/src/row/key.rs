//! The key of a row: the values by which it differs from every other row of its block.

use std::fmt;

use super::Block;
use super::data::row_to_data;
use crate::value::Datum;

/// The key of a row: its values in the columns of the key of its block, to find rows that occur twice.
///
/// ```
/// # use beraad_schema::Block;
/// # fn example<R: Block>(rows: &[R]) -> usize {
/// use std::collections::HashSet;
///
/// let mut seen = HashSet::new();
/// let repeated = rows.iter().filter_map(Block::key).filter(|key| !seen.insert(key.clone()));
/// repeated.count()
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RowKey {
    columns: &'static [usize],
    names: &'static [&'static str],
    values: Vec<Datum>,
}

impl RowKey {
    pub(super) fn of<R: Block>(row: &R) -> Option<Self> {
        let described = R::described();
        let columns = described.key.as_deref()?;
        let data = row_to_data(row);
        let values: Vec<_> = columns.iter().map(|&index| data[index].clone()).collect();
        // It is not known if two rows with the same unknown value are one row.
        let is_known = values.iter().all(|value| *value != Datum::Null);
        is_known.then_some(Self {
            columns,
            names: &described.names,
            values,
        })
    }

    /// Returns the values, in the order of the columns of the key.
    #[must_use]
    pub fn values(&self) -> &[Datum] {
        &self.values
    }

    /// Returns the names of the columns of the key.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        let names = self.names;
        self.columns.iter().map(move |&index| names[index])
    }
}

/// The names of the columns, without the values, which are about a person: [`values`](RowKey::values) returns these.
impl fmt::Debug for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RowKey")?;
        f.debug_set().entries(self.columns()).finish()
    }
}
