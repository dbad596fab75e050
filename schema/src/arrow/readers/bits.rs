//! Columns of yes or no.

use arrow_array::{Array, ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};

use super::foreign::wrong_type;
use crate::value::column::{ColumnErrorKind, ColumnPlan, ColumnReader};

impl ColumnReader<bool> for BooleanBuffer {
    fn empty() -> Self {
        Self::new_unset(0)
    }

    fn try_new(
        array: &ArrayRef,
        _: Option<&NullBuffer>,
        plan: &ColumnPlan,
    ) -> Result<Self, ColumnErrorKind> {
        let booleans = array.as_any().downcast_ref::<BooleanArray>();
        let booleans = booleans.ok_or_else(|| wrong_type(array.data_type(), plan))?;
        Ok(booleans.values().clone())
    }

    #[inline]
    fn value(&self, index: usize) -> bool {
        Self::value(self, index)
    }
}
