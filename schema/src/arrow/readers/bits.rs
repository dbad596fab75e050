//! Columns of yes or no.

use arrow_array::{Array, ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};

use crate::arrow::columns::read_flags;
use crate::value::column::{ColumnErrorKind, ColumnPlan, ColumnReader};

impl ColumnReader<bool> for BooleanBuffer {
    fn empty() -> Self {
        Self::new_unset(0)
    }

    fn try_new(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        plan: &ColumnPlan,
    ) -> Result<Self, ColumnErrorKind> {
        match array.as_any().downcast_ref::<BooleanArray>() {
            Some(booleans) => Ok(booleans.values().clone()),
            None => read_flags(array, nulls, plan),
        }
    }

    #[inline]
    fn value(&self, index: usize) -> bool {
        Self::value(self, index)
    }
}
